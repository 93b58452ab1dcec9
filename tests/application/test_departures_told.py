"""What guests are told when the resort closes or delays a departure."""

from datetime import timedelta

import pytest
from dependency_injector import providers
from sqlalchemy import select, update

from resortbook.adapters.sql.tables.catalogue import time_slots
from resortbook.domain.events import EventKind
from resortbook.domain.guest import Channel, ChannelAddress
from resortbook.domain.reminders import start_version
from tests.builders import NOON, a_guest
from tests.fakes import ScriptedMessenger

PHONE = "+14155550123"
IN_A_WEEK = NOON + timedelta(days=7)
LENGTH = timedelta(minutes=30)


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def guest(given):
    return given.guest(PHONE)


@pytest.fixture
def heard(container, guest, clock):
    """Let the guest be one who wrote just now."""
    address = ChannelAddress(
        id=guest.addresses[0].id,
        channel=Channel.PHONE,
        value=PHONE,
        last_inbound_at=clock.now(),
    )
    with container.storage().begin() as work:
        work.guests.save(a_guest(id=guest.id, addresses=(address,)))
        work.commit()


@pytest.fixture
def close(container, given, clock):
    """Close departures as the desk does, with one message for each guest."""
    staff = given.staff()

    def close(*held, reason="strong wind"):
        with container.storage().begin() as work:
            for number, detail in enumerate(held):
                was = work.bookings.get(detail.booking.id)
                start = detail.slot.start_time
                booking = was.cancel(clock.now(), actor=staff, starts_at=start, reason=reason)
                work.bookings.save(booking, was=was)
                event = container.journal().event(
                    EventKind.SLOT_CLOSED,
                    booking,
                    by=staff,
                    at=clock.now(),
                    notify=number == 0,
                )
                work.outbox.add(event)
            work.commit()
        closing = update(time_slots).values(is_available=False, closed_reason=reason)
        with container.storage().engine.begin() as connection:
            for detail in held:
                connection.execute(closing.where(time_slots.c.id == detail.slot.id))

    return close


@pytest.fixture
def delay(container, given, clock):
    """Let a departure go later, as the desk does."""
    staff = given.staff()

    def delay(detail, by):
        with container.storage().engine.begin() as connection:
            here = time_slots.c.id == detail.slot.id
            start = connection.scalar(select(time_slots.c.start_time).where(here)) + by
            connection.execute(
                update(time_slots).where(here).values(start_time=start, end_time=start + LENGTH)
            )
        with container.storage().begin() as work:
            event = container.journal().event(
                EventKind.SLOT_DELAYED,
                work.bookings.get(detail.booking.id),
                by=staff,
                at=clock.now(),
                version=start_version(start),
            )
            work.outbox.add(event)
            work.commit()

    return delay


@pytest.fixture
def said(container, messenger):
    """Let everything go out that is due, and return it but for the confirmations."""

    def said():
        container.resort().clockwork.relay.sweep()
        kinds = ("BookingCreated", "BookingConfirmed")
        return [one for one in messenger.accepted if one.kind not in kinds]

    return said


def test_a_closed_departure_is_told_with_what_is_free_instead(given, guest, heard, close, said):
    activity = given.activity()
    held = given.hold(given.slot(activity, IN_A_WEEK), guest=guest, party=2)
    for hours in (-2, 2, 30, 60):
        given.slot(activity, IN_A_WEEK + timedelta(hours=hours))

    close(held)

    (told,) = said()
    assert told.kind == "SlotClosed"
    assert told.body.splitlines() == [
        "We are sorry: *Jet Skiing* on Thursday, October 22 at 12:00 PM had to be called off. "
        "Reason: strong wind.",
        f"Your booking {held.booking.reference[:4]}-{held.booking.reference[4:]} is cancelled.",
        "",
        "There is room for you at these times:",
        "Thursday, October 22 at 10:00 AM",
        "Thursday, October 22 at 2:00 PM",
        "Friday, October 23 at 6:00 PM",
        "",
        "Other times are here, or write to us:",
        "http://127.0.0.1:8000/activities/jet-skiing",
    ]


def test_outside_of_the_window_it_is_a_template_with_the_same_times(given, guest, close, said):
    activity = given.activity()
    held = given.hold(given.slot(activity, IN_A_WEEK), guest=guest)
    given.slot(activity, IN_A_WEEK + timedelta(hours=2))

    close(held)

    (told,) = said()
    assert told.template == "SLOT_CLOSED"
    assert "Free in its place: Thursday, October 22 at 2:00 PM." in told.body.splitlines()


def test_without_any_other_time_no_variable_is_empty(given, guest, close, said):
    held = given.hold(given.slot(start=IN_A_WEEK), guest=guest)

    close(held, reason="")

    (told,) = said()
    assert told.variables["2"] == "please see what else there is"
    assert all(told.variables.values())


def test_several_closed_bookings_of_a_guest_are_one_message(given, guest, heard, close, said):
    first = given.hold(given.slot(start=IN_A_WEEK), guest=guest)
    parasailing = given.activity("Parasailing")
    second = given.hold(given.slot(parasailing, IN_A_WEEK + timedelta(hours=4)), guest=guest)
    given.slot(parasailing, IN_A_WEEK + timedelta(days=1))

    close(first, second)

    (told,) = said()
    assert "we had to call off 2 of your bookings. Reason: strong wind." in told.body
    assert "Jet Skiing on Thursday, October 22 at 12:00 PM" in told.body
    assert "Parasailing on Thursday, October 22 at 4:00 PM" in told.body
    assert "Free instead: Friday, October 23 at 12:00 PM" in told.body
    assert told.body.endswith("http://127.0.0.1:8000/activities")


def test_a_delay_is_told_with_the_new_time(given, guest, heard, delay, said):
    held = given.hold(given.slot(start=IN_A_WEEK), guest=guest)

    delay(held, timedelta(minutes=45))

    (told,) = said()
    lines = told.body.splitlines()
    assert told.kind == "SlotDelayed"
    assert "*Jet Skiing* starts later, at *12:45 PM*" in lines[0]
    assert lines[1] == "Thursday, October 22 at 12:45 PM"


def test_of_two_delays_only_the_last_one_is_told(given, guest, heard, delay, said):
    held = given.hold(given.slot(start=IN_A_WEEK), guest=guest)

    delay(held, timedelta(minutes=15))
    delay(held, timedelta(minutes=30))

    assert ["12:45 PM" in one.body for one in said()] == [True]


def test_who_cancelled_meanwhile_is_told_of_no_delay(
    container, resort, given, guest, heard, delay, said
):
    held = given.hold(given.slot(start=IN_A_WEEK), guest=guest)
    delay(held, timedelta(minutes=15))
    resort.bookings.cancel_booking(held.booking.id, by=given.staff("+14155550177"))

    assert [one.kind for one in said()] == ["BookingCancelled"]
