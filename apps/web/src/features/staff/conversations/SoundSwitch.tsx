import { Bell, BellOff } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { useStore } from "@/lib/store";
import { sound, switchSound } from "./sound";
import { texts } from "./texts";

/** Whether this device is heard when somebody waits. */
export function SoundSwitch() {
  const isOn = useStore(sound);
  const Icon = isOn ? Bell : BellOff;
  return (
    <Button look="quiet" size="small" aria-pressed={isOn} title={texts.sound.hint} onClick={() => { switchSound(!isOn).catch(() => undefined); }}>
      <Icon aria-hidden="true" className="size-4" />
      {isOn ? texts.sound.on : texts.sound.off}
    </Button>
  );
}
