import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import type { components } from "@/api/schema";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";
import { signedIn } from "@/lib/session";
import type { Me } from "./session-call";

type Profile = components["schemas"]["ProfileAsked"];

/** Change the guest's own name, room or language. */
export function useProfileChange(): UseMutationResult<Me, ApiError, Profile> {
  return useMutation({
    mutationFn: (profile) => send<Me>("patch", "/auth/me/", profile),
    onSuccess: ({ user, csrf_token: token }) => {
      signedIn(user, token);
    },
  });
}
