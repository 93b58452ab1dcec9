"""Buttons and lists as Twilio sends them: a form for each number of choices and of lines, whose
texts are all variables.

They are for open conversations, where they need no approval: a quick reply of at most three
buttons, and a list. Twilio refuses a variable of the body that has a line break, and one that
is empty (its error 21656); so the lines stand in the form, each with a variable of its own,
and blank lines are left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from resortbook.domain.messages import Option, OutboundMessage

# Source: Twilio's pages "twilio/quick-reply" and "twilio/list-picker", and WhatsApp's limits.
LONGEST_BODY = 1_024
LONGEST_ID = 200
LONGEST_TITLE = 20
LONGEST_ROW = 24
LONGEST_DESCRIPTION = 72
MOST_BUTTONS = 3
MOST_ROWS = 10

BUTTON_LINES = 8
ROW_LINES = 3
LIST_BUTTON = "See the choices"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A quick reply or a list with so many choices under so many lines."""

    is_list: bool
    choices: int
    lines: int
    is_described: bool = False

    @property
    def name(self) -> str:
        """What we call it: `BUTTONS_2_LINES_5`, `ROWS_4_LINES_1_DESCRIBED`."""
        kind = "ROWS" if self.is_list else "BUTTONS"
        described = "_DESCRIBED" if self.is_described else ""
        return f"{kind}_{self.choices}_LINES_{self.lines}{described}"

    @property
    def types(self) -> dict[str, Any]:
        """Its wording for Twilio's Content API."""
        numbers = iter(f"{{{{{n}}}}}" for n in range(1, self.variables + 1))
        body = "\n".join(next(numbers) for _ in range(self.lines))
        if self.is_list:
            rows = [self._row(numbers) for _ in range(self.choices)]
            picker = {"body": body, "button": LIST_BUTTON, "items": rows}
            return {"twilio/list-picker": picker}
        buttons = [
            {"type": "QUICK_REPLY", "title": next(numbers), "id": next(numbers)}
            for _ in range(self.choices)
        ]
        return {"twilio/quick-reply": {"body": body, "actions": buttons}}

    @property
    def variables(self) -> int:
        """How many variables it has."""
        return self.lines + self.choices * (3 if self.is_described else 2)

    def _row(self, numbers: Iterator[str]) -> dict[str, str]:
        row = {"item": next(numbers), "id": next(numbers)}
        return {**row, "description": next(numbers)} if self.is_described else row


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form and what stands in it; `body` is what the guest reads above the choices."""

    form: Form
    body: str
    values: Mapping[str, str]


def all_forms() -> Sequence[Form]:
    """Return every form that a message may need."""
    buttons = [
        Form(is_list=False, choices=choices, lines=lines)
        for choices in range(1, MOST_BUTTONS + 1)
        for lines in range(1, BUTTON_LINES + 1)
    ]
    rows = [
        Form(is_list=True, choices=choices, lines=lines, is_described=is_described)
        for choices in range(1, MOST_ROWS + 1)
        for lines in range(1, ROW_LINES + 1)
        for is_described in (False, True)
    ]
    return [*buttons, *rows]


def filled(message: OutboundMessage) -> Filled | None:
    """Return a message's form, filled in; None where it has no choices, or does not fit."""
    choices, is_list = message.rows or message.buttons, bool(message.rows)
    lines = _lines_of(message, is_list=is_list)
    if (message.rows and message.buttons) or not lines or not _fit(choices, is_list=is_list):
        return None
    is_described = is_list and all(choice.description for choice in choices)
    form = Form(
        is_list=is_list, choices=len(choices), lines=len(lines), is_described=is_described
    )
    texts = [*lines, *(text for one in choices for text in _texts(one, is_described))]
    if len("\n".join(lines)) > LONGEST_BODY or not all(map(_is_fit, texts)):
        return None
    values = {str(n): text for n, text in enumerate(texts, 1)}
    return Filled(form=form, body="\n".join(lines), values=values)


def numbered(message: OutboundMessage) -> str:
    """Return a message's text with its choices as numbered lines under it."""
    choices = [*message.buttons, *message.rows]
    lines = [f"{number}. {choice.title}" for number, choice in enumerate(choices, 1)]
    return "\n".join([message.body, *lines])


def _lines_of(message: OutboundMessage, *, is_list: bool) -> list[str]:
    """Return the lines that are not blank, as many as a form may have, or none."""
    lines = [" ".join(line.split()) for line in message.body.splitlines() if line.strip()]
    if not is_list:
        return lines if len(lines) <= BUTTON_LINES else []
    if len(lines) > ROW_LINES:
        # What stands between the first line and the question is what the rows say, too.
        return [lines[0], " · ".join(lines[1:-1]), lines[-1]]
    return lines


def _fit(choices: Sequence[Option], *, is_list: bool) -> bool:
    most, longest = (MOST_ROWS, LONGEST_ROW) if is_list else (MOST_BUTTONS, LONGEST_TITLE)
    if not 1 <= len(choices) <= most:
        return False
    titles, ids = {one.title for one in choices}, {one.id for one in choices}
    are_told_apart = len(ids) == len(choices) and (is_list or len(titles) == len(choices))
    return are_told_apart and all(
        len(one.title) <= longest
        and len(one.id) <= LONGEST_ID
        and len(one.description) <= LONGEST_DESCRIPTION
        for one in choices
    )


def _texts(choice: Option, is_described: bool) -> tuple[str, ...]:
    texts = (choice.title, choice.id)
    return (*texts, choice.description) if is_described else texts


def _is_fit(text: str) -> bool:
    return bool(text.strip()) and not any(sign in text for sign in ("\n", "\r", "\t", "     "))
