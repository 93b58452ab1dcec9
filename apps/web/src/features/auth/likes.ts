import type { Preferences } from "@/api/shapes";

export type PartOfDay = Preferences["preferred_times"][number];
export const PARTS_OF_DAY: PartOfDay[] = ["morning", "afternoon", "evening"];

/** Preferences as they stand in the form. */
export interface Likes {
  categories: string[];
  times: PartOfDay[];
  min: string;
  max: string;
  interests: string;
}

export function likesOf({ preferred_categories, preferred_times, budget_range, interests }: Preferences): Likes {
  return {
    categories: preferred_categories,
    times: preferred_times,
    min: budget_range.min ?? "",
    max: budget_range.max ?? "",
    interests,
  };
}

export function preferencesOf({ categories, times, min, max, interests }: Likes): Preferences {
  return {
    preferred_categories: categories,
    preferred_times: times,
    budget_range: { min: amountOf(min), max: amountOf(max) },
    interests: interests.trim(),
  };
}

const AMOUNT = /^\d{1,7}([.,]\d{1,2})?$/;

/** `80,5` as the API takes it: `80.50`; null where nothing is said. */
function amountOf(typed: string): string | null {
  return typed.trim() === "" ? null : Number(typed.trim().replace(",", ".")).toFixed(2);
}

/** What is wrong with a budget. */
export function budgetProblem({ min, max }: Likes): "bad" | "turned" | null {
  const typed = [min, max].map((one) => one.trim()).filter(Boolean);
  if (typed.some((one) => !AMOUNT.test(one))) return "bad";
  return min && max && Number(amountOf(max)) < Number(amountOf(min)) ? "turned" : null;
}

/** The list with a thing in it or not, whichever is wanted. */
export function withChoice<T>(list: T[], one: T, isChosen: boolean): T[] {
  const others = list.filter((other) => other !== one);
  return isChosen ? [...others, one] : others;
}
