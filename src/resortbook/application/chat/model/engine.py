"""The model engine: a language model proposes, and the built-in engine stands in for it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from resortbook.application.chat import commands as c
from resortbook.application.chat.commands import Command
from resortbook.application.chat.engine import Engine, Heard, Situation
from resortbook.application.chat.model.allowance import Allowance
from resortbook.application.chat.model.brief import brief_for
from resortbook.application.chat.model.reading import BadProposal, commands_of
from resortbook.application.chat.understanding.answers import read_answer
from resortbook.ports.assistant import Assistant, AssistantFailed

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
        if not heard.text.strip() or heard.button or _needs_no_model(heard, own):
            return own
        if not self.allowance.take(situation.guest_id):
            return own
        try:
            proposal = self.assistant.propose(brief_for(heard.text, situation))
            self.allowance.spend(situation.guest_id, proposal.tokens_in, proposal.tokens_out)
            proposed = commands_of(proposal.arguments, situation)
        except (AssistantFailed, BadProposal) as failed:
            log.warning("assistant.failed reason=%s", failed)
            return own
        return proposed if _is_believable(proposed, heard, own) else own


def _needs_no_model(heard: Heard, own: Sequence[Command]) -> bool:
    """Whether the words are so plain that a model could only get them wrong."""
    if any(isinstance(one, c.Desk) and one.is_hurt for one in own):
        return True
    is_answer = isinstance(own[0], c.Yes | c.No | c.Pick | c.Skip | c.Room | c.BackToBot)
    return len(own) == 1 and is_answer and read_answer(heard.text).whole


def _is_believable(proposed: Sequence[Command], heard: Heard, own: Sequence[Command]) -> bool:
    """Hold a proposed yes against the guest's own words.

    What confirms, moves or cancels is the guest's yes alone: a model's counts only where the
    words refuse nothing and ask nothing.
    """
    if not any(isinstance(one, c.Yes) for one in proposed):
        return True
    answer = read_answer(heard.text)
    if any(isinstance(one, c.Yes) for one in own):
        return True
    is_doubtful = answer.no or answer.wait or answer.never_mind or "?" in heard.text
    asks_other = any(
        isinstance(one, c.Cancel | c.Move | c.AskTimes | c.AskActivity) for one in own
    )
    return not (is_doubtful or asks_other) and len(proposed) == 1
