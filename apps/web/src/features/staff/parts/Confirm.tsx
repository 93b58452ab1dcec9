import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { Modal } from "@/components/ui/Modal";
import { Refusal } from "./Refusal";

interface Props {
  title: string;
  lead?: string;
  yes: string;
  no: string;
  isDangerous?: boolean;
  isBusy: boolean;
  problem: unknown;
  onYes: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something is done that cannot be taken back. */
export function Confirm({ title, lead, yes, no, isDangerous = false, isBusy, problem, onYes, onClose, children }: Props) {
  return (
    <Modal isOpen onClose={onClose} title={title} {...(lead ? { lead } : {})}>
      <div className="grid gap-4">
        {children}
        <Refusal problem={problem} />
        <div className="flex flex-wrap gap-3">
          <Button look={isDangerous ? "danger" : "primary"} isBusy={isBusy} onClick={onYes}>
            {yes}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {no}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
