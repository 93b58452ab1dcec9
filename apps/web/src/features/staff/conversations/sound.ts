import { create } from "@/lib/store";

const KEPT = "desk-sound";
const NOTES_HZ = [660, 880];
const NOTE_SECONDS = 0.18;
const LOUDNESS = 0.12;

let audio: AudioContext | undefined;

/** Whether this device makes a sound when a guest waits. */
export const sound = create(wasOn());

function wasOn(): boolean {
  try {
    return localStorage.getItem(KEPT) === "on";
  } catch {
    return false;
  }
}

/** Two short notes; silent where the browser has not allowed it by a tap yet. */
export function chime(): void {
  if (!sound.get() || audio?.state !== "running") return;
  for (const [n, pitch] of NOTES_HZ.entries()) {
    const begins = audio.currentTime + n * NOTE_SECONDS;
    const note = audio.createOscillator();
    const loudness = audio.createGain();
    note.frequency.value = pitch;
    loudness.gain.setValueAtTime(LOUDNESS, begins);
    loudness.gain.exponentialRampToValueAtTime(0.001, begins + NOTE_SECONDS);
    note.connect(loudness).connect(audio.destination);
    note.start(begins);
    note.stop(begins + NOTE_SECONDS);
  }
}

/** Switch the sound on (it is heard at once) or off; called from a tap, as browsers want it. */
export async function switchSound(isOn: boolean): Promise<void> {
  sound.set(isOn);
  try {
    localStorage.setItem(KEPT, isOn ? "on" : "off");
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  if (!isOn) return;
  await allow();
  chime();
}

/** Ready the sound at the first tap of a visit, where it was switched on earlier; returns how to stop waiting for it. */
export function allowAtFirstTap(): () => void {
  const onTap = () => {
    if (sound.get()) allow().catch(() => undefined);
  };
  addEventListener("pointerdown", onTap, { once: true });
  return () => {
    removeEventListener("pointerdown", onTap);
  };
}

async function allow(): Promise<void> {
  audio ??= new AudioContext();
  await audio.resume();
}
