"""Sending WhatsApp messages by Twilio's REST API."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from resortbook.adapters.twilio.choices import filled, numbered
from resortbook.adapters.twilio.contents import TwilioContents
from resortbook.adapters.twilio.errors import UNFIT_FORM, UNFIT_TEMPLATE, TwilioRefused
from resortbook.adapters.twilio.shelf import Shelf
from resortbook.domain.events import EventKind
from resortbook.domain.messages import OutboundMessage
from resortbook.ports.contents import ContentReads
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
SIGN_IN = EventKind.SIGN_IN_CODE_REQUESTED.value


class TwilioMessenger:
    """Sends by Twilio: a template where the message is one, free text otherwise.

    Choices are buttons or a list where the form for them was made, else numbered lines under
    the text. A template that is not approved (any more) is one that is missing.

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
        contents: ContentReads | None = None,
        base_url: str | None = None,
        timeout_seconds: float = TIMEOUT_SECONDS,
    ) -> None:
        """Keep the account.

        `sender` is `whatsapp:+1…`, `templates` maps names to content SIDs, `status_callback` is
        where Twilio tells of deliveries (our id of the message is put behind it), `contents`
        knows what else was made, `base_url` replaces scheme and host.
        """
        self._account = (account_sid, auth_token)
        self._sender = sender
        self._status_callback = status_callback
        self._base_url = base_url
        self._timeout_seconds = timeout_seconds
        self._client: Client | None = None
        maker = TwilioContents(
            account_sid=account_sid,
            auth_token=auth_token,
            base_url=base_url,
            timeout_seconds=timeout_seconds,
        )
        self._shelf = Shelf(templates=templates, contents=contents, verdict=maker.verdict)

    def send(self, message: OutboundMessage) -> str:
        """Hand a message to Twilio and return its SID; raises as the port says."""
        if message.template is not None:
            return self._send_template(message, message.template)
        return self._send_form(message) or self._send_text(message)

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
        return tuple(str(one.sid) for one in found if _is_of(message, str(one.body)))

    def _send_template(self, message: OutboundMessage, name: str) -> str:
        try:
            return self._create(
                message,
                content_sid=self._shelf.template(name),
                content_variables=_as_json(message.variables),
            )
        except TwilioRefused as refused:
            if refused.code in UNFIT_TEMPLATE:
                raise TemplateMissing(name) from refused
            raise

    def _send_form(self, message: OutboundMessage) -> str | None:
        """Send buttons or a list; None where that cannot be, and nothing was sent."""
        fitting = filled(message)
        sid = self._shelf.form(fitting.form) if fitting else None
        if fitting is None or sid is None:
            return None
        try:
            return self._create(
                message, content_sid=sid, content_variables=_as_json(fitting.values)
            )
        except TwilioRefused as refused:
            if refused.code in UNFIT_FORM:
                return None
            raise

    def _send_text(self, message: OutboundMessage) -> str:
        return self._create(message, body=numbered(message)[:LONGEST])

    def _create(self, message: OutboundMessage, **content: str) -> str:
        sent = self._ready().messages.create(
            to=f"whatsapp:{message.address}",
            from_=self._sender,
            status_callback=f"{self._status_callback}?message={message.id}",
            **content,
        )
        return str(sent.sid)

    def _ready(self) -> "Client":
        # The vendor's package is slow to import: only who sends pays for it.
        from resortbook.adapters.twilio.http import client_of

        if self._client is None:
            self._client = client_of(*self._account, self._base_url, self._timeout_seconds)
        return self._client


def _is_of(message: OutboundMessage, body: str) -> bool:
    """Tell whether a body that Twilio shows may be this message's."""
    if message.kind == SIGN_IN:
        # Of the template WhatsApp writes the words, and tells us only some of them.
        return body == message.body or body.startswith(f"{message.variables.get('1')} ")
    if message.template is not None:
        return body == message.body
    fitting = filled(message)
    is_form = fitting is not None and body == fitting.body
    return is_form or body == numbered(message)[:LONGEST]


def _as_json(variables: Mapping[str, str]) -> str:
    return json.dumps(dict(variables), ensure_ascii=False)


def _made_at(message_id: UUID) -> datetime:
    # Ids hold the machine's time, which is the provider's; the resort's clock may be moved.
    return datetime.fromtimestamp((message_id.int >> 80) / 1_000, UTC)
