import type { ComponentProps } from "react";
import { Button } from "@/components/ui/Button";
import { Modal } from "@/components/ui/Modal";
import { texts } from "../texts";
import { ActivityFilter } from "./ActivityFilter";

interface Props extends ComponentProps<typeof ActivityFilter> {
  isOpen: boolean;
  onClose: () => void;
  onClear: () => void;
}

/** The filters where there is no room for them beside the list. */
export function FilterDialog({ isOpen, onClose, onClear, ...filter }: Props) {
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={texts.activities.filters}>
      <ActivityFilter {...filter} />
      <div className="mt-6 grid grid-cols-2 gap-3">
        <Button look="quiet" onClick={onClear}>
          {texts.activities.clear}
        </Button>
        <Button onClick={onClose}>{texts.activities.show}</Button>
      </div>
    </Modal>
  );
}
