"""Sending WhatsApp messages by Twilio's REST API."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from resortbook.domain.messages import OutboundMessage
from resortbook.ports.messaging import (
    MessageRefused,
    MessengerDown,
    OutcomeUnknown,
    TemplateMissing,
)

if TYPE_CHECKING:
    from twilio.rest import Client

TIMEOUT_SECONDS = 10
LONGEST = 1_600
LOOKED_AT = 50
SKEW = timedelta(seconds=5)


class TwilioMessenger:
    """Sends by Twilio: a template where the message is one, free text otherwise.

    It has a time-out and no retries of its own: those are the outbox's.
    """

    def __init__(
        self,
        *,
        account_sid: str,
        auth_token: str,
        sender: str,
        templates: Mapping[str, str],
        status_callback: str,
        base_url: str | None = None,
        timeout_seconds: float = TIMEOUT_SECONDS,
    ) -> None:
        """Keep the account.

        `sender` is `whatsapp:+1…`, `templates` maps names to content SIDs, `status_callback` is
        where Twilio tells of deliveries, `base_url` replaces scheme and host.
        """
        self._account = (account_sid, auth_token)
        self._sender = sender
        self._templates = templates
        self._status_callback = status_callback
        self._base_url = base_url
        self._timeout_seconds = timeout_seconds
        self._client: Client | None = None

    def send(self, message: OutboundMessage) -> str:
        """Hand a message to Twilio and return its SID; raises as the port says."""
        sent = self._ready().messages.create(
            to=f"whatsapp:{message.address}",
            from_=self._sender,
            status_callback=self._status_callback,
            **self._content(message),
        )
        return str(sent.sid)

    def find(self, message: OutboundMessage) -> tuple[str, ...]:
        """Look through what was sent to the address since; raises as the port says."""
        since = _made_at(message.id) - SKEW
        try:
            found = self._ready().messages.list(
                to=f"whatsapp:{message.address}",
                from_=self._sender,
                date_sent_after=since,
                limit=LOOKED_AT,
            )
        except (MessageRefused, OutcomeUnknown) as error:
            raise MessengerDown(error.reason) from error
        body = _with_choices(message) if message.template is None else message.body
        return tuple(str(one.sid) for one in found if one.body == body)

    def _content(self, message: OutboundMessage) -> dict[str, Any]:
        if message.template is None:
            return {"body": _with_choices(message)}
        sid = self._templates.get(message.template)
        if sid is None:
            raise TemplateMissing(message.template)
        return {
            "content_sid": sid,
            "content_variables": json.dumps(dict(message.variables), ensure_ascii=False),
        }

    def _ready(self) -> "Client":
        # The vendor's package is slow to import: only who sends pays for it.
        from resortbook.adapters.twilio.http import client_of

        if self._client is None:
            self._client = client_of(*self._account, self._base_url, self._timeout_seconds)
        return self._client


def _with_choices(message: OutboundMessage) -> str:
    """Write buttons and rows as numbered lines under the text."""
    choices = [*message.buttons, *message.rows]
    lines = [f"{number}. {choice.title}" for number, choice in enumerate(choices, 1)]
    return "\n".join([message.body, *lines])[:LONGEST]


def _made_at(message_id: UUID) -> datetime:
    # Ids hold the machine's time, which is the provider's; the resort's clock may be moved.
    return datetime.fromtimestamp((message_id.int >> 80) / 1_000, UTC)
