import { FileDown, Plus, Printer, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/Badge";
import { Button } from "@/components/ui/Button";
import { serverNow } from "@/lib/clock";
import { asApiError, inWords } from "@/lib/errors";
import { clockTime, dayAndTime, dayOf } from "@/lib/format";
import { toast } from "@/lib/toast";
import { openQuickBooking } from "../booking/quick";
import { saveFile, UNICODE_MARK } from "@/lib/save-file";
import type { Manifest } from "../parts/shapes";
import { SlotBadges } from "../parts/SlotBadges";
import { manifestFile } from "./manifest-call";
import { texts } from "./texts";

/** Which departure it is, how many have come, and what to do with the list. */
export function ManifestHead({ manifest }: { manifest: Manifest }) {
  const { slot, activity, people, arrived, minimum, is_under_minimum: isUnderMinimum } = manifest;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="grid gap-2">
        <h1 className="text-3xl">{activity.name}</h1>
        <p className="text-lg font-semibold">
          <time dateTime={slot.start_time}>{dayAndTime(slot.start_time)}</time> – {clockTime(slot.end_time)}
        </p>
        <p className="text-ink-soft">{[activity.location, slot.lane].filter(Boolean).join(" · ")}</p>
        <p className="flex flex-wrap items-center gap-2">
          <Badge look={people > 0 && arrived >= people ? "good" : "calm"}>{texts.arrivedOf(arrived, people)}</Badge>
          <Badge look="grey">{texts.seats(slot.booked_count, slot.capacity)}</Badge>
          {isUnderMinimum ? (
            <Badge look="warm">
              <TriangleAlert aria-hidden="true" className="size-3.5" />
              {texts.manifest.minimum(people, minimum)}
            </Badge>
          ) : null}
          <SlotBadges slot={slot} />
        </p>
        <p className="hidden text-sm print:block">{texts.manifest.printed(dayAndTime(new Date(serverNow())))}</p>
      </div>
      <Tools manifest={manifest} />
    </div>
  );
}

function Tools({ manifest: { slot, activity } }: { manifest: Manifest }) {
  const [isSaving, setSaving] = useState(false);
  const save = () => {
    setSaving(true);
    const clock = clockTime(slot.start_time).replace(/\W+/g, "-").toLowerCase();
    manifestFile(slot.id)
      .then(
        (text) => {
          saveFile(`${activity.slug}-${dayOf(slot.start_time)}-${clock}.csv`, UNICODE_MARK + text, "text/csv");
        },
        (problem: unknown) => {
          toast.error(inWords(asApiError(problem)));
        },
      )
      .finally(() => {
        setSaving(false);
      });
  };
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button look="quiet" size="small" onClick={() => { openQuickBooking(slot.id); }}>
        <Plus aria-hidden="true" className="size-4" />
        {texts.manifest.book}
      </Button>
      <Button look="quiet" size="small" onClick={() => { window.print(); }}>
        <Printer aria-hidden="true" className="size-4" />
        {texts.manifest.print}
      </Button>
      <Button look="quiet" size="small" isBusy={isSaving} onClick={save}>
        <FileDown aria-hidden="true" className="size-4" />
        {texts.manifest.file}
      </Button>
    </div>
  );
}
