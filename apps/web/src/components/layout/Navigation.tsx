import { CalendarCheck, Compass, House, UserRound } from "lucide-react";
import { NavLink, useMatch } from "react-router";
import { session } from "@/lib/session";
import { useStore } from "@/lib/store";
import { texts } from "@/lib/texts";
import { cn } from "@/lib/cn";

/** The tabs at the bottom of phones, within reach of a thumb. */
export function Navigation() {
  const { user } = useStore(session);
  // An activity's page has the bar with the total there.
  const isTaken = useMatch("/activities/:key") !== null;
  if (isTaken) return null;
  const tabs = [
    { to: "/", label: texts.nav.home, Icon: House },
    { to: "/activities", label: texts.nav.activities, Icon: Compass },
    { to: "/bookings", label: texts.nav.bookings, Icon: CalendarCheck },
    user
      ? { to: "/profile", label: texts.nav.profile, Icon: UserRound }
      : { to: "/login", label: texts.nav.signIn, Icon: UserRound },
  ];
  return (
    <nav
      aria-label="Tabs"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-shell/95 pb-[env(safe-area-inset-bottom)] backdrop-blur md:hidden"
    >
      <ul className="mx-auto grid max-w-lg grid-cols-4">
        {tabs.map(({ to, label, Icon }) => (
          <li key={to} className="min-w-0">
            <NavLink
              to={to}
              end={to === "/"}
              className={({ isActive }) =>
                cn(
                  "flex min-h-15 min-w-0 flex-col items-center justify-center gap-0.5 text-[min(0.75rem,4vw)] font-semibold",
                  isActive ? "text-lagoon-deep" : "text-ink-soft",
                )
              }
            >
              <Icon aria-hidden="true" className="size-5.5" />
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
