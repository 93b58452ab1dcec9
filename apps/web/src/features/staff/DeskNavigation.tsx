import {
  Banknote,
  CalendarDays,
  ChartNoAxesColumn,
  ClipboardCheck,
  MailWarning,
  MessagesSquare,
  ScrollText,
  Search,
  Sailboat,
  Users,
} from "lucide-react";
import { NavLink } from "react-router";
import { cn } from "@/lib/cn";
import { texts } from "./texts";

const PLACES = [
  { to: "/desk", label: texts.nav.arrivals, Icon: ClipboardCheck, isAdmins: false },
  { to: "/desk/schedule", label: texts.nav.schedule, Icon: CalendarDays, isAdmins: false },
  { to: "/desk/bookings", label: texts.nav.bookings, Icon: Search, isAdmins: false },
  { to: "/desk/conversations", label: texts.nav.conversations, Icon: MessagesSquare, isAdmins: false },
  { to: "/desk/charges", label: texts.nav.charges, Icon: Banknote, isAdmins: false },
  { to: "/desk/catalogue", label: texts.nav.catalogue, Icon: Sailboat, isAdmins: false },
  { to: "/desk/messages", label: texts.nav.messages, Icon: MailWarning, isAdmins: false },
  { to: "/desk/figures", label: texts.nav.figures, Icon: ChartNoAxesColumn, isAdmins: false },
  { to: "/desk/people", label: texts.nav.people, Icon: Users, isAdmins: true },
  { to: "/desk/audit", label: texts.nav.audit, Icon: ScrollText, isAdmins: true },
];

/** The places of the desk: a column beside wide pages, a row that scrolls over narrow ones. */
export function DeskNavigation({ isAdmin }: { isAdmin: boolean }) {
  return (
    <nav
      aria-label={texts.nav.label}
      className="overflow-x-auto border-b border-line bg-shell lg:sticky lg:top-16 lg:h-[calc(100dvh-4rem)] lg:border-r lg:border-b-0 print:hidden"
    >
      <ul className="flex gap-1 p-2 lg:flex-col lg:p-4">
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
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
