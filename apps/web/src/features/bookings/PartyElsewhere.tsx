import type { Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import type { Alternative } from "@/lib/errors";
import { inWords } from "@/lib/errors";
import { clockTime, shortDay } from "@/lib/format";
import type { Party } from "@/lib/party";
import { toast } from "@/lib/toast";
import { useAmend } from "./amend-call";
import { useMove } from "./move-call";
import { texts } from "./texts";

interface Props {
  booking: Booking;
  party: Party;
  times: Alternative[];
  onDone: () => void;
}

/** Times with room for a party that its own time has none for: one tap moves the booking and changes the party. */
export function PartyElsewhere({ booking, party, times, onDone }: Props) {
  const move = useMove(booking);
  const amend = useAmend(booking);
  const isBusy = move.isPending || amend.isPending;
  const take = async (slotId: string) => {
    await move.mutateAsync(slotId);
    try {
      await amend.mutateAsync({ party });
      toast.success(texts.party.moved);
    } catch {
      toast.error(texts.party.halfDone);
    }
    onDone();
  };
  return (
    <div role="alert" className="grid gap-2 rounded-xl bg-coral-tint p-4">
      <p className="text-coral-deep">{times.length > 0 ? texts.party.full : texts.party.fullNone}</p>
      <ul className="flex flex-wrap gap-2">
        {times.map(({ id, start_time: start }) => (
          <li key={id}>
            <Button look="quiet" size="small" isBusy={isBusy} onClick={() => { take(id).catch(() => undefined); }}>
              {shortDay(start)}, {clockTime(start)}
            </Button>
          </li>
        ))}
      </ul>
      {move.error ? <p className="text-coral-deep">{inWords(move.error)}</p> : null}
    </div>
  );
}
