import { PencilLine } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Section } from "@/components/ui/Section";
import { LazyDialogs } from "./LazyDialogs";
import { texts } from "./texts";

/** Name, room and requests as they stand in the booking. */
export function BookingWords({ booking, canEdit }: { booking: Booking; canEdit: boolean }) {
  const [isEditing, setEditing] = useState(false);
  const { lead_name: lead, room, special_requests: requests } = booking;
  const isEmpty = !lead && !room && !requests;
  if (isEmpty && !canEdit) return null;
  return (
    <Section title={texts.words.title}>
      {isEmpty ? <p className="text-ink-soft">{texts.words.none}</p> : null}
      <dl className="grid gap-3">
        <Word name={texts.words.lead}>{lead}</Word>
        <Word name={texts.words.room}>{room}</Word>
        <Word name={texts.words.requests}>{requests}</Word>
      </dl>
      {canEdit ? (
        <Button look="quiet" size="small" className="mt-4" onClick={() => { setEditing(true); }}>
          <PencilLine aria-hidden="true" className="size-4" />
          {texts.words.edit}
        </Button>
      ) : null}
      <LazyDialogs booking={booking} open={isEditing ? "words" : null} isHold={false} onClose={() => { setEditing(false); }} />
    </Section>
  );
}

function Word({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="grid gap-x-4 sm:grid-cols-[8rem_1fr]">
      <dt className="text-sm text-ink-soft sm:pt-0.5">{name}</dt>
      <dd className="whitespace-pre-line">{children}</dd>
    </div>
  );
}
