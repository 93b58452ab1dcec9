"""A guest's phone on this machine: it writes to the resort and is answered without a server."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from resortbook_cli.errors import Refused

if TYPE_CHECKING:
    from resortbook.application.resort import Resort
    from resortbook.domain.guest import Channel
    from resortbook.domain.messages import TranscriptLine

PATIENCE_SECONDS = 60  # another process may be at it, with a model that takes its time
PAUSE_SECONDS = 0.05

Step = Callable[[], int]


class LocalPhone:
    """Does the background work itself until each message is answered.

    A server on the same database may be quicker with any step of it: whoever does it, the
    answer is in the database.
    """

    def __init__(
        self, resort: "Resort", channel: "Channel", address: str, *, only_own: bool
    ) -> None:
        """Be the phone of an address; `only_own` leaves messages to everybody else alone."""
        self._resort = resort
        self._channel = channel
        self._address = address
        self._only_own = only_own
        self._shown = {line.id for line in resort.transcript(address)}

    def say(self, body: str) -> "Sequence[TranscriptLine]":
        """Write to the resort; return that message and whatever was said to the phone since.

        Raises:
            Refused: no answer came in a minute.
        """
        from resortbook.application.reception import Heard
        from resortbook.domain.messages import TYPED_HERE

        heard = Heard(
            provider_sid=f"{TYPED_HERE}{self._resort.ids.new().hex}",
            channel=self._channel,
            address=self._address,
            body=body,
        )
        self._resort.reception.receive(heard)
        self._await_answer()
        return self._news()

    def _await_answer(self) -> None:
        steps = self._steps()
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            for step in steps:
                step()
            if not self._resort.is_busy(self._address):
                return
            if time.monotonic() > until:
                raise Refused("No answer came within a minute")
            self._resort.waker.wait(PAUSE_SECONDS)

    def _steps(self) -> Sequence[Step]:
        clockwork = self._resort.clockwork
        relay: Step = clockwork.relay.sweep
        if self._only_own:
            guest_id = self._resort.reads.talk.guest_heard_at(self._address)
            relay = partial(clockwork.relay.sweep, only=guest_id)
        return (
            clockwork.expiry.expire_pending_bookings,
            clockwork.expiry.complete_ended_bookings,
            clockwork.reception.work,
            relay,
        )

    def _news(self) -> "Sequence[TranscriptLine]":
        lines = self._resort.transcript(self._address)
        news = [line for line in lines if line.id not in self._shown]
        self._shown.update(line.id for line in news)
        return news
