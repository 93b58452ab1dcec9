import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Input } from "@/components/ui/Field";
import { addDays, isDay, today } from "@/lib/days";
import { texts } from "./texts";

interface Props {
  day: string;
  onChange: (day: string) => void;
}

/** One day back, one ahead, or any. */
export function DayBar({ day, onChange }: Props) {
  const turn = (count: number) => () => {
    onChange(addDays(day, count));
  };
  return (
    <div role="group" aria-label={texts.day} className="flex max-w-full min-w-0 flex-wrap items-center gap-2">
      <Button look="quiet" size="small" className="size-11 px-0" aria-label={texts.before} onClick={turn(-1)}>
        <ChevronLeft aria-hidden="true" className="size-5" />
      </Button>
      <Input
        type="date"
        aria-label={texts.day}
        className="w-auto min-w-0 max-w-full"
        value={day}
        onChange={(event) => {
          if (isDay(event.target.value)) onChange(event.target.value);
        }}
      />
      <Button look="quiet" size="small" className="size-11 px-0" aria-label={texts.after} onClick={turn(1)}>
        <ChevronRight aria-hidden="true" className="size-5" />
      </Button>
      {day === today() ? null : (
        <Button
          look="plain"
          size="small"
          onClick={() => {
            onChange(today());
          }}
        >
          {texts.today}
        </Button>
      )}
    </div>
  );
}
