import { MessageCircle } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { resort } from "@/lib/resort";
import { useStore } from "@/lib/store";
import { texts } from "@/lib/texts";

/** Opens WhatsApp with the resort's number and, where it is about something, its name already typed. */
export function AskOnWhatsApp({ about }: { about?: string }) {
  const { whatsapp } = useStore(resort);
  if (!whatsapp) return null;
  const text = about ? `?text=${encodeURIComponent(about)}` : "";
  return (
    <Button look="quiet" asChild>
      <a href={`https://wa.me/${whatsapp.replace(/\D/g, "")}${text}`} rel="noreferrer">
        <MessageCircle aria-hidden="true" className="size-5" />
        {texts.askOnWhatsApp}
      </a>
    </Button>
  );
}
