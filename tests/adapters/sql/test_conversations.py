"""Conversations are kept sealed, one for each guest, and never written over unseen."""

from dataclasses import replace
from datetime import timedelta

import pytest
from uuid_utils.compat import uuid7

from resortbook.domain.conversation import Conversation, ConversationStatus
from resortbook.domain.facts import Fact
from resortbook.ports.sales_storage import Stale
from tests.builders import NOON

LATER = NOON + timedelta(minutes=1)


def of(storage, guest):
    with storage.begin() as work:
        return work.conversations.of(guest.id)


def save(storage, conversation):
    with storage.begin() as work:
        saved = work.conversations.save(conversation)
        work.commit()
    return saved


def test_every_guest_has_a_conversation_and_it_begins_with_the_bot(storage, world):
    guest = world.guest()

    fresh = of(storage, guest)

    assert fresh == Conversation(guest_id=guest.id)
    assert fresh.status is ConversationStatus.BOT


def test_a_conversation_comes_back_as_it_was_saved(storage, world):
    guest = world.guest()
    told = Conversation(
        guest_id=guest.id,
        status=ConversationStatus.TAKEN,
        summary="Wants a birthday cake 🎂",
        state={"wish": {"activity": "jet-skiing", "times": [1, 2]}, "asked": None},
        taken_by=uuid7(),
        handed_over_at=NOON,
        last_message_at=LATER,
    )

    saved = save(storage, told)

    assert saved == replace(told, version=1)
    assert of(storage, guest) == saved
    again = save(storage, replace(saved, summary="Two cakes"))
    assert of(storage, guest) == again == replace(saved, summary="Two cakes", version=2)


def test_what_a_guest_said_cannot_be_read_in_the_database(storage, world):
    talk = Conversation(
        guest_id=world.guest().id, summary="lost a ring", state={"said": "my ring"}
    )

    save(storage, talk)

    ((row),) = world.rows("SELECT summary, state FROM conversations")
    assert all(b"ring" not in bytes(value) for value in row)


def test_who_writes_last_is_told_that_somebody_was_quicker(storage, world):
    fresh = of(storage, world.guest())
    first = save(storage, replace(fresh, summary="one"))

    with pytest.raises(Stale):
        save(storage, replace(fresh, summary="two"))
    save(storage, replace(first, summary="three"))
    with pytest.raises(Stale):
        save(storage, replace(first, summary="four"))


def test_two_at_once_take_turns(storage, world, at_once):
    guest = world.guest()
    save(storage, of(storage, guest))

    def add_one(_):
        with storage.begin() as work:
            talk = work.conversations.of(guest.id)
            count = talk.state.get("count", 0)
            work.conversations.save(replace(talk, state={"count": count + 1}))
            work.commit()

    assert at_once(add_one, threads=4) == [None] * 4
    assert of(storage, guest).state == {"count": 4}


def test_erasing_a_guest_leaves_nothing_of_the_conversation(storage, world):
    guest = world.guest()
    save(storage, Conversation(guest_id=guest.id, summary="lost a ring"))

    with storage.begin() as work:
        work.guests.erase(guest.id, at=LATER)
        work.commit()

    assert of(storage, guest) == Conversation(guest_id=guest.id)


def test_facts_come_back_by_topic_and_are_written_over(storage):
    wifi = Fact(id=uuid7(), topic="wifi", examples=("Wifi?", "¿Hay wifi?"), answer="Yes")
    pool = Fact(id=uuid7(), topic="pool", examples=("When is it open?",), answer="8 to 8")

    with storage.begin() as work:
        for fact in (wifi, pool, replace(pool, answer="9 to 9")):
            work.facts.put(fact, at=NOON)
        assert work.facts.all() == [replace(pool, answer="9 to 9"), wifi]
        work.commit()

    assert storage.reads.catalogue.facts() == [replace(pool, answer="9 to 9"), wifi]
