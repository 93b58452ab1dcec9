import { CalendarDays, Clock, Users } from "lucide-react";
import type { ReactNode } from "react";
import type { Booking } from "@/api/shapes";
import { clockTime, duration, longDay, people, shortDay } from "@/lib/format";

/** Day, time and people of a booking, in as few lines as can be. */
export function WhenAndWho({ booking, isShort = false }: { booking: Booking; isShort?: boolean }) {
  const { time_slot: slot, activity, participants, lines } = booking;
  const kinds = lines.length > 1 ? ` (${lines.map((line) => `${line.quantity} ${line.label}`).join(", ")})` : "";
  return (
    <ul className="grid gap-1">
      <Line icon={<CalendarDays aria-hidden="true" className="size-4.5" />}>
        {isShort ? shortDay(slot.start_time) : longDay(slot.start_time)}
      </Line>
      <Line icon={<Clock aria-hidden="true" className="size-4.5" />}>
        {clockTime(slot.start_time)} <span className="font-normal text-ink-soft">· {duration(activity.duration_minutes)}</span>
      </Line>
      <Line icon={<Users aria-hidden="true" className="size-4.5" />}>
        {people(participants)}
        <span className="font-normal text-ink-soft">{kinds}</span>
      </Line>
    </ul>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2.5 font-semibold">
      <span className="mt-0.5 text-lagoon">{icon}</span>
      <span>{children}</span>
    </li>
  );
}
