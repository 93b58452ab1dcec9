import { useState, type SyntheticEvent } from "react";
import type { User } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Field, Input, Select } from "@/components/ui/Field";
import { Section } from "@/components/ui/Section";
import { inWords } from "@/lib/errors";
import { toast } from "@/lib/toast";
import { languages } from "./languages";
import { useProfileChange } from "./profile-call";
import { texts } from "./texts";

const LONGEST = { name: 200, room: 50 };

/** The guest's name, room and language. */
export function ProfileForm({ user }: { user: User }) {
  const [name, setName] = useState(user.name);
  const [room, setRoom] = useState(user.room);
  const [language, setLanguage] = useState(user.language);
  const change = useProfileChange();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate(
      { name: name.trim(), room: room.trim(), language },
      {
        onSuccess: () => {
          toast.success(texts.profile.saved);
        },
      },
    );
  };
  return (
    <Section title={texts.profile.youTitle}>
      <form className="grid gap-4" noValidate onSubmit={submit}>
        <Field label={texts.profile.name}>
          {(ids) => (
            <Input {...ids} autoComplete="name" maxLength={LONGEST.name} value={name} onChange={(event) => { setName(event.target.value); }} />
          )}
        </Field>
        <Field label={texts.profile.room} hint={texts.profile.roomHint}>
          {(ids) => (
            <Input {...ids} autoComplete="off" maxLength={LONGEST.room} value={room} onChange={(event) => { setRoom(event.target.value); }} />
          )}
        </Field>
        <Field label={texts.profile.language} hint={texts.profile.languageHint} error={change.error ? inWords(change.error) : undefined}>
          {(ids) => (
            <Select {...ids} value={language} onChange={(event) => { setLanguage(event.target.value); }}>
              <option value="">{texts.profile.languageNone}</option>
              {languages(user.language).map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" className="justify-self-start" isBusy={change.isPending}>
          {texts.profile.save}
        </Button>
      </form>
    </Section>
  );
}
