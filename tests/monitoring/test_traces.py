"""One id leads from the request, or the guest's message, to every line that it brings about."""

import logging

import pytest

from resortbook.application.reception import Heard
from resortbook.application.trace import current_request, working_for
from resortbook.domain.actor import Actor, Door
from resortbook.domain.guest import Channel


@pytest.fixture
def database_url(sqlite_url):
    """Nothing of this depends on the kind of database."""
    return sqlite_url


@pytest.fixture
def lines():
    """Every line of the log, with the request that was worked for."""
    kept: list[tuple[str, str]] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            kept.append((record.getMessage(), current_request.get()))

    keeper, ours = Keeper(), logging.getLogger("resortbook")
    level = ours.level
    ours.addHandler(keeper)
    ours.setLevel(logging.INFO)
    yield kept
    ours.removeHandler(keeper)
    ours.setLevel(level)


def of(lines, event):
    return [request for line, request in lines if line.startswith(event)]


def test_what_a_request_brings_about_is_told_under_its_id(resort, given, lines):
    guest = given.guest()
    by = Actor.guest(guest.id, door=Door.WEB)
    with working_for("web-1"):
        held = given.hold(given.slot(), guest=guest)
        resort.bookings.confirm_booking(held.booking.id, by=by)

    with working_for("another"):
        resort.clockwork.deliver()
        assert current_request.get() == "another"

    assert set(of(lines, "event.told")) == {"web-1"}


def test_what_a_message_brings_about_is_told_under_the_id_of_the_message(resort, lines):
    with working_for("hook-1"):
        message_id = resort.reception.receive(
            Heard(
                provider_sid="SM1",
                channel=Channel.PHONE,
                address="+14155550123",
                body="hello",
            )
        )
    resort.clockwork.answer()
    resort.clockwork.deliver()

    (received,) = [line for line, _ in lines if line.startswith("message.received")]
    assert received == f"message.received message={message_id}"
    assert of(lines, "message.received") == ["hook-1"]
    assert of(lines, "event.told") == [str(message_id)]
