import type { BookingStatus } from "@/api/shapes";
import { Badge } from "@/components/ui/Badge";
import { texts } from "./texts";

const LOOKS = {
  pending: "warm",
  confirmed: "good",
  cancelled: "grey",
  expired: "grey",
  completed: "calm",
  no_show: "warm",
} as const;

export function StatusBadge({ status }: { status: BookingStatus }) {
  return <Badge look={LOOKS[status]}>{texts.status[status]}</Badge>;
}
