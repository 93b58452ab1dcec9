import type { Outgoing } from "@/api/shapes";
import { Badge } from "@/components/ui/Badge";
import { texts } from "./texts";

const LOOKS = {
  failed: "warm",
  waiting: "warm",
  queued: "calm",
  sent: "calm",
  delivered: "good",
  read: "good",
  dropped: "grey",
} as const;

export function MessageStateBadge({ state }: { state: Outgoing["status"] }) {
  return <Badge look={LOOKS[state]}>{texts.state[state]}</Badge>;
}
