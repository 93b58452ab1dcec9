"""Offering choices: activities, times, and a person at the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from resortbook.application.chat.commands import Details
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.means import Means
from resortbook.application.chat.state import Act, Ask, Choice, Question
from resortbook.application.chat.times import MOST_OFFERED, Found, Sought
from resortbook.application.chat.understanding.when import When
from resortbook.application.phrases import about, changes, offers
from resortbook.domain.activity import Activity
from resortbook.domain.booking import BookingDetail
from resortbook.domain.slot import SlotReading

ROW = 24
"""As many characters as the title of a row has room for on WhatsApp."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """Asks questions that can be answered by a number, a tap or free words alike."""

    means: Means

    def activities(
        self,
        x: Exchange,
        found: Sequence[Activity],
        *,
        intro: str,
        notes: Sequence[str] = (),
        best_first: bool = False,
    ) -> None:
        """Offer activities, at most five at a time; `notes` say something of each."""
        words = self.means.words
        shown, rest = found[:MOST_OFFERED], found[MOST_OFFERED:]
        text = offers.activities(shown, what=intro, left=len(rest), words=words, notes=notes)
        ask = offers.which_activity() if len(found) > 1 else offers.this_activity()
        x.ask(
            Question(
                ask=Ask.ACTIVITY,
                text=f"{text}\n{ask}",
                again=ask,
                choices=tuple(self._activity_choice(one) for one in shown),
                rest=tuple(self._activity_choice(one) for one in rest),
                best_first=best_first,
            )
        )

    def times(
        self,
        x: Exchange,
        activity: Activity,
        wish: Details,
        sought: Sought,
        *,
        seats: int,
        because: str = "",
    ) -> None:
        """Offer what was found, saying why it is not what was asked for."""
        words = self.means.words
        if not sought.slots:
            x.tell(because or self.why(x, activity, wish.when, sought))
            x.tell(offers.nothing_free(activity.name, self._horizon(x), words))
            x.ask(self.ask_desk())
            return
        reason = because or self.why(x, activity, wish.when, sought)
        shown, rest = sought.slots[:MOST_OFFERED], sought.slots[MOST_OFFERED:]
        starts = [one.slot.start_time for one in shown]
        lines = offers.times(starts, today=x.today, words=words)
        if rest:
            lines.append(offers.and_more(len(rest)))
        head = self._head(activity, wish) if sought.found is Found.SEVERAL else ""
        ask = self._ask_time(sought, len(shown))
        text = "\n".join(part for part in (reason or head, *lines, ask) if part)
        x.ask(
            Question(
                ask=Ask.TIME,
                text=text,
                again=offers.which_time(name=activity.name),
                choices=slot_choices(shown, self.means),
                rest=slot_choices(rest, self.means),
                party=wish.party,
            )
        )

    def room(self, x: Exchange, activity: Activity, wish: Details, *, seats: int) -> None:
        """Say when there is room, as choices; nothing is held before one is taken."""
        sought = self.means.times.seek(activity, wish.when, seats=seats, now=x.now)
        if sought.found is Found.ONE:
            self._has_room(x, activity, wish, sought.slots[0])
        else:
            self.times(x, activity, wish, sought, seats=seats)

    def ask_desk(self) -> Question:
        """Return the question whether a person shall be asked."""
        return Question(
            ask=Ask.DESK,
            text=changes.shall_i_ask_desk(),
            again=changes.shall_i_ask_desk(),
            choices=(
                Choice(act=Act.DESK, subject="yes", title="Ask the desk"),
                Choice(act=Act.KEEP, subject="desk", title="No, thanks"),
            ),
        )

    def more(self, x: Exchange, question: Question) -> None:
        """Show what there was no room for."""
        if not question.rest:
            x.tell(offers.no_more_choices())
            x.digress()
            return
        shown, rest = question.rest[:MOST_OFFERED], question.rest[MOST_OFFERED:]
        lines = [f"{number}. {_line(one)}" for number, one in enumerate(shown, 1)]
        if rest:
            lines.append(offers.and_more(len(rest)))
        x.ask(
            Question(
                ask=question.ask,
                text="\n".join([*lines, question.again]),
                again=question.again,
                choices=shown,
                rest=rest,
                bookings=question.bookings,
                party=question.party,
            )
        )

    def why(self, x: Exchange, activity: Activity, when: When, sought: Sought) -> str:
        """Say why what was asked for cannot be had, or nothing."""
        words = self.means.words
        if sought.found is Found.BOTH_WAYS:
            return f"*{activity.name}*. {offers.both_ways()}"
        if sought.found is Found.PAST:
            return offers.past()
        if sought.found is Found.TAKEN and sought.wanted and sought.reason:
            wanted = sought.wanted
            return offers.not_to_be_had(
                activity.name,
                wanted.slot.start_time,
                sought.reason,
                wanted.seats_left,
                words,
            )
        if sought.found is Found.NO_SUCH_DAY:
            days = [offers.near_day(d, today=x.today, words=words) for d in when.days]
            return offers.no_departure(activity.name, offers.listed(days[:2], last="or"))
        if sought.found is Found.NO_SUCH_TIME:
            return offers.no_departure(activity.name, "at that time")
        return ""

    def _has_room(
        self, x: Exchange, activity: Activity, wish: Details, found: SlotReading
    ) -> None:
        start = found.slot.start_time
        told = about.has_room(activity.name, start, found.seats_left, self.means.words)
        held = self._held(x, activity, found)
        text = about.shall_i_move(held, self.means.words) if held else about.shall_i_hold()
        x.ask(
            Question(
                ask=Ask.MOVE_TIME if held else Ask.TIME,
                told=told,
                text=text,
                again=text,
                choices=slot_choices([found], self.means),
                bookings=(held.booking.id,) if held else (),
                party=wish.party,
            )
        )

    def _held(
        self, x: Exchange, activity: Activity, found: SlotReading
    ) -> BookingDetail | None:
        """Return the hold that another time would take the place of, if there is one."""
        holds = self.means.open_holds(x)
        is_other = len(holds) == 1 and holds[0].slot.id != found.slot.id
        return holds[0] if is_other and holds[0].activity.id == activity.id else None

    def _activity_choice(self, activity: Activity) -> Choice:
        told = offers.price(activity, self.means.words)
        return Choice(
            act=Act.ACTIVITY,
            subject=str(activity.id),
            title=activity.name[:ROW],
            description=f"{told}, {offers.length(activity.duration_minutes)}"[:72],
        )

    def _ask_time(self, sought: Sought, count: int) -> str:
        if sought.found in (Found.SEVERAL, Found.BOTH_WAYS):
            return offers.which_time() if count > 1 else offers.does_it_suit()
        return offers.instead_suits(one=count == 1)

    def _head(self, activity: Activity, wish: Details) -> str:
        people = wish.party.total if wish.party else 0
        return offers.title(activity, self.means.words, people=people)

    def _horizon(self, x: Exchange) -> datetime:
        return x.now + self.means.times.looked_ahead


def slot_choices(slots: Sequence[SlotReading], means: Means) -> tuple[Choice, ...]:
    """Return departures as choices; on several days each one names its day."""
    words = means.words
    days = {words.local_day(one.slot.start_time) for one in slots}
    return tuple(
        Choice(
            act=Act.SLOT,
            subject=str(one.slot.id),
            title=offers.short_time(
                one.slot.start_time, several_days=len(days) > 1, words=words
            ),
            description=words.moment(one.slot.start_time),
        )
        for one in slots
    )


def _line(choice: Choice) -> str:
    if choice.act is Act.ACTIVITY:
        return f"{choice.title}, {choice.description}"
    return choice.description or choice.title
