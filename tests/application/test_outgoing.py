"""Messages out as staff see them, and trying those anew that failed."""

from datetime import timedelta

import pytest
from dependency_injector import providers
from sqlalchemy import text
from uuid_utils.compat import uuid7

from resortbook.application.reception import Heard
from resortbook.domain.actor import Actor, Door
from resortbook.domain.errors import InvalidInput, NotFound
from resortbook.domain.events import Event, EventKind
from resortbook.domain.guest import Channel
from resortbook.domain.messages import Delivery
from resortbook.ports.messaging import (
    MessageRefused,
    MessengerDown,
    OutcomeUnknown,
    TemplateMissing,
)
from resortbook.ports.outgoing import MessageStatus
from resortbook.ports.paging import Page
from tests.fakes import ScriptedMessenger

REFUSED = MessageRefused("twilio 63024")


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def write(resort):
    """Let so many guests write, so that as many replies go out."""

    def write_(guests=1):
        for number in range(guests):
            heard = Heard(
                provider_sid=f"SM{number}",
                channel=Channel.PHONE,
                address=f"+141555501{number:02}",
                body="hi",
                name=f"Guest {number}",
            )
            resort.reception.receive(heard)
        resort.reception.work()

    return write_


@pytest.fixture
def sweep(resort, clock):
    def sweep_(times=1, **later):
        for _ in range(times):
            resort.clockwork.relay.sweep()
            clock.advance(**later)

    return sweep_


@pytest.fixture
def listed(resort):
    def listed_(*statuses, page=None):
        return resort.messages.list_messages(statuses, page or Page()).items

    return listed_


def audit(container):
    with container.storage().engine.connect() as connection:
        rows = connection.execute(text("SELECT action FROM audit ORDER BY id"))
        return [row.action for row in rows]


def test_one_that_was_refused_is_shown_as_failed_with_the_reason(
    write, sweep, listed, messenger, clock
):
    messenger.failures = [REFUSED]
    write()
    clock.advance(minutes=1)
    sweep()

    [failed] = listed(MessageStatus.FAILED)

    assert (failed.status, failed.reason, failed.attempts) == ("failed", "twilio 63024", 1)
    assert (failed.kind, failed.name, failed.address) == (
        "ChatReply",
        "Guest 0",
        "+14155550100",
    )
    assert failed.since == failed.created_at + timedelta(minutes=1)
    assert failed.next_try_at is None


def test_one_that_waits_for_a_template_is_shown_as_waiting(
    write, sweep, listed, messenger, clock
):
    messenger.failures = [TemplateMissing("REMINDER_1H")]
    write()
    sweep()

    [waiting] = listed(MessageStatus.FAILED, MessageStatus.WAITING)

    assert (waiting.status, waiting.attempts) == ("waiting", 0)
    assert waiting.reason == "template REMINDER_1H is not set up"
    assert waiting.next_try_at == clock.now() + timedelta(minutes=5)


def test_one_whose_template_came_is_sent_and_waits_no_more(
    write, sweep, listed, messenger, clock
):
    messenger.failures = [TemplateMissing("REMINDER_1H")]
    write()
    sweep()
    clock.advance(minutes=5)
    sweep()

    assert listed(MessageStatus.WAITING) == ()
    assert [one.status for one in listed()] == ["sent"]


def test_messages_are_listed_by_how_they_stand_newest_first(
    write, sweep, listed, messenger, resort
):
    messenger.failures = [REFUSED, MessengerDown("twilio 500"), OutcomeUnknown("reset")]
    write(6)
    sweep()
    resort.deliveries.note(f"SM{messenger.accepted[0].id.hex}", Delivery.READ)

    by_status = {status.value: len(listed(status)) for status in MessageStatus}

    assert by_status == {
        "failed": 1,
        "waiting": 0,
        "queued": 2,
        "sent": 2,
        "delivered": 0,
        "read": 1,
        "dropped": 0,
    }
    assert [one.name for one in listed()] == [f"Guest {number}" for number in range(5, -1, -1)]
    assert [one.reason for one in listed(MessageStatus.QUEUED)] == ["reset", "twilio 500"]


def test_a_reminder_that_is_not_due_yet_is_no_message(listed, given, resort):
    guest = given.guest()
    held = given.hold(given.slot(), guest=guest)
    by = Actor.guest(guest.id, door=Door.WHATSAPP)
    resort.bookings.confirm_booking(held.booking.id, by=by)

    assert listed() == ()


def test_a_message_names_the_booking_that_it_is_about(sweep, listed, given, messenger):
    messenger.failures = [TemplateMissing("BOOKING_CREATED")]
    held = given.hold(given.slot(), guest=given.guest())
    sweep()

    [waiting] = listed()

    assert (waiting.reference, waiting.template) == (held.booking.reference, "BOOKING_CREATED")


def test_what_is_not_true_any_more_when_its_turn_comes_is_dropped(
    sweep, listed, given, messenger, clock
):
    messenger.failures = [TemplateMissing("BOOKING_CREATED")]
    given.hold(given.slot(), guest=given.guest())
    sweep()

    clock.advance(minutes=31)  # the hold has run out
    sweep()

    assert "dropped" in [one.status for one in listed()]
    assert messenger.accepted == []


