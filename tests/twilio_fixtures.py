"""Our messenger at a fake Twilio."""

from collections.abc import Callable
from typing import Any

import pytest

from resortbook.adapters.twilio.messenger import TwilioMessenger
from tests.fake_twilio import ACCOUNT_SID, AUTH_TOKEN, SENDER, FakeTwilio


@pytest.fixture
def messenger_at() -> Callable[..., TwilioMessenger]:
    """Twilio's real client behind our messenger, at a fake account."""

    def make(fake: FakeTwilio, **options: Any) -> TwilioMessenger:
        values: dict[str, Any] = {
            "account_sid": ACCOUNT_SID,
            "auth_token": AUTH_TOKEN,
            "sender": SENDER,
            "templates": {},
            "status_callback": "https://resort.example/webhooks/whatsapp/status",
            "base_url": fake.url,
            "timeout_seconds": 0.4,
        }
        return TwilioMessenger(**{**values, **options})

    return make
