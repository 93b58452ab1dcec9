"""`fake_twilio`, a fresh fake for each test, and `twilio_client`, the real client at it."""

from collections.abc import Iterator

import pytest
from twilio.rest import Client

from tests.fake_twilio.real_client import client_of
from tests.fake_twilio.service import FakeTwilio


@pytest.fixture
def fake_twilio() -> Iterator[FakeTwilio]:
    """A Twilio account of this test's own; set its `clock` where a test moves time."""
    with FakeTwilio() as fake:
        yield fake


@pytest.fixture
def twilio_client(fake_twilio: FakeTwilio) -> Iterator[Client]:
    """Twilio's library with the fake's account."""
    with client_of(fake_twilio) as client:
        yield client
