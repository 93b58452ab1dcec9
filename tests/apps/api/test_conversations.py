"""What the desk and guests say to each other over HTTP."""

from typing import Any

import pytest

from resortbook.application.reception import Heard
from resortbook.application.resort import Resort
from resortbook.domain.guest import Channel
from resortbook.settings import Settings
from resortbook_api.app import create_app
from tests.apps.api.conftest import SignIn
from tests.apps.api.described import Description
from tests.apps.api.test_bookings import IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor, details, error
from tests.resort_fixtures import Given, MovableClock

PHONE = "+14155550123"  # of the fixture `guest`
TALKS = "/staff/conversations/"
ITEM = {
    "id",
    "phone",
    "name",
    "status",
    "summary",
    "last_message_at",
    "window_ends_at",
    "waiting_since",
}


@pytest.fixture
def booked(guest: Visitor, given: Given) -> Any:
    return guest.post("/bookings/", wish(given.slot(start=IN_TWO_DAYS))).get_json()


@pytest.fixture
def talk(guest: Visitor, booked: Any, resort: Resort) -> str:
    """A conversation that waits for the desk, by its path."""
    said = Heard(provider_sid="SM1", channel=Channel.PHONE, address=PHONE, body="Hi!")
    resort.reception.receive(said)
    asked = {"message": "May I bring my dog?"}
    answer = guest.post(f"/bookings/{booked['reference']}/ask-desk/", asked)
    return f"{TALKS}{answer.get_json()['id']}/"


def test_a_question_about_a_booking_waits_for_the_desk_and_names_it(
    guest: Visitor, desk: Visitor, booked: Any
):
    path = f"/bookings/{booked['id']}/ask-desk/"

    answer = guest.post(path, {"message": " May I bring my dog? "})

    assert (answer.status_code, answer.get_json()["status"]) == (202, "waiting")
    (item,) = desk.get(TALKS).get_json()["items"]
    assert set(item) == ITEM
    assert (item["status"], item["name"], item["phone"]) == (
        "waiting",
        "Maria Lopez",
        "+1415•••0123",
    )
    reference = f"{booked['reference'][:4]}-{booked['reference'][4:]}"
    assert reference in item["summary"]
    assert item["summary"].endswith("May I bring my dog?")
    assert item["last_message_at"] == "2026-10-15T17:00:00Z"
    assert item["window_ends_at"] is None


def test_the_reference_is_taken_however_it_is_written(guest: Visitor, booked: Any):
    reference = booked["reference"].lower()

    answer = guest.post(
        f"/bookings/{reference[:4]}-{reference[4:]}/ask-desk/", {"message": "?"}
    )

    assert answer.get_json()["reference"] == booked["reference"]


def test_nobody_asks_about_the_booking_of_another(
    anybody: Visitor, other_guest: Visitor, guest: Visitor, booked: Any
):
    path, asked = f"/bookings/{booked['id']}/ask-desk/", {"message": "Mine?"}

    assert error(anybody.post(path, asked)) == (401, "AUTH_REQUIRED")
    assert error(other_guest.post(path, asked)) == (403, "FORBIDDEN")
    assert error(guest.post("/bookings/ABCD2345/ask-desk/", asked)) == (404, "NOT_FOUND")


@pytest.mark.parametrize(
    "asked", [{}, {"message": ""}, {"message": " \n"}, {"message": "x" * 1_001}, {"text": "?"}]
)
def test_a_question_has_words(guest: Visitor, booked: Any, asked: Any):
    answer = guest.post(f"/bookings/{booked['id']}/ask-desk/", asked)

    assert error(answer) == (400, "VALIDATION_ERROR")


def test_staff_read_what_was_said_by_whom(desk: Visitor, resort: Resort, talk: str):
    resort.reception.work()
    desk.post(f"{talk}reply/", {"body": "Dogs are welcome."})

    whole = desk.get(talk).get_json()

    assert set(whole) == ITEM | {"taken_by", "messages"}
    first, *_, last = whole["messages"]
    assert (first["author"], first["body"]) == ("guest", "Hi!")
    assert (last["author"], last["body"]) == ("desk", "Dogs are welcome.")
    assert whole["window_ends_at"] == "2026-10-16T17:00:00Z"


def test_a_conversation_is_taken_over_answered_and_released(
    desk: Visitor, resort: Resort, talk: str
):
    taken = desk.post(f"{talk}takeover/").get_json()
    reply = desk.post(f"{talk}reply/", {"body": "Dogs are welcome."})
    resort.clockwork.relay.sweep()

    assert (taken["status"], taken["taken_by"]) == ("taken", str(desk.person.id))
    assert (reply.status_code, reply.get_json()["body"]) == (201, "Dogs are welcome.")
    assert "Dogs are welcome." in [line.body for line in resort.transcript(PHONE)]
    released = desk.post(f"{talk}release/").get_json()
    assert (released["status"], released["taken_by"], released["summary"]) == ("bot", None, "")


