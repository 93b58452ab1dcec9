"""The model engine: a language model proposes, and the built-in engine stands in for it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from resortbook.application.chat.commands import Command
from resortbook.application.chat.engine import Engine, Heard, Situation
from resortbook.application.chat.model.allowance import Allowance
from resortbook.application.chat.model.brief import brief_for
from resortbook.application.chat.model.outcome import Outcome
from resortbook.application.chat.model.reading import BadProposal, commands_of
from resortbook.application.chat.model.trust import is_believable, needs_no_model
from resortbook.ports.assistant import Assistant, AssistantFailed, Proposal

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEngine:
    """Asks a model what a message means, and falls back in the middle.

    Where the model fails, is over its allowance, or proposes what is no command, the built-in
    engine answers that very message from the same situation: the guest notices nothing. Taps,
    messages without words, danger and bare answers need no model.
    """

    assistant: Assistant
    builtin: Engine
    allowance: Allowance

    def understand(self, heard: Heard, situation: Situation) -> Sequence[Command]:
        """Return the guest's commands."""
        own = self.builtin.understand(heard, situation)
        if needs_no_model(heard, situation, own):
            return own
        if not self.allowance.take(situation.guest_id):
            return own
        try:
            proposal = self.assistant.propose(brief_for(heard.text, situation))
        except AssistantFailed as failed:
            log.warning("assistant.failed reason=%s", failed.reason)
            self.allowance.note(
                situation.guest_id,
                Outcome(failed.reason),
                tokens_in=failed.tokens_in,
                tokens_out=failed.tokens_out,
            )
            return own
        proposed, outcome = _judged(proposal, heard, situation, own)
        if outcome is not Outcome.USED:
            log.warning("assistant.refused reason=%s", outcome)
        self.allowance.note(
            situation.guest_id,
            outcome,
            tokens_in=proposal.tokens_in,
            tokens_out=proposal.tokens_out,
        )
        return proposed


def _judged(
    proposal: Proposal, heard: Heard, situation: Situation, own: Sequence[Command]
) -> tuple[Sequence[Command], Outcome]:
    try:
        proposed = commands_of(proposal.arguments, situation, heard.text)
    except BadProposal as bad:
        return own, bad.outcome
    if not is_believable(proposed, heard, own):
        return own, Outcome.DOUBTED
    return proposed, Outcome.USED
