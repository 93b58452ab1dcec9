import { Download, Plus, Ship, Upload } from "lucide-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Select } from "@/components/ui/Field";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { useListedActivities, type ListedActivity } from "../parts/activities-call";
import { useKinds } from "../parts/kinds-call";
import { PageHead } from "../parts/PageHead";
import { CatalogueList } from "./CatalogueList";
import { ResourcesDialog } from "./ResourcesDialog";
import { SearchField } from "./SearchField";
import { texts } from "./texts";

const EXPORT = `${import.meta.env.VITE_API_URL ?? ""}/api/v1/staff/activities/export/?format=`;
const SHOWING = ["all", "active", "inactive"] as const;

/** Every activity, on sale or not. */
export function CataloguePage() {
  const [isManaging, setManaging] = useState(false);
  return (
    <Page title={texts.title} className="max-w-none">
      <PageHead title={texts.title}>
        <Button size="small" asChild>
          <Link to="/desk/catalogue/new">
            <Plus aria-hidden="true" className="size-4" />
            {texts.make}
          </Link>
        </Button>
        <Button look="quiet" size="small" onClick={() => { setManaging(true); }}>
          <Ship aria-hidden="true" className="size-4" />
          {texts.resources}
        </Button>
        <Button look="quiet" size="small" asChild>
          <Link to="/desk/catalogue/import">
            <Upload aria-hidden="true" className="size-4" />
            {texts.import}
          </Link>
        </Button>
        {(["csv", "json"] as const).map((format) => (
          <Button key={format} look="quiet" size="small" asChild>
            <a href={`${EXPORT}${format}`} download={`activities.${format}`}>
              <Download aria-hidden="true" className="size-4" />
              {format === "csv" ? texts.export : texts.exportJson}
            </a>
          </Button>
        ))}
      </PageHead>
      <Found />
      <ResourcesDialog isOpen={isManaging} onClose={() => { setManaging(false); }} />
    </Page>
  );
}

function Found() {
  const [address, setAddress] = useSearchParams();
  const found = useListedActivities();
  const kinds = useKinds().data ?? [];
  const wanted = { q: address.get("q") ?? "", kind: address.get("category") ?? "", show: address.get("show") ?? "all" };
  const change = (changed: Partial<typeof wanted>) => {
    const { q, kind, show } = { ...wanted, ...changed };
    setAddress({ ...(q ? { q } : {}), ...(kind ? { category: kind } : {}), ...(show === "all" ? {} : { show }) }, { replace: true });
  };
  const shown = (found.data ?? []).filter((one) => fits(one, wanted));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <SearchField value={wanted.q} onChange={(q) => { change({ q }); }} />
        <div className="grid w-full grid-cols-2 gap-2 sm:flex sm:w-auto">
          <Select aria-label={texts.kind} className="sm:w-48" value={wanted.kind} onChange={({ target }) => { change({ kind: target.value }); }}>
            <option value="">{texts.allKinds}</option>
            {kinds.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Select>
          <Select aria-label={texts.showing} className="sm:w-40" value={wanted.show} onChange={({ target }) => { change({ show: target.value }); }}>
            {SHOWING.map((show) => (
              <option key={show} value={show}>
                {texts[show]}
              </option>
            ))}
          </Select>
        </div>
      </div>
      {found.isError && !found.data ? <Problem problem={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading /> : null}
      {found.data && shown.length === 0 ? (
        <div role="status" className="rounded-card border border-dashed border-line px-5 py-12 text-center">
          <p className="font-display text-2xl">{texts.noneTitle}</p>
          <p className="mt-2 text-ink-soft">{found.data.length === 0 ? texts.none : texts.noneFound}</p>
        </div>
      ) : null}
      {shown.length > 0 ? (
        <>
          <p role="status" className="mb-3 text-ink-soft">
            {texts.count(shown.length)}
          </p>
          <CatalogueList activities={shown} labels={new Map(kinds.map(({ code, label }) => [code, label]))} />
        </>
      ) : null}
    </>
  );
}

function fits(one: ListedActivity, { q, kind, show }: { q: string; kind: string; show: string }): boolean {
  const plain = (words: string) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const isShown = show === "all" || one.is_active === (show === "active");
  return isShown && (!kind || one.category === kind) && plain(`${one.name} ${one.slug}`).includes(plain(q.trim()));
}
