"""Sending WhatsApp messages by Twilio's REST API."""

from typing import TYPE_CHECKING

from resortbook.domain.messages import OutboundMessage
from resortbook.ports.messaging import MessageRefused, MessengerDown

if TYPE_CHECKING:
    from twilio.rest import Client

TIMEOUT_SECONDS = 10
TOO_MANY = 429


class TwilioMessenger:
    """Sends free text by Twilio, with a time-out and no retries of its own: those are the
    outbox's.
    """

    def __init__(
        self, *, account_sid: str, auth_token: str, sender: str, base_url: str | None = None
    ) -> None:
        """Keep the account; `sender` is `whatsapp:+1…`, `base_url` replaces scheme and host."""
        self._account = (account_sid, auth_token)
        self._sender = sender
        self._base_url = base_url
        self._client: Client | None = None

    def send(self, message: OutboundMessage) -> str:
        """Hand a message to Twilio and return its SID.

        Raises:
            MessengerDown: Twilio could not be reached, is busy, or answered with its own
                failure.
            MessageRefused: Twilio refuses this message for good.
        """
        from requests import RequestException
        from twilio.base.exceptions import TwilioRestException

        try:
            sent = self._ready().messages.create(
                to=f"whatsapp:{message.address}", from_=self._sender, body=message.body
            )
        except TwilioRestException as error:
            if error.status == TOO_MANY or error.status >= 500:
                raise MessengerDown(f"twilio {error.status} {error.code}") from error
            raise MessageRefused(f"twilio {error.code}") from error
        except RequestException as error:
            raise MessengerDown(type(error).__name__) from error
        return str(sent.sid)

    def _ready(self) -> "Client":
        # The vendor's package is slow to import: only who sends pays for it.
        from resortbook.adapters.twilio.http import client_of

        if self._client is None:
            self._client = client_of(*self._account, self._base_url, TIMEOUT_SECONDS)
        return self._client
