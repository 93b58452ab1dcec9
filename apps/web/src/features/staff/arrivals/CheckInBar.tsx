import { ScanLine } from "lucide-react";
import { lazy, Suspense, useEffect, useId, useRef, useState, type SyntheticEvent } from "react";
import { Button } from "@/components/ui/Button";
import { Input } from "@/components/ui/Field";
import { serverNow } from "@/lib/clock";
import { inWords, type ApiError } from "@/lib/errors";
import { clockTime, dayAndTime } from "@/lib/format";
import { leadOf } from "../parts/lead";
import type { DeskBooking } from "../parts/shapes";
import { isTyping } from "../parts/typing";
import { useCheckIn } from "./check-in-call";
import { texts } from "./texts";

const CameraDialog = lazy(() => import("./CameraDialog"));
const JUST_NOW_MS = 5_000;

/** Where a party is checked in by its reference or code: typed, by a scanner that types, or by the camera. */
export function CheckInBar() {
  const [code, setCode] = useState("");
  const [isEmpty, setEmpty] = useState(false);
  const [isScanning, setScanning] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const checkIn = useCheckIn();
  useScannerKeys(field);
  const send = (told: string) => {
    if (checkIn.isPending) return;
    setEmpty(!told.trim());
    if (!told.trim()) return;
    checkIn.mutate({ code: told.trim() }, { onSettled: () => field.current?.select() });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    send(code);
  };
  const note = isEmpty ? texts.checkIn.empty : checkIn.error ? refusal(checkIn.error) : null;
  return (
    <form noValidate onSubmit={submit} aria-label={texts.checkIn.label} className="grid gap-1.5 print:hidden">
      <label htmlFor={id} className="text-sm font-semibold text-ink-soft">
        {texts.checkIn.field}
      </label>
      <div className="flex flex-wrap gap-2">
        <Input
          id={id}
          ref={field}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={200}
          aria-describedby={`${id}-note`}
          aria-invalid={note ? true : undefined}
          className="min-w-40 flex-1 tracking-wide"
          value={code}
          onChange={(event) => {
            setCode(event.target.value);
          }}
        />
        {canScan() ? (
          <Button look="quiet" className="size-11 px-0" aria-label={texts.checkIn.scan} onClick={() => { setScanning(true); }}>
            <ScanLine aria-hidden="true" className="size-5" />
          </Button>
        ) : null}
        <Button type="submit" isBusy={checkIn.isPending}>
          {texts.checkIn.submit}
        </Button>
      </div>
      <p id={`${id}-note`} role={note ? "alert" : undefined} className={note ? "text-sm font-semibold text-coral-deep" : "text-sm text-ink-soft"}>
        {note ?? (checkIn.data ? outcome(checkIn.data) : texts.checkIn.hint)}
      </p>
      {isScanning ? (
        <Suspense fallback={null}>
          <CameraDialog
            onClose={() => { setScanning(false); }}
            onCode={(found) => {
              setScanning(false);
              setCode(found);
              send(found);
            }}
          />
        </Suspense>
      ) : null}
    </form>
  );
}

function canScan(): boolean {
  return "BarcodeDetector" in window && "mediaDevices" in navigator;
}

function refusal(problem: ApiError): string {
  if (problem.code === "NOT_FOUND") return texts.checkIn.unknown;
  return problem.code === "OFFLINE" ? texts.checkIn.offline : inWords(problem);
}

function outcome(booking: DeskBooking): string {
  const { checked_in_at: at, activity, time_slot: slot } = booking;
  const who = `${leadOf(booking)}, ${activity.name}, ${dayAndTime(slot.start_time)}`;
  const isOld = at !== null && serverNow() - Date.parse(at) > JUST_NOW_MS;
  return isOld ? `${who}. ${texts.checkIn.already(clockTime(at))}` : who;
}

/** A scanner types its code wherever the focus is: capital letters and digits outside of any field go to this one. */
function useScannerKeys(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (!/^[A-Z0-9]$/.test(event.key) || document.querySelector('[role="dialog"]')) return;
      field.current?.focus();
      field.current?.select();
    };
    addEventListener("keydown", listen);
    return () => {
      removeEventListener("keydown", listen);
    };
  }, [field]);
}
