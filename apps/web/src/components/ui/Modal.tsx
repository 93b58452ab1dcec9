import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useRef, type ReactNode } from "react";
import { texts } from "@/lib/texts";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  lead?: string;
  children: ReactNode;
}

/** A dialog: a sheet from below on phones, a card in the middle elsewhere; focus goes back where it came from. */
export function Modal({ isOpen, onClose, title, lead, children }: Props) {
  const opener = useRef<Element | null>(null);
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        {/* Radix's own overlay locks the scrolling by a style tag, which the page's policy refuses: styles.css does it. */}
        <div aria-hidden="true" className="fixed inset-0 z-40 bg-black/45 animate-in fade-in" />
        <Dialog.Content
          {...(lead ? {} : { "aria-describedby": undefined })}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // Radix gives it back to a trigger of its own alone.
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
          className="fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] overflow-y-auto rounded-t-3xl bg-shell p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] text-ink shadow-2xl data-[state=open]:animate-in data-[state=open]:slide-in-from-bottom-8 sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[28rem] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-3xl sm:p-7"
        >
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="text-2xl">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={texts.close}
              className="-mt-2 -mr-2 grid size-11 place-items-center rounded-full text-ink-soft hover:bg-sand"
            >
              <X aria-hidden="true" className="size-5" />
            </Dialog.Close>
          </div>
          {lead ? <Dialog.Description className="mt-2 text-ink-soft">{lead}</Dialog.Description> : null}
          <div className="mt-5">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
