import { MessageCircleQuestion } from "lucide-react";
import { Link } from "react-router";
import type { WholeBooking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { spaced } from "@/lib/format";
import { useConversation } from "../conversations/conversation-call";
import { texts } from "./texts";

/** A question of the guest about this booking that nobody has answered yet. */
export function Asked({ booking }: { booking: WholeBooking }) {
  // Such a question stays as a note of the guest's own.
  const hasAsked = booking.notes.some((note) => note.author_id === booking.guest.id);
  const talk = useConversation(booking.guest.id, hasAsked);
  const summary = talk.data?.status === "bot" ? "" : (talk.data?.summary ?? "");
  const questions = summary.split("\n").filter((line) => line.includes(spaced(booking.reference)));
  const question = questions.at(-1);
  if (!question) return null;
  return (
    <section role="status" className="rounded-card border border-coral/50 bg-coral-tint p-5">
      <h2 className="flex items-center gap-2 text-xl">
        <MessageCircleQuestion aria-hidden="true" className="size-5" />
        {texts.asked.title}
      </h2>
      <p className="mt-2 font-medium whitespace-pre-line">{question}</p>
      <p className="mt-1 text-sm">{texts.asked.lead}</p>
      <Button asChild look="quiet" size="small" className="mt-3">
        <Link to={`/desk/conversations/${booking.guest.id}`}>{texts.asked.open}</Link>
      </Button>
    </section>
  );
}
