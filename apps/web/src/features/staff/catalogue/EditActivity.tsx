import { Eye, Repeat } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Link } from "react-router";
import type { DeskActivity } from "@/api/shapes";
import { Badge } from "@/components/ui/Badge";
import { Button } from "@/components/ui/Button";
import { Modal } from "@/components/ui/Modal";
import type { Tagged } from "@/lib/http";
import { PageHead } from "../parts/PageHead";
import { Refusal } from "../parts/Refusal";
import { ActivityForm } from "./ActivityForm";
import { previewOf } from "./asked";
import { Conflict } from "./Conflict";
import { ImagesSection } from "./ImagesSection";
import { NeedsSection } from "./NeedsSection";
import { Preview } from "./Preview";
import { SaveBar } from "./SaveBar";
import { texts } from "./texts";
import { useEditing } from "./useEditing";

/** An activity's fields, pictures and needs; beside them, where there is room, what a guest sees. */
export function EditActivity({ seen }: { seen: Tagged<DeskActivity> }) {
  const editing = useEditing(seen);
  const { base, draft, problems, theirs } = editing;
  const shown = useDeferredValue({ ...previewOf(draft, base), images: seen.value.images });
  return (
    <>
      <PageHead title={base.name} back={{ to: "/desk/catalogue", label: texts.title }}>
        <Actions activity={base} shown={shown} onSale={editing.putOnSale} />
      </PageHead>
      {base.is_active ? null : <Badge look="warm" className="-mt-2 mb-4">{texts.edit.offSale}</Badge>}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 2xl:grid-cols-[minmax(0,1fr)_26rem] xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {theirs ? (
            <Conflict
              theirs={theirs.value}
              base={base}
              draft={draft}
              isBusy={editing.isBusy}
              onKeepMine={editing.keepMine}
              onTakeTheirs={editing.takeTheirs}
            />
          ) : null}
          <form className="grid grid-cols-[minmax(0,1fr)] gap-5" noValidate onSubmit={(event) => { event.preventDefault(); editing.save(); }}>
            <ActivityForm draft={draft} problems={problems} currency={base.currency} set={editing.set} />
            {theirs || !editing.error || editing.error.code === "PRECONDITION_FAILED" ? null : <Refusal problem={editing.error} />}
            {theirs ? null : <SaveBar isDirty={editing.isDirty} isBusy={editing.isBusy} hasProblems={Object.keys(problems).length > 0} />}
          </form>
          <ImagesSection activity={seen.value} />
          <NeedsSection activity={base.id} />
        </div>
        <aside aria-label={texts.edit.preview} className="sticky top-20 hidden max-h-[calc(100dvh-6rem)] overflow-y-auto rounded-card border border-line bg-shell p-5 xl:block" tabIndex={0}>
          <p className="mb-3 text-sm font-semibold text-ink-soft">{texts.edit.preview}</p>
          <Preview activity={shown} />
        </aside>
      </div>
    </>
  );
}

interface ActionsProps {
  activity: DeskActivity;
  shown: DeskActivity;
  onSale: (isActive: boolean) => void;
}

function Actions({ activity, shown, onSale }: ActionsProps) {
  const [isPreviewed, setPreviewed] = useState(false);
  const close = () => {
    setPreviewed(false);
  };
  return (
    <>
      <Button look="quiet" size="small" className="xl:hidden" onClick={() => { setPreviewed(true); }}>
        <Eye aria-hidden="true" className="size-4" />
        {texts.edit.previewOpen}
      </Button>
      <Modal isOpen={isPreviewed} onClose={close} title={texts.edit.preview}>
        <Preview activity={shown} />
      </Modal>
      <Button look="quiet" size="small" asChild>
        <Link to={`/desk/schedule/recurring?activity=${activity.slug}`}>
          <Repeat aria-hidden="true" className="size-4" />
          {texts.edit.schedules}
        </Link>
      </Button>
      {activity.is_active ? (
        <>
          <Button look="quiet" size="small" asChild>
            <Link to={`/activities/${activity.slug}`} target="_blank">
              {texts.edit.asGuest}
            </Link>
          </Button>
          <Button look="danger" size="small" onClick={() => { onSale(false); }}>
            {texts.edit.deactivate}
          </Button>
        </>
      ) : (
        <Button size="small" onClick={() => { onSale(true); }}>
          {texts.edit.activate}
        </Button>
      )}
    </>
  );
}
