import { QueryClient } from "@tanstack/react-query";
import { asApiError } from "./errors";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, problem) => asApiError(problem).isPassing && count < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
