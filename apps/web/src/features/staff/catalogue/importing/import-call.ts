import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ImportReport } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

const TIMEOUT_MS = 120_000;

interface Asked {
  file: File;
  skipBad: boolean;
}

/** Import activities; where a row is bad nothing is written, unless bad rows are left out. */
export function useImport() {
  const queries = useQueryClient();
  return useMutation<ImportReport, ApiError, Asked>({
    mutationFn: ({ file, skipBad }) => {
      const form = new FormData();
      form.append("file", file);
      form.append("skip_bad", String(skipBad));
      return send<ImportReport>("post", "/staff/activities/import/", form, { timeout: TIMEOUT_MS });
    },
    onSuccess: async () => {
      for (const name of ["desk", "activities", "activity"]) await queries.invalidateQueries({ queryKey: [name] });
    },
  });
}
