/** `in 25 seconds`, `in 3 minutes`, `in about 2 hours`: how long a guest has to wait. */
export function inAWhile(seconds: number): string {
  if (seconds < 90) return seconds <= 1 ? "in a second" : `in ${Math.ceil(seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return `in ${minutes} minutes`;
  return `in about ${Math.round(minutes / 60)} hours`;
}
