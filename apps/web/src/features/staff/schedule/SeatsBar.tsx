interface Props {
  sold: number;
  capacity: number;
}

/** How full it is; the numbers stand beside it. */
export function SeatsBar({ sold, capacity }: Props) {
  const share = capacity > 0 ? Math.min(1, sold / capacity) : 0;
  return (
    <span aria-hidden="true" className="block h-1.5 w-full overflow-hidden rounded-full bg-line">
      <span className="block h-full rounded-full bg-lagoon" style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  );
}
