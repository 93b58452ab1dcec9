import type { Charge } from "@/api/shapes";
import { money } from "@/lib/format";
import { resort } from "@/lib/resort";
import { toast } from "@/lib/toast";
import { Confirm } from "../parts/Confirm";
import { useSettle, type Step } from "./settle-call";
import { texts } from "./texts";
import { totalsOf } from "./totals";

interface Props {
  step: Step;
  charges: Charge[];
  onClose: () => void;
}

/** Asks before charges are posted or waived, since neither can be taken back. */
export function SettleDialog({ step, charges, onClose }: Props) {
  const settle = useSettle(step);
  const words = wordsOf(step, charges);
  const yes = () => {
    settle.mutate(charges, {
      onSuccess: () => {
        toast.success(words.done);
        onClose();
      },
    });
  };
  return (
    <Confirm
      title={words.title}
      lead={words.lead}
      yes={words.yes}
      no={words.no}
      isDangerous={step === "waive"}
      isBusy={settle.isPending}
      problem={settle.error}
      onYes={yes}
      onClose={onClose}
    />
  );
}

function wordsOf(step: Step, charges: Charge[]) {
  const [first] = charges;
  if (charges.length !== 1 || !first) {
    const total = money(totalsOf(charges).open.amount, resort.get().currency, "0");
    const { title, done, ...rest } = texts.postingAll;
    return { ...rest, title: title(charges.length, total), done: done(charges.length) };
  }
  const { title, ...rest } = step === "posted" ? texts.posting : texts.waiving;
  return { ...rest, title: title(money(first.amount, first.currency), first.room) };
}
