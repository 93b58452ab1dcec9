"""What became of a message, in Twilio's form."""

import re
from dataclasses import dataclass

from resortbook.domain.messages import Delivery
from resortbook.ports.webhooks import Form
from resortbook_whatsapp.inbound import first, sid_in

DELIVERIES = {
    "accepted": Delivery.SENT,
    "scheduled": Delivery.SENT,
    "queued": Delivery.SENT,
    "sending": Delivery.SENT,
    "sent": Delivery.SENT,
    "delivered": Delivery.DELIVERED,
    "read": Delivery.READ,
    "failed": Delivery.FAILED,
    "undelivered": Delivery.FAILED,
    "canceled": Delivery.FAILED,
}
_CODE = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How far a message has come; `delivery` is None for a status that means nothing here."""

    sid: str
    delivery: Delivery | None
    error: str = ""


def report_in(form: Form) -> Report:
    """Return what a form tells about a message of ours.

    Raises:
        InvalidInput: no MessageSid.
    """
    status = first(form, "MessageStatus") or first(form, "SmsStatus")
    delivery = DELIVERIES.get(status.lower())
    error = _error(first(form, "ErrorCode")) if delivery is Delivery.FAILED else ""
    return Report(sid=sid_in(form), delivery=delivery, error=error)


def _error(code: str) -> str:
    # Only the code: Twilio's sentences name the recipient's number.
    return f"twilio {code}" if _CODE.fullmatch(code) else "twilio"
