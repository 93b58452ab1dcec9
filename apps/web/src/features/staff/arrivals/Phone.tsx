import { Eye } from "lucide-react";
import { inWords } from "@/lib/errors";
import { toast } from "@/lib/toast";
import { leadOf } from "../parts/lead";
import type { ManifestEntry } from "../parts/shapes";
import { usePhone } from "./phone-call";
import { texts } from "./texts";

/** A number as lists show it; in full for whoever asks, which is taken down. */
export function Phone({ entry }: { entry: ManifestEntry }) {
  const { data, mutate, isPending } = usePhone(entry.booking_id);
  if (!entry.phone) return <span className="text-ink-soft">{texts.manifest.noPhone}</span>;
  if (data?.phone)
    return (
      <a href={`tel:${data.phone}`} className="inline-flex min-h-11 items-center font-semibold text-lagoon-deep tabular-nums underline">
        {data.phone}
      </a>
    );
  return (
    <button
      type="button"
      aria-busy={isPending || undefined}
      className="inline-flex min-h-11 items-center gap-2 text-ink-soft tabular-nums hover:text-lagoon-deep"
      onClick={() => {
        mutate(undefined, {
          onError: (problem) => {
            toast.error(inWords(problem));
          },
        });
      }}
    >
      {entry.phone}
      <span className="sr-only">{texts.manifest.showPhone(leadOf(entry))}</span>
      <Eye aria-hidden="true" className="size-4 print:hidden" />
    </button>
  );
}
