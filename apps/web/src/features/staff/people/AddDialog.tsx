import { useState, type SyntheticEvent } from "react";
import type { Person } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Field, Input, Select } from "@/components/ui/Field";
import { Modal } from "@/components/ui/Modal";
import { toast } from "@/lib/toast";
import { Refusal } from "../parts/Refusal";
import { useGiveRole } from "./person-calls";
import { texts } from "./texts";

type Role = Person["role"];

const ROLES: Role[] = ["staff", "admin"];

/** Somebody new at the desk. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [role, setRole] = useState<Role>("staff");
  const give = useGiveRole();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (give.isPending) return;
    give.mutate({ name: name.trim(), phone: phone.trim(), role }, {
      onSuccess: (added) => {
        toast.success(texts.add.done(added.name));
        onClose();
      },
    });
  };
  return (
    <Modal isOpen onClose={onClose} title={texts.add.title} lead={texts.add.lead}>
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={texts.add.name}>
          {(ids) => <Input {...ids} required maxLength={200} autoComplete="off" value={name} onChange={(event) => { setName(event.target.value); }} />}
        </Field>
        <Field label={texts.add.phone}>
          {(ids) => <Input {...ids} required type="tel" maxLength={64} autoComplete="off" value={phone} onChange={(event) => { setPhone(event.target.value); }} />}
        </Field>
        <Field label={texts.add.role} hint={texts.roleNote[role]}>
          {(ids) => (
            <Select {...ids} value={role} onChange={(event) => { setRole(ROLES.find((one) => one === event.target.value) ?? "staff"); }}>
              {ROLES.map((one) => (
                <option key={one} value={one}>{texts.role[one]}</option>
              ))}
            </Select>
          )}
        </Field>
        <Refusal problem={give.error} />
        <Button type="submit" size="wide" isBusy={give.isPending}>
          {texts.add.yes}
        </Button>
      </form>
    </Modal>
  );
}
