import { Link } from "react-router";
import { Button } from "@/components/ui/Button";
import { texts } from "@/lib/texts";
import { Horizon } from "./Horizon";

interface Props {
  title: string;
  lead: string;
  /** Where signing in leads back to. */
  from: string;
}

/** What stands on a guest's own pages while nobody is signed in. */
export function SignInFirst({ title, lead, from }: Props) {
  return (
    <section className="mx-auto max-w-xl overflow-hidden rounded-card border border-line bg-shell">
      <Horizon className="h-36 w-full sm:h-44" />
      <div className="grid justify-items-start gap-4 p-6 sm:p-8">
        <h1 className="text-3xl">{title}</h1>
        <p className="text-ink-soft">{lead}</p>
        <div className="flex flex-wrap gap-3">
          <Button asChild>
            <Link to="/login" state={{ from }}>
              {texts.nav.signIn}
            </Link>
          </Button>
          <Button look="quiet" asChild>
            <Link to="/activities">{texts.nav.activities}</Link>
          </Button>
        </div>
      </div>
    </section>
  );
}
