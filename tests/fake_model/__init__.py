"""A stand-in for a language model over real HTTP, for the real client by its `base_url`.

    with FakeModel() as model:
        model.script([call("find_slots", day="2026-12-01"), busy(2), say("At 10:00.")])
        model.respond(lambda asked: say(asked.last_words.upper()))
        …                                        # `OPENAI_BASE_URL` is `model.base_url`
        assert not model.refusals
        assert model.requests[0].tools[0]["function"]["name"] == "find_slots"

It refuses what the real service refuses: strict tools that leave anything open, calls without
answers, unknown parameters. As a program: `python -m tests.fake_model --help`.
"""

from tests.fake_http.faults import Fault, broken, busy, cut, drip, garbled, hang
from tests.fake_model.replies import (
    Said,
    call,
    call_with,
    cut_short,
    decline,
    say,
    usage_of,
)
from tests.fake_model.service import API_KEY, MODEL, Asked, FakeModel

__all__ = [
    "API_KEY",
    "MODEL",
    "Asked",
    "FakeModel",
    "Fault",
    "Said",
    "broken",
    "busy",
    "call",
    "call_with",
    "cut",
    "cut_short",
    "decline",
    "drip",
    "garbled",
    "hang",
    "say",
    "usage_of",
]
