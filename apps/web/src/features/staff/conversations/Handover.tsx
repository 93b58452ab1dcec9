import type { WholeConversation } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { useAuth } from "@/features/auth/useAuth";
import { toast } from "@/lib/toast";
import { Refusal } from "../parts/Refusal";
import { useHandover } from "./handover-call";
import { texts } from "./texts";

/** Who has a conversation, and how it changes hands. */
export function Handover({ talk }: { talk: WholeConversation }) {
  const { user } = useAuth();
  const handover = useHandover(talk.id);
  const isMine = talk.status === "taken" && talk.taken_by === user?.id;
  const isTaken = talk.status === "taken";
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isTaken ? <span className="text-sm text-ink-soft">{isMine ? texts.by.you : texts.by.colleague}</span> : null}
      {isMine ? null : (
        <Button
          size="small"
          look={isTaken ? "quiet" : "primary"}
          isBusy={handover.isPending && handover.variables === "takeover"}
          onClick={() => { handover.mutate("takeover", { onSuccess: () => { toast.success(texts.tookOver); } }); }}
        >
          {isTaken ? texts.takeOverFrom : texts.takeOver}
        </Button>
      )}
      {talk.status === "bot" ? null : (
        <Button
          size="small"
          look="quiet"
          isBusy={handover.isPending && handover.variables === "release"}
          onClick={() => { handover.mutate("release", { onSuccess: () => { toast.success(texts.released); } }); }}
        >
          {texts.release}
        </Button>
      )}
      <Refusal problem={handover.error} />
    </div>
  );
}
