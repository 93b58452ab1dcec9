import { countdown } from "@/lib/format";
import { cn } from "@/lib/cn";
import { texts } from "./texts";

const SOON_SECONDS = 300;

/** The time that is left to decide, as figures and as a line that grows shorter. */
export function Countdown({ secondsLeft, share }: { secondsLeft: number; share: number }) {
  const isSoon = secondsLeft < SOON_SECONDS;
  return (
    <div role="timer" aria-label={texts.leftWords}>
      <p className={cn("flex items-baseline justify-between gap-3 text-sm font-semibold", isSoon ? "text-coral-deep" : "text-ink-soft")}>
        <span>{texts.leftWords}</span>
        <span className="text-base tabular-nums">{countdown(secondsLeft)}</span>
      </p>
      <svg aria-hidden="true" viewBox="0 0 100 2" preserveAspectRatio="none" className="mt-1.5 h-1.5 w-full overflow-hidden rounded-full">
        <rect width="100" height="2" className="fill-line" />
        <rect width={100 * share} height="2" className={isSoon ? "fill-coral" : "fill-sun"} />
      </svg>
    </div>
  );
}
