import type { ReactNode } from "react";
import { spaced } from "@/lib/format";
import { leadOf } from "../parts/lead";
import type { Manifest, ManifestEntry } from "../parts/shapes";
import { StatusBadge } from "../parts/StatusBadge";
import { EntryActions } from "./EntryActions";
import { arrivalInWords, rateInWords, remarks } from "./entries";
import { Phone } from "./Phone";
import { texts } from "./texts";

const BLANK_LINES = 5;
const cell = "px-3 py-2.5 align-middle print:border print:border-line print:px-2 print:py-1.5";

/** The manifest for wide screens and for paper, where it has room for those who walk in. */
export function ManifestTable({ manifest }: { manifest: Manifest }) {
  const { rates, items } = manifest;
  const onScreen = items.length > 0 ? "hidden md:block" : "hidden";
  return (
    <div className={`${onScreen} overflow-x-auto rounded-card border border-line bg-shell print:block print:overflow-visible print:rounded-none print:border-0`}>
      <table className="w-full text-left print:text-sm">
        <thead className="border-b border-line text-sm text-ink-soft">
          <tr>
            <Head>{texts.manifest.room}</Head>
            <Head>{texts.manifest.name}</Head>
            {rates.map((rate) => (
              <Head key={rate}>{rateInWords(rate)}</Head>
            ))}
            <Head>{texts.manifest.requests}</Head>
            <Head>{texts.manifest.phone}</Head>
            <Head>{texts.manifest.here}</Head>
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => (
            <Row key={entry.booking_id} entry={entry} manifest={manifest} />
          ))}
          {Array.from({ length: BLANK_LINES }, (_, n) => (
            <tr key={n} className="hidden h-10 print:table-row">
              <td className={cell} />
              <td className={`${cell} text-xs text-ink-soft`}>{texts.manifest.walkIn}</td>
              {rates.map((rate) => (
                <td key={rate} className={cell} />
              ))}
              <td className={cell} />
              <td className={cell} />
              <td className={cell} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ children }: { children: ReactNode }) {
  return (
    <th scope="col" className="px-3 py-2.5 font-semibold whitespace-nowrap print:border print:border-line print:px-2 print:py-1.5">
      {children}
    </th>
  );
}

function Row({ entry, manifest }: { entry: ManifestEntry; manifest: Manifest }) {
  return (
    <tr className="break-inside-avoid border-b border-line last:border-b-0">
      <td className={`${cell} font-semibold whitespace-nowrap tabular-nums`}>{entry.room || texts.manifest.noRoom}</td>
      <th scope="row" className={`${cell} min-w-40 font-semibold`}>
        {leadOf(entry)}
        <span className="block text-sm font-normal text-ink-soft tabular-nums">{spaced(entry.reference)}</span>
      </th>
      {manifest.rates.map((rate) => (
        <td key={rate} className={`${cell} tabular-nums`}>
          {entry.party[rate] ?? ""}
        </td>
      ))}
      <td className={`${cell} max-w-md min-w-48`}>
        <Remarks entry={entry} />
      </td>
      <td className={`${cell} whitespace-nowrap`}>
        <Phone entry={entry} />
      </td>
      <td className={`${cell} w-px whitespace-nowrap`}>
        <span className="hidden print:inline">{entry.status === "no_show" ? <StatusBadge status="no_show" /> : arrivalInWords(entry) || "☐"}</span>
        <EntryActions entry={entry} manifest={manifest} />
      </td>
    </tr>
  );
}

export function Remarks({ entry }: { entry: ManifestEntry }) {
  const all = remarks(entry);
  if (all.length === 0) return null;
  return (
    <ul className="grid gap-0.5">
      {all.map((remark, n) => (
        <li key={n}>{remark}</li>
      ))}
    </ul>
  );
}
