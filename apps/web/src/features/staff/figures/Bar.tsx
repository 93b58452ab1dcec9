/** A part of 1 as a line, beside the figure that says it. */
export function Bar({ part }: { part: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 2" preserveAspectRatio="none" className="h-2 w-full min-w-16 overflow-hidden rounded-full">
      <rect width="100" height="2" className="fill-line" />
      <rect width={100 * Math.min(1, part)} height="2" className="fill-lagoon" />
    </svg>
  );
}
