import { ImagePlus } from "lucide-react";
import { useRef, useState } from "react";
import type { DeskActivity } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Section } from "@/components/ui/Section";
import { Refusal } from "../parts/Refusal";
import { useChangeImages } from "./image-calls";
import { ImageCard } from "./ImageCard";
import { NewImage } from "./NewImage";
import { texts } from "./texts";

const KINDS = ["image/jpeg", "image/png", "image/webp"];

interface Waiting {
  id: string;
  file: File;
}

/** The pictures of an activity: put in, described, put in order, taken out. */
export function ImagesSection({ activity }: { activity: Pick<DeskActivity, "id" | "images"> }) {
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const change = useChangeImages();
  const images = [...activity.images].sort((one, other) => one.order - other.order);
  const take = (files: FileList | null) => {
    const chosen = [...(files ?? [])].map((file) => ({ id: crypto.randomUUID(), file }));
    setWaiting((had) => [...had, ...chosen]);
  };
  const drop = (id: string) => {
    setWaiting((had) => had.filter((one) => one.id !== id));
  };
  const swap = (at: number, step: number) => {
    const order = [...images];
    const [moved] = order.splice(at, 1);
    if (!moved) return;
    order.splice(at + step, 0, moved);
    change.mutate(order.flatMap((image, n) => (image.order === n ? [] : [{ id: image.id, asked: { order: n } }])));
  };
  return (
    <Section title={texts.sections.images}>
      <div
        className="grid gap-4"
        onDragOver={(event) => { event.preventDefault(); }}
        onDrop={(event) => { event.preventDefault(); take(event.dataTransfer.files); }}
      >
        {images.length === 0 && waiting.length === 0 ? <p className="text-ink-soft">{texts.images.none}</p> : null}
        <ul className="grid gap-3 md:grid-cols-2">
          {images.map((image, n) => (
            <ImageCard
              key={image.id}
              image={image}
              isBusy={change.isPending}
              onEarlier={n > 0 ? () => { swap(n, -1); } : null}
              onLater={n < images.length - 1 ? () => { swap(n, 1); } : null}
              onChange={(asked) => { change.mutate([{ id: image.id, asked }]); }}
            />
          ))}
        </ul>
        <Refusal problem={change.error} />
        {waiting.map(({ id, file }) => (
          <NewImage key={id} activity={activity.id} file={file} onGone={() => { drop(id); }} />
        ))}
        <div className="flex flex-wrap items-center gap-3">
          <input
            ref={picker}
            type="file"
            accept={KINDS.join(",")}
            multiple
            aria-label={texts.images.add}
            className="sr-only"
            tabIndex={-1}
            onChange={({ target }) => { take(target.files); target.value = ""; }}
          />
          <Button look="quiet" onClick={() => picker.current?.click()}>
            <ImagePlus aria-hidden="true" className="size-5" />
            {texts.images.add}
          </Button>
          <p className="text-sm text-ink-soft">{texts.images.hint}</p>
        </div>
      </div>
    </Section>
  );
}
