import type { DeskActivity, Rate } from "@/api/shapes";

export const LINES = ["name", "slug", "category", "location"] as const;
export const PARAGRAPHS = ["description", "meeting_point", "requirements", "bring"] as const;
/** What is counted: the least, the most, and whether it may stay empty. */
export const COUNTS = {
  duration_minutes: { least: 1, most: 10_080, isOptional: false },
  capacity_per_slot: { least: 1, most: 10_000, isOptional: false },
  people_per_seat: { least: 1, most: 1_000, isOptional: false },
  min_age: { least: 0, most: 120, isOptional: true },
  min_party: { least: 1, most: 10_000, isOptional: false },
  max_party: { least: 1, most: 10_000, isOptional: true },
  arrive_minutes_before: { least: 0, most: 1_440, isOptional: false },
  booking_cutoff_minutes: { least: 0, most: 43_200, isOptional: false },
  cancellation_deadline_hours: { least: 0, most: 8_760, isOptional: true },
};

export type Line = (typeof LINES)[number];
export type Paragraph = (typeof PARAGRAPHS)[number];
export type Count = keyof typeof COUNTS;
export const COUNT_NAMES = Object.keys(COUNTS) as Count[];

export interface RateDraft {
  code: string;
  label: string;
  price: string;
  min_age: string;
  max_age: string;
  takes_seat: boolean;
}

/** An activity as the form holds it: what is typed, whether it makes sense or not. */
export type Draft = Record<Line | Paragraph | Count, string> & {
  price_per: DeskActivity["price_per"];
  rates: RateDraft[];
  /** What is included, one thing a line. */
  includes: string;
};

export type Field = keyof Draft;

const text = (value: number | null) => (value === null ? "" : String(value));

function rateDraftOf(rate: Rate): RateDraft {
  return { ...rate, price: rate.price.replace(/\.00$/, ""), min_age: text(rate.min_age), max_age: text(rate.max_age) };
}

function includesOf(metadata: DeskActivity["metadata"]): string {
  const told = metadata.includes;
  return Array.isArray(told) ? told.filter((one): one is string => typeof one === "string").join("\n") : "";
}

export function draftOf(activity: DeskActivity): Draft {
  const counts = Object.fromEntries(COUNT_NAMES.map((name) => [name, text(activity[name])])) as Record<Count, string>;
  const words = Object.fromEntries([...LINES, ...PARAGRAPHS].map((name) => [name, activity[name]])) as Record<Line | Paragraph, string>;
  return {
    ...counts,
    ...words,
    price_per: activity.price_per,
    rates: activity.rates.map(rateDraftOf),
    includes: includesOf(activity.metadata),
  };
}

export const NEW_RATE: RateDraft = { code: "", label: "", price: "", min_age: "", max_age: "", takes_seat: true };

export const NEW_DRAFT: Draft = {
  name: "",
  slug: "",
  category: "",
  location: "",
  description: "",
  meeting_point: "",
  requirements: "",
  bring: "",
  includes: "",
  duration_minutes: "60",
  capacity_per_slot: "8",
  people_per_seat: "1",
  min_age: "",
  min_party: "1",
  max_party: "",
  arrive_minutes_before: "15",
  booking_cutoff_minutes: "0",
  cancellation_deadline_hours: "",
  price_per: "person",
  rates: [{ ...NEW_RATE, code: "person", label: "Person" }],
};

/** The fields in which two drafts differ. */
export function differing(one: Draft, other: Draft): Field[] {
  return (Object.keys(one) as Field[]).filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}
