import { Link } from "react-router";
import { Badge } from "@/components/ui/Badge";
import { Picture } from "@/components/ui/Picture";
import { duration, money } from "@/lib/format";
import type { ListedActivity } from "../parts/activities-call";
import { firstImage } from "@/lib/pictures";
import { useWide } from "@/lib/wide";
import { texts } from "./texts";

interface Props {
  activities: ListedActivity[];
  labels: ReadonlyMap<string, string>;
}

/** Words of addresses that are pages of their own. */
const TAKEN = new Set(["new", "import"]);

function addressOf({ id, slug }: ListedActivity): string {
  return `/desk/catalogue/${TAKEN.has(slug) ? id : slug}`;
}

function State({ isActive }: { isActive: boolean }) {
  return <Badge look={isActive ? "good" : "grey"}>{isActive ? texts.active : texts.inactive}</Badge>;
}

/** Activities: a table where there is room, else cards. */
export function CatalogueList({ activities, labels }: Props) {
  return useWide() ? <Table activities={activities} labels={labels} /> : <Cards activities={activities} labels={labels} />;
}

function Table({ activities, labels }: Props) {
  const heads = [texts.name, texts.kind, texts.price, texts.duration, texts.seats, texts.state];
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-shell">
      <table className="w-full text-left">
        <thead>
          <tr className="text-sm text-ink-soft">
            {heads.map((head) => (
              <th key={head} scope="col" className="border-b border-line px-4 py-3">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {activities.map((one) => (
            <tr key={one.id} className="hover:bg-sand">
              <th scope="row" className="border-b border-line px-4 py-2">
                <Link to={addressOf(one)} className="flex min-h-11 items-center gap-3 font-semibold hover:text-lagoon-deep">
                  <Picture image={firstImage(one)} isDecoration width="4rem" className="h-11 w-16 shrink-0 rounded-lg" />
                  {one.name}
                </Link>
              </th>
              <td className="border-b border-line px-4">{labels.get(one.category) ?? one.category}</td>
              <td className="border-b border-line px-4 whitespace-nowrap tabular-nums">{money(one.price, one.currency)}</td>
              <td className="border-b border-line px-4 whitespace-nowrap">{duration(one.duration_minutes)}</td>
              <td className="border-b border-line px-4 tabular-nums">{one.capacity_per_slot}</td>
              <td className="border-b border-line px-4 whitespace-nowrap">
                <State isActive={one.is_active} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ activities, labels }: Props) {
  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {activities.map((one) => (
        <li key={one.id} className="relative flex gap-3 rounded-2xl border border-line bg-shell p-3">
          <Picture image={firstImage(one)} isDecoration width="5rem" className="h-16 w-20 shrink-0 rounded-xl" />
          <div className="min-w-0">
            <Link to={addressOf(one)} className="font-semibold after:absolute after:inset-0">
              {one.name}
            </Link>
            <p className="text-sm text-ink-soft">
              {[labels.get(one.category) ?? one.category, money(one.price, one.currency), duration(one.duration_minutes)].join(" · ")}
            </p>
            {one.is_active ? null : <State isActive={false} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