def test_outside_of_the_window_a_template_goes_out(
    desk: Visitor, sign_in: SignIn, talk: str, clock: MovableClock
):
    clock.advance(hours=24)
    desk = sign_in(desk.person)  # who was idle for so long was signed out

    reply = desk.post(f"{talk}reply/", {"body": "Dogs\nare welcome."}).get_json()

    assert reply["template"] == "DESK_MESSAGE"
    assert "Dogs are welcome." in reply["body"]
    long = desk.post(f"{talk}reply/", {"body": "x" * 901})
    assert error(long) == (400, "VALIDATION_ERROR")
    assert "body" in details(long)["fields"]


def test_who_cannot_be_reached_is_told_to_the_desk(desk: Visitor, given: Given):
    nobody = given.guest(None, name="Walter")

    answer = desk.post(f"{TALKS}{nobody.id}/reply/", {"body": "Hello"})

    assert error(answer) == (409, "CONFLICT")
    assert details(answer) == {"reason": "no_address"}


def test_the_list_is_narrowed_by_how_conversations_read_now(
    desk: Visitor, sign_in: SignIn, talk: str, clock: MovableClock
):
    def ids(query: str) -> list[str]:
        found = sign_in(desk.person).get(TALKS + query).get_json()["items"]
        return [f"{TALKS}{one['id']}/" for one in found]

    assert ids("?status=waiting") == ids("?status=waiting&status=taken") == [talk]
    assert ids("?status=bot") == []
    clock.advance(hours=12)
    assert ids("?status=waiting") == []
    assert ids("?status=bot") == ids("") == [talk]


def test_pages_are_cut_at_the_latest(desk: Visitor, resort: Resort, given: Given, clock: Any):
    guests = [given.guest(f"+1415555012{n}") for n in (4, 5, 6)]
    for guest in guests:
        clock.advance(minutes=1)
        resort.handover.take_over(guest.id, by=given.staff())

    first = desk.get(f"{TALKS}?limit=2").get_json()
    rest = desk.get(f"{TALKS}?limit=2&cursor={first['next_cursor']}").get_json()

    found = [one["id"] for one in first["items"] + rest["items"]]
    assert found == [str(guest.id) for guest in reversed(guests)]
    assert rest["next_cursor"] is None
    assert error(desk.get(f"{TALKS}?cursor=nonsense")) == (400, "VALIDATION_ERROR")


@pytest.mark.parametrize("query", ["?status=asleep", "?fields=id", "?limit=0"])
def test_unknown_queries_are_refused(desk: Visitor, query: str):
    assert error(desk.get(TALKS + query)) == (400, "VALIDATION_ERROR")


@pytest.mark.parametrize("key", ["not-a-uuid", "01890000-0000-7000-8000-000000000000"])
@pytest.mark.parametrize("deed", ["", "takeover/", "reply/", "release/"])
def test_a_conversation_of_nobody_is_not_found(desk: Visitor, key: str, deed: str):
    path = f"{TALKS}{key}/{deed}"

    answer = desk.post(path, {"body": "Hi"} if deed == "reply/" else None) if deed else None

    assert error(answer or desk.get(path)) == (404, "NOT_FOUND")


def test_the_first_call_for_the_desk_counts_until_somebody_takes_it(
    guest: Visitor, desk: Visitor, booked: Any, talk: str, clock: MovableClock
):
    since = desk.get(talk).get_json()["waiting_since"]
    clock.advance(minutes=11)

    guest.post(f"/bookings/{booked['reference']}/ask-desk/", {"message": "Hello?"})

    assert desk.get(talk).get_json()["waiting_since"] == since == "2026-10-15T17:00:00Z"
    assert desk.post(f"{talk}takeover/").get_json()["waiting_since"] is None


def test_the_metrics_tell_who_waits_for_the_desk_and_how_long(
    desk: Visitor,
    talk: str,
    clock: MovableClock,
    resort: Resort,
    settings: Settings,
    description: Description,
):
    monitor = Visitor(create_app(resort, settings), description)
    clock.advance(minutes=11)

    waiting = monitor.get("//metrics").text
    desk.post(f"{talk}takeover/")
    taken = monitor.get("//metrics").text

    assert "resortbook_conversations_waiting 1.0" in waiting
    assert "resortbook_conversations_longest_waiting_seconds 660.0" in waiting
    assert "resortbook_conversations_waiting 0.0" in taken
    assert "resortbook_conversations_longest_waiting_seconds 0.0" in taken
