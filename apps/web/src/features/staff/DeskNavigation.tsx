import {
  Banknote,
  CalendarDays,
  ChartNoAxesColumn,
  ClipboardCheck,
  MailWarning,
  MessagesSquare,
  Plus,
  ScrollText,
  Search,
  Sailboat,
  Users,
} from "lucide-react";
import { useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import { cn } from "@/lib/cn";
import { openQuickBooking } from "./booking/quick";
import { WaitingBadge } from "./conversations/WaitingBadge";
import { texts } from "./texts";

const CHATS = "/desk/conversations";
const PLACES = [
  { to: "/desk", label: texts.nav.arrivals, Icon: ClipboardCheck, isAdmins: false },
  { to: CHATS, label: texts.nav.conversations, Icon: MessagesSquare, isAdmins: false },
  { to: "/desk/schedule", label: texts.nav.schedule, Icon: CalendarDays, isAdmins: false },
  { to: "/desk/bookings", label: texts.nav.bookings, Icon: Search, isAdmins: false },
  { to: "/desk/charges", label: texts.nav.charges, Icon: Banknote, isAdmins: false },
  { to: "/desk/catalogue", label: texts.nav.catalogue, Icon: Sailboat, isAdmins: false },
  { to: "/desk/messages", label: texts.nav.messages, Icon: MailWarning, isAdmins: false },
  { to: "/desk/figures", label: texts.nav.figures, Icon: ChartNoAxesColumn, isAdmins: false },
  { to: "/desk/people", label: texts.nav.people, Icon: Users, isAdmins: true },
  { to: "/desk/audit", label: texts.nav.audit, Icon: ScrollText, isAdmins: true },
];

/** The places of the desk: a column beside wide pages, a row that scrolls over narrow ones. */
export function DeskNavigation({ isAdmin }: { isAdmin: boolean }) {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>("[aria-current=page]");
    // By the row itself: whatever scrolls into view would move the page, too.
    if (here && row.current) row.current.scrollLeft = here.offsetLeft - (row.current.clientWidth - here.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav
      ref={row}
      aria-label={texts.nav.label}
      className="overflow-x-auto border-b border-line bg-shell lg:sticky lg:top-16 lg:h-[calc(100dvh-4rem)] lg:border-r lg:border-b-0 print:hidden"
    >
      <ul className="flex gap-1 p-2 lg:flex-col lg:p-4">
        <li className="lg:mb-3">
          <button
            type="button"
            aria-keyshortcuts="n Control+k"
            className="flex min-h-11 w-full items-center gap-2.5 rounded-full bg-coral px-4 font-semibold whitespace-nowrap text-on-coral hover:bg-coral-deep"
            onClick={() => {
              openQuickBooking();
            }}
          >
            <Plus aria-hidden="true" className="size-5 shrink-0" />
            {texts.nav.book}
            <kbd aria-hidden="true" className="ml-auto hidden rounded border border-current px-1.5 text-sm lg:inline">
              N
            </kbd>
          </button>
        </li>
        {PLACES.filter((place) => isAdmin || !place.isAdmins).map(({ to, label, Icon }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={to === "/desk"}
              className={({ isActive }) =>
                cn(
                  "flex min-h-11 items-center gap-2.5 rounded-full px-4 font-semibold whitespace-nowrap",
                  isActive ? "bg-lagoon-tint text-lagoon-deep" : "text-ink-soft hover:text-lagoon-deep",
                )
              }
            >
              <Icon aria-hidden="true" className="size-5 shrink-0" />
              {label}
              {to === CHATS ? <WaitingBadge /> : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
