import { ArrowLeft } from "lucide-react";
import { Link, useParams } from "react-router";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { today } from "@/lib/days";
import { dayOf } from "@/lib/format";
import { openQuickBooking } from "../booking/quick";
import { OldAnswer } from "../parts/OldAnswer";
import type { Manifest } from "../parts/shapes";
import { CheckInBar } from "./CheckInBar";
import { ManifestCards } from "./ManifestCards";
import { ManifestHead } from "./ManifestHead";
import { ManifestTable } from "./ManifestTable";
import { useManifest } from "./manifest-call";
import { texts } from "./texts";

/** Who is to come aboard a departure: read, checked in, printed. */
export function ManifestPage() {
  const { slot = "" } = useParams();
  const { data, error, isError, dataUpdatedAt, refetch } = useManifest(slot);
  return (
    <Page title={data ? `${texts.manifest.title}: ${data.activity.name}` : texts.manifest.title} className="grid max-w-none grid-cols-1 gap-5 print:p-0">
      <BackToDay start={data?.slot.start_time} />
      {data ? (
        <>
          <OldAnswer at={dataUpdatedAt} hasFailed={isError} />
          <ManifestHead manifest={data} />
          <Aboard manifest={data} />
        </>
      ) : (
        <>
          <h1 className="text-3xl">{texts.manifest.title}</h1>
          {isError ? <Problem problem={error} onRetry={() => void refetch()} /> : <Loading />}
        </>
      )}
    </Page>
  );
}

function BackToDay({ start }: { start: string | undefined }) {
  const day = start ? dayOf(start) : today();
  return (
    <Button look="plain" size="small" className="-ml-3 justify-self-start print:hidden" asChild>
      <Link to={day === today() ? "/desk" : `/desk?day=${day}`}>
        <ArrowLeft aria-hidden="true" className="size-4" />
        {texts.manifest.back}
      </Link>
    </Button>
  );
}

function Aboard({ manifest }: { manifest: Manifest }) {
  return (
    <>
      <div className="max-w-2xl">
        <CheckInBar />
      </div>
      {manifest.items.length === 0 ? <Nobody slotId={manifest.slot.id} /> : <ManifestCards manifest={manifest} />}
      <ManifestTable manifest={manifest} />
    </>
  );
}

function Nobody({ slotId }: { slotId: string }) {
  return (
    <section className="grid justify-items-start gap-3 rounded-card border border-line bg-shell p-6 print:hidden">
      <h2 className="text-2xl">{texts.manifest.noneTitle}</h2>
      <p className="text-ink-soft">{texts.manifest.none}</p>
      <Button
        onClick={() => {
          openQuickBooking(slotId);
        }}
      >
        {texts.manifest.book}
      </Button>
    </section>
  );
}
