from datetime import timedelta

import pytest
from dependency_injector import providers

from resortbook.application.desk import DeskGuest, DeskRequest
from resortbook.domain.actor import Actor, Door
from resortbook.domain.guest import Channel, ChannelAddress
from resortbook.ports.messaging import MessengerDown
from tests.builders import NOON, TOMORROW, a_guest, a_rate
from tests.fakes import ScriptedMessenger
from tests.resort_fixtures import Given

PHONE = "+14155550123"
IN_A_WEEK = NOON + timedelta(days=7)


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def told(messenger, resort):
    """Let everything go out that is due, and say of what kind it was."""

    def sweep():
        before = len(messenger.accepted)
        resort.clockwork.relay.sweep()
        return [message.kind for message in messenger.accepted[before:]]

    return sweep


def owner(detail, door=Door.WEB):
    return Actor.guest(detail.booking.guest_id, door=door)


def heard_from(container, guest, at):
    address = ChannelAddress(
        id=guest.addresses[0].id, channel=Channel.PHONE, value=PHONE, last_inbound_at=at
    )
    with container.storage().begin() as work:
        work.guests.save(a_guest(id=guest.id, addresses=(address,)))
        work.commit()


def test_every_step_of_a_booking_is_told_once(resort, given, told, clock):
    activity = given.activity()
    slot = given.slot(activity, IN_A_WEEK)
    later = given.slot(activity, IN_A_WEEK + timedelta(hours=3))
    held = given.hold(slot, guest=given.guest(PHONE))
    steps = [told()]

    resort.bookings.confirm_booking(held.booking.id, by=owner(held))
    steps.append(told())
    resort.bookings.reschedule_booking(held.booking.id, later.id, by=owner(held))
    steps.append(told())
    resort.bookings.cancel_booking(held.booking.id, by=owner(held))
    steps.append(told())
    clock.advance(days=30)
    steps.append(told())

    assert steps == [
        ["BookingCreated"],
        ["BookingConfirmed"],
        ["BookingMoved"],
        ["BookingCancelled"],
        [],
    ]


def test_a_hold_that_runs_out_is_told(resort, given, told, clock):
    given.hold(given.slot(), guest=given.guest(PHONE))
    told()

    clock.advance(minutes=30)
    resort.bookings.expire_pending_bookings()

    assert told() == ["BookingExpired"]


def test_outside_of_the_window_it_is_a_template_and_inside_free_text(
    resort, given, told, messenger, container, clock
):
    guest = given.guest(PHONE)
    slot = given.slot()
    given.hold(slot, guest=guest, party=2)
    told()
    heard_from(container, guest, clock.now())
    given.hold(slot, guest=guest, party=2)
    told()

    first, second = messenger.accepted
    assert first.template == "BOOKING_CREATED"
    assert first.variables["1"] == "Jet Skiing"
    assert all(value and "\n" not in value for value in first.variables.values())
    assert second.template is None
    for message in messenger.accepted:
        assert "Friday, October 16 at 12:00 PM" in message.body
        assert "2 people, $160.00" in message.body
        assert len(message.body) <= 640
        assert message.body.count("http") == 1


@pytest.mark.parametrize(
    ("ahead", "planned"),
    [
        (timedelta(days=3), ["Reminder24h", "Reminder1h"]),
        (timedelta(hours=24), ["Reminder24h", "Reminder1h"]),
        (timedelta(hours=23, minutes=59), ["Reminder1h"]),
        (timedelta(minutes=59), []),
    ],
)
def test_reminders_that_would_be_due_before_the_confirmation_are_not_planned(
    resort, given, told, clock, ahead, planned
):
    slot = given.slot(start=NOON + ahead)
    held = given.hold(slot, guest=given.guest(PHONE))
    resort.bookings.confirm_booking(held.booking.id, by=owner(held))

    seen = told()
    while clock.now() < slot.start_time:
        clock.advance(minutes=10)
        seen += told()

    assert [kind for kind in seen if kind.startswith("Reminder")] == planned


