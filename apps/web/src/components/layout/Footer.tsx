import { resort } from "@/lib/resort";
import { useStore } from "@/lib/store";
import { texts } from "@/lib/texts";
import { isAway } from "@/lib/format";
import { AskOnWhatsApp } from "./AskOnWhatsApp";

export function Footer() {
  const { name, timezone, desk_phone: phone } = useStore(resort);
  return (
    <footer className="mt-16 border-t border-line bg-shell">
      <div className="mx-auto grid max-w-7xl gap-4 px-4 py-10 text-ink-soft lg:px-8">
        <p className="font-display text-lg text-ink">{name}</p>
        <p>{texts.footer.help}</p>
        <div className="flex flex-wrap gap-3">
          <AskOnWhatsApp />
          {phone ? (
            <a href={`tel:${phone}`} className="inline-flex min-h-11 items-center font-semibold text-lagoon-deep underline">
              {texts.footer.call}: {phone}
            </a>
          ) : null}
        </div>
        {isAway() ? <p className="text-sm">{texts.zone(timezone)}</p> : null}
      </div>
    </footer>
  );
}
