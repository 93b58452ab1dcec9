"""Twilio's own client library, pointed at the fake as an application would point it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from tests.fake_twilio.service import FakeTwilio

ANA = "whatsapp:+14155550123"


class Redirected:
    """Sends what the library sends to another scheme and host."""

    def __init__(self, place: str, *, timeout_seconds: float = 2) -> None:
        """Keep the place; the time-out may be changed at any time."""
        self.library = TwilioHttpClient(timeout=timeout_seconds)
        self.place = urlsplit(place)
        self.last_headers: Mapping[str, str] = {}

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
        """Send one request, and keep the headers of its answer."""
        url = urlunsplit((self.place.scheme, self.place.netloc, *urlsplit(url)[2:]))
        answer = self.library.request(method, url, *args, **kwargs)
        self.last_headers = answer.headers
        return answer


@contextmanager
def client_at(place: str, account_sid: str, auth_token: str) -> Iterator[Client]:
    """Lend a client of the account, and close its connections afterwards."""
    http = Redirected(place)
    try:
        yield Client(account_sid, auth_token, http_client=http)
    finally:
        http.library.session.close()


@contextmanager
def client_of(fake: FakeTwilio) -> Iterator[Client]:
    """Lend a client of the fake's account."""
    with client_at(fake.url, fake.account_sid, fake.auth_token) as client:
        yield client


def send(client: Client, **fields: Any) -> Any:
    """Send to Ana, where the fields don't say otherwise."""
    told = {"to": ANA, "from_": "whatsapp:+14155238886"} | fields
    return client.messages.create(**told)


def code_of_refusal(client: Client, **fields: Any) -> int:
    """Send what is to be refused, and return Twilio's code."""
    with pytest.raises(TwilioRestException) as refused:
        send(client, **fields)
    return int(refused.value.code)
