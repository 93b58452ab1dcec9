import { Button } from "@/components/ui/Button";
import { texts } from "./texts";

interface Props {
  isDirty: boolean;
  isBusy: boolean;
  hasProblems: boolean;
}

/** Keeps the way to save in sight while there is something to save. */
export function SaveBar({ isDirty, isBusy, hasProblems }: Props) {
  if (!isDirty) return null;
  return (
    <div className="sticky bottom-20 z-20 flex flex-wrap items-center justify-between gap-3 rounded-card border border-lagoon bg-shell p-3 shadow-lg lg:bottom-4">
      <p role={hasProblems ? "alert" : "status"} className={hasProblems ? "text-coral-deep" : "text-ink-soft"}>
        {hasProblems ? texts.edit.check : texts.edit.unsaved}
      </p>
      <Button type="submit" isBusy={isBusy}>
        {texts.edit.save}
      </Button>
    </div>
  );
}
