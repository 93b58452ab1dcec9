"""Which buttons stand under a message inside of the 24-hour window."""

from datetime import timedelta

import pytest
from dependency_injector import providers

from resortbook.domain.actor import Actor, Door
from resortbook.domain.guest import Channel, ChannelAddress
from tests.builders import NOON, a_guest
from tests.fakes import ScriptedMessenger

PHONE = "+14155550123"
IN_A_WEEK = NOON + timedelta(days=7)


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def guest(given):
    return given.guest(PHONE)


@pytest.fixture
def buttons(container, messenger, guest, clock):
    """Let everything go out that is due to a guest who wrote just now, and return the kind of
    the last message with its buttons: what each does, to which booking, and what it says.
    """

    def buttons():
        address = ChannelAddress(
            id=guest.addresses[0].id,
            channel=Channel.PHONE,
            value=PHONE,
            last_inbound_at=clock.now(),
        )
        with container.storage().begin() as work:
            work.guests.save(a_guest(id=guest.id, addresses=(address,)))
            work.commit()
        container.resort().clockwork.relay.sweep()
        last = messenger.accepted[-1]
        taps = [container.taps().read(one.id, guest_id=guest.id) for one in last.buttons]
        titles = [one.title for one in last.buttons]
        return last.kind, [
            (tap.act, tap.subject, title) for tap, title in zip(taps, titles, strict=True)
        ]

    return buttons


@pytest.fixture
def confirmed(resort, given, guest):
    """Sell a departure in a week that may be cancelled until so many hours before."""

    def confirmed(deadline_hours):
        activity = given.activity(cancellation_deadline_hours=deadline_hours)
        held = given.hold(given.slot(activity, IN_A_WEEK), guest=guest)
        by = Actor.guest(guest.id, door=Door.WEB)
        return resort.bookings.confirm_booking(held.booking.id, by=by).booking

    return confirmed


def test_a_hold_is_confirmed_or_let_go(given, guest, buttons, clock):
    held = given.hold(given.slot(start=IN_A_WEEK), guest=guest).booking
    of_hold = buttons()
    clock.advance(minutes=20)

    both = [("confirm", str(held.id), "Confirm"), ("decline", str(held.id), "Let it go")]
    assert of_hold == ("BookingCreated", both)
    assert buttons() == ("HoldEnding", both)


def test_a_hold_that_ran_out_can_be_had_again(resort, given, guest, buttons, clock):
    held = given.hold(given.slot(start=IN_A_WEEK), guest=guest).booking
    clock.advance(minutes=31)
    resort.bookings.expire_pending_bookings()

    assert buttons() == ("BookingExpired", [("hold_again", str(held.id), "Hold it again")])


def test_a_departure_that_takes_nobody_any_more_has_no_button(
    resort, given, guest, buttons, clock
):
    given.hold(given.slot(start=NOON + timedelta(minutes=20)), guest=guest)
    clock.advance(minutes=20)
    resort.bookings.expire_pending_bookings()

    assert buttons() == ("BookingExpired", [])


def test_what_was_confirmed_needs_no_button(confirmed, buttons):
    confirmed(2)

    assert buttons() == ("BookingConfirmed", [])


@pytest.mark.parametrize(("deadline_hours", "can_cancel"), [(2, True), (24, False)])
def test_a_reminder_lets_cancel_while_there_is_time_for_it(
    confirmed, buttons, clock, deadline_hours, can_cancel
):
    booking = confirmed(deadline_hours)
    buttons()
    clock.at = IN_A_WEEK - timedelta(hours=24)

    cancel = [("cancel", str(booking.id), "I can't come")]
    assert buttons() == ("Reminder24h", cancel if can_cancel else [])
