import { useSearchParams } from "react-router";
import { isDay, today } from "@/lib/days";
import type { Narrowed } from "./board";

export type Span = "day" | "week";

interface BoardView extends Narrowed {
  span: Span;
  day: string;
}

/** What the board shows; it lives in the page's address. */
export function useBoardView(): [BoardView, (changed: Partial<BoardView>) => void] {
  const [address, setAddress] = useSearchParams();
  const day = address.get("date");
  const view: BoardView = {
    span: address.get("view") === "week" ? "week" : "day",
    day: isDay(day) ? day : today(),
    kind: address.get("category") ?? "",
    activity: address.get("activity") ?? "",
  };
  const change = (changed: Partial<BoardView>) => {
    setAddress(addressOf({ ...view, ...changed }), { preventScrollReset: true });
  };
  return [view, change];
}

function addressOf({ span, day, kind, activity }: BoardView): URLSearchParams {
  const address = new URLSearchParams();
  if (span === "week") address.set("view", span);
  if (day !== today()) address.set("date", day);
  if (kind) address.set("category", kind);
  if (activity) address.set("activity", activity);
  return address;
}
