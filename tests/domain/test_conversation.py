from datetime import timedelta

from uuid_utils.compat import uuid7

from resortbook.domain.conversation import Conversation, ConversationStatus
from tests.builders import NOON

HOURS = timedelta(hours=12)
MOMENT = timedelta(microseconds=1)


def a_talk():
    return Conversation(guest_id=uuid7(), state={"wish": 1})


def test_the_desk_has_what_was_handed_over_until_both_were_silent_for_so_long():
    talk = a_talk().handed_over(NOON, summary="Lost a ring")

    assert talk.status is ConversationStatus.WAITING
    assert talk.is_with_desk(NOON + HOURS - MOMENT, release_after=HOURS)
    assert not talk.is_with_desk(NOON + HOURS, release_after=HOURS)


def test_whoever_speaks_begins_the_silence_anew():
    talk = a_talk().handed_over(NOON, summary="Lost a ring").heard(NOON + HOURS - MOMENT)

    assert talk.is_with_desk(NOON + 2 * HOURS - 2 * MOMENT, release_after=HOURS)


def test_a_lapsed_one_reads_as_the_bots_and_the_dialogue_stands_where_it_stood():
    by = uuid7()
    talk = a_talk().handed_over(NOON, summary="Lost a ring").taken(NOON, by=by)
    assert (talk.status, talk.taken_by) == (ConversationStatus.TAKEN, by)
    assert talk.at(NOON, release_after=HOURS) == talk

    back = talk.at(NOON + HOURS, release_after=HOURS)

    assert (back.status, back.summary, back.taken_by) == (ConversationStatus.BOT, "", None)
    assert back.state == {"wish": 1}
    assert not back.heard(NOON + HOURS).is_with_desk(NOON + HOURS, release_after=HOURS)


def test_another_reason_does_not_take_it_from_whoever_has_it():
    by = uuid7()
    talk = a_talk().taken(NOON, by=by)

    again = talk.handed_over(NOON, summary="And a towel")

    assert (again.status, again.taken_by) == (ConversationStatus.TAKEN, by)
    assert again.summary == "And a towel"
