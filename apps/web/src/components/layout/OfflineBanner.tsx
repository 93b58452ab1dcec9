import { WifiOff } from "lucide-react";
import { useOnline } from "@/lib/online";
import { texts } from "@/lib/texts";

export function OfflineBanner() {
  if (useOnline()) return null;
  return (
    <p role="status" className="flex items-center justify-center gap-2 bg-ink px-4 py-2.5 text-sm font-semibold text-sand">
      <WifiOff aria-hidden="true" className="size-4" />
      {texts.offline}
    </p>
  );
}
