import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DeskImage } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

const UPLOAD_MS = 120_000;

interface Upload {
  file: File;
  alt: string;
  /** Told how much is on its way, in per cent. */
  onProgress: (percent: number) => void;
}

function useForget() {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ["activity"] });
    await queries.invalidateQueries({ queryKey: ["desk"] });
  };
}

/** Add a picture to an activity. */
export function useUpload(activity: string) {
  const forget = useForget();
  return useMutation<DeskImage, ApiError, Upload>({
    mutationFn: ({ file, alt, onProgress }) => {
      const form = new FormData();
      form.append("image", file);
      form.append("alt_text", alt);
      return send<DeskImage>("post", `/staff/activities/${activity}/images/`, form, {
        timeout: UPLOAD_MS,
        onUploadProgress: ({ loaded, total }) => {
          onProgress(total ? Math.round((loaded / total) * 100) : 0);
        },
      });
    },
    onSuccess: forget,
  });
}

interface Change {
  id: string;
  asked: { alt_text?: string; is_primary?: true; order?: number };
}

/** Change pictures one after the other: their words, their order, which one is the main one. */
export function useChangeImages() {
  const forget = useForget();
  return useMutation<undefined, ApiError, Change[]>({
    mutationFn: async (changes) => {
      for (const { id, asked } of changes) await send("patch", `/staff/images/${id}/`, asked);
      return undefined;
    },
    onSettled: forget,
  });
}

export function useDeleteImage() {
  const forget = useForget();
  return useMutation<undefined, ApiError, string>({
    mutationFn: (id) => send<undefined>("delete", `/staff/images/${id}/`),
    onSuccess: forget,
  });
}
