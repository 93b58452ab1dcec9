"""Twilio's own client with our time-out, and with another host where the settings name one."""

import json
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from requests import ConnectionError as Unconnected
from requests import ConnectTimeout, RequestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from resortbook.adapters.twilio.errors import refusal
from resortbook.ports.messaging import OutcomeUnknown, Unreachable


class OtherHost(TwilioHttpClient):
    """Sends every request to `base_url`'s scheme and host in place of the one Twilio's
    client chose.

    Refusals are raised from here, for Twilio's own exceptions have lost the headers.
    """

    def __init__(self, base_url: str | None, timeout_seconds: float) -> None:
        """Keep the host; None leaves Twilio's."""
        super().__init__(timeout=timeout_seconds)
        self._place = urlsplit(base_url) if base_url else None

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        """Send one request.

        Raises:
            MessengerDown, MessageRefused: an answer that is no success.
            Unreachable: no connection.
            OutcomeUnknown: the connection was lost after the request was on its way.
        """
        if self._place:
            url = urlunsplit((self._place.scheme, self._place.netloc, *urlsplit(url)[2:]))
        try:
            response = super().request(method, url, *args, **kwargs)
        except ConnectTimeout as error:
            raise Unreachable("twilio cannot be reached") from error
        except Unconnected as error:
            if _was_never_connected(error):
                raise Unreachable("twilio cannot be reached") from error
            raise OutcomeUnknown(type(error).__name__) from error
        except RequestException as error:
            raise OutcomeUnknown(type(error).__name__) from error
        if response.status_code >= 400:
            raise refusal(
                response.status_code,
                _code_of(response),
                retry_after_seconds=_retry_after(response),
            )
        return response


def client_of(
    account_sid: str, auth_token: str, base_url: str | None, timeout_seconds: float
) -> Client:
    """Return a client of the account."""
    http = OtherHost(base_url, timeout_seconds)
    return Client(account_sid, auth_token, http_client=http)


def _was_never_connected(error: Unconnected) -> bool:
    # urllib3 tells a refused connection by this cause; a reset one has another.
    cause = getattr(error.args[0] if error.args else None, "reason", None)
    return type(cause).__name__ in ("NewConnectionError", "NameResolutionError")


def _code_of(response: Response) -> int | None:
    try:
        told = json.loads(response.text)
    except ValueError:
        return None
    code = told.get("code") if isinstance(told, dict) else None
    return code if isinstance(code, int) else None


def _retry_after(response: Response) -> float | None:
    headers = {name.lower(): value for name, value in dict(response.headers or {}).items()}
    told = headers.get("retry-after")
    if told is None:
        return None
    if str(told).isdecimal():
        return float(told)
    try:
        at, sent = parsedate_to_datetime(told), parsedate_to_datetime(headers.get("date", ""))
    except (TypeError, ValueError):
        return None
    return max(0.0, (at - sent).total_seconds())
