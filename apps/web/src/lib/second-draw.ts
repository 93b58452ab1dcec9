import { useDeferredValue } from "react";

/** False in a component's first drawing, then true: what is further down waits until what is seen first stands there. */
export function useSecondDraw(): boolean {
  return useDeferredValue(true, false);
}
