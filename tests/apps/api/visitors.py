"""People who use the API."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from resortbook.domain.guest import Guest
from tests.apps.api.described import Description

API = "/api/v1"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who calls the API, with a session's token or without.

    Paths are those below /api/v1, or of the root where they begin with two slashes.
    """

    app: Flask
    description: Description
    token: str | None = None
    signed_in: Guest | None = None

    @property
    def person(self) -> Guest:
        """Who this is; only for somebody who signed in."""
        assert self.signed_in is not None
        return self.signed_in

    def get(self, path: str, **how: Any) -> TestResponse:
        return self.call("GET", path, **how)

    def post(self, path: str, json: Any = None, **how: Any) -> TestResponse:
        return self.call("POST", path, json=json, **how)

    def patch(self, path: str, json: Any = None, **how: Any) -> TestResponse:
        return self.call("PATCH", path, json=json, **how)

    def put(self, path: str, json: Any = None, **how: Any) -> TestResponse:
        return self.call("PUT", path, json=json, **how)

    def delete(self, path: str, **how: Any) -> TestResponse:
        return self.call("DELETE", path, **how)

    def call(
        self, method: str, path: str, *, headers: Mapping[str, str] | None = None, **how: Any
    ) -> TestResponse:
        whole = path[1:] if path.startswith("//") else f"{API}{path}"
        shown = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        # None is no body at all.
        if how.get("json", ...) is None:
            del how["json"]
        client = self.app.test_client(use_cookies=False)
        answer = client.open(whole, method=method, headers={**shown, **(headers or {})}, **how)
        self.description.check(method, whole, answer)
        return answer


def error(answer: TestResponse) -> tuple[int, str]:
    """Return an answer's status and the code of its refusal."""
    return answer.status_code, answer.get_json()["error"]["code"]


def details(answer: TestResponse) -> dict[str, Any]:
    """Return the details of a refusal."""
    found: dict[str, Any] = answer.get_json()["error"]["details"]
    return found
