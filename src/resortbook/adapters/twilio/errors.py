"""What Twilio's refusals mean for a message: later, or never.

Codes: Twilio's error dictionary, and its page on WhatsApp errors.
"""

from resortbook.ports.messaging import MessageRefused, MessengerDown, Throttled, Unreachable

TOO_MANY = 429
OUR_RATE = 20429
STRANGER = 401  # the account is suspended, or its auth token is another one by now
# Queues that are full, and the channel's own failures.
LATER = frozenset({30001, 30022, 63012})
# Of the recipient, or of all messages that open a conversation: neither holds up a reply.
A_RATE_OF_SOME = frozenset({63017, 63018})
# The template cannot be sent as it stands: unknown, not approved (any more), other variables.
UNFIT_TEMPLATE = frozenset({21655, 63016, 63027, 63028, 63040, 63041, 63042})
UNFIT_FORM = frozenset({21655, 21656})


class TwilioRefused(MessageRefused):
    """A refusal with Twilio's code, where there is one."""

    def __init__(self, reason: str, code: int | None) -> None:
        """Keep both."""
        super().__init__(reason)
        self.code = code


def refusal(status: int, code: int | None, *, retry_after_seconds: float | None) -> Exception:
    """Return what to raise for an answer of that HTTP status with Twilio's code."""
    reason = f"twilio {status} {code or ''}".rstrip()
    if code in A_RATE_OF_SOME:
        return Throttled(reason, retry_after_seconds=retry_after_seconds)
    if status == TOO_MANY or code == OUR_RATE:
        return MessengerDown(reason, retry_after_seconds=retry_after_seconds, uses_a_try=False)
    if status == STRANGER:
        return Unreachable(reason)
    if status >= 500 or code in LATER:
        return MessengerDown(reason, retry_after_seconds=retry_after_seconds)
    return TwilioRefused(reason, code)
