export function ActivitiesPage() { return <p>ActivitiesPage</p>; }
