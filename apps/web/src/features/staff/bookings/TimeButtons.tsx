import { cn } from "@/lib/cn";
import { clockTime, shortDay } from "@/lib/format";
import { texts } from "./texts";

export interface Time {
  id: string;
  start_time: string;
  seats_left: number;
}

interface Props {
  times: Time[];
  chosenId: string | null;
  withDay?: boolean;
  onChoose: (time: Time) => void;
}

/** Free times as buttons, one of which may be chosen. */
export function TimeButtons({ times, chosenId, withDay = false, onChoose }: Props) {
  return (
    <ul className="mt-1.5 flex flex-wrap gap-2">
      {times.map((time) => (
        <li key={time.id}>
          <button
            type="button"
            aria-pressed={chosenId === time.id}
            aria-label={`${shortDay(time.start_time)}, ${clockTime(time.start_time)}, ${texts.move.seats(time.seats_left)}`}
            onClick={() => { onChoose(time); }}
            className={cn(
              "min-h-11 rounded-full border px-4 font-semibold tabular-nums",
              chosenId === time.id ? "border-lagoon bg-lagoon text-on-lagoon" : "border-line bg-shell hover:border-lagoon",
            )}
          >
            {withDay ? `${shortDay(time.start_time)}, ` : ""}
            {clockTime(time.start_time)}
          </button>
        </li>
      ))}
    </ul>
  );
}
