import { useState } from "react";
import type { Person } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { inWords } from "@/lib/errors";
import { toast } from "@/lib/toast";
import { Confirm } from "../parts/Confirm";
import { useGiveRole, useRemove, useSignOutEverywhere } from "./person-calls";
import { texts } from "./texts";

/** What an admin can do about somebody; each of it is asked about first, or easily taken back. */
export function PersonActs({ person, isOwn }: { person: Person; isOwn: boolean }) {
  const [open, setOpen] = useState<"remove" | "signOut" | null>(null);
  const give = useGiveRole();
  const other = person.role === "admin" ? "staff" : "admin";
  const toOther = other === "admin" ? texts.change.toAdmin : texts.change.toStaff;
  const close = () => {
    setOpen(null);
  };
  const change = () => {
    give.mutate({ ...person, role: other }, {
      onSuccess: ({ name }) => { toast.success(texts.change.done(name)); },
      onError: (problem) => { toast.error(inWords(problem)); },
    });
  };
  return (
    <div className="flex flex-wrap gap-2 lg:justify-end">
      {isOwn ? null : (
        <Button look="quiet" size="small" aria-label={`${toOther}: ${person.name}`} isBusy={give.isPending} onClick={change}>
          {toOther}
        </Button>
      )}
      <Button look="quiet" size="small" aria-label={`${texts.signOut.open}: ${person.name}`} onClick={() => { setOpen("signOut"); }}>
        {texts.signOut.open}
      </Button>
      {isOwn ? null : (
        <Button look="danger" size="small" aria-label={`${texts.remove.open}: ${person.name}`} onClick={() => { setOpen("remove"); }}>
          {texts.remove.open}
        </Button>
      )}
      {open === "remove" ? <RemoveDialog person={person} onClose={close} /> : null}
      {open === "signOut" ? <SignOutDialog person={person} onClose={close} /> : null}
    </div>
  );
}

interface Props {
  person: Person;
  onClose: () => void;
}

function RemoveDialog({ person: { id, name }, onClose }: Props) {
  const remove = useRemove();
  const { title, done, ...words } = texts.remove;
  const yes = () => {
    remove.mutate(id, { onSuccess: () => { toast.success(done(name)); onClose(); } });
  };
  return <Ask {...words} title={title(name)} isDangerous act={remove} onYes={yes} onClose={onClose} />;
}

function SignOutDialog({ person: { id, name }, onClose }: Props) {
  const signOut = useSignOutEverywhere();
  const { title, done, ...words } = texts.signOut;
  const yes = () => {
    signOut.mutate(id, { onSuccess: () => { toast.success(done(name)); onClose(); } });
  };
  return <Ask {...words} title={title(name)} act={signOut} onYes={yes} onClose={onClose} />;
}

interface AskProps {
  title: string;
  lead: string;
  yes: string;
  no: string;
  isDangerous?: boolean;
  act: { isPending: boolean; error: unknown };
  onYes: () => void;
  onClose: () => void;
}

function Ask({ act, title, lead, yes, no, isDangerous, onYes, onClose }: AskProps) {
  return (
    <Confirm
      title={title}
      lead={lead}
      yes={yes}
      no={no}
      isDangerous={isDangerous ?? false}
      isBusy={act.isPending}
      problem={act.error}
      onYes={onYes}
      onClose={onClose}
    />
  );
}
