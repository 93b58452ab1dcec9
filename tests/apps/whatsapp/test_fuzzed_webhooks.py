"""Whatever is posted to the webhooks, signed or not, is answered and never breaks the talk.

`make fuzz` sends a hundred times as much (FUZZ).
"""

import logging
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import Headers

from tests.apps.whatsapp.conftest import HOOK, STATUS

FUZZ = int(os.environ.get("FUZZ") or 4)
EXAMPLES = 12 * FUZZ
pytestmark = pytest.mark.timeout(7_200 if FUZZ > 4 else 60)

steady = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
words = st.text(st.characters(codec="utf-8"), max_size=60)
# What Twilio sends, what it might, and what nobody does, in any of the places.
odd = st.one_of(
    words,
    st.sampled_from(
        [
            "whatsapp:+14155550123",
            "whatsapp:+14155550199",
            "whatsapp:US.ABC123",
            "whatsapp:+",
            "SM" + "0" * 32,
            "delivered",
            "1e400",
            "nan",
            "-0",
            "99999999999999999999",
            "yes",
            "jet ski tomorrow at 10 for 2",
            "STOP",
            "cancel",
            "\x00",
            "\u202e\ud7ff\U0010ffff",
            "x" * 5_000,
            "https://evil.example/picture.jpg",
            "../../etc/passwd",
            "confirm:01928f2e-0000-7000-8000-000000000000",
        ]
    ),
)
NAMES = (
    "MessageSid",
    "From",
    "WaId",
    "To",
    "Body",
    "ProfileName",
    "NumMedia",
    "MediaUrl0",
    "MediaContentType0",
    "ButtonPayload",
    "ButtonText",
    "ListId",
    "ListTitle",
    "OriginalRepliedMessageSid",
    "Latitude",
    "Longitude",
    "Label",
    "MessageStatus",
    "SmsStatus",
    "ErrorCode",
    "AccountSid",
)
forms = st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), words), odd), max_size=14)
SENT = {"MessageSid": "SM1", "From": "whatsapp:+14155550123", "Body": "hello"}


@pytest.fixture
def database_url(sqlite_url):
    """Nothing of this depends on the kind of database, which has tests of its own."""
    return sqlite_url


@pytest.fixture
def failures(caplog):
    """Return what was logged as a failure of ours."""

    def logged():
        return [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR]

    return logged


@pytest.mark.parametrize("path", [HOOK, STATUS])
def test_no_signed_form_is_more_than_a_refusal(twilio, resort, failures, path):
    @steady
    @given(more=forms, is_whole=st.booleans(), number=st.integers(0, 5))
    def post(more, is_whole, number):
        once = {**SENT, "MessageSid": f"SM{number}"} if is_whole else {}
        form = [*once.items(), *((n, v) for n, v in more if n not in once)]

        answer = twilio.post(path, form)

        assert answer.status_code in (200, 400, 413), answer.text
        while resort.clockwork.answer():
            pass

    post()
    assert failures() == []


def test_no_talk_breaks_whatever_a_guest_writes(twilio, resort, failures):
    numbers = iter(range(1_000_000))

    @steady
    @given(said=st.lists(odd, min_size=1, max_size=3))
    def talk(said):
        for words_said in said:
            form = {**SENT, "MessageSid": f"SMx{next(numbers)}", "Body": words_said}
            assert twilio.post(HOOK, form).status_code in (200, 413)
        while resort.clockwork.answer():
            pass

    talk()
    assert failures() == []


@pytest.mark.parametrize("path", [HOOK, STATUS, f"{HOOK}?a=%FF"])
def test_no_unsigned_body_is_more_than_a_refusal(twilio, failures, path):
    ascii_words = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40)
    headers = st.dictionaries(
        st.sampled_from(
            ["X-Twilio-Signature", "Content-Type", "Content-Encoding", "Host", "X-Request-ID"]
        ),
        st.one_of(ascii_words, st.just("application/x-www-form-urlencoded")),
    )

    @steady
    @given(
        body=st.binary(max_size=2_000),
        shown=headers,
        method=st.sampled_from(["POST", "GET", "PUT", "HEAD", "DELETE", "OPTIONS"]),
    )
    def post(body, shown, method):
        answer = twilio.call(path, method, data=body, headers=Headers(shown))

        assert answer.status_code in (400, 403, 404, 405, 413, 415), answer.text
        if method != "HEAD":
            assert answer.get_json()["error"]["code"]

    post()
    assert failures() == []
