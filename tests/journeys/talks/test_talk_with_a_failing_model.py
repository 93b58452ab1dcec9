"""Ten conversations while the model fails, each in ten ways: as if there were no model."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from dependency_injector import providers

from resortbook.adapters.guard.assistant import GuardedAssistant
from resortbook.adapters.openai.assistant import OpenAiAssistant
from tests.fake_model import (
    API_KEY,
    MODEL,
    broken,
    busy,
    call_with,
    hang,
    say,
)
from tests.fake_model import call as calls
from tests.journeys.talks.conversations import STORIES, Played, play
from tests.journeys.talks.right_model import proposes

pytest_plugins = ["tests.fake_model.fixtures"]

LONGEST_SECONDS = 12
TIMEOUT_SECONDS = 0.2
SOMEBODY_ELSES = "CRAL9999"
INVENTED = "01a20d9d-dae1-744f-8190-ca67e4e3787f"
LOOP = calls("understand", commands=[])

FAILURES = {
    "500": broken(500),
    "429": busy(2),
    "a time-out": hang(1),
    "malformed arguments": call_with("understand", '{"commands": [{"act": "bo'),
    "an unknown tool": calls("confirm_booking", booking="all"),
    "an invented slot": proposes({"act": "pick", "number": 9, "slot_id": INVENTED}),
    "five calls in a loop": LOOP + LOOP + LOOP + LOOP + LOOP,
    "an empty reply": say(""),
    "a claim": say("Done! Everything is booked and confirmed, free of charge, at 2 pm."),
    "another guest's booking": proposes({"act": "cancel", "booking": SOMEBODY_ELSES}),
}


@pytest.fixture(scope="module")
def without_a_model(sqlite_demo: Path, tmp_path_factory) -> Callable[[int], Played]:
    """What is said and booked where there is no model, played once for each conversation."""
    folder = tmp_path_factory.mktemp("without")

    @cache
    def played(number: int) -> Played:
        return play(STORIES[number], sqlite_demo, folder / f"{number}.sqlite")

    return played


@pytest.fixture
def resort() -> None:
    """Each conversation has a resort of its own."""


def impatient(fake):
    """Take the model by the real client, which does not wait long, and a fresh breaker."""
    assistant = OpenAiAssistant(
        api_key=API_KEY,
        model=MODEL,
        base_url=fake.base_url,
        timeout_seconds=TIMEOUT_SECONDS,
    )
    return lambda container: container.chat.assistant.override(
        providers.Object(GuardedAssistant(assistant))
    )


@pytest.mark.parametrize("number", range(len(STORIES)))
@pytest.mark.parametrize("failure", FAILURES)
def test_a_conversation_is_the_same_as_without_a_model(
    failure, number, fake_model, without_a_model, sqlite_demo, tmp_path
):
    fake_model.always(FAILURES[failure])

    told = play(
        STORIES[number], sqlite_demo, tmp_path / "its.sqlite", prepare=impatient(fake_model)
    )

    assert fake_model.requests
    assert fake_model.refusals == []
    assert told.rows == without_a_model(number).rows
    assert told.page == without_a_model(number).page
    assert told.longest <= LONGEST_SECONDS
