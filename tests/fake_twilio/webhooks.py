"""What Twilio posts: signed forms, sent to wherever their public address really is."""

import http.client
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from queue import Queue
from urllib.parse import urldefrag, urlencode, urlsplit, urlunsplit
from uuid import uuid4

from twilio.request_validator import RequestValidator

PATIENCE_SECONDS = 15  # Twilio's own for a whole request
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
FINAL = {"delivered", "read", "undelivered", "failed"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the application answered."""

    status: int
    body: str
    headers: dict[str, str]
    seconds: float  # how long it took


@dataclass(slots=True)
class Posted:
    """One post of ours: `status` is what was answered, `error` why nothing was."""

    at: datetime
    url: str
    form: dict[str, str]
    status: int | None = None
    error: str | None = None


@dataclass(slots=True)
class Poster:
    """Signs forms by Twilio's own validator and posts them."""

    auth_token: str
    now: Callable[[], datetime]
    # Public origins, and what listens in their place: {"https://resort.example": "http://…"}.
    routes: dict[str, str] = field(default_factory=dict)
    posted: list[Posted] = field(default_factory=list)

    def headers(self, url: str, form: dict[str, str]) -> dict[str, str]:
        """Return the headers of such a post, signature and all."""
        signature = RequestValidator(self.auth_token).compute_signature(
            urldefrag(url).url, form
        )
        return {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent": "TwilioProxy/1.1",
            "Accept": "*/*",
            "X-Twilio-Signature": signature,
            "I-Twilio-Idempotency-Token": str(uuid4()),
        }

    def post(self, url: str, form: dict[str, str]) -> Answer:
        """Post one, signed for `url`.

        Raises:
            OSError: nobody answered in 15 seconds, or nobody on this machine is there.
            http.client.HTTPException: the answer was cut off.
        """
        record = Posted(self.now(), url, form)
        self.posted.append(record)
        try:
            answer = self._send(url, form)
        except (OSError, http.client.HTTPException) as error:
            record.error = repr(error)
            raise
        record.status = answer.status
        return answer

    def _send(self, url: str, form: dict[str, str]) -> Answer:
        public = urlsplit(urldefrag(url).url)
        origin = f"{public.scheme}://{public.netloc}"
        place = urlsplit(self.routes.get(origin, origin))
        if place.hostname not in LOOPBACK:
            raise OSError(f"no route to {origin}: see `routes`")
        target = urlunsplit(("", "", public.path or "/", public.query, ""))
        started = time.monotonic()
        connection = http.client.HTTPConnection(
            place.hostname, place.port or 80, timeout=PATIENCE_SECONDS
        )
        with closing(connection):
            connection.request("POST", target, urlencode(form), self.headers(url, form))
            told = connection.getresponse()
            body = told.read().decode(errors="replace")
        return Answer(told.status, body, dict(told.getheaders()), time.monotonic() - started)


class Callbacks:
    """Does what is to be done a little later, in order, in a thread of its own."""

    def __init__(self, delay_seconds: float) -> None:
        """Keep the delay: long enough for the answer to be out before."""
        self.delay_seconds = delay_seconds
        self._queue: Queue[tuple[float, Callable[[], object]] | None] = Queue()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def later(self, act: Callable[[], object]) -> None:
        """Do it after the delay; nobody hears of an OSError that it ends in."""
        self._queue.put((time.monotonic() + self.delay_seconds, act))

    def start(self) -> None:
        """Begin."""
        self._stopping.clear()
        self._thread = threading.Thread(target=self._work, name="fake-twilio-callbacks")
        self._thread.start()

    def stop(self) -> None:
        """End; what has not been done is dropped. Idempotent."""
        if self._thread:
            self._stopping.set()
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def settle(self, timeout_seconds: float) -> bool:
        """Wait until all is done; tell whether it was in time."""
        with self._queue.all_tasks_done:
            return self._queue.all_tasks_done.wait_for(
                lambda: not self._queue.unfinished_tasks, timeout_seconds
            )

    def _work(self) -> None:
        while True:
            entry = self._queue.get()
            try:
                if entry is None:
                    return
                due, act = entry
                if not self._stopping.wait(max(0, due - time.monotonic())):
                    act()
            except (OSError, http.client.HTTPException):
                continue  # the poster has it in its record
            finally:
                self._queue.task_done()


def status_form(
    *, account_sid: str, sid: str, to: str, from_: str, status: str, error_code: int | None
) -> dict[str, str]:
    """Return the form of a status callback."""
    form = {
        "SmsSid": sid,
        "SmsStatus": status,
        "MessageStatus": status,
        "MessageSid": sid,
        "AccountSid": account_sid,
        "To": to,
        "From": from_,
        "ApiVersion": "2010-04-01",
        "ChannelPrefix": "whatsapp",
        "ChannelToAddress": f"{to.partition(':')[2][:-4]}XXXX",
        "ChannelInstallSid": "XEcc20d939f803ee381f2442185d0d5dc5",
        "StructuredMessage": "false",
    }
    if error_code:
        form |= {"ErrorCode": str(error_code), "ErrorMessage": "", "ChannelStatusMessage": ""}
    if status in FINAL:
        form["EventType"] = status.upper()
    return form
