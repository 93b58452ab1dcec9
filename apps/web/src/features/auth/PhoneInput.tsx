import { useMemo } from "react";
import { Field, Input, fieldLook } from "@/components/ui/Field";
import { cn } from "@/lib/cn";
import { countries, settled, type CountryCode, type TypedPhone } from "./phone";
import { texts } from "./texts";

interface Props {
  value: TypedPhone;
  error?: string | undefined;
  onChange: (value: TypedPhone) => void;
}

/** A phone number: its country from a list, the rest as the guest has it; whole numbers may be pasted. */
export function PhoneInput({ value, error, onChange }: Props) {
  const all = useMemo(() => countries(), []);
  const chosen = all.find(({ code }) => code === value.country);
  return (
    <Field label={texts.login.phone} hint={texts.login.phoneHint} error={error}>
      {(ids) => (
        <div className="flex gap-2">
          <div className="relative w-26 shrink-0">
            <span
              aria-hidden="true"
              className={cn(fieldLook, "pointer-events-none flex items-center justify-between gap-1 px-3 tabular-nums")}
            >
              <span className="truncate">
                {value.country} +{chosen?.calling}
              </span>
              <span className="text-ink-soft">▾</span>
            </span>
            {/* The real list lies over its short form: the names are long, the room is not. */}
            <select
              aria-label={texts.login.country}
              autoComplete="country"
              value={value.country}
              onChange={(event) => {
                onChange({ ...value, country: event.target.value as CountryCode });
              }}
              className="absolute inset-0 size-full cursor-pointer rounded-xl opacity-0"
            >
              {all.map(({ code, name, calling }) => (
                <option key={code} value={code}>
                  {name} (+{calling})
                </option>
              ))}
            </select>
          </div>
          <Input
            {...ids}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            name="phone"
            autoFocus
            value={value.text}
            onChange={(event) => {
              const isPasted = event.nativeEvent instanceof InputEvent && event.nativeEvent.inputType.startsWith("insertFrom");
              const typed = { ...value, text: event.target.value };
              onChange(isPasted ? settled(typed) : typed);
            }}
            onBlur={() => {
              onChange(settled(value));
            }}
          />
        </div>
      )}
    </Field>
  );
}
