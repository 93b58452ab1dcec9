import { resort } from "@/lib/resort";
import { useStore } from "@/lib/store";

/** The resort's own sign, or the sun over a wave. */
export function Logo() {
  const { logo } = useStore(resort);
  if (logo) return <img src={logo} alt="" className="h-9 max-w-36 shrink-0 object-contain" />;
  return (
    <svg aria-hidden="true" viewBox="0 0 64 64" className="size-9 shrink-0">
      <rect width="64" height="64" rx="18" className="fill-lagoon" />
      <circle cx="43" cy="21" r="8" className="fill-sun" />
      <path
        d="M6 41c7-7 13-7 19 0s13 7 19 0 11-5 14-2v13a8 8 0 0 1-8 8H14a8 8 0 0 1-8-8z"
        className="fill-sand"
      />
    </svg>
  );
}
