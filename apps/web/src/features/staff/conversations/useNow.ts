import { useEffect, useState } from "react";
import { serverNow } from "@/lib/clock";

const TICK_MS = 5_000;

/** The resort's time, fresh enough for minutes. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(serverNow());
    }, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}
