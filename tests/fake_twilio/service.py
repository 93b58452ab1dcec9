"""The fake itself: what tests hold, and what answers the requests."""

import base64
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.fake_http.control import JSON, as_json, control
from tests.fake_http.faults import Fault, Plan, fault_of, go_wrong
from tests.fake_http.server import Loopback, Reply, Request
from tests.fake_twilio.content import Contents
from tests.fake_twilio.messages import Messages, SentMessage, address
from tests.fake_twilio.phone import Phone, phone_of
from tests.fake_twilio.refusal import MESSAGES, Refused, error_reply
from tests.fake_twilio.routes import ROUTES, is_create
from tests.fake_twilio.webhooks import Answer, Callbacks, Posted, Poster, status_form

ACCOUNT_SID = f"AC{'0' * 31}1"
AUTH_TOKEN = "fake-auth-token"
SENDER = "whatsapp:+14155238886"
FAULT_CODES = {429: 20429, 401: 20003, 404: 20404}


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


class FakeTwilio:
    """A Twilio account on loopback that checks what the real one checks.

    `messages`, `refusals`, `calls` and `posted` are records; `clock` may be set to another
    one, so that simulated time works. Usable as a context manager.
    """

    def __init__(
        self,
        *,
        account_sid: str = ACCOUNT_SID,
        auth_token: str = AUTH_TOKEN,
        sender: str = SENDER,
        clock: Callable[[], datetime] | None = None,
        port: int = 0,
    ) -> None:
        """Keep the account; nothing listens before `start()`."""
        self.account_sid = account_sid
        self.auth_token = auth_token
        self.sender = sender
        self.clock = clock or (lambda: datetime.now(UTC))
        self.automatic: tuple[str, ...] = ()
        self._server = Loopback(self._answer, port=port)
        self._callbacks = Callbacks(delay_seconds=0.05)
        self._lock = threading.RLock()
        self.reset()

    def reset(self) -> None:
        """Forget everything but the account, the clock and the port."""
        with self._lock:
            self.contents = Contents(self.account_sid, self.now)
            self.account = Messages(self.account_sid, self.sender, self.now, self.contents)
            self.poster = Poster(self.auth_token, self.now)
            self.plan: Plan[Fault] = Plan(is_create)
            self.calls: list[Call] = []
            self.refusals: list[Refusal] = []

    def start(self) -> None:
        """Listen."""
        self._callbacks.start()
        self._server.start()

    def stop(self) -> None:
        """Cut everything off and end. May be started again, on the same port."""
        self._callbacks.stop()
        self._server.stop()

    @contextmanager
    def away(self) -> Iterator[None]:
        """Refuse connections meanwhile, as a host does that is down."""
        self.stop()
        yield
        self.start()

    def __enter__(self) -> "FakeTwilio":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """The value for `TWILIO_API_BASE_URL`."""
        return self._server.url

    def now(self) -> datetime:
        """Return the fake's time."""
        return self.clock()

    # What tests look at

    @property
    def messages(self) -> list[SentMessage]:
        """Every message that was taken, oldest first, failed ones too."""
        with self._lock:
            return list(self.account.kept.values())

    @property
    def posted(self) -> list[Posted]:
        """Every webhook and status callback that was posted."""
        return self.poster.posted

    @property
    def routes(self) -> dict[str, str]:
        """Public origins and what listens in their place; others than loopback get no post."""
        return self.poster.routes

    def sent_to(self, to: str) -> list[SentMessage]:
        """Return the messages to one address, oldest first."""
        return [message for message in self.messages if message.to == address(to)]

    def settle(self, timeout_seconds: float = 5) -> None:
        """Wait until all status callbacks are out. Raises TimeoutError."""
        if not self._callbacks.settle(timeout_seconds):
            raise TimeoutError("status callbacks are still on their way")

    # What tests bring about

    def inbound(self, from_: str, at: datetime | None = None) -> None:
        """Open the guest's window without any webhook, as of `at` (else now)."""
        self.account.last_inbound[address(from_)] = at or self.now()

    def opt_out(self, to: str) -> None:
        """Let nothing reach this address (21610)."""
        self.account.opted_out.add(address(to))

    def opt_in(self, to: str) -> None:
        """Take the opt-out back."""
        self.account.opted_out.discard(address(to))

    def add_content(
        self, types: dict[str, Any] | str, *, approval: str = "approved", language: str = "en"
    ) -> str:
        """Make a content resource without the API and return its SID; a text is a body."""
        told = types if isinstance(types, dict) else {"twilio/text": {"body": types}}
        sid = str(self.contents.create({"types": told, "language": language})["sid"])
        self.contents.decide(sid, approval)
        return sid

    def script(self, faults: Iterable[Fault | None]) -> None:
        """Go wrong in this order, one step for each send; None is a send that goes well."""
        self.plan.script(faults)

    def always(
        self,
        fault: Fault | None,
        when: Callable[[Request], bool] | None = None,
        times: float = float("inf"),
    ) -> None:
        """Go wrong so whenever the script is used up; see `Plan.always`. None ends it."""
        self.plan.always(fault, when, times)

    def phone(self, told: str, *, name: str = "Ana") -> Phone:
        """Return the phone of a number or business-scoped id."""
        return phone_of(told, name=name, account_sid=self.account_sid, sender=self.sender)

    def signed(self, url: str, form: dict[str, str]) -> dict[str, str]:
        """Return the headers with which Twilio would post this form."""
        return self.poster.headers(url, form)

    def webhook(self, url: str, form: dict[str, str]) -> Answer:
        """Post a signed inbound form, as of now the guest's last; see `Poster.post`."""
        if form.get("From"):
            self.inbound(form["From"])
        return self.poster.post(url, form)

    def send_status(self, sid: str, status: str, error_code: int | None = None) -> Answer | None:
        """Give a message this status and post it to its StatusCallback, if it has one."""
        message = self.account.kept[sid]
        message.status, message.error_code = status, error_code
        if message.status_callback is None:
            return None
        form = status_form(
            account_sid=self.account_sid,
            sid=sid,
            to=message.to,
            from_=message.from_,
            status=status,
            error_code=error_code,
        )
        return self.poster.post(message.status_callback, form)

    # What answers

    def _answer(self, request: Request) -> Reply:
        if told := control(self._actions(), request):
            return told
        sent = request.form if request.method == "POST" else request.query
        call = Call(
            at=self.now(),
            seconds=request.seconds,
            method=request.method,
            path=request.path,
            sent=sent,
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
                refuse=lambda status: error_reply(status, FAULT_CODES.get(status, 20500)),
            )
        call.status = None if reply.cut else reply.status
        return reply

    def _act(self, request: Request, call: Call) -> Reply:
        try:
            with self._lock:
                self._authenticate(request)
                return self._route(request, call)
        except Refused as refused:
            self._refuse(refused.code, refused.why or MESSAGES.get(refused.code, ""), call)
            return error_reply(refused.status, refused.code, refused.why)

    def _authenticate(self, request: Request) -> None:
        basic = base64.b64encode(f"{self.account_sid}:{self.auth_token}".encode()).decode()
        if request.headers.get("Authorization") != f"Basic {basic}":
            raise Refused(20003, status=401)

    def _route(self, request: Request, call: Call) -> Reply:
        for method, pattern, status, act in ROUTES:
            found = re.fullmatch(pattern, request.path)
            if found and method == request.method:
                told = act(self, request, call, found.groupdict())
                body = b"" if told is None else as_json(told)
                return Reply(status=status, body=body, headers=JSON)
        raise Refused(20404, f"{request.method} {request.path}", status=404)

    def send(self, request: Request, call: Call) -> dict[str, Any]:
        """Take a message that was asked for, and say later how it fared."""
        message, told = self.account.create(request)
        call.sid = message.sid
        failure = self.account.late_failure(message)
        if failure:
            code, why = failure
            self._refuse(code, why, call)
            message.status, message.error_code = "failed", code
            self._callbacks.later(lambda: self.send_status(message.sid, "failed", code))
            return told
        for status in self.automatic:
            self._callbacks.later(lambda status=status: self.send_status(message.sid, status))
        return told

    def _refuse(self, code: int, why: str, call: Call) -> None:
        call.code = code
        self.refusals.append(Refusal(call.at, code, why, call.sent))

    def _actions(self) -> dict[str, Callable[[Any], Any]]:
        return {
            "messages": lambda _: self.messages,
            "refusals": lambda _: self.refusals,
            "calls": lambda _: self.calls,
            "posted": lambda _: self.posted,
            "script": lambda told: self.script([step and fault_of(step) for step in told]),
            "always": lambda told: self.always(told and fault_of(told)),
            "inbound": lambda told: self.inbound(told["from"]),
            "webhook": lambda told: self.webhook(told["url"], told["form"]),
            "status": lambda told: self.send_status(**told),
            "content": lambda told: self.add_content(**told),
            "opt-out": lambda told: self.opt_out(told["to"]),
            "opt-in": lambda told: self.opt_in(told["to"]),
            "reset": lambda _: self.reset(),
        }
