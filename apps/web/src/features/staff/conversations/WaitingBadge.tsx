import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { cn } from "@/lib/cn";
import { waitingQuery } from "./conversations-call";
import { allowAtFirstTap, chime } from "./sound";
import { texts } from "./texts";
import { useNow } from "./useNow";
import { newCalls, waitsTooLong } from "./waiting";

const REFRESH_MS = 5_000;

/** How many guests wait for the desk, wherever at the desk one is; each new one is heard, where that is wished for. */
export function WaitingBadge() {
  const { data: waiting = [] } = useQuery({ ...waitingQuery, refetchInterval: REFRESH_MS, refetchIntervalInBackground: true });
  const now = useNow();
  const told = useRef<Set<string>>(new Set());
  useEffect(allowAtFirstTap, []);
  useEffect(() => {
    const calls = newCalls(waiting, now, told.current);
    if (calls.length === 0) return;
    for (const call of calls) told.current.add(call);
    chime();
  }, [waiting, now]);
  if (waiting.length === 0) return null;
  const isLate = waiting.some((one) => waitsTooLong(one, now));
  return (
    <span
      className={cn(
        "relative ml-auto grid h-6 min-w-6 place-items-center rounded-full px-1.5 text-sm font-bold tabular-nums",
        isLate ? "bg-coral text-on-coral" : "bg-sun-tint text-ink",
      )}
    >
      <span aria-hidden="true">{waiting.length}</span>
      <span className="sr-only">
        {texts.badge(waiting.length)}
        {isLate ? `, ${texts.tooLong}` : ""}
      </span>
    </span>
  );
}
