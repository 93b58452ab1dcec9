import { asApiError, inWords } from "@/lib/errors";
import { toast } from "@/lib/toast";

/** Say why a change was refused; that a session ended is said where the guest is sent to sign in. */
export function tellRefusal(refusal: unknown): void {
  const problem = asApiError(refusal);
  if (problem.status === 401) return;
  if (problem.code === "BOOKING_ALREADY_CONFIRMED") toast.info(inWords(problem));
  else toast.error(inWords(problem));
}
