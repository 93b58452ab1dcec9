"""Moving a booking to another time of its activity."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.holding import Holding
from resortbook.application.chat.means import Means, is_hold
from resortbook.application.chat.offering import slot_choices
from resortbook.application.chat.state import Act, Ask, Choice, Question
from resortbook.application.chat.times import MOST_OFFERED, Found, Sought
from resortbook.application.chat.understanding.when import When
from resortbook.application.phrases import changes as phrases
from resortbook.application.phrases import offers
from resortbook.domain.activity import Activity
from resortbook.domain.booking import BookingDetail
from resortbook.domain.errors import Conflicting, DeadlinePassed, InvalidInput, SlotUnavailable
from resortbook.domain.slot import TimeSlot


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Finds the new time, asks for the yes where it is needed, and moves."""

    means: Means
    holding: Holding

    def to(self, x: Exchange, detail: BookingDetail, when: When) -> None:
        """Move a booking to the time that is meant, or offer some."""
        if not is_hold(detail, x) and not detail.booking.can_cancel(x.now):
            self.too_late(x, detail)
            return
        activity = self.means.activity(detail.activity.id)
        if activity is None:
            x.tell(offers.nothing_such())
            return
        sought = self._seek(x, activity, detail, when)
        if sought.found is Found.ONE:
            self.to_slot(x, detail, sought.slots[0].slot)
        else:
            self._offer(x, activity, detail, when, sought)

    def to_slot(self, x: Exchange, detail: BookingDetail, slot: TimeSlot) -> None:
        """Move a hold there, or ask for the yes."""
        if slot.id == detail.slot.id:
            x.tell(phrases.already_then(detail, self.means.words))
            x.digress()
        elif is_hold(detail, x):
            self.now(x, detail.booking.id, slot.id)
        else:
            self._ask(x, detail, slot.id, slot.start_time)

    def now(self, x: Exchange, booking_id: UUID, slot_id: UUID) -> None:
        """Move: it is a hold, or the guest said yes."""
        detail = self.means.booking(x, booking_id)
        if detail is None:
            return
        was_hold = is_hold(detail, x)
        try:
            moved = self.means.acts.do(
                x,
                "move",
                lambda once: self.means.bookings.reschedule_booking(
                    booking_id, slot_id, by=x.by, once=once
                ),
            )
        except SlotUnavailable:
            self._taken(x, detail, slot_id)
        except DeadlinePassed:
            self.too_late(x, detail)
        except (InvalidInput, Conflicting) as refused:
            x.settle()
            x.tell(phrases.not_changed(str(refused)))
        else:
            x.settle()
            if was_hold:
                self.holding.ask_to_confirm(x, [moved], verb="Moved, and held")
            else:
                x.change(booked=booking_id)
                x.tell(phrases.moved(moved, today=x.today, words=self.means.words))

    def too_late(self, x: Exchange, detail: BookingDetail) -> None:
        """Say until when it could have been changed, and offer to ask the desk."""
        question = self.holding.offering.ask_desk()
        booking = detail.booking
        deadline = booking.deadline(detail.slot.start_time)
        told = phrases.too_late(detail, deadline, self.means.words)
        x.ask(replace(question, text=f"{told} {question.text}", bookings=(booking.id,)))

    def _seek(
        self, x: Exchange, activity: Activity, detail: BookingDetail, when: When
    ) -> Sought:
        zone = self.means.policy.zone
        start = detail.slot.start_time.astimezone(zone)
        seats = detail.booking.seats
        if not when:
            around = self.means.times.near(
                activity, detail.slot.start_time, seats=seats, now=x.now
            )
            others = [one for one in around if one.slot.id != detail.slot.id]
            slots = tuple(sorted(others, key=lambda one: one.slot.start_time))
            return Sought(found=Found.SEVERAL, slots=slots)
        if not when.days:
            # Who changes the hour of a booking means its own day.
            when = replace(when, days=(start.date(),))
        has_clock = when.times or when.part or when.after or when.before
        if when.days and not has_clock:
            same = replace(when, times=(start.time(),))
            sought = self.means.times.seek(activity, same, seats=seats, now=x.now)
            if sought.found is Found.ONE:
                return sought
        return self.means.times.seek(
            activity, when, seats=seats, now=x.now, shown=(start.date(),)
        )

    def _offer(
        self,
        x: Exchange,
        activity: Activity,
        detail: BookingDetail,
        when: When,
        sought: Sought,
    ) -> None:
        words = self.means.words
        why = self.holding.offering.why(x, activity, when, sought)
        if not sought.slots:
            x.tell(why or offers.nothing_free(activity.name, x.now, words))
            x.tell(phrases.kept(detail, words))
            x.settle()
            return
        shown = sought.slots[:MOST_OFFERED]
        starts = [one.slot.start_time for one in shown]
        lines = offers.times(starts, today=x.today, words=words)
        ask = phrases.move_when(detail)
        x.ask(
            Question(
                ask=Ask.MOVE_TIME,
                text="\n".join(part for part in (why, *lines, ask) if part),
                again=ask,
                choices=slot_choices(shown, self.means),
                rest=slot_choices(sought.slots[MOST_OFFERED:], self.means),
                bookings=(detail.booking.id,),
            )
        )

    def _ask(self, x: Exchange, detail: BookingDetail, slot_id: UUID, start: datetime) -> None:
        text = phrases.move_it(detail, start, today=x.today, words=self.means.words)
        subject = str(detail.booking.id)
        x.ask(
            Question(
                ask=Ask.MOVE,
                text=text,
                again=text,
                choices=(
                    Choice(act=Act.MOVE, subject=f"{subject} {slot_id}", title="Yes, move it"),
                    Choice(act=Act.KEEP, subject=subject, title="No, keep it"),
                ),
                bookings=(detail.booking.id,),
                slot=slot_id,
            )
        )

    def _taken(self, x: Exchange, detail: BookingDetail, slot_id: UUID) -> None:
        activity = self.means.activity(detail.activity.id)
        wanted = self.means.reads.catalogue.slot(slot_id, now=x.now)
        if activity is None or wanted is None:
            return
        start = wanted.slot.start_time
        near = self.means.times.near(activity, start, seats=detail.booking.seats, now=x.now)
        x.tell(offers.taken_meanwhile(activity.name, start, self.means.words))
        slots = tuple(sorted(near, key=lambda one: one.slot.start_time))
        sought = Sought(found=Found.SEVERAL, slots=slots)
        self._offer(x, activity, detail, When(), sought)
