"""A stand-in for Twilio over real HTTP that checks what Twilio checks, and fails on command.

    with FakeTwilio() as twilio:
        twilio.inbound("+14155550123")           # the guest wrote: the window is open
        twilio.script([busy(2), cut(recorded=True), None])
        …                                        # sends through `twilio.url`
        assert not twilio.refusals
        assert [message.rendered for message in twilio.sent_to("+14155550123")] == ["…"]

    phone = twilio.phone("US.ABC123XYZ", name="Bo")
    twilio.webhook(f"{app}/webhooks/whatsapp", phone.text("Jet ski tomorrow?"))

Stricter than the real service where that finds mistakes: unknown or repeated parameters,
content variables that are missing or too many, and a body beside a content are refused.
As a program: `python -m tests.fake_twilio --help`.
"""

from tests.fake_http.faults import Fault, broken, busy, cut, drip, garbled, hang
from tests.fake_twilio.api import Call, Refusal, is_create, is_lookup
from tests.fake_twilio.messages import SentMessage
from tests.fake_twilio.phone import Phone
from tests.fake_twilio.service import ACCOUNT_SID, ALL_WELL, AUTH_TOKEN, SENDER, FakeTwilio
from tests.fake_twilio.webhooks import Answer, Posted

__all__ = [
    "ACCOUNT_SID",
    "ALL_WELL",
    "AUTH_TOKEN",
    "SENDER",
    "Answer",
    "Call",
    "FakeTwilio",
    "Fault",
    "Phone",
    "Posted",
    "Refusal",
    "SentMessage",
    "broken",
    "busy",
    "cut",
    "drip",
    "garbled",
    "hang",
    "is_create",
    "is_lookup",
]