def test_reminders_come_exactly_a_day_and_an_hour_before(resort, given, told, clock):
    slot = given.slot(start=IN_A_WEEK)
    held = given.hold(slot, guest=given.guest(PHONE))
    resort.bookings.confirm_booking(held.booking.id, by=owner(held))
    told()
    seen = []

    for moment in (timedelta(hours=24), timedelta(hours=1)):
        clock.at = slot.start_time - moment - timedelta(seconds=1)
        seen.append(told())
        clock.at = slot.start_time - moment
        seen.append(told())

    assert seen == [[], ["Reminder24h"], [], ["Reminder1h"]]


def test_a_moved_booking_gets_only_the_reminders_of_its_new_start(resort, given, told, clock):
    activity = given.activity()
    old, new = (
        given.slot(activity, IN_A_WEEK),
        given.slot(activity, IN_A_WEEK + timedelta(days=2)),
    )
    held = given.hold(old, guest=given.guest(PHONE))
    resort.bookings.confirm_booking(held.booking.id, by=owner(held))
    resort.bookings.reschedule_booking(held.booking.id, new.id, by=owner(held))
    told()

    clock.at = old.start_time
    before = told()
    clock.at = new.start_time - timedelta(hours=1)

    assert before == []
    assert sorted(told()) == ["Reminder1h"]


def test_who_is_moved_reads_what_the_new_time_changes(
    resort, given, told, messenger, container, clock
):
    activity = given.activity(rates=(a_rate("adult"), a_rate("child", label="Child (4–12)")))
    guest = given.guest(PHONE)
    heard_from(container, guest, clock.now())
    held = given.hold(
        given.slot(activity, IN_A_WEEK), guest=guest, party={"adult": 2, "child": 1}
    )
    soon = given.slot(activity, NOON + timedelta(hours=30))

    resort.bookings.reschedule_booking(held.booking.id, soon.id, by=owner(held))
    told()
    resort.bookings.confirm_booking(held.booking.id, by=owner(held))
    later = given.slot(activity, NOON + timedelta(hours=26))
    resort.bookings.reschedule_booking(held.booking.id, later.id, by=owner(held))
    told()

    of_hold, of_booking = (m.body for m in messenger.accepted if m.kind == "BookingMoved")
    assert "2 × Adult, 1 × Child (4–12)" in of_hold
    assert "You can cancel until Thursday, October 15 at 6:00 PM." in of_hold
    assert "Please confirm by 12:30 PM:" in of_hold
    assert "You can cancel until Thursday, October 15 at 2:00 PM." in of_booking
    assert "confirm" not in of_booking


def test_moved_away_and_back_reminds_once(resort, given, told, clock):
    activity = given.activity()
    old, new = (
        given.slot(activity, IN_A_WEEK),
        given.slot(activity, IN_A_WEEK + timedelta(days=2)),
    )
    held = given.hold(old, guest=given.guest(PHONE))
    resort.bookings.confirm_booking(held.booking.id, by=owner(held))
    for slot in (new, old):
        resort.bookings.reschedule_booking(held.booking.id, slot.id, by=owner(held))
    told()

    clock.at = old.start_time - timedelta(hours=24)

    assert (told(), told()) == (["Reminder24h"], [])


@pytest.mark.parametrize(
    ("late", "sent"),
    [(timedelta(hours=3), ["Reminder24h"]), (timedelta(hours=2, minutes=59), [])],
)
def test_a_reminder_that_is_too_late_is_dropped_and_recorded(
    resort, given, told, clock, container, late, sent
):
    slot = given.slot(start=IN_A_WEEK)
    held = given.hold(slot, guest=given.guest(PHONE))
    resort.bookings.confirm_booking(held.booking.id, by=owner(held))
    told()

    clock.at = slot.start_time - late

    assert told() == sent
    with container.storage().engine.connect() as connection:
        dropped = connection.exec_driver_sql(
            "SELECT count(*) FROM audit WHERE action = 'reminder_24h.drop'"
        ).scalar()
    assert dropped == (0 if sent else 1)


