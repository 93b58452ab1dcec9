"""What happens to bookings, told to the pages that are open."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID

from resortbook.application.live import LiveFeed
from resortbook.application.resort import Resort
from resortbook.domain.errors import ResortError, Unavailable
from resortbook.ports.reads import BookingChange

log = logging.getLogger(__name__)

POLL_SECONDS = 0.5
POLL_AFTER_FAILURE_SECONDS = 2.0
COMMENT_SECONDS = 15.0
WELCOME_SECONDS = 2.0
STREAM_SECONDS = 600.0
MOST_UNREAD = 200


@dataclass(slots=True, eq=False)
class Listener:
    """One open page: the changes that it has not been sent yet, None where it must end."""

    guest_id: UUID | None
    unread: "queue.Queue[BookingChange | None]" = field(
        default_factory=lambda: queue.Queue(MOST_UNREAD)
    )

    def tell(self, change: BookingChange | None) -> bool:
        """Hand over a change that concerns this page; say whether there was room for it."""
        concerns = change is None or self.guest_id in (None, change.guest_id)
        try:
            if concerns:
                self.unread.put_nowait(change)
        except queue.Full:
            return False
        return True


@dataclass(slots=True, kw_only=True)
class Broadcast:
    """Reads the changes of all processes twice a second, while anybody listens.

    Each open page keeps a thread of the server, so at most `most` are let in; `note` hears how
    many there are.
    """

    resort: Resort
    most: int
    note: Callable[[float], None] = lambda _: None
    _listeners: list[Listener] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _closed: threading.Event = field(default_factory=threading.Event)
    _reader: threading.Thread | None = None

    def join(self, guest_id: UUID | None) -> Listener:
        """Listen to what happens to a guest's bookings (None: to everybody's) from now on.

        Raises:
            Unavailable: too many pages are open, this process ends, or the database is away.
        """
        with self._lock:
            if len(self._listeners) >= self.most or self._closed.is_set():
                raise Unavailable(
                    "Too many pages listen at once, please ask again now and then"
                )
            listener = Listener(guest_id)
            if self._reader is None:
                self._start_reader()
            self._listeners.append(listener)
            self.note(len(self._listeners))
            return listener

    def leave(self, listener: Listener) -> None:
        """Stop listening. Idempotent."""
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)
                self.note(len(self._listeners))

    def count(self) -> int:
        """Return how many listen."""
        return len(self._listeners)

    def close(self) -> None:
        """End all streams and let nobody in any more: this process ends."""
        self._closed.set()
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            self._end(listener)

    def _start_reader(self) -> None:
        feed = self.resort.live_feed()
        feed.start(self._milliseconds())
        self._reader = threading.Thread(
            target=self._read, args=(feed,), name="live", daemon=True
        )
        self._reader.start()

    def _read(self, feed: LiveFeed) -> None:
        wait = POLL_SECONDS
        while not self._closed.wait(wait):
            with self._lock:
                if not self._listeners:
                    self._reader = None
                    return
            wait = POLL_SECONDS if self._poll(feed) else POLL_AFTER_FAILURE_SECONDS

    def _poll(self, feed: LiveFeed) -> bool:
        try:
            changes = feed.poll(self._milliseconds())
        except ResortError:
            return False
        except Exception:
            log.exception("live.failed")
            return False
        with self._lock:
            listeners = list(self._listeners)
        for change in changes:
            for listener in listeners:
                if not listener.tell(change):
                    self._end(listener)
        return True

    def _end(self, listener: Listener) -> None:
        # A page that did not read what it was sent gets none of it: it looks again by itself.
        while not listener.tell(None):
            try:
                listener.unread.get_nowait()
            except queue.Empty:
                continue

    def _milliseconds(self) -> int:
        # Ids begin with the moment at which they were made: that of the system's clock, which
        # the events' ids have too, not that of the resort's.
        return self.resort.ids.new().int >> 80


def stream(listener: Listener, *, is_welcome: Callable[[], bool]) -> Iterator[bytes]:
    """Yield server-sent events until the listener must end or is not welcome any more.

    A comment goes out at once and then every 15 seconds of silence. Whether the session still
    lives is asked then, and before a change is told, at most every two seconds.
    """
    ends_at = time.monotonic() + STREAM_SECONDS
    asked_at = time.monotonic()
    yield b": welcome\nretry: 3000\n\n"
    while time.monotonic() < ends_at:
        change: BookingChange | None = None
        with suppress(queue.Empty):
            change = listener.unread.get(timeout=COMMENT_SECONDS)
            if change is None:
                return
        if change is None or time.monotonic() - asked_at >= WELCOME_SECONDS:
            if not is_welcome():
                return
            asked_at = time.monotonic()
        yield b": still here\n\n" if change is None else _event(change)


def _event(change: BookingChange) -> bytes:
    data = f'{{"id":"{change.booking_id}","status":"{change.status.value}"}}'
    return f"event: booking\ndata: {data}\n\n".encode()
