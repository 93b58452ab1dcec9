"""A booking as its messages tell it: every fact from the database, fit to be read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote

from resortbook.application.phrases.plain import NOTE, name_of, place_of, plain
from resortbook.application.phrases.words import Words, spaced
from resortbook.application.taps import Taps
from resortbook.domain.booking import BookingDetail
from resortbook.domain.messages import Option

# A button that works no more when it is read is worse than none.
TO_THINK = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A booking as it is told at `now`.

    `web_app_url` is where the links lead: one in each message, in its last line. `taps` seals
    the buttons for the booking's guest.
    """

    detail: BookingDetail
    words: Words
    web_app_url: str
    taps: Taps
    now: datetime

    @property
    def what(self) -> str:
        """The activity's name."""
        return name_of(self.detail)

    @property
    def when(self) -> str:
        """The departure's day and time, by the resort's clock."""
        return self.words.moment(self.detail.slot.start_time)

    @property
    def reference(self) -> str:
        """The reference, as it is read out."""
        return spaced(self.detail.booking.reference)

    @property
    def link(self) -> str:
        """The booking's own address."""
        return f"{self.web_app_url}/bookings/{self.detail.booking.reference}"

    @property
    def other_times(self) -> str:
        """The activity's address, where other times are."""
        return f"{self.web_app_url}/activities/{quote(self.detail.activity.slug)}"

    @property
    def party(self) -> str:
        """Who comes, and what it costs."""
        booking = self.detail.booking
        return f"{self.words.people(booking)}, {self.words.total(booking)}"

    @property
    def until(self) -> str:
        """Until when a hold has to be confirmed; the day is told where it is another one."""
        ends = self.detail.booking.expires_at or self.now
        is_today = self.words.local_day(ends) == self.words.local_day(self.now)
        return self.words.time(ends) if is_today else self.words.moment(ends)

    @property
    def policy(self) -> str:
        """Until when it may be cancelled."""
        booking = self.detail.booking
        if booking.cancel_by is not None:
            return f"You can cancel until {self.words.moment(booking.cancel_by)}."
        if booking.expires_at is not None:
            return "It cannot be cancelled once it is confirmed."
        return "It can no longer be cancelled."

    @property
    def place(self) -> str:
        """Where to be, or nothing."""
        return place_of(self.detail.activity)

    @property
    def arrival(self) -> list[str]:
        """Where to be, when, and with what."""
        minutes, bring = (
            self.detail.activity.arrive_minutes_before,
            plain(self.detail.activity.bring, NOTE),
        )
        lines = [f"Where: {self.place}"] if self.place else []
        if minutes:
            unit = "minute" if minutes == 1 else "minutes"
            lines.append(f"Please be there {minutes} {unit} before.")
        if bring:
            lines.append(f"Bring: {bring}")
        return lines

    @property
    def for_hold(self) -> tuple[Option, ...]:
        """The buttons of a hold."""
        return (self._button("confirm", "Confirm"), self._button("decline", "Let it go"))

    @property
    def for_lapsed(self) -> tuple[Option, ...]:
        """The button of a hold that ran out, while its departure takes anybody new."""
        slot, cutoff = self.detail.slot, self.detail.activity.booking_cutoff_minutes
        if not slot.is_available or self.now >= slot.start_time - timedelta(minutes=cutoff):
            return ()
        return (self._button("hold_again", "Hold it again"),)

    @property
    def for_cancellable(self) -> tuple[Option, ...]:
        """The button of a booking that may be cancelled still, and for a while."""
        if not self.detail.booking.can_cancel(self.now + TO_THINK):
            return ()
        return (self._button("cancel", "I can't come"),)

    def _button(self, act: str, title: str) -> Option:
        booking = self.detail.booking
        option_id = self.taps.make(act, str(booking.id), guest_id=booking.guest_id)
        return Option(id=option_id, title=title)
