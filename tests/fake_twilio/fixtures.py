"""`fake_twilio`: a fresh fake for each test."""

from collections.abc import Iterator

import pytest

from tests.fake_twilio.service import FakeTwilio


@pytest.fixture
def fake_twilio() -> Iterator[FakeTwilio]:
    """A Twilio account of this test's own; set its `clock` where a test moves time."""
    with FakeTwilio() as fake:
        yield fake
