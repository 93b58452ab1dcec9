import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { bookingQuery } from "@/lib/booking-call";
import { asApiError, type ApiError } from "@/lib/errors";
import { targetOf, type LinkAddress } from "./link-address";
import { forgetLink, spendLink } from "./link-call";
import { useTakeSession } from "./take-session";
import { useAuth } from "./useAuth";

interface Opening {
  problem: ApiError | null;
  /** Try once more what did not get through. */
  retry: () => void;
}

/**
 * Follow a link of the bot to where it leads. Whoever is signed in goes straight on and keeps the link unspent,
 * unless the booking is another guest's: then the link says who is meant.
 */
export function useLink(link: LinkAddress): Opening {
  const { user, isKnown } = useAuth();
  const [problem, setProblem] = useState<ApiError | null>(null);
  const [tries, setTries] = useState(0);
  const queries = useQueryClient();
  const take = useTakeSession();
  const go = useNavigate();
  const guest = user?.id;

  useEffect(() => {
    if (!isKnown || !link.token) return undefined;
    let isGone = false;
    const open = async () => {
      try {
        if (!guest || !(await isAllowed(link, queries))) take(await spendLink(link.token));
        if (!isGone) await go(targetOf(link), { replace: true });
      } catch (refusal) {
        if (!isGone) setProblem(asApiError(refusal));
      }
    };
    void open();
    return () => {
      isGone = true;
    };
  }, [isKnown, guest, link, tries, queries, take, go]);

  const retry = useCallback(() => {
    forgetLink(link.token);
    setProblem(null);
    setTries((count) => count + 1);
  }, [link]);
  return { problem, retry };
}

/** Whether the booking is shown to whoever is signed in; its page then has it at once. */
async function isAllowed({ booking }: LinkAddress, queries: QueryClient): Promise<boolean> {
  if (!booking) return true;
  try {
    await queries.query(bookingQuery(booking));
    return true;
  } catch (refusal) {
    return asApiError(refusal).code !== "FORBIDDEN";
  }
}
