import { UserMinus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { useAuth } from "@/features/auth/useAuth";
import { toast } from "@/lib/toast";
import { Confirm } from "../parts/Confirm";
import { useEraseGuest } from "./erase-guest-call";
import { texts } from "./texts";

const { title, done, open, ...words } = texts.erase;

/** Lets an admin have a guest erased who asked for it; others see nothing. */
export function EraseGuest({ guestId, onDone }: { guestId: string; onDone?: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const { user } = useAuth();
  const erase = useEraseGuest();
  if (user?.role !== "admin") return null;
  const close = () => {
    setAsked(false);
    erase.reset();
  };
  const yes = () => {
    erase.mutate(guestId, {
      onSuccess: () => {
        toast.success(done);
        close();
        onDone?.();
      },
    });
  };
  return (
    <div>
      <Button look="plain" size="small" onClick={() => { setAsked(true); }}>
        <UserMinus aria-hidden="true" className="size-4" />
        {open}
      </Button>
      {isAsked ? <Confirm {...words} title={title} isDangerous isBusy={erase.isPending} problem={erase.error} onYes={yes} onClose={close} /> : null}
    </div>
  );
}
