"""What became of a message, in Twilio's form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from resortbook.application.references import as_uuid
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
    """How far a message has come; `delivery` is None for a status that means nothing here.

    `message_id` is our own id of it, which Twilio calls us with; older messages have none.
    """

    sid: str
    message_id: UUID | None
    delivery: Delivery | None
    error: str = ""


def report_in(form: Form, query: Mapping[str, str]) -> Report:
    """Return what a form, and the query that it came with, tell about a message of ours.

    Raises:
        InvalidInput: no MessageSid.
    """
    status = first(form, "MessageStatus") or first(form, "SmsStatus")
    delivery = DELIVERIES.get(status.lower())
    error = _error(first(form, "ErrorCode")) if delivery is Delivery.FAILED else ""
    return Report(
        sid=sid_in(form),
        message_id=as_uuid(query.get("message", "")),
        delivery=delivery,
        error=error,
    )


def _error(code: str) -> str:
    # Only the code: Twilio's sentences name the recipient's number.
    return f"twilio {code}" if _CODE.fullmatch(code) else "twilio"
