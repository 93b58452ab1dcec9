export function LinkPage() { return <p>LinkPage</p>; }
