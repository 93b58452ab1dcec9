import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Section } from "@/components/ui/Section";
import { isDay, today } from "@/lib/days";
import { toast } from "@/lib/toast";
import { useListedActivities } from "../parts/activities-call";
import { PageHead } from "../parts/PageHead";
import { Refusal } from "../parts/Refusal";
import { CalledOff } from "./CalledOff";
import { Concerned } from "./Concerned";
import { reachedOf } from "./reached";
import { useCloseStretch, useReopenStretch, useStretchPreview, type Stretch } from "./stretch-call";
import { StretchForm, type Asked } from "./StretchForm";
import { texts } from "./texts";
import { WouldClose } from "./WouldClose";

const { stretch: words } = texts;

/** Calls off a day, or some activities for some days: first shown, then done, then told. */
export function ClosingPage() {
  const [address] = useSearchParams();
  const date = address.get("date");
  const activities = useListedActivities().data ?? [];
  const [asked, setAsked] = useState<Asked | null>(null);
  const preview = useStretchPreview();
  const close = useCloseStretch();
  const reopen = useReopenStretch();
  const look = (wish: Asked) => {
    preview.mutate(wish.stretch, { onSuccess: () => { setAsked(wish); } });
  };
  const openAgain = (stretch: Stretch) => {
    reopen.mutate(stretch, { onSuccess: (opened) => { toast.success(words.opened(opened.length)); } });
  };
  const startAnew = () => {
    setAsked(null);
    preview.reset();
    close.reset();
    reopen.reset();
  };
  const shown = close.data ?? preview.data;
  return (
    <Page title={words.title}>
      <PageHead title={words.title} back={{ to: "/desk/schedule", label: texts.title }} />
      <p className="-mt-2 mb-5 text-ink-soft">{words.lead}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:items-start">
        {asked ? null : (
          <Section title={words.what} className="lg:col-span-2 lg:max-w-3xl">
            <StretchForm
              day={isDay(date) ? date : today()}
              activities={activities}
              isBusy={preview.isPending}
              onLook={look}
              onReopen={openAgain}
            />
          </Section>
        )}
        {asked && shown ? (
          <>
            <Section title={close.data ? texts.closing.done(close.data.bookings.length, reachedOf(close.data).told) : texts.closing.who}>
              {close.data ? (
                <Concerned bookings={close.data.bookings} />
              ) : (
                <WouldClose would={shown} slots={shown.slots} activities={activities} />
              )}
              <div className="mt-5 flex flex-wrap gap-3">
                {close.data ? (
                  <>
                    <Button asChild>
                      <Link to={`/desk/schedule?date=${asked.stretch.from}`}>{words.toBoard}</Link>
                    </Button>
                    <Button look="quiet" isBusy={reopen.isPending} onClick={() => { openAgain(asked.stretch); }}>
                      {words.again}
                    </Button>
                    <Button look="quiet" onClick={startAnew}>
                      {words.another}
                    </Button>
                  </>
                ) : (
                  <>
                    <Button
                      look="danger"
                      isBusy={close.isPending}
                      disabled={shown.slots.length === 0}
                      onClick={() => { close.mutate({ ...asked.stretch, reason: asked.reason }); }}
                    >
                      {texts.closing.yesMany(shown.slots.length)}
                    </Button>
                    <Button look="quiet" onClick={startAnew}>
                      {texts.closing.change}
                    </Button>
                  </>
                )}
              </div>
            </Section>
            <CalledOff slots={shown.slots} activities={activities} />
          </>
        ) : null}
      </div>
      <div className="mt-5 empty:hidden">
        <Refusal problem={preview.error ?? close.error ?? reopen.error} />
      </div>
    </Page>
  );
}
