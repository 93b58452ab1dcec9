"""What Twilio's refusals mean for a message: later, or never.

Codes: Twilio's error dictionary, and its page on WhatsApp errors.
"""

from resortbook.ports.messaging import MessageRefused, MessengerDown

TOO_MANY = 429
# Rates and queues of the channel or the account, and the channel's own failures.
LATER = frozenset({20429, 30001, 30022, 63012, 63017, 63018})
A_RATE = frozenset({20429, 63017, 63018})


def refusal(status: int, code: int | None, *, retry_after_seconds: float | None) -> Exception:
    """Return what to raise for an answer of that HTTP status with Twilio's code."""
    reason = f"twilio {status} {code or ''}".rstrip()
    if status == TOO_MANY or code in A_RATE:
        return MessengerDown(reason, retry_after_seconds=retry_after_seconds, uses_a_try=False)
    if status >= 500 or code in LATER:
        return MessengerDown(reason, retry_after_seconds=retry_after_seconds)
    return MessageRefused(reason)
