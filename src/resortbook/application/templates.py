"""The message templates: the only words that WhatsApp lets out of the 24-hour window.

Except for sign-in codes, a template's text neither begins nor ends with a variable, and no two
variables stand side by side; each variable has a sample, which approval asks for.
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
                "We are holding {{1}} for you on {{2}}: {{3}}. {{4}} Please confirm by {{5}} "
                "here: {{6}} - we look forward to seeing you."
            ),
            samples=("Jet Skiing", _WHEN, _PARTY, _POLICY, "12:30 PM", _BOOKING),
        ),
        Template(
            name="BOOKING_CONFIRMED",
            body=(
                "Confirmed: {{1}} on {{2}}, {{3}}. Your reference is {{4}}. Where, what to "
                "bring, and until when you can cancel: {{5}} - see you soon."
            ),
            samples=("Jet Skiing", _WHEN, _PARTY, "ABCD-2345", _BOOKING),
        ),
        Template(
            name="BOOKING_CANCELLED",
            body=(
                "Your booking of {{1}} on {{2}} is cancelled (reference {{3}}). Other times "
                "are here: {{4}} - we hope to see you."
            ),
            samples=("Jet Skiing", _WHEN, "ABCD-2345", _ACTIVITY),
        ),
        Template(
            name="BOOKING_EXPIRED",
            body=(
                "Your hold of {{1}} on {{2}} has run out, and nothing was charged. Times that "
                "are free: {{3}} - we hope to see you."
            ),
            samples=("Jet Skiing", _WHEN, _ACTIVITY),
        ),
        Template(
            name="BOOKING_MOVED",
            body=(
                "Your booking of {{1}} has a new time: {{2}}, for {{3}}. {{4}} Your reference "
                "is {{5}}. Details are here: {{6}} - see you soon."
            ),
            samples=("Jet Skiing", _WHEN, _PARTY, _POLICY, "ABCD-2345", _BOOKING),
        ),
        Template(
            name="DESK_MESSAGE",
            body=(
                "Our front desk has a message for you: {{1}} - you can simply answer here, in "
                "this chat."
            ),
            samples=("The boat leaves from the south pier today.",),
        ),
        Template(
            name="SLOT_CLOSED",
            body=(
                "We are sorry, but we had to call this off: {{1}}. Your booking is cancelled. "
                "Free in its place: {{2}}. Please choose here: {{3}} - we hope to see you."
            ),
            samples=(
                f"Jet Skiing on {_WHEN} (ABCD-2345)",
                "Saturday, October 17 at 10:00 AM",
                _ACTIVITY,
            ),
        ),
        Template(
            name="SLOT_DELAYED",
            body=(
                "We are sorry for the wait: {{1}} starts later than planned, on {{2}}. Your "
                "reference is {{3}}. {{4}} Details are here: {{5}} - see you soon."
            ),
            samples=("Jet Skiing", _WHEN, "ABCD-2345", _POLICY, _BOOKING),
        ),
        Template(
            name="DESK_MESSAGE",
            body=(
                "The front desk has a message for you: {{1}} - Please reply here, and a person "
                "will read it."
            ),
            samples=("Your sunglasses were found on the boat.",),
        ),
        Template(
            name="REMINDER_24H",
            body=(
                "We look forward to seeing you: {{1}} on {{2}}. Where: {{3}}. Details are "
                "here: {{4}} - see you soon."
            ),
            samples=("Jet Skiing", _WHEN, "North Pier", _BOOKING),
        ),
        Template(
            name="REMINDER_1H",
            body=(
                "It is almost time for {{1}}: {{2}}. Where: {{3}}. Details are here: {{4}} - "
                "see you in a moment."
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
