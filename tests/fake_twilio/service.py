"""The fake itself: what tests hold in their hands."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any

from tests.fake_http.control import control
from tests.fake_http.faults import Fault, fault_of
from tests.fake_http.server import Loopback, Reply, Request
from tests.fake_twilio.api import Api, Call, Refusal
from tests.fake_twilio.content import Contents
from tests.fake_twilio.messages import Messages, SentMessage, address
from tests.fake_twilio.phone import Form, Phone
from tests.fake_twilio.webhooks import Answer, Callbacks, Posted, Poster, status_form

ACCOUNT_SID = f"AC{'0' * 31}1"
AUTH_TOKEN = "fake-auth-token"
SENDER = "whatsapp:+14155238886"
ALL_WELL = ("sent", "delivered", "read")  # no callback tells of the first one, `queued`


class FakeTwilio:
    """A Twilio account on loopback that checks what the real one checks.

    `clock` may be set to another one at any time, so that simulated time works;
    `automatic` to the statuses that each message that doesn't fail is to go through
    (`ALL_WELL`); `contents.verdict` to what WhatsApp says of templates. A context manager.
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
        self.poster = Poster(auth_token, self.now)
        self.callbacks = Callbacks(delay_seconds=0.05)
        self._server = Loopback(self._answer, port=port)
        self.reset()

    def reset(self) -> None:
        """Forget messages, windows, contents, plans and records."""
        self.contents = Contents(self.account_sid, self.now)
        self._account = Messages(self.account_sid, self.sender, self.now, self.contents)
        self._api = Api(
            auth_token=self.auth_token,
            messages=self._account,
            contents=self.contents,
            taken=self._taken,
        )
        self.poster.posted.clear()

    def start(self) -> None:
        """Listen."""
        self.callbacks.start()
        self._server.start()

    def stop(self) -> None:
        """Cut everything off and end. May be started again, on the same port."""
        self.callbacks.stop()
        self._server.stop()

    @contextmanager
    def away(self) -> Iterator[None]:
        """Refuse connections meanwhile, as a host that is down does."""
        self.stop()
        try:
            yield
        finally:
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

    @property
    def messages(self) -> list[SentMessage]:
        """Every message that was taken, oldest first; those too that failed afterwards."""
        with self._api.lock:
            return list(self._account.kept.values())

    @property
    def refusals(self) -> list[Refusal]:
        """What Twilio refuses, at once or by failing it afterwards; no planned faults."""
        return self._api.refusals

    @property
    def calls(self) -> list[Call]:
        """Every request, in order, with what became of it."""
        return self._api.calls

    @property
    def posted(self) -> list[Posted]:
        """Every webhook and status callback."""
        return self.poster.posted

    @property
    def routes(self) -> dict[str, str]:
        """Public origins and what listens in their place; others than loopback get no post."""
        return self.poster.routes

    def sent_to(self, to: str) -> list[SentMessage]:
        """Return the messages to one number or business-scoped id, oldest first."""
        return [message for message in self.messages if message.to == address(to)]

    def settle(self, timeout_seconds: float = 5) -> None:
        """Wait until all status callbacks are out. Raises TimeoutError."""
        if not self.callbacks.settle(timeout_seconds):
            raise TimeoutError("status callbacks are still on their way")

    def inbound(self, from_: str, at: datetime | None = None) -> None:
        """Open the guest's window without any webhook, as of `at` (else now)."""
        self._account.last_inbound[address(from_)] = at or self.now()

    def window_is_open(self, to: str) -> bool:
        """Tell whether free text would reach this guest now."""
        return self._account.window_is_open(to)

    def opt_out(self, to: str) -> None:
        """Let nothing reach this address (21610)."""
        self._account.opted_out.add(address(to))

    def opt_in(self, to: str) -> None:
        """Take the opt-out back."""
        self._account.opted_out.discard(address(to))

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
        self._api.plan.script(faults)

    def always(
        self,
        fault: Fault | None,
        when: Callable[[Request], bool] | None = None,
        times: float = float("inf"),
    ) -> None:
        """Go wrong so once the script is used up, in sends or `when` a request is such.

        `times` times at most. None in place of a fault ends all of these.
        """
        self._api.plan.always(fault, when, times)

    def phone(self, told: str, *, name: str = "Ana") -> Phone:
        """Return the phone of a number or business-scoped id, which builds inbound forms."""
        return Phone(
            account_sid=self.account_sid, sender=self.sender, address=address(told), name=name
        )

    def signed(self, url: str, form: Form) -> dict[str, str]:
        """Return the headers with which Twilio would post this form."""
        return self.poster.headers(url, form)

    def webhook(self, url: str, form: Form) -> Answer:
        """Post an inbound form, signed for `url`; the guest's window opens. See `Poster`."""
        if form.get("From"):
            self.inbound(form["From"])
        return self.poster.post(url, form)

    def send_status(
        self, sid: str, status: str, error_code: int | None = None
    ) -> Answer | None:
        """Give a message this status and post it to its StatusCallback, if it has one."""
        return self._tell(self._account.kept[sid], status, error_code)

    def _tell(self, message: SentMessage, status: str, error_code: int | None) -> Answer | None:
        message.status, message.error_code = status, error_code
        if message.status_callback is None:
            return None
        form = status_form(
            account_sid=self.account_sid,
            sid=message.sid,
            to=message.to,
            from_=message.from_,
            status=status,
            error_code=error_code,
        )
        return self.poster.post(message.status_callback, form)

    def _taken(self, message: SentMessage, error_code: int | None) -> None:
        for status in ("failed",) if error_code else self.automatic:
            self.callbacks.later(partial(self._tell, message, status, error_code))

    def _answer(self, request: Request) -> Reply:
        return control(self._actions(), request) or self._api.answer(request)

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
