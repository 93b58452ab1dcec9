import type { WholeBooking } from "@/api/shapes";
import { Section } from "@/components/ui/Section";
import { clockTime, shortDay } from "@/lib/format";
import { MessageStateBadge } from "../messages/MessageStateBadge";
import { RetryButton } from "../messages/RetryButton";
import { kindInWords } from "../messages/texts";
import { texts } from "./texts";

/** What the guest was told about a booking, and how that went; the latest first. */
export function Messages({ booking }: { booking: WholeBooking }) {
  const told = booking.messages.toReversed();
  return (
    <Section title={texts.messages.title}>
      {told.length === 0 ? <p className="text-ink-soft">{texts.messages.none}</p> : null}
      <ul className="grid gap-2.5">
        {told.map((message) => (
          <li key={message.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{kindInWords(message.kind)}</p>
              <p className="text-sm text-ink-soft">
                {shortDay(message.since)}, {clockTime(message.since)}
                {message.reason ? ` · ${message.reason}` : ""}
              </p>
            </div>
            <MessageStateBadge state={message.status} />
            <RetryButton message={message} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
