"""Twilio's own client with our time-out, and with another host where the settings name one."""

from typing import Any
from urllib.parse import urlsplit, urlunsplit

from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client


class OtherHost(TwilioHttpClient):
    """Sends every request to `base_url`'s scheme and host in place of the one that Twilio's
    client chose.
    """

    def __init__(self, base_url: str | None, timeout_seconds: float) -> None:
        """Keep the host; None leaves Twilio's."""
        super().__init__(timeout=timeout_seconds)
        self._place = urlsplit(base_url) if base_url else None

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        """Send one request."""
        if self._place:
            url = urlunsplit((self._place.scheme, self._place.netloc, *urlsplit(url)[2:]))
        return super().request(method, url, *args, **kwargs)


def client_of(
    account_sid: str, auth_token: str, base_url: str | None, timeout_seconds: float
) -> Client:
    """Return a client of the account."""
    http = OtherHost(base_url, timeout_seconds)
    return Client(account_sid, auth_token, http_client=http)
