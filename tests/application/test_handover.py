"""From the bot to the desk and back, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from uuid_utils.compat import uuid7

from resortbook.adapters.sql.tables.sales import booking_notes
from resortbook.application.reception import Heard
from resortbook.domain.actor import Actor, Door
from resortbook.domain.conversation import ConversationStatus
from resortbook.domain.errors import Conflicting, InvalidInput, NotFound
from resortbook.domain.guest import Channel, ChannelAddress
from resortbook.ports.paging import Page
from tests.builders import NOON

PHONE = "+14155550123"
HOURS_12 = timedelta(hours=12)
MOMENT = timedelta(microseconds=1)
BOT, WAITING, TAKEN = ConversationStatus


@pytest.fixture
def say(resort):
    def say_(body="Hello"):
        resort.reception.receive(
            Heard(provider_sid=str(uuid7()), channel=Channel.PHONE, address=PHONE, body=body)
        )
        return resort.account.guest_of_phone(PHONE)

    return say_


@pytest.fixture
def hand_over(container, resort):
    def hand_over_(guest, summary="Lost a ring"):
        with container.storage().begin() as work:
            now = resort.clock.now()
            resort.handover.hand_over(work, guest, summary=summary, now=now)
            work.commit()

    return hand_over_


@pytest.fixture
def holds(container, resort):
    def holds_(guest):
        now = resort.clock.now()
        with container.storage().begin() as work:
            conversation = resort.handover.current(work, guest.id, now=now)
        return resort.handover.holds(conversation, now)

    return holds_


def acts(world):
    with world.storage().engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT action, actor_kind, door FROM audit "
            "WHERE subject_kind = 'conversation' ORDER BY id"
        )
        return [tuple(row) for row in rows]


def test_the_desk_has_a_conversation_until_it_is_released(
    container, resort, given, say, hand_over, holds
):
    guest, dana = say(), given.staff()
    assert not holds(guest)

    hand_over(guest)
    waiting = resort.handover.get(guest.id).conversation
    taken = resort.handover.take_over(guest.id, by=dana).conversation
    assert holds(guest)
    released = resort.handover.release(guest.id, by=dana).conversation

    assert (waiting.status, waiting.summary) == (WAITING, "Lost a ring")
    assert (taken.status, taken.taken_by) == (TAKEN, dana.guest_id)
    assert (released.status, released.summary, released.taken_by) == (BOT, "", None)
    assert not holds(guest)
    assert acts(container) == [
        ("conversation.hand_over", "guest", "whatsapp"),
        ("conversation.take_over", "staff", "desk"),
        ("conversation.release", "staff", "desk"),
    ]


def test_releasing_what_the_bot_has_changes_nothing(container, resort, given, say):
    guest = say()

    released = resort.handover.release(guest.id, by=given.staff())

    assert released.conversation.status is BOT
    assert acts(container) == []


def test_twelve_hours_without_a_word_give_it_back(resort, given, clock, say, hand_over, holds):
    guest, dana = say(), given.staff()
    hand_over(guest)
    clock.at = NOON + HOURS_12 - MOMENT
    assert holds(guest)
    resort.handover.reply(guest.id, "We have found it", by=dana)

    clock.at = NOON + HOURS_12
    assert holds(guest)
    clock.at = NOON + 2 * HOURS_12 - MOMENT

    assert not holds(guest)
    assert resort.handover.get(guest.id).conversation.status is BOT
    page = Page(limit=9)
    assert resort.handover.list((TAKEN,), page).items == ()
    assert len(resort.handover.list((BOT,), page).items) == 1


def test_what_is_handed_over_again_after_a_silence_waits_anew(
    resort, given, clock, say, hand_over
):
    guest = say()
    hand_over(guest)
    resort.handover.take_over(guest.id, by=given.staff())
    clock.advance(hours=13)

    hand_over(guest, "Lost a shoe")

    conversation = resort.handover.get(guest.id).conversation
    assert (conversation.status, conversation.summary) == (WAITING, "Lost a shoe")
    assert conversation.taken_by is None


def test_a_second_reason_is_added_for_whoever_has_it(resort, given, say, hand_over):
    guest, dana = say(), given.staff()
    hand_over(guest)
    resort.handover.take_over(guest.id, by=dana)

    hand_over(guest, "And a shoe")

    conversation = resort.handover.get(guest.id).conversation
    assert conversation.summary == "Lost a ring\nAnd a shoe"
    assert (conversation.status, conversation.taken_by) == (TAKEN, dana.guest_id)


def test_the_handover_becomes_true_with_the_unit_of_work(container, resort, say, holds):
    guest = say()

    with container.storage().begin() as work:
        resort.handover.hand_over(work, guest, summary="Lost a ring", now=NOON)

    assert not holds(guest)


def test_a_reply_goes_out_and_takes_the_conversation_over(resort, given, say):
    guest, dana, eve = say(), given.staff(), given.staff("+14155550198")

    line = resort.handover.reply(guest.id, " We have found it \n", by=dana)
    resort.handover.reply(guest.id, "Come and see", by=eve)
    resort.clockwork.relay.sweep()

    assert (line.body, line.template) == ("We have found it", None)
    talk = resort.handover.get(guest.id)
    assert talk.conversation.taken_by == dana.guest_id
    bodies = [line.body for line in talk.lines]
    assert bodies == ["Hello", "We have found it", "Come and see"]
    assert resort.clockwork.relay.sweep() == 0


def test_nothing_stands_in_the_outbox_of_what_was_said(container, resort, given, say):
    guest = say()

    resort.handover.reply(guest.id, "your ring", by=given.staff())

    with container.storage().engine.connect() as connection:
        for table in ("outbox", "outbound_messages", "conversations", "audit"):
            rows = str(connection.exec_driver_sql(f"SELECT * FROM {table}").all())
            assert "ring" not in rows.replace("string", "")


@pytest.mark.parametrize("body", ["", " \n", "x" * 1_601])
def test_a_reply_has_words_and_fits_into_a_message(resort, given, say, body):
    with pytest.raises(InvalidInput) as refused:
        resort.handover.reply(say().id, body, by=given.staff())

    assert "body" in str(refused.value.details["fields"])


def test_who_said_stop_is_answered_but_not_written_to(resort, given, say, clock):
    guest, dana = say("STOP"), given.staff()
    resort.reception.work()

    with pytest.raises(Conflicting) as refused:
        resort.handover.reply(guest.id, "Spa is 20% off", by=dana)
    assert refused.value.details == {"reason": "opted_out"}
    clock.advance(minutes=1)
    say("I lost my ring")

    assert resort.handover.reply(guest.id, "We have found it", by=dana).body


def test_stop_counts_in_whatever_spelling_a_number_is_known(resort, given):
    whatsapps = ChannelAddress(
        id=uuid7(),
        channel=Channel.PHONE,
        value="+5219981234567",
        last_inbound_at=NOON,
        opted_out_at=NOON,
    )
    typed = ChannelAddress(id=uuid7(), channel=Channel.PHONE, value="+529981234567")
    guest = given.guest(None, addresses=(typed, whatsapps))

    with pytest.raises(Conflicting) as refused:
        resort.handover.reply(guest.id, "Spa is 20% off", by=given.staff())

    assert refused.value.details == {"reason": "opted_out"}


def test_a_sign_in_link_in_the_chat_signs_no_staff_in(container, resort, given, say):
    guest, dana = say(), given.staff()
    with container.storage().begin() as work:
        link = resort.login.link_for(work, guest.id, reference="ABCD2345", now=NOON)
        work.commit()

    resort.handover.reply(guest.id, f"Here: {link} (yours)", by=dana)

    shown = resort.handover.get(guest.id).lines[-1].body
    assert shown == f"Here: {link.split('=')[0]}=•••&booking=ABCD2345 (yours)"
    assert link in resort.transcript(PHONE)[-1].body


def test_sign_in_codes_are_not_shown_to_staff(resort, say):
    guest = say()
    resort.login.request_code(PHONE, client_address="10.0.0.1")
    resort.clockwork.relay.sweep()
    assert len(resort.transcript(PHONE)) == 2

    assert [line.body for line in resort.handover.get(guest.id).lines] == ["Hello"]


def test_a_question_about_a_booking_waits_for_the_desk(container, resort, given):
    guest = given.guest(PHONE)
    booked = given.hold(given.slot(), guest=guest)

    talk = resort.handover.ask(booked, "One more?", by=Actor.guest(guest.id, door=Door.WEB))

    reference = booked.booking.reference
    assert talk.conversation.status is WAITING
    assert talk.conversation.summary == (
        f"Asks about booking {reference[:4]}-{reference[4:]}, Jet Skiing, "
        "Friday, October 16 at 12:00 PM: One more?"
    )
    with container.storage().engine.connect() as connection:
        (note,) = connection.execute(select(booking_notes)).mappings()
    assert (note["booking_id"], note["author_id"]) == (booked.booking.id, guest.id)
    assert note["body"] == "One more?"


def test_who_is_forgotten_has_no_conversation(resort, given, say, hand_over):
    guest, dana = say(), given.staff()
    hand_over(guest)

    resort.account.erase(guest.id, by=Actor.guest(guest.id, door=Door.WEB))

    for ask in (
        lambda: resort.handover.get(guest.id),
        lambda: resort.handover.take_over(guest.id, by=dana),
        lambda: resort.handover.get(uuid7()),
        lambda: resort.handover.take_over(uuid7(), by=dana),
    ):
        with pytest.raises(NotFound):
            ask()
    assert resort.handover.list((), Page(limit=9)).items == ()
