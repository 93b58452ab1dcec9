"""The REST API: who may ask, what goes wrong on command, and where each request belongs."""

import base64
import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.fake_http.control import JSON, as_json
from tests.fake_http.faults import Fault, Plan, go_wrong
from tests.fake_http.server import Reply, Request
from tests.fake_twilio.content import Contents
from tests.fake_twilio.messages import Messages, SentMessage
from tests.fake_twilio.refusal import BAD_PARAMETER, MESSAGES, Refused, error_reply

FAULT_CODES = {429: 20429, 401: 20003, 404: 20404}
CREATE = re.compile(r"/2010-04-01/Accounts/\w+/Messages\.json")


@dataclass(slots=True, kw_only=True)
class Call:
    """One request, and what became of it."""

    at: datetime  # by the fake's clock
    seconds: float  # by the machine's monotonic one
    method: str
    path: str
    sent: dict[str, str]  # form or query
    status: int | None = None  # answered, or None where the client saw no answer
    code: int | None = None  # Twilio's, of a refusal
    sid: str | None = None  # of the message that was taken
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that Twilio refuses, or a message that it takes and then fails."""

    at: datetime
    code: int
    why: str
    sent: dict[str, str]


def is_create(request: Request) -> bool:
    """Tell whether a message is asked to be sent."""
    return request.method == "POST" and bool(CREATE.fullmatch(request.path))


def is_lookup(request: Request) -> bool:
    """Tell whether messages are asked for, one or a list."""
    return request.method == "GET" and "/Messages" in request.path


class Api:
    """Answers the requests of one account, one at a time, and keeps the record of them."""

    def __init__(
        self,
        *,
        auth_token: str,
        messages: Messages,
        contents: Contents,
        taken: Callable[[SentMessage, int | None], None],
    ) -> None:
        """Keep the account; `taken` hears of each message, and of the code if it fails."""
        self.messages = messages
        self.contents = contents
        self.plan: Plan[Fault] = Plan(is_create)
        self.calls: list[Call] = []
        self.refusals: list[Refusal] = []
        self.lock = threading.RLock()
        self._taken = taken
        basic = base64.b64encode(f"{messages.account_sid}:{auth_token}".encode()).decode()
        self._authorization = f"Basic {basic}"
        self._routes = self._table()

    def answer(self, request: Request) -> Reply:
        """Answer as Twilio would, or as wrong as was planned."""
        call = Call(
            at=self.messages.now(),
            seconds=request.seconds,
            method=request.method,
            path=request.path,
            sent=request.form if request.method == "POST" else request.query,
        )
        self.calls.append(call)
        fault = self.plan.next(request)
        if fault is None:
            reply = self._act(request, call)
        else:
            call.fault = fault.told
            reply = go_wrong(
                fault,
                act=lambda: self._act(request, call),
                refuse=_failure,
            )
        call.status = None if reply.cut else reply.status
        return reply

    def _act(self, request: Request, call: Call) -> Reply:
        try:
            with self.lock:
                if request.headers.get("Authorization") != self._authorization:
                    raise Refused(20003, status=401)
                return self._route(request, call)
        except Refused as refused:
            self._note(call, refused.code, refused.why or MESSAGES.get(refused.code, ""))
            return error_reply(refused.status, refused.code, refused.why)

    def _route(self, request: Request, call: Call) -> Reply:
        for method, pattern, status, act in self._routes:
            found = re.fullmatch(pattern, request.path)
            if found and method == request.method:
                told = act(request, call, *found.groups())
                body = b"" if told is None else as_json(told)
                return Reply(status=status, body=body, headers=JSON)
        raise Refused(20404, f"{request.method} {request.path}", status=404)

    def _table(self) -> list[tuple[str, str, int, Callable[..., Any]]]:
        account = f"/2010-04-01/Accounts/{self.messages.account_sid}"
        content = r"/v1/Content/(\w+)"
        messages, contents = self.messages, self.contents
        return [
            ("POST", f"{account}/Messages.json", 201, lambda r, call: self._send(r, call)),
            ("GET", f"{account}/Messages.json", 200, lambda r, _: messages.listed(r.query)),
            ("GET", rf"{account}/Messages/(\w+).json", 200, lambda *a: messages.fetch(a[2])),
            ("GET", f"{account}.json", 200, lambda *_: self._account()),
            ("POST", "/v1/Content", 201, lambda r, _: contents.create(_json(r))),
            ("GET", "/v1/Content", 200, lambda r, _: contents.listed(r.query)),
            (
                "GET",
                "/v1/ContentAndApprovals",
                200,
                lambda r, _: contents.listed(r.query, with_approvals=True),
            ),
            ("GET", content, 200, lambda _, __, sid: contents.shown(contents.get(sid))),
            ("DELETE", content, 204, lambda _, __, sid: contents.delete(sid)),
            (
                "POST",
                f"{content}/ApprovalRequests/whatsapp",
                201,
                lambda r, _, sid: contents.submit(sid, _json(r)),
            ),
            (
                "GET",
                f"{content}/ApprovalRequests",
                200,
                lambda _, __, sid: contents.approval_of(sid),
            ),
        ]

    def _account(self) -> dict[str, Any]:
        sid = self.messages.account_sid
        return {"sid": sid, "friendly_name": "Fake", "status": "active", "type": "Full"}

    def _send(self, request: Request, call: Call) -> dict[str, Any]:
        message, told = self.messages.create(request)
        call.sid = message.sid
        failure = self.messages.late_failure(message)
        if failure:
            self._note(call, *failure)
            message.status, message.error_code = "failed", failure[0]
        self._taken(message, message.error_code)
        return told

    def _note(self, call: Call, code: int, why: str) -> None:
        call.code = code
        self.refusals.append(Refusal(call.at, code, why, call.sent))


def _failure(fault: Fault) -> Reply:
    return error_reply(fault.status, int(fault.code or FAULT_CODES.get(fault.status, 20500)))


def _json(request: Request) -> dict[str, Any]:
    try:
        told = json.loads(request.body)
    except ValueError:
        raise Refused(BAD_PARAMETER, "no JSON") from None
    if not isinstance(told, dict):
        raise Refused(BAD_PARAMETER, "no JSON object")
    return told
