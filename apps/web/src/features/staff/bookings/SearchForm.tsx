import { Search } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Field, Input, Select } from "@/components/ui/Field";
import { useTyped } from "@/lib/typed";
import { useListedActivities } from "../parts/activities-call";
import { texts as shared } from "../parts/texts";
import { STATUSES, type Filters } from "./filters";
import { texts } from "./texts";

interface Props {
  filters: Filters;
  onChange: (changes: Partial<Filters>) => void;
}

/** One box for what somebody says on the phone, and three filters beside it. */
export function SearchForm({ filters, onChange }: Props) {
  const activities = useListedActivities();
  const hasAny = Object.values(filters).some(Boolean);
  return (
    <search aria-label={texts.search.label} className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(16rem,2fr)_repeat(3,minmax(9rem,1fr))_auto]">
      <WordsField words={filters.q} onChange={(q) => { onChange({ q }); }} />
      <Field label={texts.search.day}>
        {(ids) => <Input {...ids} type="date" value={filters.date} onChange={(event) => { onChange({ date: event.target.value }); }} />}
      </Field>
      <Field label={texts.search.status}>
        {(ids) => (
          <Select {...ids} value={filters.status} onChange={(event) => { onChange({ status: STATUSES.find((one) => one === event.target.value) ?? "" }); }}>
            <option value="">{texts.search.allStates}</option>
            {STATUSES.map((status) => (
              <option key={status} value={status}>{shared.status[status]}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={texts.search.activity} className="max-lg:col-span-2">
        {(ids) => (
          <Select {...ids} value={filters.activity} onChange={(event) => { onChange({ activity: event.target.value }); }}>
            <option value="">{texts.search.allActivities}</option>
            {(activities.data ?? []).map(({ slug, name }) => (
              <option key={slug} value={slug}>{name}</option>
            ))}
          </Select>
        )}
      </Field>
      {hasAny ? (
        <Button look="plain" onClick={() => { onChange({ q: "", date: "", activity: "", status: "" }); }}>
          {texts.search.clear}
        </Button>
      ) : null}
    </search>
  );
}

function WordsField({ words, onChange }: { words: string; onChange: (words: string) => void }) {
  const [typed, setTyped] = useTyped(words, onChange);
  return (
    <Field label={texts.search.hint} className="col-span-2 lg:col-span-1">
      {(ids) => (
        <span className="relative block">
          <Search aria-hidden="true" className="pointer-events-none absolute top-1/2 left-3.5 size-5 -translate-y-1/2 text-ink-soft" />
          <Input {...ids} type="search" className="pl-11" autoComplete="off" maxLength={200} enterKeyHint="search" value={typed} onChange={(event) => { setTyped(event.target.value); }} />
        </span>
      )}
    </Field>
  );
}
