"""Which messages fit a form of buttons or rows, and what stands in it."""

import pytest
from uuid_utils.compat import uuid7

from resortbook.adapters.twilio.choices import Filled, all_forms, filled, numbered
from resortbook.domain.messages import Option, OutboundMessage
from tests.builders import NOON


def options(count, title="Time {}", description=""):
    return tuple(
        Option(id=f"slot:{n}", title=title.format(n), description=description)
        for n in range(1, count + 1)
    )


def a_message(body="Which time suits you?", **facts):
    return OutboundMessage(
        id=uuid7(),
        event_id=uuid7(),
        guest_id=None,
        channel="phone",
        address="+14155550123",
        kind="ChatReply",
        body=body,
        created_at=NOON,
        **facts,
    )


def fit(message: OutboundMessage) -> Filled:
    """Fill the form that a message has to have."""
    fitting = filled(message)
    assert fitting is not None
    return fitting


@pytest.mark.parametrize("lines", range(1, 9))
@pytest.mark.parametrize("count", [1, 2, 3])
def test_every_number_of_buttons_and_lines_has_its_form(count, lines):
    body = "\n\n".join(f"Line {n}" for n in range(1, lines + 1))

    fitting = fit(a_message(body, buttons=options(count)))

    assert fitting.form in all_forms()
    assert fitting.body == "\n".join(f"Line {n}" for n in range(1, lines + 1))
    assert len(fitting.values) == lines + 2 * count
    assert all(value and "\n" not in value for value in fitting.values.values())


@pytest.mark.parametrize("description", ["", "6 places left"])
@pytest.mark.parametrize("count", range(1, 11))
def test_every_number_of_rows_has_its_form(count, description):
    fitting = fit(a_message(rows=options(count, description=description)))

    assert fitting.form in all_forms()
    assert fitting.form.is_described == bool(description)


def test_what_stands_between_the_first_and_the_last_line_of_a_list_is_joined():
    body = "Jet Skiing\nToday: 2:00 PM\nTomorrow: 10:00 AM\nWhich time suits you?"

    fitting = fit(a_message(body, rows=options(4)))

    assert fitting.body.splitlines() == [
        "Jet Skiing",
        "Today: 2:00 PM · Tomorrow: 10:00 AM",
        "Which time suits you?",
    ]


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"body": "", "buttons": options(1)},
        {"body": "x" * 1_025, "buttons": options(1)},
        {"body": "\n".join("123456789"), "buttons": options(1)},
        {"buttons": options(4)},
        {"buttons": options(1, title="x" * 21)},
        {"buttons": options(2, title="The same")},
        {"buttons": options(1, title=" ")},
        {"buttons": (Option(id="x" * 201, title="Yes"),)},
        {"buttons": (Option(id="", title="Yes"),)},
        {"rows": options(11)},
        {"rows": options(4, title="x" * 25)},
        {"rows": options(4, description="x" * 73)},
        {"rows": options(1), "buttons": options(1)},
    ],
)
def test_what_whatsapp_cannot_show_fits_no_form(facts):
    assert filled(a_message(**facts)) is None


def test_without_a_form_choices_are_numbered():
    assert numbered(a_message("Sure?", buttons=options(2, title="Answer {}"))).splitlines() == [
        "Sure?",
        "1. Answer 1",
        "2. Answer 2",
    ]
