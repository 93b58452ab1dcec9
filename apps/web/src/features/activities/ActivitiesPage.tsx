import { lazy, Suspense, useState } from "react";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Loading } from "@/components/ui/Loading";
import { useWide } from "@/lib/wide";
import { useCategories } from "./calls/categories";
import { countFilters, NO_FILTERS } from "./filters";
import { Found } from "./parts/Found";
import { Toolbar } from "./parts/Toolbar";
import { texts } from "./texts";
import { useFilters } from "./useFilters";

// A phone shows the list first, and what narrows it when it is asked for.
const ActivityFilter = lazy(async () => ({ default: (await import("./parts/ActivityFilter")).ActivityFilter }));
const FilterDialog = lazy(async () => ({ default: (await import("./parts/FilterDialog")).FilterDialog }));

/** All there is to do, narrowed as the guest likes; the address holds how. */
export function ActivitiesPage() {
  const [filters, change] = useFilters();
  const [isOpen, setIsOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const kinds = useCategories().data ?? [];
  const isWide = useWide();
  const close = () => {
    setIsOpen(false);
  };
  const clear = () => {
    change({ ...NO_FILTERS, q: filters.q, look: filters.look });
  };
  return (
    <Page title={texts.activities.title}>
      <h1 className="text-4xl md:text-5xl">{texts.activities.title}</h1>
      <div className="mt-5 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-8">
        {isWide ? (
          <aside aria-label={texts.activities.filters}>
            <div className="sticky top-24 rounded-card border border-line bg-shell p-5">
              <Suspense fallback={<Loading />}>
                <ActivityFilter filters={filters} kinds={kinds} onChange={change} />
              </Suspense>
              {countFilters(filters) > 0 ? (
                <Button look="plain" className="mt-3 w-full" onClick={clear}>
                  {texts.activities.clear}
                </Button>
              ) : null}
            </div>
          </aside>
        ) : null}
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-5">
          <Toolbar
            filters={filters}
            onChange={change}
            onOpenFilters={() => {
              setAsked(true);
              setIsOpen(true);
            }}
          />
          <h2 className="sr-only">{texts.activities.found}</h2>
          <Found filters={filters} kinds={kinds} onChange={change} />
        </div>
      </div>
      {isAsked ? (
        <Suspense fallback={null}>
          <FilterDialog isOpen={isOpen} onClose={close} onClear={clear} filters={filters} kinds={kinds} onChange={change} />
        </Suspense>
      ) : null}
    </Page>
  );
}
