import { Field, Select } from "@/components/ui/Field";
import { Section } from "@/components/ui/Section";
import type { DeskActivity } from "@/api/shapes";
import { CategoryField } from "./CategoryField";
import { CountField, LineField, ParagraphField, type FormProps } from "./FormFields";
import { RatesField } from "./RatesField";
import { texts } from "./texts";

const PRICE_PER: DeskActivity["price_per"][] = ["person", "seat", "booking"];
const pair = "grid gap-4 sm:grid-cols-2 sm:items-start";

/** Every field of an activity. */
export function ActivityForm({ currency, ...form }: FormProps & { currency: string }) {
  const { draft, set } = form;
  return (
    <>
      <Section title={texts.sections.what}>
        <div className="grid gap-4">
          <LineField name="name" {...form} />
          <ParagraphField name="description" rows={5} longest={5_000} {...form} />
          <div className={pair}>
            <CategoryField {...form} />
            <LineField name="location" {...form} />
          </div>
          <LineField name="slug" hint={texts.fields.slugHint} {...form} />
        </div>
      </Section>
      <Section title={texts.sections.price}>
        <div className="grid gap-4">
          <div className={pair}>
            <Field label={texts.fields.price_per}>
              {(ids) => (
                <Select {...ids} value={draft.price_per} onChange={({ target }) => { set({ price_per: PRICE_PER.find((one) => one === target.value) ?? "person" }); }}>
                  {PRICE_PER.map((per) => (
                    <option key={per} value={per}>
                      {texts.fields.pricePer[per]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <CountField name="people_per_seat" hint={texts.fields.peopleHint} {...form} />
          </div>
          <RatesField currency={currency} {...form} />
        </div>
      </Section>
      <Section title={texts.sections.rules}>
        <div className="grid gap-4 sm:grid-cols-2 sm:items-start xl:grid-cols-3">
          <CountField name="duration_minutes" {...form} />
          <CountField name="capacity_per_slot" hint={texts.fields.capacityHint} {...form} />
          <CountField name="min_age" {...form} />
          <CountField name="min_party" {...form} />
          <CountField name="max_party" {...form} />
          <CountField name="arrive_minutes_before" {...form} />
          <CountField name="booking_cutoff_minutes" {...form} />
          <CountField name="cancellation_deadline_hours" hint={texts.fields.deadlineHint} {...form} />
        </div>
      </Section>
      <Section title={texts.sections.more}>
        <div className="grid gap-4">
          <ParagraphField name="meeting_point" {...form} />
          <ParagraphField name="requirements" {...form} />
          <ParagraphField name="bring" {...form} />
          <ParagraphField name="includes" hint={texts.fields.includesHint} rows={3} {...form} />
        </div>
      </Section>
    </>
  );
}
