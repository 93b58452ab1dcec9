"""Charges add up to what a booking owes on its room, whatever happens to it."""

from datetime import timedelta

import pytest

from resortbook.application.amending import BookingChanges
from resortbook.application.desk import DeskGuest, DeskRequest
from resortbook.domain.booking import BookingStatus
from resortbook.domain.charge import ChargeKind, ChargeState
from resortbook.domain.errors import FieldConflict, NotFound
from resortbook.domain.money import Money
from resortbook.domain.terms import Settlement
from tests.builders import TOMORROW, the_guest


@pytest.fixture
def charges_of(resort):
    """Return a booking's charges as room, amount, kind and state."""

    def found(booking):
        return [
            (
                one.charge.room,
                str(one.charge.amount),
                one.charge.kind.value,
                one.charge.state.value,
            )
            for one in resort.charges.of(booking.id)
        ]

    return found


@pytest.fixture
def sold(resort, given):
    """A booking of two people on room 204, confirmed by its guest."""
    held = given.hold(given.slot(start=TOMORROW + timedelta(days=2)), party=2, room="204")
    by = the_guest(held.booking)
    return resort.bookings.confirm_booking(held.booking.id, by=by).booking


def test_a_hold_costs_nothing_and_a_confirmed_booking_its_price(resort, given, charges_of):
    held = given.hold(given.slot(), party=2, room="204").booking
    assert charges_of(held) == []

    resort.bookings.confirm_booking(held.id, by=the_guest(held))

    assert charges_of(held) == [("204", "160.00", "booking", "open")]
    [listed] = resort.charges.list_charges().items
    assert (listed.reference, listed.activity) == (held.reference, "Jet Skiing")
    assert resort.check() == []


def test_without_a_room_nothing_is_charged(resort, given, charges_of):
    held = given.hold(given.slot(), party=2).booking

    resort.bookings.confirm_booking(held.id, by=the_guest(held))

    assert charges_of(held) == []


def test_a_booking_at_the_desk_is_charged_with_its_first_write(resort, given, charges_of):
    guest = DeskGuest(name="Zoë Muñoz", room="204")

    done = resort.desk.book(
        DeskRequest(time_slot_id=given.slot().id, guest=guest, party=3), by=given.staff()
    )

    assert charges_of(done.detail.booking) == [("204", "240.00", "booking", "open")]
    assert resort.check() == []


def test_an_open_charge_follows_the_booking(resort, given, sold, charges_of):
    by = given.staff()

    resort.bookings.change_party(sold.id, 3, by=by)
    assert charges_of(sold) == [("204", "240.00", "booking", "open")]
    resort.bookings.amend_booking(sold.id, BookingChanges(room="301"), by=by)
    assert charges_of(sold) == [("301", "240.00", "booking", "open")]
    resort.bookings.amend_booking(sold.id, BookingChanges(settlement=Settlement.COMP), by=by)
    assert charges_of(sold) == []
    resort.bookings.amend_booking(sold.id, BookingChanges(settlement=Settlement.ROOM), by=by)
    resort.bookings.cancel_booking(sold.id, by=by)

    assert charges_of(sold) == []
    assert resort.check() == []


def test_what_is_posted_is_taken_back_by_a_reversal(resort, given, sold, charges_of):
    by = given.staff()
    [charge] = resort.charges.of(sold.id)
    resort.charges.post(charge.charge.id, by=by)

    resort.bookings.change_party(sold.id, 3, by=by)
    grown = charges_of(sold)
    resort.bookings.cancel_booking(sold.id, by=by)

    assert grown == [
        ("204", "160.00", "booking", "posted"),
        ("204", "80.00", "booking", "open"),
    ]
    assert charges_of(sold) == [
        ("204", "160.00", "booking", "posted"),
        ("204", "-160.00", "reversal", "open"),
    ]
    assert resort.check() == []


