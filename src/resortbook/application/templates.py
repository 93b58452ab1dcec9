"""The message templates: the only words that WhatsApp lets out of the 24-hour window.

Except for sign-in codes, a template's text neither begins nor ends with a variable, and no two
variables stand side by side, a line break between them or not; each variable has a sample,
which approval asks for. Lines are broken in the text alone: a value may have no line break.
"""

import re
from collections.abc import Sequence

from resortbook.ports.contents import Template

LONGEST = 1_024  # characters of a template with everything that is put into it

_VARIABLE = re.compile(r"\{\{([0-9]+)\}\}")
_BREAK = re.compile(r"\s+")
_BOOKING = "https://resort.example/bookings/ABCD2345"
_WHEN = "Friday, October 16 at 2:00 PM"
_PARTY = "2 people, $160.00"
_POLICY = "You can cancel until Thursday, October 15 at 2:00 PM."
_ACTIVITY = "https://resort.example/activities/jet-skiing"

TEMPLATES = {
    one.name: one
    for one in (
        Template(
            name="SIGN_IN_CODE",
            # WhatsApp writes the words of this kind of template itself.
            body=(
                "{{1}} is your verification code. For your security, do not share this code. "
                "This code expires in 5 minutes."
            ),
            samples=("123456",),
            category="AUTHENTICATION",
        ),
        Template(
            name="BOOKING_CREATED",
            body=(
                "We are holding *{{1}}* for you.\n"
                "When: {{2}}\n"
                "Who: {{3}}\n"
                "Good to know: {{4}}\n"
                "Please confirm by {{5}}:\n"
                "{{6}}\n"
                "We look forward to seeing you."
            ),
            samples=("Jet Skiing", _WHEN, _PARTY, _POLICY, "12:30 PM", _BOOKING),
        ),
        Template(
            name="BOOKING_CONFIRMED",
            body=(
                "Confirmed: *{{1}}*\n"
                "When: {{2}}\n"
                "Who: {{3}}\n"
                "Reference: {{4}}\n"
                "Where, what to bring, and until when you can cancel:\n"
                "{{5}}\n"
                "See you soon."
            ),
            samples=("Jet Skiing", _WHEN, _PARTY, "ABCD-2345", _BOOKING),
        ),
        Template(
            name="BOOKING_CANCELLED",
            body=(
                "Your booking of *{{1}}* on {{2}} is cancelled (reference {{3}}).\n"
                "Other times are here:\n"
                "{{4}}\n"
                "We hope to see you."
            ),
            samples=("Jet Skiing", _WHEN, "ABCD-2345", _ACTIVITY),
        ),
        Template(
            name="BOOKING_EXPIRED",
            body=(
                "Your hold of *{{1}}* on {{2}} has run out. Nothing was charged.\n"
                "If you still want to come, times are here:\n"
                "{{3}}\n"
                "We hope to see you."
            ),
            samples=("Jet Skiing", _WHEN, _ACTIVITY),
        ),
        Template(
            name="BOOKING_MOVED",
            body=(
                "Your booking of *{{1}}* has a new time.\n"
                "When: {{2}}\n"
                "Who: {{3}}\n"
                "Good to know: {{4}}\n"
                "Reference: {{5}}\n"
                "Details:\n"
                "{{6}}\n"
                "See you soon."
            ),
            samples=("Jet Skiing", _WHEN, _PARTY, _POLICY, "ABCD-2345", _BOOKING),
        ),
        Template(
            name="SLOT_CLOSED",
            body=(
                "We are sorry, but we had to cancel this for you: {{1}}.\n"
                "Free in its place: {{2}}.\n"
                "Please choose here:\n"
                "{{3}}\n"
                "We hope to see you."
            ),
            samples=(
                f"Jet Skiing on {_WHEN} (ABCD-2345). Reason: strong wind",
                "Saturday, October 17 at 10:00 AM",
                _ACTIVITY,
            ),
        ),
        Template(
            name="SLOT_DELAYED",
            body=(
                "We are sorry for the wait: *{{1}}* starts later.\n"
                "New time: {{2}}\n"
                "Reference: {{3}}\n"
                "Good to know: {{4}}\n"
                "Details:\n"
                "{{5}}\n"
                "See you soon."
            ),
            samples=("Jet Skiing", _WHEN, "ABCD-2345", _POLICY, _BOOKING),
        ),
        Template(
            name="DESK_MESSAGE",
            body=(
                "Our front desk has a message for you:\n"
                "{{1}}\n"
                "You can simply answer here, in this chat."
            ),
            samples=("Your sunglasses were found on the boat.",),
        ),
        Template(
            name="REMINDER_24H",
            body=(
                "We look forward to seeing you at *{{1}}*.\n"
                "When: {{2}}\n"
                "Where: {{3}}\n"
                "Details, and what to bring:\n"
                "{{4}}\n"
                "See you soon."
            ),
            samples=("Jet Skiing", _WHEN, "North Pier", _BOOKING),
        ),
        Template(
            name="REMINDER_1H",
            body=(
                "It is almost time for *{{1}}*.\n"
                "When: {{2}}\n"
                "Where: {{3}}\n"
                "Details:\n"
                "{{4}}\n"
                "See you in a moment."
            ),
            samples=("Jet Skiing", _WHEN, "North Pier", _BOOKING),
        ),
    )
}


def rendered(name: str, variables: Sequence[str]) -> str:
    """Return a template's text as a guest reads it.

    Raises:
        KeyError: there is no such template, or it has a variable that is not given.
    """
    values = {str(n): one_line(value) for n, value in enumerate(variables, 1)}
    return _VARIABLE.sub(lambda match: values[match.group(1)], TEMPLATES[name].body)


def one_line(value: str) -> str:
    """Return a variable's value as WhatsApp takes it: without line breaks, and never empty."""
    return _BREAK.sub(" ", value).strip() or "-"
