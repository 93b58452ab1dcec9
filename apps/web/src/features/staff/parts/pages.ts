import type { Page } from "@/api/shapes";
import { get } from "@/lib/http";

const MOST = "100";

/** All of a list, however many parts it comes in. */
export async function getAll<T>(path: string, params: Record<string, string>, signal: AbortSignal): Promise<T[]> {
  const found: T[] = [];
  let cursor = "";
  do {
    const page: Page<T> = await get<Page<T>>(path, { params: { ...params, limit: MOST, ...(cursor ? { cursor } : {}) }, signal });
    found.push(...page.items);
    cursor = page.next_cursor ?? "";
  } while (cursor);
  return found;
}
