import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import type { components } from "@/api/schema";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

export type CodeRequested = components["schemas"]["CodeRequested"];

/** Have a sign-in code sent to a phone (E.164). */
export function useRequestCode(): UseMutationResult<CodeRequested, ApiError, string> {
  return useMutation({ mutationFn: (phone) => send<CodeRequested>("post", "/auth/request-otp/", { phone }) });
}