def test_what_failed_before_anything_was_written_is_shown_and_tried_anew_too(
    sweep, listed, resort, container, clock
):
    lost = Event(
        id=uuid7(),
        kind=EventKind.BOOKING_CONFIRMED,
        subject_id=uuid7(),  # there is no such booking
        version=1,
        guest_id=None,
        door="web",
        created_at=clock.now(),
        due_at=clock.now(),
    )
    with container.storage().begin() as work:
        work.outbox.add(lost)
        work.commit()
    sweep(8, minutes=2)
    [failed] = listed(MessageStatus.FAILED)

    queued = resort.messages.retry(lost.id, by=Actor.operator())

    assert (failed.id, failed.address, failed.reason) == (lost.id, None, "NotFound")
    assert (queued.status, queued.attempts) == ("queued", 0)


def test_a_list_is_cut_into_pages_and_refuses_what_is_no_cursor(write, sweep, resort):
    write(5)
    sweep()
    read = resort.messages.list_messages

    first = read((), Page(limit=3))
    rest = read((), Page(limit=3, cursor=first.next_cursor))

    assert [len(first.items), len(rest.items)] == [3, 2]
    assert rest.next_cursor is None
    with pytest.raises(InvalidInput):
        read((), Page(cursor="x"))


def test_a_failed_message_that_is_tried_anew_goes_out_with_all_its_tries(
    write, sweep, listed, messenger, resort, container
):
    messenger.failures = [MessengerDown("twilio 500")] * 9
    write()
    sweep(8, minutes=2)
    [failed] = listed(MessageStatus.FAILED)

    queued = resort.messages.retry(failed.id, by=Actor.operator())
    sweep(3, minutes=2)
    messenger.failures = []
    sweep()

    assert (failed.attempts, failed.reason) == (6, "twilio 500")
    assert (queued.status, queued.attempts, queued.reason) == ("queued", 0, "")
    assert [one.status for one in listed()] == ["sent"]
    assert len(messenger.accepted) == 1
    assert audit(container).count("message.retry") == 1


def test_a_second_wish_to_try_anew_is_calm(write, sweep, listed, messenger, resort, container):
    messenger.failures = [REFUSED]
    write()
    sweep()
    [failed] = listed()

    answers = [resort.messages.retry(failed.id, by=Actor.operator()) for _ in range(2)]
    sweep()
    answers.append(resort.messages.retry(failed.id, by=Actor.operator()))
    sweep()

    assert [one.status for one in answers] == ["queued", "queued", "sent"]
    assert len(messenger.accepted) == 1
    assert audit(container).count("message.retry") == 1


def test_the_id_of_the_message_itself_will_do_too(write, sweep, messenger, resort):
    write()
    sweep()

    found = resort.messages.retry(messenger.accepted[0].id, by=Actor.operator())

    assert found.status == "sent"


def test_one_that_waits_for_its_template_may_be_hurried(
    write, sweep, listed, messenger, resort
):
    messenger.failures = [TemplateMissing("REMINDER_1H")]
    write()
    sweep()
    [waiting] = listed()

    resort.messages.retry(waiting.id, by=Actor.operator())
    sweep()

    assert [one.status for one in listed()] == ["sent"]


def test_nobody_tries_what_does_not_exist(resort):
    with pytest.raises(NotFound):
        resort.messages.retry(uuid7(), by=Actor.operator())


def test_all_that_failed_are_tried_anew_and_nothing_else(
    write, sweep, listed, messenger, resort
):
    messenger.failures = [REFUSED, REFUSED, TemplateMissing("REMINDER_1H")]
    write(4)
    sweep()

    count = resort.messages.retry_all(by=Actor.operator())
    sweep()

    assert (count, resort.messages.retry_all(by=Actor.operator())) == (2, 0)
    assert sorted(one.status for one in listed()) == ["sent", "sent", "sent", "waiting"]


def test_one_that_the_provider_took_and_failed_later_is_sent_as_a_new_one(
    write, sweep, listed, messenger, resort
):
    write()
    sweep()
    [first] = messenger.accepted
    sid = f"SM{first.id.hex}"
    resort.deliveries.note(sid, Delivery.FAILED, error="twilio 63016")
    [failed] = listed(MessageStatus.FAILED)

    resort.messages.retry(failed.id, by=Actor.operator())
    is_news = resort.deliveries.note(sid, Delivery.DELIVERED, message_id=first.id)
    sweep()

    assert failed.reason == "twilio 63016"
    assert not is_news  # that try is over
    assert len(messenger.accepted) == 2


def test_one_whose_end_nobody_knows_is_looked_up_before_it_is_tried_anew(
    write, sweep, listed, messenger, resort
):
    messenger.failures = [OutcomeUnknown("reset")] * 6
    write()
    sweep(8, minutes=2)
    [failed] = listed(MessageStatus.FAILED)
    with resort.messages.storage.begin() as work:  # the provider had taken it all the same
        messenger.accepted.append(work.messages.find_outbound(failed.id))

    resort.messages.retry(failed.id, by=Actor.operator())
    sweep()

    assert [one.status for one in listed()] == ["sent"]
    assert len(messenger.accepted) == 1
