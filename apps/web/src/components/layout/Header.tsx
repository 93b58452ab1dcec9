import { Moon, Sun, UserRound } from "lucide-react";
import { Link, NavLink } from "react-router";
import { resort } from "@/lib/resort";
import { session } from "@/lib/session";
import { useStore } from "@/lib/store";
import { texts } from "@/lib/texts";
import { useTheme } from "@/lib/theme";
import { cn } from "@/lib/cn";
import { Logo } from "./Logo";

const link = ({ isActive }: { isActive: boolean }) =>
  cn(
    "inline-flex min-h-11 items-center rounded-full px-4 font-semibold hover:text-lagoon-deep",
    isActive ? "bg-lagoon-tint text-lagoon-deep" : "text-ink-soft",
  );

export function Header() {
  const { name } = useStore(resort);
  const { user } = useStore(session);
  const { isDark, toggle } = useTheme();
  return (
    <header className="sticky top-0 z-30 border-b border-line/70 bg-sand/95 pt-[env(safe-area-inset-top)] backdrop-blur">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:rounded-full focus:bg-lagoon focus:px-4 focus:py-2 focus:text-on-lagoon"
      >
        {texts.skip}
      </a>
      <div className="mx-auto flex h-16 max-w-7xl items-center justify-between gap-2 px-4 lg:px-8">
        <Link to="/" className="flex min-h-11 min-w-0 items-center gap-2.5">
          <Logo />
          <span className="truncate font-display text-xl font-semibold">{name}</span>
        </Link>
        <nav aria-label="Main" className="hidden items-center gap-1 md:flex">
          <NavLink to="/activities" className={link}>
            {texts.nav.activities}
          </NavLink>
          <NavLink to="/bookings" className={link}>
            {texts.nav.bookings}
          </NavLink>
        </nav>
        <div className="flex items-center gap-1">
          <button
            type="button"
            onClick={toggle}
            aria-label={isDark ? texts.theme.toLight : texts.theme.toDark}
            className="grid size-11 place-items-center rounded-full text-ink-soft hover:bg-shell"
          >
            {isDark ? <Sun aria-hidden="true" className="size-5" /> : <Moon aria-hidden="true" className="size-5" />}
          </button>
          <Link
            to={user ? "/profile" : "/login"}
            className="hidden min-h-11 items-center gap-2 rounded-full border border-line bg-shell px-4 font-semibold hover:border-lagoon md:inline-flex"
          >
            <UserRound aria-hidden="true" className="size-4" />
            {user ? user.name.split(" ")[0] || texts.nav.profile : texts.nav.signIn}
          </Link>
        </div>
      </div>
    </header>
  );
}
