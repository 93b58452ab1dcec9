"""A guest who is erased is gone everywhere, and everything still adds up."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from resortbook.adapters.sql.tables.people import stays
from resortbook.application.reception import Heard
from resortbook.domain.actor import Actor, Door
from resortbook.domain.errors import AuthRequired, NotFound
from resortbook.domain.guest import Channel
from resortbook.ports.messaging import MessengerDown
from tests.builders import TOMORROW

PHONE = "+14155550123"
ARRIVALS = (
    "Room;Guest Name;Arrival;Departure;Confirmation No\n"
    "204;López;15.10.2026;20.10.2026;A1\n"
    "204;Smith;21.10.2026;25.10.2026;A2\n"
    "305;López;15.10.2026;20.10.2026;A3\n"
)


@pytest.fixture
def maria(messenger, resort, given):
    """Somebody with a stay, a booking that is over, a hold, a session and a question; of what
    she is told nothing has gone out yet.
    """
    messenger.failures = [MessengerDown("away")] * 100
    maria = given.guest(PHONE, name="Maria Lopez", room="204")
    resort.stays.import_file("a.csv", ARRIVALS.encode(), by=Actor.operator())
    by = Actor.guest(maria.id, door=Door.WEB)
    sold = given.hold(given.slot(), guest=maria, party=2, room="204", lead_name="Maria López")
    resort.bookings.confirm_booking(sold.booking.id, by=by)
    later = given.slot(given.activity("Diving"), TOMORROW + timedelta(2))
    given.hold(later, guest=maria, room="204")
    heard = Heard(provider_sid="SM1", channel=Channel.PHONE, address=PHONE, body="hi, a code?")
    resort.reception.receive(heard)
    resort.login.request_code(PHONE, client_address="198.51.100.7")
    resort.clockwork.deliver()
    return maria


def last_names(container):
    with container.storage().engine.connect() as connection:
        return sorted(connection.scalars(select(stays.c.last_name)))


def test_stays_lose_the_name_and_stay(maria, container, resort):
    resort.guests.erase(PHONE, by=Actor.operator())

    assert last_names(container) == ["", "López", "Smith"]


def test_nobody_is_told_anything_any_more(maria, container, resort, messenger, clock):
    resort.guests.erase(PHONE, by=Actor.operator())

    messenger.failures = []
    for hours in (3, 30, 30):
        clock.advance(hours=hours)
        resort.clockwork.answer()
        resort.clockwork.expire()
        while resort.clockwork.deliver():
            pass
    assert messenger.accepted == []
    with container.storage().engine.connect() as connection:
        left = connection.scalars(text("SELECT kind FROM outbox WHERE state <> 'done'"))
        assert list(left) == []


def test_money_and_seats_keep_adding_up(maria, container, resort, given, clock):
    def sums():
        with container.storage().engine.connect() as connection:
            return connection.execute(
                text(
                    "SELECT sum(total_price), sum(seats), sum(booked_count) FROM bookings b"
                    " JOIN time_slots s ON s.id = b.time_slot_id WHERE b.status = 'completed'"
                )
            ).one()

    clock.advance(days=4)
    resort.clockwork.complete()
    before = sums()

    resort.guests.erase(PHONE, by=Actor.operator())

    assert before[1] == 2
    assert sums() == before
    assert resort.check() == []


def test_what_was_ahead_is_let_go_and_a_second_time_nothing_happens(maria, resort, container):
    with container.storage().begin() as work:
        session = container.sessions().open(work, maria, now=container.clock().now())
        work.commit()

    first = resort.guests.erase(PHONE, by=Actor.operator())

    assert first == 2
    with pytest.raises(NotFound):
        resort.guests.erase(PHONE, by=Actor.operator())
    resort.account.erase(maria.id, by=Actor.operator())
    with pytest.raises(AuthRequired):
        resort.sessions.signed_in(session.token)
    assert resort.check() == []


def test_who_comes_back_is_somebody_new(maria, resort, clock):
    resort.guests.erase(PHONE, by=Actor.operator())

    heard = Heard(provider_sid="SM2", channel=Channel.PHONE, address=PHONE, body="hello")
    resort.reception.receive(heard)

    again = resort.account.guest_of_phone(PHONE)
    assert again.id != maria.id
    assert (again.name, again.room) == ("", "")
