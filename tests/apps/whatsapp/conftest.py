"""The webhooks under test: a resort with a Twilio account, and Twilio itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from resortbook.adapters.sql.tables.messages import inbound_messages
from resortbook.application.resort import Resort
from resortbook.bootstrap.container import Container
from resortbook_whatsapp.app import create_app
from tests.fake_twilio import ACCOUNT_SID, AUTH_TOKEN, SENDER, FakeTwilio

PUBLIC_URL = "https://resort.example"
HOOK, STATUS = "/webhooks/whatsapp", "/webhooks/whatsapp/status"
PHONE = "+14155550123"
ACCOUNT = {
    "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
    "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
    "TWILIO_WHATSAPP_FROM": SENDER,
    "PUBLIC_URL": PUBLIC_URL,
}
Fields = dict[str, str] | list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Twilio:
    """Posts to the application as Twilio does, signed for the public address."""

    app: Flask
    fake: FakeTwilio

    def phone(self, told: str = PHONE, *, name: str = "Ana") -> Any:
        return self.fake.phone(told, name=name)

    def post(self, path: str, form: Fields, **how: Any) -> TestResponse:
        how["headers"] = self.headers(path, form) | how.get("headers", {})
        return self.call(path, data=urlencode(form), **how)

    def call(self, path: str, method: str = "POST", **how: Any) -> TestResponse:
        return self.app.test_client().open(path, method=method, **how)

    def headers(self, path: str, form: Fields) -> dict[str, str]:
        signed: Any = form
        if isinstance(form, list):
            signed = {}
            for name, value in form:
                signed.setdefault(name, []).append(value)
            signed = Repeated(signed)
        return self.fake.signed(PUBLIC_URL + path, signed)


class Repeated(dict[str, list[str]]):
    """Fields with several values each, in the form that Twilio's own library signs."""

    def getlist(self, name: str) -> list[str]:
        return self[name]


@pytest.fixture
def container(database_url: str, open_container: Callable[..., Container]) -> Container:
    """The parts of a resort that has a Twilio account."""
    return open_container(database_url, **ACCOUNT)


@pytest.fixture
def app(resort: Resort, container: Container) -> Flask:
    """The webhooks of the resort under test."""
    return create_app(resort, container.settings())


@pytest.fixture
def twilio(app: Flask) -> Iterator[Twilio]:
    """Twilio, as it calls the application."""
    with FakeTwilio() as fake:
        yield Twilio(app, fake)


@pytest.fixture
def kept(container: Container) -> Callable[[], list[dict[str, Any]]]:
    """Return the messages that are kept, in the order in which they count."""

    def rows() -> list[dict[str, Any]]:
        statement = select(inbound_messages).order_by(
            inbound_messages.c.received_at, inbound_messages.c.id
        )
        with container.storage().engine.connect() as connection:
            return [dict(row) for row in connection.execute(statement).mappings()]

    return rows


def error(answer: TestResponse) -> tuple[int, str]:
    """Return an answer's status and the code of its refusal."""
    return answer.status_code, answer.get_json()["error"]["code"]