def test_quiet_hours_move_the_reminder_of_the_day_before_earlier(
    open_container, sqlite_url, clock
):
    container = open_container(sqlite_url, QUIET_HOURS="22:00-07:00")
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    resort, given = container.resort(), Given(container)
    start = IN_A_WEEK.replace(hour=11)  # six in the morning in Cancún
    slot = given.slot(start=start)
    held = given.hold(slot, guest=given.guest(PHONE))
    resort.bookings.confirm_booking(held.booking.id, by=owner(held))
    resort.clockwork.relay.sweep()
    messenger.accepted.clear()

    clock.at = start - timedelta(hours=32, seconds=1)
    resort.clockwork.relay.sweep()
    before = list(messenger.accepted)
    clock.at = start - timedelta(hours=32)  # ten in the evening
    resort.clockwork.relay.sweep()

    assert before == []
    assert [message.kind for message in messenger.accepted] == ["Reminder24h"]


def test_a_hold_that_is_about_to_end_is_nudged_inside_of_the_window_only(
    resort, given, told, clock, container
):
    guest = given.guest(PHONE)
    slot = given.slot()
    given.hold(slot, guest=guest)
    told()
    clock.advance(minutes=20)
    outside = told()
    heard_from(container, guest, clock.now())
    given.hold(slot, guest=guest)
    told()
    clock.advance(minutes=20)

    assert (outside, told()) == ([], ["HoldEnding"])


def test_what_was_done_in_the_chat_is_not_told_again(resort, given, told):
    held = given.hold(given.slot(start=IN_A_WEEK), guest=given.guest(PHONE))
    told()

    resort.bookings.confirm_booking(held.booking.id, by=owner(held, Door.WHATSAPP))

    assert told() == []


def test_the_desk_can_book_without_telling_anybody(resort, given, told):
    slot, by = given.slot(start=IN_A_WEEK), given.staff()
    guest = DeskGuest(name="Ana", phone=PHONE)

    resort.desk.book(DeskRequest(time_slot_id=slot.id, guest=guest, notify=False), by=by)
    resort.desk.book(DeskRequest(time_slot_id=slot.id, guest=DeskGuest(name="Bo")), by=by)

    assert told() == []


def test_after_stop_only_sign_in_codes_are_sent(resort, given, told, container):
    guest = given.guest(PHONE)
    address = ChannelAddress(
        id=guest.addresses[0].id, channel=Channel.PHONE, value=PHONE, opted_out_at=NOON
    )
    with container.storage().begin() as work:
        work.guests.save(a_guest(id=guest.id, addresses=(address,)))
        work.commit()

    given.hold(given.slot(start=TOMORROW), guest=guest)
    resort.login.request_code(PHONE, client_address="10.0.0.1")

    assert told() == ["SignInCodeRequested"]


def test_what_became_untrue_while_the_provider_was_away_is_not_said(
    resort, given, told, messenger, clock
):
    messenger.failures = [MessengerDown("twilio 500")]
    given.hold(given.slot(), guest=given.guest(PHONE))
    away = told()

    clock.advance(minutes=31)
    resort.bookings.expire_pending_bookings()

    assert (away, told()) == ([], ["BookingExpired"])


def test_a_window_that_closed_meanwhile_makes_it_a_template(
    resort, given, told, messenger, container, clock
):
    guest = given.guest(PHONE)
    slot = given.slot(start=IN_A_WEEK)
    heard_from(container, guest, clock.now() - timedelta(hours=23, minutes=59))
    held = given.hold(slot, guest=guest)
    resort.bookings.confirm_booking(held.booking.id, by=owner(held))
    messenger.failures = [MessengerDown("twilio 429", retry_after_seconds=120)]
    told()

    clock.advance(minutes=3)

    assert told() == ["BookingConfirmed"]
    assert messenger.accepted[-1].template == "BOOKING_CONFIRMED"
