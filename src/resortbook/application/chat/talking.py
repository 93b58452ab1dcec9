"""Being polite, being of help, and handing over to a person."""

from dataclasses import dataclass

from resortbook.application.chat.commands import SmallTalk, Talk
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.means import Means
from resortbook.application.chat.state import Ask
from resortbook.application.front_desk import FrontDesk
from resortbook.application.phrases import handover, smalltalk

LOST_TOO_OFTEN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Talking:
    """Answers what is not about a booking; what is pending stays so."""

    means: Means
    front_desk: FrontDesk
    resort_name: str

    def small_talk(self, x: Exchange, said: SmallTalk) -> None:
        """Be polite."""
        x.digress()
        kind = said.kind
        if said.words:
            x.tell(said.words)
        elif kind is Talk.THANKS:
            x.tell(smalltalk.thanks())
        elif kind is Talk.GOODBYE:
            x.tell(smalltalk.goodbye(resort_name=self.resort_name))
        elif x.state.question is not None:
            x.tell(smalltalk.hello_again(name=self._first_name(x)))
        else:
            x.tell(smalltalk.greeting(resort_name=self.resort_name, name=self._first_name(x)))
            x.wonder(smalltalk.what_now())

    def help(self, x: Exchange) -> None:
        """Say what can be said."""
        x.digress()
        x.tell(smalltalk.help_text(desk=self._reach()))
        x.wonder(smalltalk.what_now())

    def out_of_scope(self, x: Exchange) -> None:
        """Say that it was not understood; after some of these, bring in the desk."""
        lost = x.state.lost + 1
        x.change(lost=lost)
        if lost >= LOST_TOO_OFTEN:
            self.desk(x, summary=handover.out_of_depth())
            return
        x.digress()
        if x.state.question is not None:
            x.tell(smalltalk.not_our_thing())
        else:
            x.tell(smalltalk.lost(desk=self._reach()))
            x.wonder(smalltalk.what_now())

    def desk(self, x: Exchange, *, is_hurt: bool = False, summary: str = "") -> None:
        """Hand the conversation over to a person; the dialogue's question waits."""
        question = x.pending(Ask.DESK)
        about = [self.means.booking(x, one) for one in question.bookings] if question else []
        told = [handover.about_booking(one, self.means.words) for one in about if one]
        wish = handover.in_words(x.message.body)
        x.handover = "\n".join(part for part in (summary, *told, wish) if part)
        x.change(lost=0)
        x.settle()
        if is_hurt:
            x.tell(handover.hurt(desk_phone=self.front_desk.phone))
        x.tell(
            handover.a_person_will_answer(
                desk_phone=self.front_desk.phone,
                opens_at=self.front_desk.opens_at(x.now),
                words=self.means.words,
            )
        )

    def _reach(self) -> str:
        return handover.reach(desk_phone=self.front_desk.phone)

    def _first_name(self, x: Exchange) -> str:
        # What people call themselves on WhatsApp may be anything; a plain first name is safe.
        first = x.guest.name.split(" ")[0] if x.guest.name else ""
        return first if first.isalpha() and len(first) <= 20 else ""
