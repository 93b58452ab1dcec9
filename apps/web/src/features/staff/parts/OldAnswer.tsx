import { CloudOff } from "lucide-react";
import { clockTime, dayOf, shortDay } from "@/lib/format";
import { today } from "@/lib/days";
import { useOnline } from "@/lib/online";
import { texts } from "./texts";

interface Props {
  /** When what is shown was answered. */
  at: number;
  hasFailed: boolean;
}

/** Says of when the shown answer is, where a newer one can't be had. */
export function OldAnswer({ at, hasFailed }: Props) {
  const isOnline = useOnline();
  if (isOnline && !hasFailed) return null;
  const then = new Date(at);
  const moment = dayOf(then) === today() ? clockTime(then) : `${shortDay(then)}, ${clockTime(then)}`;
  return (
    <p role="status" className="flex items-center gap-3 rounded-2xl border border-sun bg-sun-tint px-4 py-3 font-medium print:border-0 print:p-0">
      <CloudOff aria-hidden="true" className="size-5 shrink-0" />
      {isOnline ? texts.oldProblem(moment) : texts.old(moment)}
    </p>
  );
}
