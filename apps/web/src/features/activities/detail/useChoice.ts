import { useCallback, useState } from "react";
import { useSearchParams } from "react-router";
import type { Activity, Slot } from "@/api/shapes";
import { isDay } from "@/lib/days";
import { dayOf } from "@/lib/format";
import { firstParty, problemOf, quote, type Party, type PartyProblem, type Quote } from "@/lib/party";
import { pendingHoldOf } from "../pending-hold";

export interface Choice {
  day: string | null;
  slotId: string | null;
  party: Party;
  requests: string;
  quote: Quote;
  problem: PartyProblem;
  chooseDay: (day: string) => void;
  chooseSlot: (slot: Pick<Slot, "id" | "start_time">) => void;
  setParty: (party: Party) => void;
  setRequests: (text: string) => void;
}

/** What the guest has chosen so far: day and time are in the address, the rest waits for a sign-in with it. */
export function useChoice(activity: Activity): Choice {
  const [address, setAddress] = useSearchParams();
  const [before] = useState(() => pendingHoldOf(activity.slug));
  const [party, setParty] = useState(() => before?.party ?? firstParty(activity, Number(address.get("people") ?? 1) || 1));
  const [requests, setRequests] = useState(before?.requests ?? "");
  const day = address.get("day");
  const asked = quote(activity, party);
  const set = useCallback(
    (changed: Record<string, string | null>) => {
      const change = (now: URLSearchParams) => {
        for (const [name, value] of Object.entries(changed)) {
          if (value === null) now.delete(name);
          else now.set(name, value);
        }
        return now;
      };
      setAddress(change, { replace: true, preventScrollReset: true });
    },
    [setAddress],
  );
  return {
    day: isDay(day) ? day : null,
    slotId: address.get("slot"),
    party,
    requests,
    quote: asked,
    problem: problemOf(activity, asked),
    chooseDay: (next) => {
      set({ day: next, slot: null });
    },
    chooseSlot: (slot) => {
      set({ day: dayOf(slot.start_time), slot: slot.id });
    },
    setParty,
    setRequests,
  };
}
