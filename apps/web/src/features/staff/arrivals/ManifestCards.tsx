import { spaced } from "@/lib/format";
import { leadOf } from "../parts/lead";
import type { Manifest } from "../parts/shapes";
import { EntryActions } from "./EntryActions";
import { partyInWords } from "./entries";
import { Remarks } from "./ManifestTable";
import { Phone } from "./Phone";
import { texts } from "./texts";

/** The manifest for a phone in the hand. */
export function ManifestCards({ manifest }: { manifest: Manifest }) {
  return (
    <ul className="grid gap-3 md:hidden print:hidden">
      {manifest.items.map((entry) => (
        <li key={entry.booking_id} className="grid gap-2 rounded-card border border-line bg-shell p-4">
          <div className="flex items-start justify-between gap-3">
            <h2 className="min-w-0 font-sans text-lg">{leadOf(entry)}</h2>
            {entry.room ? (
              <p className="shrink-0 font-semibold tabular-nums">
                {texts.manifest.room} {entry.room}
              </p>
            ) : null}
          </div>
          <p>
            {partyInWords(entry.party, manifest.rates)} · <span className="text-ink-soft tabular-nums">{spaced(entry.reference)}</span>
          </p>
          <Remarks entry={entry} />
          {entry.phone ? <Phone entry={entry} /> : null}
          <EntryActions entry={entry} manifest={manifest} />
        </li>
      ))}
    </ul>
  );
}
