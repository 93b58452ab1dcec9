import { Page } from "@/components/layout/Page";
import { useFilters } from "./filters";
import { PageHead } from "../parts/PageHead";
import { Results } from "./Results";
import { SearchForm } from "./SearchForm";
import { texts } from "./texts";

/** Bookings of all guests: by reference, room, phone or name; by day, activity, state. */
export function DeskBookingsPage() {
  const [filters, change] = useFilters();
  return (
    <Page title={texts.title} className="max-w-none">
      <PageHead title={texts.title} />
      <SearchForm filters={filters} onChange={change} />
      <Results filters={filters} />
    </Page>
  );
}
