"""What a guest reads about a booking."""

from dataclasses import dataclass
from urllib.parse import quote

from resortbook.application.phrases.text import Text
from resortbook.application.phrases.words import Words, spaced
from resortbook.domain.booking import BookingDetail


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A booking as its messages tell it; everything comes from the database.

    `web_app_url` is where the links lead: one in each message, in its last line.
    """

    detail: BookingDetail
    words: Words
    web_app_url: str

    @property
    def what(self) -> str:
        """The activity's name."""
        return self.detail.activity.name

    @property
    def when(self) -> str:
        """The departure's day and time, by the resort's clock."""
        return self.words.moment(self.detail.slot.start_time)

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
    def policy(self) -> str:
        """Until when it may be cancelled."""
        booking = self.detail.booking
        if booking.cancel_by is not None:
            return f"You can cancel until {self.words.moment(booking.cancel_by)}."
        if booking.expires_at is not None:
            return "It cannot be cancelled once it is confirmed."
        return "It can no longer be cancelled."

    @property
    def arrival(self) -> list[str]:
        """Where to be, when, and with what."""
        activity = self.detail.activity
        place = activity.meeting_point or activity.location
        lines = [f"Where: {place}"] if place else []
        if activity.arrive_minutes_before:
            lines.append(f"Please be there {activity.arrive_minutes_before} minutes before.")
        if activity.bring:
            lines.append(f"Bring: {activity.bring}")
        return lines


def created(told: Told) -> Text:
    """Tell of a hold, and until when it has to be confirmed."""
    booking = told.detail.booking
    until = told.words.time(booking.expires_at) if booking.expires_at else "now"
    return Text(
        name="BOOKING_CREATED",
        body=_lines(
            f"We are holding *{told.what}* for you:",
            told.when,
            told.party,
            f"Reference {spaced(booking.reference)}",
            "",
            told.policy,
            f"Please confirm by {until}:",
            told.link,
        ),
        variables=(told.what, told.when, told.party, until, told.link),
    )


def ending(told: Told) -> Text:
    """Remind of a hold that is about to run out."""
    booking = told.detail.booking
    until = told.words.time(booking.expires_at) if booking.expires_at else "now"
    return Text(
        name="BOOKING_CREATED",
        body=_lines(
            f"Your hold of *{told.what}* on {told.when} ends at {until}.",
            "Would you like to keep it? Please confirm here:",
            told.link,
        ),
        variables=(told.what, told.when, told.party, until, told.link),
    )


def confirmed(told: Told) -> Text:
    """Tell of a sold booking: when, where, with what, and until when it may be cancelled."""
    reference = spaced(told.detail.booking.reference)
    return Text(
        name="BOOKING_CONFIRMED",
        body=_lines(
            f"Confirmed: *{told.what}*",
            told.when,
            told.party,
            f"Reference {reference}",
            *told.arrival,
            "",
            told.policy if told.detail.booking.cancel_by else "",
            "Details, and for your calendar:",
            told.link,
        ),
        variables=(told.what, told.when, told.party, reference, told.link),
    )


def cancelled(told: Told) -> Text:
    """Tell of a booking that is off."""
    reference = spaced(told.detail.booking.reference)
    return Text(
        name="BOOKING_CANCELLED",
        body=_lines(
            f"Your booking of *{told.what}* on {told.when} is cancelled.",
            f"Its reference was {reference}.",
            "Other times are here:",
            told.other_times,
        ),
        variables=(told.what, told.when, reference, told.other_times),
    )


def expired(told: Told) -> Text:
    """Tell of a hold that ran out."""
    return Text(
        name="BOOKING_EXPIRED",
        body=_lines(
            f"Your hold of *{told.what}* on {told.when} has run out. Nothing was charged.",
            "If you still want to come, times are here:",
            told.other_times,
        ),
        variables=(told.what, told.when, told.other_times),
    )


def moved(told: Told) -> Text:
    """Tell the new time of a booking, and what it changes: until when to confirm, or cancel."""
    booking = told.detail.booking
    reference, held_until = spaced(booking.reference), booking.expires_at
    return Text(
        name="BOOKING_MOVED",
        body=_lines(
            f"Your booking of *{told.what}* has a new time:",
            told.when,
            told.party,
            f"Reference {reference}",
            *told.arrival,
            "",
            told.policy,
            f"Please confirm by {told.words.time(held_until)}:" if held_until else "Details:",
            told.link,
        ),
        variables=(told.what, told.when, told.party, reference, told.link),
    )


def reminder_day(told: Told) -> Text:
    """Remind of a departure a day ahead."""
    return _reminder(told, "REMINDER_24H", f"Looking forward to seeing you: *{told.what}*")


def reminder_hour(told: Told) -> Text:
    """Remind of a departure an hour ahead."""
    return _reminder(told, "REMINDER_1H", f"It is almost time for *{told.what}*")


def _reminder(told: Told, name: str, greeting: str) -> Text:
    activity = told.detail.activity
    place = activity.meeting_point or activity.location or "the front desk"
    return Text(
        name=name,
        body=_lines(greeting, told.when, told.party, *told.arrival, told.link),
        variables=(told.what, told.when, place, told.link),
    )


def _lines(*lines: str) -> str:
    return "\n".join(lines).replace("\n\n\n", "\n\n")
