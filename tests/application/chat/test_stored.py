from datetime import date, time
from decimal import Decimal

import pytest
from uuid_utils.compat import uuid7

from resortbook.application.chat.commands import Details
from resortbook.application.chat.state import Act, Ask, Choice, Question, State, ToldOf
from resortbook.application.chat.stored import as_json, from_json
from resortbook.application.chat.understanding.money import Budget
from resortbook.application.chat.understanding.party import PartySaid
from resortbook.application.chat.understanding.when import DayPart, When
from tests.builders import NOON


def test_a_state_comes_back_from_json_as_it_was():
    booking, activity = uuid7(), uuid7()
    state = State(
        question=Question(
            ask=Ask.CONFIRM,
            text="Shall I confirm it?",
            again="Shall I confirm?",
            choices=(Choice(act=Act.CONFIRM, subject=str(booking), title="Confirm"),),
            bookings=(booking,),
            party=PartySaid(total=3, adults=2, children=1, ages=(9,)),
        ),
        wish=Details(
            activities=(activity,),
            when=When(days=(date(2026, 10, 16),), times=(time(14),), part=DayPart.EVENING),
            budget=Budget(most=Decimal("50.00")),
        ),
        waiting=(Details(category="spa"),),
        held=(booking,),
        told=(ToldOf(message="1", bookings=(booking,)),),
        room_asked=True,
        heard_at=NOON,
    )

    assert from_json(State, as_json(state)) == state


def test_what_was_written_by_something_else_is_refused():
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_json(State, {"question": {"ask": "what?"}})


def test_unknown_names_are_passed_over():
    assert from_json(State, {"of_a_newer_release": 1, "lost": 2}) == State(lost=2)
