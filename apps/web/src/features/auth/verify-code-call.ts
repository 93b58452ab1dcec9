import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";
import type { Me } from "./session-call";
import { useTakeSession } from "./take-session";

interface CodeShown {
  phone: string;
  code: string;
}

/** Sign in by a code that came to a phone (E.164). */
export function useVerifyCode(): UseMutationResult<Me, ApiError, CodeShown> {
  const take = useTakeSession();
  return useMutation({
    mutationFn: (shown) => send<Me>("post", "/auth/verify-otp/", shown),
    onSuccess: take,
  });
}
