import type { WholeBooking } from "@/api/shapes";
import { Section } from "@/components/ui/Section";
import { clockTime, shortDay } from "@/lib/format";
import { texts } from "./texts";

/** Who did what to a booking, and when; the latest first. */
export function History({ booking }: { booking: WholeBooking }) {
  const words: Partial<Record<string, string>> = texts.history.action;
  const doors: Partial<Record<string, string>> = texts.door;
  const acts = booking.history.toReversed();
  return (
    <Section title={texts.history.title}>
      {acts.length === 0 ? <p className="text-ink-soft">{texts.history.none}</p> : null}
      <ol className="grid gap-2.5">
        {acts.map(({ id, at, actor, door, action, changed, reason }) => (
          <li key={id} className="border-l-2 border-line pl-3">
            <p className="font-semibold">
              {words[action] ?? action}
              <Changed names={changed} />
              {reason ? <span className="font-normal text-ink-soft"> · {reason}</span> : null}
            </p>
            <p className="text-sm text-ink-soft">
              {shortDay(at)}, {clockTime(at)} · {texts.history.actor[actor]}
              {doors[door] ? ` · ${doors[door]}` : ""}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What changed, where the act itself does not say it. */
function Changed({ names }: { names: string[] }) {
  const told = names.filter((name) => name !== "status");
  if (told.length === 0) return null;
  return <span className="font-normal text-ink-soft"> ({told.join(", ").replaceAll("_", " ")})</span>;
}
