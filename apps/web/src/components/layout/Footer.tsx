import { Phone } from "lucide-react";
import { Link } from "react-router";
import { isAway } from "@/lib/format";
import { resort } from "@/lib/resort";
import { useStore } from "@/lib/store";
import { texts } from "@/lib/texts";
import { AskOnWhatsApp } from "./AskOnWhatsApp";
import { Logo } from "./Logo";

const link = "inline-flex min-h-11 items-center gap-2 font-semibold underline-offset-4 hover:underline";

export function Footer() {
  const { name, timezone, desk_phone: phone, has_simulator: isDemo } = useStore(resort);
  return (
    <footer className="relative mt-24 bg-deep pb-[calc(3.75rem+env(safe-area-inset-bottom))] text-on-deep md:pb-0">
      <svg aria-hidden="true" viewBox="0 0 1440 60" preserveAspectRatio="none" className="absolute inset-x-0 bottom-full h-7 w-full md:h-12">
        <path d="M0 26c120 34 240 34 360 0s240-26 360 0 240 34 360 0 240-26 360 6v29H0z" className="fill-deep" />
      </svg>
      <div className="mx-auto grid max-w-7xl gap-8 px-4 pt-6 pb-10 md:grid-cols-[1fr_auto_auto] md:gap-16 lg:px-8">
        <div>
          <p className="flex items-center gap-3 font-display text-2xl font-semibold">
            <Logo />
            {name}
          </p>
          {isAway() ? <p className="mt-3 text-sm text-on-deep/80">{texts.zone(timezone)}</p> : null}
        </div>
        <div className="grid content-start justify-items-start gap-2">
          <p>{texts.footer.help}</p>
          <AskOnWhatsApp />
          {phone ? (
            <a href={`tel:${phone}`} className={link}>
              <Phone aria-hidden="true" className="size-4" />
              {texts.footer.call}: {phone}
            </a>
          ) : null}
        </div>
        <ul className="grid content-start">
          <li>
            <Link to="/activities" className={link}>
              {texts.nav.activities}
            </Link>
          </li>
          <li>
            <Link to="/bookings" className={link}>
              {texts.nav.bookings}
            </Link>
          </li>
          <li>
            <a href="/docs" className={link}>
              {texts.footer.docs}
            </a>
          </li>
          {isDemo ? (
            <li>
              <a href="/simulator" className={link}>
                {texts.footer.simulator}
              </a>
            </li>
          ) : null}
        </ul>
      </div>
    </footer>
  );
}
