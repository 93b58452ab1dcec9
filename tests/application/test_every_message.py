"""Every kind of message, with facts as bad as people can type them: none breaks a limit."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from resortbook.application.phrases import bookings, departures, holds
from resortbook.application.phrases.desk_talk import desk_message
from resortbook.application.phrases.login import sign_in_code
from resortbook.application.phrases.plain import plain
from resortbook.application.phrases.told import Told
from resortbook.application.phrases.words import Words
from resortbook.application.taps import Taps
from resortbook.application.templates import LONGEST, TEMPLATES, one_line, rendered
from resortbook.domain.activity import ActivityBrief
from resortbook.domain.booking import BookingDetail, BookingStatus
from resortbook.domain.login import CODE_LIVES
from tests.builders import NOON, a_booking, a_rate, a_slot, an_activity

WEB = "https://book.coral-cove-resort.example"
WORDS = Words(zone=ZoneInfo("America/Cancun"), locale="en_US")
HOSTILE = {
    "plain": "Jet Skiing",
    "emoji": "🏄‍♀️ Surf 🌊",
    "bold": "*bold* _italic_ ~gone~ ```code```",
    "marks alone": "***",
    "lines": "Jet\nSki\r\n\tTour\u2028now",
    "long": "Grand Deluxe Sunset Catamaran Sailing " * 5,
    "one word": "x" * 200,
    "backwards": "\u202eTour\u202c \u2066reef\u2069",
    "braces": "{{1}} {{2}}",
    "blanks": "Jet          Ski",
}
CLOSED = ("SLOT_CLOSED",)


def told(text, *, status=BookingStatus.CONFIRMED, rates=2):
    """A booking whose every fact is that text."""
    activity = an_activity(
        text[:200],
        slug="a-" * 20 + "b",
        location=text[:200],
        meeting_point=(text * 9)[:1_000],
        bring=(text * 9)[:1_000],
        arrive_minutes_before=15,
        rates=tuple(a_rate(f"rate{n}", label=text[:100]) for n in range(rates)),
    )
    slot = replace(a_slot(activity, NOON + timedelta(days=9)), closed_reason=(text * 9)[:500])
    booking = a_booking(activity, slot, party={f"rate{n}": 1 for n in range(rates)})
    if status is BookingStatus.CONFIRMED:
        booking = replace(booking, status=status, expires_at=None)
    return Told(
        detail=BookingDetail(booking=booking, activity=ActivityBrief.of(activity), slot=slot),
        words=WORDS,
        web_app_url=WEB,
        taps=Taps(b"key"),
        now=NOON,
    )


def every_text(text):
    hold, sold = told(text, status=BookingStatus.PENDING), told(text, rates=10)
    free = [NOON + timedelta(days=n) for n in range(3)]
    alone = departures.Closed(told=sold, instead=free)
    together = [departures.Closed(told=sold, instead=free[:1])] * 9
    return [
        bookings.created(hold),
        bookings.ending(hold),
        bookings.confirmed(sold),
        bookings.cancelled(sold),
        bookings.expired(hold),
        bookings.moved(hold),
        bookings.moved(sold),
        bookings.reminder_day(sold),
        bookings.reminder_hour(sold),
        departures.delayed(sold),
        departures.closed([alone], link=sold.other_times),
        departures.closed(together, link=f"{WEB}/activities"),
        sign_in_code("123456", resort_name=text[:200], lives=CODE_LIVES),
    ]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_facts_say_free_texts_stay_short_and_whole(text):
    for said in every_text(text):
        assert len(said.body) <= 640
        assert said.body.count("http") == (0 if said.name == "SIGN_IN_CODE" else 1)
        if said.name != "SIGN_IN_CODE":
            assert said.body.splitlines()[-1].startswith(WEB)
        assert "\n\n\n" not in said.body
        assert all(line == line.strip() for line in said.body.splitlines())
        assert not {"\u202e", "\u2066", "\t", "\r"} & set(said.body)
        for button in said.buttons:
            assert 1 <= len(button.title) <= 20
            assert len(button.id) <= 200


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_facts_say_templates_keep_whatsapps_rules(text):
    for said in every_text(text):
        template = TEMPLATES[said.name]
        assert len(said.variables) == len(template.samples)
        assert all(value and value == one_line(value) for value in said.variables)
        assert not any("     " in value for value in said.variables)
        assert len(rendered(said.name, said.variables)) <= LONGEST


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_marks_of_whatsapp_stand_only_where_we_put_them(text):
    for said in every_text(text):
        for line in said.body.splitlines():
            if said.name != "SIGN_IN_CODE":
                assert line.count("*") % 2 == 0
                assert not {"~", "`"} & set(line)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_chat_tells_a_booking_as_short_and_plain(text):
    detail = told(text).detail

    said = holds.confirmed(detail, today=NOON.date(), words=WORDS)

    assert len(said) <= 640
    assert said.splitlines()[0].startswith("Confirmed: *")
    assert said.count("*") == 2
    assert not {"~", "`", "\u202e", "\t", "\r"} & set(said)


def test_a_message_of_the_desk_fits_its_template():
    said = desk_message("Your *sunglasses*\nwere found. " * 20)

    assert rendered(said.name, said.variables).startswith("Our front desk has a message")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("*bold* move", "bold move"),
        ("snake_case 2*3", "snake_case 2*3"),
        ("a\n b", "a b"),
        ("one two three four five", "one two…"),
        ("abcdefghijklmnop", "abcdefghi…"),
        ("***", ""),
    ],
)
def test_what_people_typed_becomes_one_plain_line(typed, read):
    assert plain(typed, 12 if "one" in typed else 10 if "abc" in typed else 80) == read
