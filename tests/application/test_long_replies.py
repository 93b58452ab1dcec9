"""Replies that are longer than a message may be: parts, each sent once, whatever goes wrong."""

import pytest
from uuid_utils.compat import uuid7

from resortbook.application.reception import Heard
from resortbook.domain.facts import Fact
from resortbook.domain.guest import Channel
from tests.builders import NOON
from tests.fake_twilio import broken, cut

pytest_plugins = ["tests.fake_twilio.fixtures"]

PHONE = "+14155550123"
QUESTION = "What are the rules of the golf course?"
RULES = " ".join(f"Rule {n} says that buggies cost $1,080.50 until 2:00 PM." for n in range(60))


@pytest.fixture
def container(sqlite_url, open_container, fake_twilio):
    container = open_container(
        sqlite_url,
        TWILIO_ACCOUNT_SID=fake_twilio.account_sid,
        TWILIO_AUTH_TOKEN=fake_twilio.auth_token,
        TWILIO_WHATSAPP_FROM=fake_twilio.sender,
        TWILIO_API_BASE_URL=fake_twilio.url,
    )
    golf = Fact(id=uuid7(), topic="Golf", examples=(QUESTION,), answer=RULES)
    with container.storage().begin() as work:
        work.facts.put(golf, at=NOON)
        work.commit()
    return container


@pytest.fixture
def ask(container, fake_twilio, clock):
    """Ask for the rules, and let everything go out while half an hour goes by."""

    def ask():
        fake_twilio.inbound(PHONE)
        resort = container.resort()
        resort.reception.receive(
            Heard(provider_sid="SM1", channel=Channel.PHONE, address=PHONE, body=QUESTION)
        )
        resort.reception.work()
        for _ in range(30):
            resort.clockwork.relay.sweep()
            clock.advance(minutes=1)
        return [message.body for message in fake_twilio.sent_to(PHONE)]

    return ask


def test_a_long_reply_is_sent_in_parts_that_end_with_a_sentence(ask, fake_twilio):
    parts = ask()

    assert len(parts) > 2
    assert all(len(part) <= 1_600 for part in parts)
    assert all(part.endswith("2:00 PM.") for part in parts[:-1])
    assert RULES in " ".join(parts)
    assert not fake_twilio.refusals


@pytest.mark.parametrize(
    "faults",
    [
        [None, broken(500)],
        [None, cut()],
        [None, cut(recorded=True)],
        [cut(recorded=True), broken(503), cut()],
    ],
)
def test_whatever_goes_wrong_each_part_is_sent_once(ask, fake_twilio, faults):
    fake_twilio.script(faults)

    parts = ask()

    assert len(parts) == len(set(parts))
    assert all(f"Rule {n} says" in " ".join(parts) for n in range(60))
