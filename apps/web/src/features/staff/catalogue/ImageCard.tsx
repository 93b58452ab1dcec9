import { ArrowLeft, ArrowRight, Star, Trash2 } from "lucide-react";
import { useState } from "react";
import type { DeskImage } from "@/api/shapes";
import { Badge } from "@/components/ui/Badge";
import { Button } from "@/components/ui/Button";
import { Field, Input } from "@/components/ui/Field";
import { Modal } from "@/components/ui/Modal";
import { Picture } from "@/components/ui/Picture";
import { toast } from "@/lib/toast";
import { Refusal } from "../parts/Refusal";
import { useDeleteImage } from "./image-calls";
import { texts } from "./texts";

const { images } = texts;

interface Props {
  image: DeskImage;
  isBusy: boolean;
  /** Put it one place forward or back; null at the ends. */
  onEarlier: (() => void) | null;
  onLater: (() => void) | null;
  onChange: (asked: { alt_text?: string; is_primary?: true }) => void;
}

/** One picture, with what can be done to it. */
export function ImageCard({ image, isBusy, onEarlier, onLater, onChange }: Props) {
  const [alt, setAlt] = useState(image.alt_text);
  const [isDeleting, setDeleting] = useState(false);
  return (
    <li className="grid content-start gap-3 rounded-2xl border border-line p-3">
      <div className="relative">
        <Picture image={image} width="20rem" className="aspect-[3/2] rounded-xl" />
        {image.is_primary ? <Badge className="absolute top-2 left-2">{images.primary}</Badge> : null}
      </div>
      <Field label={images.alt}>
        {(ids) => <Input {...ids} maxLength={500} value={alt} onChange={({ target }) => { setAlt(target.value); }} />}
      </Field>
      <div className="flex flex-wrap gap-2">
        {alt.trim() && alt !== image.alt_text ? (
          <Button size="small" isBusy={isBusy} onClick={() => { onChange({ alt_text: alt.trim() }); }}>
            {images.saveAlt}
          </Button>
        ) : null}
        <Act label={images.earlier} onClick={onEarlier} Icon={ArrowLeft} />
        <Act label={images.later} onClick={onLater} Icon={ArrowRight} />
        {image.is_primary ? null : <Act label={images.makePrimary} onClick={() => { onChange({ is_primary: true }); }} Icon={Star} />}
        <Act label={`${images.remove}: ${image.alt_text}`} onClick={() => { setDeleting(true); }} Icon={Trash2} />
      </div>
      <Modal isOpen={isDeleting} onClose={() => { setDeleting(false); }} title={images.removeTitle} lead={images.removeLead}>
        <Delete id={image.id} onDone={() => { setDeleting(false); }} />
      </Modal>
    </li>
  );
}

function Act({ label, onClick, Icon }: { label: string; onClick: (() => void) | null; Icon: typeof Star }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={!onClick}
      className="grid size-11 place-items-center rounded-full border border-line bg-shell hover:border-lagoon disabled:opacity-40"
      onClick={onClick ?? undefined}
    >
      <Icon aria-hidden="true" className="size-5" />
    </button>
  );
}

function Delete({ id, onDone }: { id: string; onDone: () => void }) {
  const remove = useDeleteImage();
  return (
    <div className="grid gap-4">
      <Refusal problem={remove.error} />
      <div className="flex flex-wrap gap-3">
        <Button
          look="danger"
          isBusy={remove.isPending}
          onClick={() => { remove.mutate(id, { onSuccess: () => { toast.success(images.removed); onDone(); } }); }}
        >
          {images.remove}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {images.keep}
        </Button>
      </div>
    </div>
  );
}
