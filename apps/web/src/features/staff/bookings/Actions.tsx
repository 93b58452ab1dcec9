import { CalendarClock, Check, CircleCheck, MessagesSquare, Pencil, Undo2, UserX, Users, X } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import type { WholeBooking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { serverNow } from "@/lib/clock";
import { toast } from "@/lib/toast";
import { Refusal } from "../parts/Refusal";
import { offerUndo } from "../parts/undo";
import { useDeskAmend } from "./amend-call";
import { CancelDialog } from "./CancelDialog";
import { useDeskConfirm } from "./confirm-call";
import { MoveDialog } from "./MoveDialog";
import { PartyDialog } from "./PartyDialog";
import { texts } from "./texts";
import { WordsDialog } from "./WordsDialog";

type Question = "move" | "party" | "words" | "cancel";

/** What the desk can do with a booking as it stands now. */
export function Actions({ booking }: { booking: WholeBooking }) {
  const [open, setOpen] = useState<Question | null>(null);
  const { status } = booking;
  const isOpen = status === "pending" || status === "confirmed";
  const close = () => {
    setOpen(null);
  };
  return (
    <section aria-label={texts.actions.label} className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {status === "pending" ? <ConfirmButton booking={booking} /> : null}
        {isOpen ? (
          <>
            <Button look="quiet" size="small" onClick={() => { setOpen("move"); }}>
              <CalendarClock aria-hidden="true" className="size-4" />
              {texts.actions.move}
            </Button>
            <Button look="quiet" size="small" onClick={() => { setOpen("party"); }}>
              <Users aria-hidden="true" className="size-4" />
              {texts.actions.party}
            </Button>
            <Button look="quiet" size="small" onClick={() => { setOpen("words"); }}>
              <Pencil aria-hidden="true" className="size-4" />
              {texts.actions.words}
            </Button>
            <Button look="danger" size="small" onClick={() => { setOpen("cancel"); }}>
              <X aria-hidden="true" className="size-4" />
              {texts.actions.cancel}
            </Button>
          </>
        ) : null}
        {booking.guest.phone ? (
          <Button asChild look="plain" size="small">
            <Link to={`/desk/conversations/${booking.guest.id}`}>
              <MessagesSquare aria-hidden="true" className="size-4" />
              {texts.actions.chat}
            </Link>
          </Button>
        ) : null}
      </div>
      <HowItEnded booking={booking} />
      {open === "move" ? <MoveDialog booking={booking} onClose={close} /> : null}
      {open === "party" ? <PartyDialog booking={booking} onClose={close} /> : null}
      {open === "words" ? <WordsDialog booking={booking} onClose={close} /> : null}
      {open === "cancel" ? <CancelDialog booking={booking} onClose={close} /> : null}
    </section>
  );
}

function ConfirmButton({ booking }: { booking: WholeBooking }) {
  const confirm = useDeskConfirm(booking);
  return (
    <>
      <Button look="action" size="small" isBusy={confirm.isPending} onClick={() => { confirm.mutate({}, { onSuccess: () => { toast.success(texts.actions.confirmed); } }); }}>
        <Check aria-hidden="true" className="size-4" />
        {texts.actions.confirm}
      </Button>
      <Refusal problem={confirm.error} />
    </>
  );
}

const ENDS = {
  completed: { label: texts.actions.done, told: texts.actions.nowDone, Icon: CircleCheck },
  no_show: { label: texts.actions.noShow, told: texts.actions.nowNoShow, Icon: UserX },
  confirmed: { label: texts.actions.back, told: texts.actions.nowBack, Icon: Undo2 },
};
type End = keyof typeof ENDS;

/** From the start on: whether they came; put right by one tap, too. */
function HowItEnded({ booking }: { booking: WholeBooking }) {
  const amend = useDeskAmend(booking);
  const was = (Object.keys(ENDS) as End[]).find((end) => end === booking.status);
  if (!was || Date.parse(booking.time_slot.start_time) > serverNow()) return null;
  const set = (status: End) => {
    amend.mutate({ status }, {
      onSuccess: () => {
        offerUndo(ENDS[status].told, () => { amend.mutate({ status: was }); });
      },
    });
  };
  return (
    <div className="flex flex-wrap gap-2">
      {(Object.keys(ENDS) as End[]).filter((end) => end !== was).map((end) => {
        const { label, Icon } = ENDS[end];
        return (
          <Button key={end} look="quiet" size="small" isBusy={amend.isPending} onClick={() => { set(end); }}>
            <Icon aria-hidden="true" className="size-4" />
            {label}
          </Button>
        );
      })}
      <Refusal problem={amend.error} />
    </div>
  );
}
