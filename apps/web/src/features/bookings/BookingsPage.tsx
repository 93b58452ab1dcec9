export function BookingsPage() { return <p>BookingsPage</p>; }
