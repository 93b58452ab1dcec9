import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field, Input } from "@/components/ui/Field";
import { toast } from "@/lib/toast";
import { Refusal } from "../parts/Refusal";
import { useUpload } from "./image-calls";
import { texts } from "./texts";

const MOST_BYTES = 8 * 1024 * 1024;
const LONGEST_ALT = 500;
const { images } = texts;

interface Props {
  activity: string;
  file: File;
  /** It was uploaded, or is not wanted. */
  onGone: () => void;
}

/** A picture that was chosen: it goes up once it is said what it shows. */
export function NewImage({ activity, file, onGone }: Props) {
  const [alt, setAlt] = useState("");
  const [wrong, setWrong] = useState("");
  const [percent, setPercent] = useState(0);
  const upload = useUpload(activity);
  const refused = file.size > MOST_BYTES ? images.tooLarge : /^image\/(jpeg|png|webp)$/.test(file.type) ? "" : images.notPicture;
  const submit = () => {
    setWrong(alt.trim() ? "" : images.needAlt);
    if (!alt.trim() || upload.isPending) return;
    upload.mutate({ file, alt: alt.trim(), onProgress: setPercent }, { onSuccess: () => { toast.success(images.added); onGone(); } });
  };
  return (
    <form className="grid gap-3 rounded-2xl border border-dashed border-lagoon p-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <p className="font-semibold">{file.name}</p>
      {refused ? (
        <p role="alert" className="text-coral-deep">{refused}</p>
      ) : (
        <Field label={images.alt} error={wrong || undefined}>
          {(ids) => <Input {...ids} maxLength={LONGEST_ALT} value={alt} onChange={({ target }) => { setAlt(target.value); }} />}
        </Field>
      )}
      {upload.isPending ? (
        <div role="status">
          <p className="text-sm text-ink-soft">{percent < 100 ? images.uploading(percent) : images.working}</p>
          <progress aria-label={images.upload} max={100} value={percent} className="h-2 w-full accent-lagoon" />
        </div>
      ) : null}
      <Refusal problem={upload.error} />
      <div className="flex flex-wrap gap-3">
        {refused ? null : (
          <Button type="submit" size="small" isBusy={upload.isPending}>
            {images.upload}
          </Button>
        )}
        <Button look="quiet" size="small" onClick={onGone}>
          {images.drop}
        </Button>
      </div>
    </form>
  );
}
