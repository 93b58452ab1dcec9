import { CircleCheck, Ellipsis } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { inWords } from "@/lib/errors";
import { useOnline } from "@/lib/online";
import { toast } from "@/lib/toast";
import { leadOf } from "../parts/lead";
import type { Manifest, ManifestEntry } from "../parts/shapes";
import { StatusBadge } from "../parts/StatusBadge";
import { useCheckIn } from "./check-in-call";
import { EntryDialog } from "./EntryDialog";
import { arrivalInWords } from "./entries";
import { texts } from "./texts";

interface Props {
  entry: ManifestEntry;
  manifest: Manifest;
}

/** What is done with a party at the pier: one tap checks all of it in, the rest is behind "more". */
export function EntryActions({ entry, manifest }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2 md:flex-nowrap md:justify-between print:hidden">
      <Whereabouts entry={entry} />
      <Button look="plain" size="small" aria-label={texts.manifest.more(leadOf(entry))} onClick={() => { setOpen(true); }}>
        <Ellipsis aria-hidden="true" className="size-5" />
        <span className="md:sr-only">{texts.manifest.moreShort}</span>
      </Button>
      <EntryDialog entry={entry} manifest={manifest} isOpen={isOpen} onClose={() => { setOpen(false); }} />
    </div>
  );
}

function Whereabouts({ entry }: { entry: ManifestEntry }) {
  const isOnline = useOnline();
  const checkIn = useCheckIn();
  if (entry.status !== "confirmed") return <StatusBadge status={entry.status} />;
  if (entry.checked_in_at)
    return (
      <span className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-palm">
        <CircleCheck aria-hidden="true" className="size-5" />
        {arrivalInWords(entry)}
      </span>
    );
  return (
    <Button
      size="small"
      aria-label={texts.manifest.checkIn(leadOf(entry))}
      disabled={!isOnline}
      isBusy={checkIn.isPending}
      onClick={() => {
        checkIn.mutate({ code: entry.reference }, {
          onError: (problem) => {
            toast.error(inWords(problem));
          },
        });
      }}
    >
      {texts.checkIn.submit}
    </Button>
  );
}
