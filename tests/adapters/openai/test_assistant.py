"""OpenAI's real client against a fake service that checks what the real one checks."""

import time

import pytest

from resortbook.adapters.guard.assistant import GuardedAssistant
from resortbook.adapters.openai.assistant import OpenAiAssistant
from resortbook.application.chat.model.tool import UNDERSTAND
from resortbook.ports.assistant import AssistantFailed, Brief
from tests.fake_model import (
    API_KEY,
    MODEL,
    broken,
    busy,
    call,
    call_with,
    cut,
    decline,
    garbled,
    hang,
    say,
)

pytest_plugins = ["tests.fake_model.fixtures"]

BRIEF = Brief(instructions="Read.", situation="Nothing was asked.", said="hi", tool=UNDERSTAND)
NOTHING: dict[str, list[str]] = {"commands": []}


@pytest.fixture
def assistant(fake_model):
    return OpenAiAssistant(
        api_key=API_KEY, model=MODEL, base_url=fake_model.base_url, timeout_seconds=0.3
    )


def test_a_proposal_is_the_arguments_of_the_one_call_and_what_it_took(assistant, fake_model):
    fake_model.script([call("understand", **NOTHING)])

    proposal = assistant.propose(BRIEF)

    assert proposal.arguments == NOTHING
    assert proposal.tokens_in + proposal.tokens_out == fake_model.tokens
    assert fake_model.refusals == []
    (asked,) = fake_model.requests
    assert [one["role"] for one in asked.messages] == ["system", "system", "user"]
    assert asked.params["parallel_tool_calls"] is False


@pytest.mark.parametrize(
    "answer",
    [
        broken(500),
        busy(2),
        cut(),
        garbled(),
        say("Booked for you!"),
        decline("no"),
        call("something_else"),
        call_with("understand", "{not json"),
        call_with("understand", "[1]"),
        call("understand", **NOTHING) + call("understand", **NOTHING),
    ],
)
def test_whatever_is_no_proposal_fails_at_once_and_is_asked_once(assistant, fake_model, answer):
    fake_model.always(answer)

    with pytest.raises(AssistantFailed):
        assistant.propose(BRIEF)

    assert len(fake_model.requests) == 1


def test_a_model_that_hangs_is_not_waited_for(assistant, fake_model):
    fake_model.always(hang(2))
    began = time.monotonic()

    with pytest.raises(AssistantFailed):
        assistant.propose(BRIEF)

    assert time.monotonic() - began < 1.5


def test_after_five_failures_nobody_is_asked_for_a_while(assistant, fake_model):
    now = [0.0]
    guarded = GuardedAssistant(assistant, reset_seconds=30, now=lambda: now[0])
    fake_model.always(broken(500))

    for _ in range(8):
        with pytest.raises(AssistantFailed):
            guarded.propose(BRIEF)

    assert len(fake_model.requests) == 5
    assert guarded.is_open
    now[0] = 31.0
    fake_model.reset()
    fake_model.always(call("understand", **NOTHING))
    assert guarded.propose(BRIEF).arguments == NOTHING
    assert not guarded.is_open
