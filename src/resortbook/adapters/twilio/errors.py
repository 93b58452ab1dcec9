"""What Twilio's refusals mean for a message: later, or never.

Codes: Twilio's error dictionary, and its page on WhatsApp errors.
"""

from resortbook.ports.messaging import MessageRefused, MessengerDown, Unreachable

TOO_MANY = 429
STRANGER = 401  # the account is suspended, or its auth token is another one by now
# Rates and queues of the channel or the account, and the channel's own failures.
LATER = frozenset({20429, 30001, 30022, 63012, 63017, 63018})
A_RATE = frozenset({20429, 63017, 63018})
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
    if status == TOO_MANY or code in A_RATE:
        return MessengerDown(reason, retry_after_seconds=retry_after_seconds, uses_a_try=False)
    if status == STRANGER:
        return Unreachable(reason)
    if status >= 500 or code in LATER:
        return MessengerDown(reason, retry_after_seconds=retry_after_seconds)
    return TwilioRefused(reason, code)
