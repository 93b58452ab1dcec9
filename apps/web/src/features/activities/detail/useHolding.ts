import { useEffect, useRef } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import type { Activity, Slot } from "@/api/shapes";
import { useAuth } from "@/features/auth/useAuth";
import { asApiError, type ApiError } from "@/lib/errors";
import { newKey } from "@/lib/http";
import { toast } from "@/lib/toast";
import { useHold } from "../calls/hold";
import { forgetPendingHold, keepPendingHold } from "../pending-hold";
import { texts } from "../texts";
import type { Choice } from "./useChoice";

/** In the address after a sign-in: what was picked before is held now. */
const RESUMES = "hold";

interface Holding {
  isBusy: boolean;
  error: ApiError | null;
  /** Hold the chosen time, or another one; who is not signed in does that first. */
  hold: (slot?: Pick<Slot, "id" | "start_time">) => void;
}

export function useHolding(activity: Activity, choice: Choice): Holding {
  const { user, isKnown } = useAuth();
  const go = useNavigate();
  const here = useLocation();
  const [address] = useSearchParams();
  const { mutate, isPending, error, variables } = useHold();
  const keyOf = useKeys();

  const hold: Holding["hold"] = (slot) => {
    const slotId = slot?.id ?? choice.slotId;
    if (slotId === null || isPending || !isKnown) return;
    if (slot) choice.chooseSlot(slot);
    const picked = { activityKey: activity.slug, slotId, party: choice.party, requests: choice.requests };
    if (!user) {
      keepPendingHold(picked);
      const back = new URLSearchParams(address);
      back.set("slot", slotId);
      back.set(RESUMES, "1");
      void go("/login", { state: { from: `${here.pathname}?${back.toString()}` } });
      return;
    }
    const wish = { activityId: activity.id, slotId, party: choice.party, requests: choice.requests };
    mutate(
      { ...wish, idempotencyKey: keyOf(wish) },
      {
        onSuccess: (booking) => {
          forgetPendingHold();
          toast.success(texts.detail.held);
          void go(`/bookings/${booking.reference}`, { replace: address.has(RESUMES) });
        },
      },
    );
  };
  useResume({ isReady: user !== null && choice.slotId !== null, hold });
  // A refusal is about what was asked for: it goes when something else is chosen.
  const isOfNow = variables?.slotId === choice.slotId && variables.party === choice.party;
  return { isBusy: isPending, error: error && isOfNow ? asApiError(error) : null, hold };
}

/** The same wish keeps its key, so that asking again for what may have been done does it once. */
function useKeys(): (wish: object) => string {
  const last = useRef({ wish: "", key: "" });
  return (wish) => {
    const told = JSON.stringify(wish);
    if (last.current.wish !== told) last.current = { wish: told, key: newKey() };
    return last.current.key;
  };
}

/** After the sign-in that a hold had to wait for, it is made without another tap. */
function useResume({ isReady, hold }: { isReady: boolean; hold: Holding["hold"] }): void {
  const [address, setAddress] = useSearchParams();
  const isWanted = address.has(RESUMES);
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!isWanted || !isReady || hasBegun.current) return;
    hasBegun.current = true;
    hold();
    const change = (now: URLSearchParams) => {
      now.delete(RESUMES);
      return now;
    };
    setAddress(change, { replace: true, preventScrollReset: true });
  }, [isWanted, isReady, hold, setAddress]);
}
