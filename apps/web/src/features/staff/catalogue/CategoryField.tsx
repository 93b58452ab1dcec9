import { useState } from "react";
import { Field, Input, Select } from "@/components/ui/Field";
import { useKinds } from "../parts/kinds-call";
import type { FormProps } from "./FormFields";
import { texts } from "./texts";

const NEW = "\u0000new";

/** One of the categories that there are, or a new one by its name. */
export function CategoryField({ draft, problems, set }: FormProps) {
  const kinds = useKinds().data;
  const [isNew, setNew] = useState(false);
  const known = (kinds ?? []).some(({ code }) => code === draft.category);
  return (
    <div className="grid gap-3">
      <Field label={texts.fields.category} error={isNew ? undefined : problems.category}>
        {(ids) => (
          <Select
            {...ids}
            value={isNew ? NEW : draft.category}
            onChange={({ target }) => {
              setNew(target.value === NEW);
              set({ category: target.value === NEW ? "" : target.value });
            }}
          >
            <option value="">–</option>
            {draft.category && !known && !isNew ? <option value={draft.category}>{draft.category}</option> : null}
            {(kinds ?? []).map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
            <option value={NEW}>{texts.fields.newCategory}</option>
          </Select>
        )}
      </Field>
      {isNew ? (
        <Field label={texts.fields.newCategoryName} error={problems.category}>
          {(ids) => <Input {...ids} maxLength={200} value={draft.category} onChange={({ target }) => { set({ category: target.value }); }} />}
        </Field>
      ) : null}
    </div>
  );
}
