import { Download, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { Button } from "@/components/ui/Button";
import { Modal } from "@/components/ui/Modal";
import { Section } from "@/components/ui/Section";
import { saveFile } from "@/lib/save-file";
import { inWords } from "@/lib/errors";
import { toast } from "@/lib/toast";
import { useErase } from "./erase-call";
import { useExport } from "./export-call";
import { texts } from "./texts";

/** What is held of the guest: to take along, or to have erased. */
export function AccountData() {
  const [isErasing, setErasing] = useState(false);
  const download = useExport();
  const save = () => {
    download.mutate(undefined, {
      onSuccess: (text) => {
        saveFile("my-data.json", text, "application/json");
        toast.success(texts.profile.exported);
      },
    });
  };
  return (
    <Section title={texts.profile.dataTitle}>
      <p className="text-ink-soft">{texts.profile.dataLead}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button look="quiet" isBusy={download.isPending} onClick={save}>
          <Download aria-hidden="true" className="size-4" />
          {texts.profile.export}
        </Button>
        <Button look="danger" onClick={() => { setErasing(true); }}>
          <Trash2 aria-hidden="true" className="size-4" />
          {texts.profile.erase}
        </Button>
      </div>
      {download.error ? (
        <p role="alert" className="mt-3 text-coral-deep">
          {inWords(download.error)}
        </p>
      ) : null}
      <EraseDialog isOpen={isErasing} onClose={() => { setErasing(false); }} />
    </Section>
  );
}

function EraseDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const erase = useErase();
  const go = useNavigate();
  const isAhead = erase.error?.code === "CONFLICT";
  const yes = () => {
    erase.mutate(undefined, {
      onSuccess: () => {
        toast.success(texts.profile.erased);
        void go("/");
      },
    });
  };
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={texts.profile.eraseTitle} lead={texts.profile.eraseLead}>
      {erase.error ? (
        <p role="alert" className="mb-4 rounded-xl bg-coral-tint p-4 text-coral-deep">
          {isAhead ? texts.profile.eraseAhead : inWords(erase.error)}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {isAhead ? (
          <Button asChild>
            <Link to="/bookings">{texts.profile.toBookings}</Link>
          </Button>
        ) : (
          <Button look="danger" isBusy={erase.isPending} onClick={yes}>
            {texts.profile.eraseYes}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {texts.profile.eraseNo}
        </Button>
      </div>
    </Modal>
  );
}