def test_a_new_room_after_posting_is_charged_and_the_old_one_given_back(
    resort, given, sold, charges_of
):
    by = given.staff()
    resort.charges.post(resort.charges.of(sold.id)[0].charge.id, by=by)

    resort.bookings.amend_booking(sold.id, BookingChanges(room="301"), by=by)

    assert sorted(charges_of(sold)) == [
        ("204", "-160.00", "reversal", "open"),
        ("204", "160.00", "booking", "posted"),
        ("301", "160.00", "booking", "open"),
    ]


def test_what_is_waived_is_not_charged_again(resort, given, sold, charges_of):
    by = given.staff()
    resort.charges.waive(resort.charges.of(sold.id)[0].charge.id, by=by)

    resort.bookings.change_party(sold.id, 3, by=by)

    assert charges_of(sold) == [
        ("204", "160.00", "booking", "waived"),
        ("204", "80.00", "booking", "open"),
    ]
    assert resort.check() == []


def test_a_fee_stands_beside_the_price_and_stays(resort, given, sold, charges_of):
    resort.bookings.cancel_booking(sold.id, by=given.staff(), fee=Money.parse("25.00"))

    assert charges_of(sold) == [("204", "25.00", "fee", "open")]
    assert resort.check() == []


def test_posting_and_waiving_are_done_once_and_not_one_after_the_other(resort, given, sold):
    by = given.staff()
    charge_id = resort.charges.of(sold.id)[0].charge.id

    posted = resort.charges.post(charge_id, by=by)
    again = resort.charges.post(charge_id, by=by)

    assert posted == again
    assert posted.charge.state is ChargeState.POSTED
    with pytest.raises(FieldConflict):
        resort.charges.waive(charge_id, by=by)
    resort.bookings.cancel_booking(sold.id, by=by)
    reversal = resort.charges.of(sold.id)[1].charge
    assert reversal.kind is ChargeKind.REVERSAL
    with pytest.raises(FieldConflict):
        resort.charges.waive(reversal.id, by=by)


def test_what_the_desk_calls_off_is_not_charged(resort, given, sold, charges_of):
    resort.closing.close_slot(sold.time_slot_id, reason="Wind", by=given.staff())

    assert charges_of(sold) == []
    assert resort.check() == []


def test_an_erased_guests_charges_name_no_room(resort, given, sold, clock, container):
    clock.advance(days=4)
    by = given.staff()

    resort.account.erase(sold.guest_id, by=by)

    assert [one.charge.room for one in resort.charges.of(sold.id)] == [""]
    assert resort.check() == []


def test_a_charge_that_was_taken_back_is_gone(resort, given, sold):
    charge_id = resort.charges.of(sold.id)[0].charge.id
    resort.bookings.cancel_booking(sold.id, by=given.staff())

    with pytest.raises(NotFound):
        resort.charges.post(charge_id, by=given.staff())


def test_a_no_show_still_owes(resort, given, sold, clock, charges_of):
    clock.advance(days=3, hours=1)

    resort.bookings.amend_booking(
        sold.id, BookingChanges(status=BookingStatus.NO_SHOW), by=given.staff()
    )

    assert charges_of(sold) == [("204", "160.00", "booking", "open")]


def test_charges_are_listed_by_the_departures_day_and_state(resort, given, sold):
    day = (TOMORROW + timedelta(days=2)).date()

    def listed(**wanted):
        return len(resort.charges.list_charges(**wanted).items)

    assert listed(day=day, states=(ChargeState.OPEN,)) == 1
    assert listed(day=day, states=(ChargeState.POSTED, ChargeState.WAIVED)) == 0
    assert listed(day=day + timedelta(days=1)) == 0


def test_charges_that_do_not_add_up_are_told(resort, container, sold):
    with container.storage().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE charges SET amount = 1")

    [told] = resort.check()

    assert told.what == "charges of a booking and what is owed on its room"
    assert (told.expected, told.found) == ("160.00", "0.01")
