import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from dependency_injector import providers

from resortbook.application.reception import NOT_ANSWERED, TRIES, Heard
from resortbook.domain.conversation import ConversationStatus
from resortbook.domain.guest import Channel
from resortbook.ports.paging import Page
from tests.builders import NOON
from tests.fakes import ScriptedMessenger

PHONE = "+14155550123"


def heard(sid="SM1", body="hello", address=PHONE, channel=Channel.PHONE, **facts):
    return Heard(provider_sid=sid, channel=channel, address=address, body=body, **facts)


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def answers(resort, messenger):
    """Work on whatever waits, and return what was said because of it."""

    def work():
        before = len(messenger.accepted)
        resort.reception.work()
        resort.clockwork.relay.sweep()
        return [message.body for message in messenger.accepted[before:]]

    return work


def test_every_message_gets_one_reply(resort, answers):
    resort.reception.receive(heard())

    (reply,) = answers()

    assert "welcome to Coral Cove" in reply
    assert answers() == []


def test_a_bug_in_the_dialogue_still_leaves_a_true_reply(resort, container, answers):
    class Broken:
        def understand(self, heard, situation):
            raise RuntimeError("a bug")

    chat = container.chat.chat()
    broken = replace(resort.reception, chat=replace(chat, engine=Broken()))
    resort.reception.receive(heard())

    broken.work()
    (reply,) = answers()

    assert "front desk" in reply
    assert reply.splitlines()[-1].startswith("http")
    assert answers() == []


def test_ten_copies_at_once_are_one_message(resort, answers):
    with ThreadPoolExecutor(10) as pool:
        ids = set(pool.map(lambda _: resort.reception.receive(heard()), range(10)))

    assert len(ids) == 1
    assert len(answers()) == 1
    assert resort.reception.receive(heard()) in ids
    assert answers() == []


def test_messages_that_wait_together_are_answered_as_one(resort, answers):
    for number in range(3):
        resort.reception.receive(heard(f"SM{number}"))

    assert len(answers()) == 1


def test_a_guest_without_a_number_is_answered_at_their_id(resort, answers, messenger):
    resort.reception.receive(
        heard(address="US.ABC123", channel=Channel.WHATSAPP_ID, name="Ana")
    )

    answers()

    (message,) = messenger.accepted
    assert (message.channel, message.address) == ("whatsapp_id", "US.ABC123")


def test_a_message_opens_the_window_and_tells_the_name(resort, container, answers):
    resort.reception.receive(heard(name="Ana <b>"))

    with container.storage().begin() as work:
        guest = work.guests.find_by_address(Channel.PHONE, PHONE)
    assert guest.addresses[0].last_inbound_at == NOON
    assert guest.name == "Ana <b>"


def test_stop_and_start_are_answered_once_each(resort, answers):
    said = []
    for number, body in enumerate(["STOP", " stop. ", "start", "Start"]):
        resort.reception.receive(heard(f"SM{number}", body))
        said.append(len(answers()))

    assert said == [1, 0, 1, 0]


def test_a_word_in_a_sentence_is_no_stop(resort, answers):
    resort.reception.receive(heard(body="please stop the music"))

    (reply,) = answers()

    assert "no more messages" not in reply


def test_one_worker_at_a_time_works_on_a_guest_and_others_do_not_wait(resort, container, clock):
    storage = container.storage()
    for number in range(2):
        resort.reception.receive(heard(f"A{number}"))
        resort.reception.receive(heard(f"B{number}", address="+14155550199"))
        clock.advance(seconds=1)
    taken = []

    for _ in range(3):
        with storage.begin() as work:
            taken.append(
                work.inbox.claim_turn(
                    clock.now(), lease=timedelta(seconds=60), token=resort.ids.new()
                )
            )
            work.commit()

    assert [[m.provider_sid for m in turn.messages] if turn else None for turn in taken] == [
        ["A0", "A1"],
        ["B0", "B1"],
        None,
    ]


def test_a_turn_of_a_worker_that_died_is_taken_when_its_lease_ends(
    resort, container, clock, answers
):
    resort.reception.receive(heard())
    with container.storage().begin() as work:
        lost = work.inbox.claim_turn(
            clock.now(), lease=timedelta(seconds=60), token=resort.ids.new()
        )
        work.commit()

    early = answers()
    clock.advance(seconds=60)
    late = answers()
    with container.storage().begin() as work:
        finished = work.inbox.finish(lost, at=clock.now())

    assert (len(early), len(late), finished) == (0, 1, False)


def test_several_workers_answer_each_message_once_and_in_order(resort, messenger, clock):
    for number in range(30):
        resort.reception.receive(heard(f"SM{number}", address=f"+141555501{number % 10:02d}"))
        clock.advance(milliseconds=1)

    workers = [threading.Thread(target=resort.reception.work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    resort.clockwork.relay.sweep()

    assert len(messenger.accepted) == 10


def test_a_guest_whose_answer_fails_again_and_again_is_told_how_to_reach_a_person(
    resort, container, answers, clock
):
    class Broken:
        def reply(self, x):
            raise RuntimeError("a bug")

    chat = container.chat.chat()
    broken = replace(resort.reception, chat=replace(chat, composing=Broken()))
    resort.reception.receive(heard())

    for _ in range(TRIES):
        with pytest.raises(RuntimeError):
            broken.work()
        assert broken.work() == 0  # until the lease is over
        clock.advance(seconds=61)
    turns = broken.work()
    (reply,) = answers()

    waiting = resort.handover.list((ConversationStatus.WAITING,), Page())
    assert turns == 1
    assert "front desk" in reply
    assert [talk.conversation.summary for talk in waiting.items] == [NOT_ANSWERED]
    clock.advance(seconds=61)
    assert broken.work() == 0
    assert resort.check() == []
