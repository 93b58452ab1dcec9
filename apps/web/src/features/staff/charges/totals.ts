import type { Charge } from "@/api/shapes";

type State = Charge["state"];

export const STATES: State[] = ["open", "posted", "waived"];

interface Total {
  count: number;
  amount: string;
}

/** How many charges there are of each state, and what they come to; counted in hundredths. */
export function totalsOf(charges: Charge[]): Record<State, Total> {
  const sum = (state: State): Total => {
    const found = charges.filter((one) => one.state === state);
    const cents = found.reduce((all, { amount }) => all + Math.round(Number(amount) * 100), 0);
    return { count: found.length, amount: (cents / 100).toFixed(2) };
  };
  return { open: sum("open"), posted: sum("posted"), waived: sum("waived") };
}
