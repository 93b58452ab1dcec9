import { MessageCircle } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { resort } from "@/lib/resort";
import { useStore } from "@/lib/store";
import { texts } from "@/lib/texts";

/** Opens WhatsApp with the resort's number and, where it is about something, its name already typed. */
export function AskOnWhatsApp({ about }: { about?: string }) {
  const { whatsapp, has_simulator: isDemo } = useStore(resort);
  const text = about ? `?text=${encodeURIComponent(about)}` : "";
  // A resort that is only tried has phones of its own to write from.
  const trial = isDemo ? `/simulator${text}` : null;
  const address = whatsapp ? `https://wa.me/${whatsapp.replace(/\D/g, "")}${text}` : trial;
  if (!address) return null;
  return (
    <Button look="quiet" asChild>
      <a href={address} rel="noreferrer">
        <MessageCircle aria-hidden="true" className="size-5" />
        {texts.askOnWhatsApp}
      </a>
    </Button>
  );
}
