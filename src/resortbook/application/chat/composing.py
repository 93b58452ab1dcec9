"""Putting a reply together: what was done, then one question, then its choices and the link."""

from dataclasses import dataclass

from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.state import Ask, Choice, Question
from resortbook.application.taps import Taps
from resortbook.domain.messages import Option

BUTTONS = 3
BUTTON = 20
ROWS = 10
ROW = 24
ROW_TEXT = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What goes out: words, and what can be tapped under them."""

    body: str
    buttons: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Composing:
    """Writes one message out of a turn: one question, then its choices and one link."""

    taps: Taps

    def reply(self, x: Exchange) -> Reply | None:
        """Return the reply, None where there is nothing to say."""
        question = x.question or (_open_question(x) if x.is_digression else None)
        parts = [*x.tells]
        if x.question is not None:
            parts.append(_asked(x.question))
        elif question is not None:
            parts.append(question.again)
        else:
            parts.append(x.wondering)
        if x.link:
            parts.append(x.link)
        body = "\n\n".join(part for part in parts if part)
        if not body:
            return None
        buttons, rows = self._options(x, question) if question else ((), ())
        return Reply(body=body, buttons=buttons, rows=rows)

    def _options(
        self, x: Exchange, question: Question
    ) -> tuple[tuple[Option, ...], tuple[Option, ...]]:
        choices = question.choices[:ROWS]
        fit_buttons = len(choices) <= BUTTONS and all(len(c.title) <= BUTTON for c in choices)
        options = tuple(self._option(x, one, is_row=not fit_buttons) for one in choices)
        return (options, ()) if fit_buttons else ((), options)

    def _option(self, x: Exchange, choice: Choice, *, is_row: bool) -> Option:
        return Option(
            id=self.taps.make(choice.act, choice.subject, guest_id=x.guest.id),
            title=choice.title[: ROW if is_row else BUTTON],
            description=choice.description[:ROW_TEXT] if is_row else "",
        )


def _open_question(x: Exchange) -> Question | None:
    """Return the question to come back to; the room is asked once and not again."""
    question = x.state.question
    return question if question is not None and question.ask is not Ask.ROOM else None


def _asked(question: Question) -> str:
    return "\n".join(part for part in (question.told, question.text) if part)
