"""Taps on buttons and rows, of the last message or of one from days ago."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from resortbook.application.chat.altering import Altering
from resortbook.application.chat.answering import Answering
from resortbook.application.chat.commands import Details, Tapped
from resortbook.application.chat.confirming import Confirming
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.holding import Holding
from resortbook.application.chat.means import Means, is_hold
from resortbook.application.chat.state import Act, Choice
from resortbook.application.chat.times import Found, Sought
from resortbook.application.phrases import smalltalk
from resortbook.application.taps import Tap, Taps
from resortbook.domain.booking import BookingDetail


@dataclass(frozen=True, slots=True, kw_only=True)
class Tapping:
    """Takes a tap for what it says while that still stands.

    A spent button does nothing but say what became of it, and what can be done now. Ids are
    signed for one guest; nobody else's button does anything.
    """

    means: Means
    taps: Taps
    holding: Holding
    confirming: Confirming
    altering: Altering
    answering: Answering

    def tap(self, x: Exchange, tapped: Tapped) -> None:
        """Do what the button says, or tell why not."""
        tap = self.taps.read(tapped.option_id, guest_id=x.guest.id)
        if tap is None or tap.act not in set(Act):
            self._stale(x)
            return
        act, question = Act(tap.act), x.state.question
        choice = self._of_pending(x, tap)
        ids = _ids(tap.subject)
        if act in (Act.CONFIRM, Act.CONFIRM_ALL):
            is_all = choice is not None and act is Act.CONFIRM_ALL
            every = question.bookings if question is not None and is_all else ids
            self.confirming.confirm(x, every, by_tap=True)
        elif choice is not None and question is not None:
            self.answering.choose(x, choice, question)
        elif act is Act.ACTIVITY and ids:
            self.holding.pursue(x, Details(activities=ids[:1]))
        elif act is Act.SLOT and ids:
            self._slot(x, ids[0])
        elif act in ON_BOOKING and ids:
            self._on_booking(x, act, ids)
        else:
            self._stale(x)

    def _of_pending(self, x: Exchange, tap: Tap) -> Choice | None:
        question = x.state.question
        if question is None:
            return None
        every = (*question.choices, *question.rest)
        found = (one for one in every if one.act == tap.act and one.subject == tap.subject)
        return next(found, None)

    def _on_booking(self, x: Exchange, act: Act, ids: tuple[UUID, ...]) -> None:
        detail = self.means.booking(x, ids[0])
        if detail is None:
            self._stale(x)
            return
        is_open = detail.booking.id in {one.booking.id for one in self.means.ahead(x)}
        if not is_open:
            self._over(x, detail)
            return
        do: dict[Act, Callable[[], None]] = {
            Act.DECLINE: lambda: self._decline(x, detail),
            Act.CANCEL: lambda: self.altering.cancel_these(x, [detail]),
            Act.MOVE: lambda: self._move(x, detail, ids),
        }
        do.get(act, lambda: self._tell_state(x, detail))()

    def _decline(self, x: Exchange, detail: BookingDetail) -> None:
        if is_hold(detail, x):
            self.confirming.decline(x, (detail.booking.id,))
        else:
            self._tell_state(x, detail)

    def _move(self, x: Exchange, detail: BookingDetail, ids: tuple[UUID, ...]) -> None:
        reading = self.means.reads.catalogue.slot(ids[1], now=x.now) if len(ids) > 1 else None
        if reading is None:
            self._tell_state(x, detail)
        else:
            self.altering.moves.to_slot(x, detail, reading.slot)

    def _over(self, x: Exchange, detail: BookingDetail) -> None:
        if detail.slot.has_started(x.now):
            x.tell(self.confirming.became_of(x, detail))
        else:
            self.confirming.offer_again(x, detail)

    def _tell_state(self, x: Exchange, detail: BookingDetail) -> None:
        if is_hold(detail, x):
            self.holding.ask_to_confirm(x, [detail])
        else:
            x.tell(self.confirming.became_of(x, detail))
            x.digress()

    def _slot(self, x: Exchange, slot_id: UUID) -> None:
        """Offer a time of an earlier list anew: it may be gone, or not be meant any more."""
        reading = self.means.reads.catalogue.slot(slot_id, now=x.now)
        activity = self.means.activity(reading.slot.activity_id) if reading else None
        if reading is None or activity is None:
            self._stale(x)
            return
        wish = Details(activities=(activity.id,), party=x.state.party)
        reason = reading.reason_against(1, activity=activity, now=x.now)
        is_free = reason is None and not reading.slot.has_started(x.now)
        near = self.means.times.near(activity, reading.slot.start_time, seats=1, now=x.now)
        slots = (
            (reading,) if is_free else tuple(sorted(near, key=lambda one: one.slot.start_time))
        )
        x.change(wish=wish)
        self.holding.offering.times(
            x,
            activity,
            wish,
            Sought(found=Found.SEVERAL, slots=slots),
            seats=1,
            because=smalltalk.earlier_list(activity.name),
        )

    def _stale(self, x: Exchange) -> None:
        x.tell(smalltalk.stale())
        x.wonder(smalltalk.what_now())
        x.digress()


ON_BOOKING = frozenset(
    {Act.DECLINE, Act.CANCEL, Act.MOVE, Act.PARTY, Act.KEEP, Act.HOLD_AGAIN, Act.ANOTHER}
)


def _ids(subject: str) -> tuple[UUID, ...]:
    try:
        return tuple(UUID(part) for part in subject.split())
    except ValueError:
        return ()
