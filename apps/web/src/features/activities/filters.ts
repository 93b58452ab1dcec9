import { isDay } from "@/lib/days";

export const SORTS = ["name", "price", "-price", "newest"] as const;
export type Sort = (typeof SORTS)[number];
export type Look = "grid" | "list";

/** What the list of activities is narrowed to; it lives in the page's address. */
export interface Filters {
  q: string;
  category: string;
  date: string;
  participants: number;
  maxPrice: number | null;
  sort: Sort;
  look: Look;
}

export const NO_FILTERS: Filters = { q: "", category: "", date: "", participants: 1, maxPrice: null, sort: "name", look: "grid" };

const LONGEST_QUERY = 200;
const MOST_PEOPLE = 99;

function wholeNumber(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,6}$/.test(text)) return null;
  return Math.min(most, Math.max(least, Number(text)));
}

/** Read filters from an address; what makes no sense there is left out. */
export function readFilters(address: URLSearchParams): Filters {
  const sort = address.get("sort");
  const date = address.get("date");
  return {
    q: (address.get("q") ?? "").slice(0, LONGEST_QUERY),
    category: address.get("category") ?? "",
    date: isDay(date) ? date : "",
    participants: wholeNumber(address.get("people"), 1, MOST_PEOPLE) ?? 1,
    maxPrice: wholeNumber(address.get("max"), 0, 100_000),
    sort: SORTS.find((one) => one === sort) ?? "name",
    look: address.get("view") === "list" ? "list" : "grid",
  };
}

/** Write filters as an address; what is as ever stays out of it. */
export function writeFilters(filters: Filters): URLSearchParams {
  const address = new URLSearchParams();
  const set = (name: string, value: string, isUsual: boolean) => {
    if (!isUsual) address.set(name, value);
  };
  set("q", filters.q, filters.q === "");
  set("category", filters.category, filters.category === "");
  set("date", filters.date, filters.date === "");
  set("people", String(filters.participants), filters.participants === 1);
  set("max", String(filters.maxPrice), filters.maxPrice === null);
  set("sort", filters.sort, filters.sort === "name");
  set("view", filters.look, filters.look === "grid");
  return address;
}

/** What the API is asked for. */
export function asQuery(filters: Filters): Record<string, string> {
  const words = filters.q.trim();
  return {
    sort: filters.sort,
    include: "next_slots",
    ...(words ? { q: words } : {}),
    ...(filters.category ? { category: filters.category } : {}),
    ...(filters.date ? { date: filters.date } : {}),
    ...(filters.participants > 1 ? { participants: String(filters.participants) } : {}),
    ...(filters.maxPrice === null ? {} : { max_price: String(filters.maxPrice) }),
  };
}

/** How many filters narrow the list, words and order aside. */
export function countFilters({ category, date, participants, maxPrice }: Filters): number {
  return [category !== "", date !== "", participants > 1, maxPrice !== null].filter(Boolean).length;
}
