"""Which of a guest's bookings is meant: found by what was said, or asked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from resortbook.application.chat.commands import WhichBooking
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.means import MOST_BOOKINGS, Means
from resortbook.application.chat.state import Act, Ask, Choice, Question
from resortbook.application.phrases import changes as phrases
from resortbook.application.phrases import offers
from resortbook.application.phrases.words import Words
from resortbook.domain.booking import BookingDetail

SHOWN = 5
ROW = 24  # characters that the title of a row has room for on WhatsApp


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Finds bookings ahead by reference, activity, day and time."""

    means: Means

    def find(self, x: Exchange, which: WhichBooking) -> list[BookingDetail]:
        """Return the guest's bookings ahead that fit what was said of one."""
        found = self.means.ahead(x)[:MOST_BOOKINGS]
        if which.bookings:
            return [one for one in found if one.booking.id in which.bookings]
        if which.reference:
            return [one for one in found if one.booking.reference == which.reference]
        if which.activities:
            found = [one for one in found if one.activity.id in which.activities]
        if which.when.days:
            zone = self.means.policy.zone
            days = which.when.days
            found = [
                one for one in found if one.slot.start_time.astimezone(zone).date() in days
            ]
        if which.when.times and len(found) > 1:
            zone = self.means.policy.zone
            at_times = [
                one
                for one in found
                if one.slot.start_time.astimezone(zone).time() in which.when.times
            ]
            found = at_times or found
        return found

    def told_last(self, x: Exchange, which: WhichBooking) -> list[BookingDetail]:
        """Return the booking that was talked about, where nothing was said of another one."""
        if which != WhichBooking():
            return []
        holds = self.means.open_holds(x)
        if len(holds) == 1:
            return holds
        if x.state.booked is not None and not holds:
            known = self.means.booking(x, x.state.booked)
            ahead = {one.booking.id for one in self.means.ahead(x)}
            return [known] if known and known.booking.id in ahead else []
        return []

    def ask(
        self, x: Exchange, found: Sequence[BookingDetail], ask: Ask, act: Act, verb: str
    ) -> None:
        """Ask which one it is that shall be cancelled, moved or changed."""
        words = self.means.words
        lines = [
            f"{number}. {phrases.booking_line(one, today=x.today, words=words)}"
            for number, one in enumerate(found[:SHOWN], 1)
        ]
        x.ask(
            Question(
                ask=ask,
                text="\n".join([*lines, phrases.which(verb)]),
                again=phrases.which(verb),
                choices=booking_choices(act, found[:SHOWN], words),
                bookings=tuple(one.booking.id for one in found[:SHOWN]),
            )
        )


def booking_choices(
    act: Act, found: Sequence[BookingDetail], words: Words
) -> tuple[Choice, ...]:
    """Return bookings as choices; the times tell two of one activity apart."""
    names = Counter(one.activity.name for one in found)
    return tuple(
        Choice(
            act=act,
            subject=str(one.booking.id),
            title=_title(one, is_alone=names[one.activity.name] == 1, words=words),
            description=words.moment(one.slot.start_time),
        )
        for one in found
    )


def _title(detail: BookingDetail, *, is_alone: bool, words: Words) -> str:
    name = detail.activity.name
    if is_alone:
        return name[:ROW]
    time = offers.short_time(detail.slot.start_time, several_days=True, words=words)
    return f"{time} {name}"[:ROW]
