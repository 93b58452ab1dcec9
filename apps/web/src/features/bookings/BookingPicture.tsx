import type { Booking } from "@/api/shapes";
import { Picture } from "@/components/ui/Picture";
import { useActivity } from "@/lib/activity-call";
import { firstImage } from "@/lib/pictures";

/** What the booked activity looks like, where there is room to show it. */
export function BookingPicture({ booking, className }: { booking: Booking; className?: string }) {
  const { data: activity } = useActivity(booking.activity.id);
  const image = activity && firstImage(activity);
  return <Picture image={image} isDecoration width="22rem" className={className} />;
}
