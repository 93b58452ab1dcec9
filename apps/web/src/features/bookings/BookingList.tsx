import { useId } from "react";
import type { Booking } from "@/api/shapes";
import { BookingCard } from "./BookingCard";

/** Bookings of one kind under a heading; nothing where there are none. */
export function BookingList({ title, bookings }: { title: string; bookings: Booking[] }) {
  const id = useId();
  if (bookings.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      <ul className="mt-3 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <BookingCard booking={booking} />
          </li>
        ))}
      </ul>
    </section>
  );
}
