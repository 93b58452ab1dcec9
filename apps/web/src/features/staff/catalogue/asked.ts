import type { DeskActivity, Rate } from "@/api/shapes";
import { COUNTS, COUNT_NAMES, differing, draftOf, type Count, type Draft, type Field, type RateDraft } from "./draft";
import { texts } from "./texts";

export type Problems = Partial<Record<string, string>>;

const PRICE = /^\d{1,8}(\.\d{1,2})?$/;
const CODE = /^[a-z0-9][a-z0-9_-]{0,49}$/;

function countProblem(name: Count, typed: string): string {
  const { least, most, isOptional } = COUNTS[name];
  if (typed === "" && isOptional) return "";
  const isGood = /^\d{1,6}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
  return isGood ? "" : texts.wrong.whole(least, most);
}

/** What is wrong with a draft, by field; a rate's fields are named `rates.0.price`. */
export function problemsOf(draft: Draft): Problems {
  const found: Problems = {};
  const note = (name: string, problem: string) => {
    if (problem) found[name] = problem;
  };
  note("name", draft.name.trim() ? "" : texts.wrong.needed);
  note("category", draft.category.trim() ? "" : texts.wrong.needed);
  for (const name of COUNT_NAMES) note(name, countProblem(name, draft[name].trim()));
  const codes = draft.rates.map(codeOf);
  draft.rates.forEach((rate, n) => {
    const code = codes[n] ?? "";
    note(`rates.${n}.label`, rate.label.trim() ? "" : texts.wrong.needed);
    note(`rates.${n}.price`, PRICE.test(rate.price.trim()) ? "" : texts.wrong.price);
    note(`rates.${n}.code`, CODE.test(code) && codes.indexOf(code) === n ? "" : texts.wrong.code);
    note(`rates.${n}.min_age`, countProblem("min_age", rate.min_age.trim()));
    note(`rates.${n}.max_age`, countProblem("min_age", rate.max_age.trim()));
  });
  return found;
}

/** A rate's code, made from who it is for where none was given. */
function codeOf(rate: RateDraft): string {
  const made = rate.label.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/\s+/g, "-");
  return rate.code.trim() || made.slice(0, 50);
}

function countOf(typed: string): number | null {
  return typed.trim() === "" ? null : Number(typed);
}

function rateOf(rate: RateDraft): Rate {
  return {
    code: codeOf(rate),
    label: rate.label.trim(),
    price: rate.price.trim(),
    min_age: countOf(rate.min_age),
    max_age: countOf(rate.max_age),
    takes_seat: rate.takes_seat,
  };
}

function valueOf(draft: Draft, name: Field, metadata: DeskActivity["metadata"]): [string, unknown] {
  if (name === "rates") return [name, draft.rates.map(rateOf)];
  if (name === "includes") {
    const things = draft.includes.split("\n").map((one) => one.trim()).filter(Boolean);
    const others = Object.fromEntries(Object.entries(metadata).filter(([key]) => key !== "includes"));
    return ["metadata", things.length > 0 ? { ...others, includes: things } : others];
  }
  if (name in COUNTS) return [name, countOf(draft[name as Count])];
  return [name, draft[name as "name"].trim()];
}

/** What to send: of an activity that is there (`base`) what was changed, of a new one all that is not empty. */
export function askedOf(draft: Draft, base: DeskActivity | null): Record<string, unknown> {
  const names = base ? differing(draft, draftOf(base)) : (Object.keys(draft) as Field[]).filter((name) => draft[name] !== "");
  return Object.fromEntries(names.map((name) => valueOf(draft, name, base?.metadata ?? {})));
}

/** The activity as it would be, for looking at it; what makes no sense yet is as it was. */
export function previewOf(draft: Draft, base: DeskActivity): DeskActivity {
  const problems = problemsOf(draft);
  const changed = Object.entries(askedOf(draft, base)).filter(
    ([name]) => !Object.keys(problems).some((problem) => problem === name || problem.startsWith(`${name}.`)),
  );
  return { ...base, ...Object.fromEntries(changed) };
}
