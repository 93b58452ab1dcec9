"""Wishes: to book, change, cancel, see, be advised, or talk to a person."""

import re
from collections.abc import Sequence
from dataclasses import replace

from resortbook.application.chat import commands as c
from resortbook.application.chat.builtin import (
    words_of_acts,
    words_of_changes,
    words_of_finding,
    words_of_talk,
)
from resortbook.application.chat.builtin.said import CUT, Said
from resortbook.application.chat.commands import Command, Details, Talk
from resortbook.application.chat.state import Ask
from resortbook.application.chat.understanding.intents import Intent
from resortbook.application.chat.understanding.when import read_when

Commands = Sequence[Command] | None

SURE = 0.5
SMALL = ("one", "two", "three", "four", "five", "six")
_TO = re.compile(
    r"\s+(?:to|until|for|auf|nach|à|a|para(?: el| las?)?|al|pour|au)\s+(?=\S)", re.IGNORECASE
)


def danger(said: Said) -> Commands:
    """Send a person at once."""
    if said.has(words_of_acts.DANGER) and not said.has(words_of_acts.NO_DANGER):
        return (c.Desk(is_hurt=True),)
    return None


def note(said: Said) -> Commands:
    """Write down a special request that says so itself, whatever is in it."""
    match = words_of_talk.NOTE.match(said.text)
    if match is None or not (said.situation.held or said.situation.booked):
        return None
    return (c.Want(details=Details(request=match["wish"].strip())),)


def cancel_and_book(said: Said) -> Commands:
    """Cancel one thing and book another, said in one breath."""
    parts = [part for part in CUT.split(said.text) if part.strip()]
    cancels = [part for part in parts if words_of_acts.CANCEL.search(part)]
    if len(parts) < 2 or len(cancels) != 1:
        return None
    rest = " and ".join(part for part in parts if part is not cancels[0])
    dropped, other = Said(cancels[0], said.situation), Said(rest, said.situation)
    wanted = want(other) if other.names.groups else None
    if not wanted:
        return None
    which = dropped.which()
    cancelling = (c.Cancel(which=which),)
    # What is only held goes at once; cancelling what is confirmed asks, and a question is last.
    is_held = which.activities and set(which.activities) <= set(said.situation.held)
    return (*cancelling, *wanted) if is_held else (*wanted, *cancelling)


def cancel(said: Said) -> Commands:
    """Cancel a booking, or let go of a hold."""
    if not said.has(words_of_acts.CANCEL):
        return None
    everything = said.has(words_of_acts.EVERYTHING) and not said.names.groups
    commands: list[Command] = [c.Cancel(which=said.which(), everything=everything)]
    return tuple(commands)


def desk(said: Said) -> Commands:
    """Bring in a person: asked for, or because somebody is angry."""
    if said.has(words_of_acts.ANGRY):
        return (c.Desk(),)
    if said.has(words_of_acts.DESK) and not said.has(words_of_acts.WHERE_DESK):
        return (c.Desk(),)
    return None


def mine(said: Said) -> Commands:
    """See one's bookings."""
    if said.has(words_of_changes.MINE) and not said.has(words_of_changes.MOVE):
        return (c.ListBookings(),)
    return None


def change(said: Said) -> Commands:
    """Change a booking: to another time, unless another party is said."""
    if not said.has(words_of_changes.CHANGE) or said.when or said.party is not None:
        return None
    return (c.Move(which=c.WhichBooking(activities=said.which().activities)),)


def move(said: Said) -> Commands:
    """Move a booking, or the hold that is talked about."""
    if not said.has(words_of_changes.MOVE) or said.has(words_of_changes.PARTY):
        return None
    if said.situation.state.wish is not None and said.question is not None:
        is_new = said.asked(Ask.TIME, Ask.ACTIVITY)
        if is_new and not said.situation.booked:
            return None
    head, tail = _from_and_to(said)
    to = read_when(tail, said.situation.local, expects=True, lang=said.lang)
    mine = {*said.situation.booked, *said.situation.held}
    named = {one for group in said.wishes_named for one in group}
    if not mine or (named and not named & mine):
        return None
    which = said.which(head) if head else c.WhichBooking(activities=said.which().activities)
    return (c.Move(which=which, to=to),)


def party(said: Said) -> Commands:
    """Change how many come."""
    if not said.has(words_of_changes.PARTY) or said.when:
        return None
    by = _by(said)
    if said.party is None and not by:
        return None
    if said.situation.state.wish is not None and said.asked(Ask.TIME, Ask.ACTIVITY):
        return (c.Want(details=said.details()),) if said.party else None
    if not (said.situation.held or said.situation.booked):
        return None
    which = c.WhichBooking(activities=said.which().activities)
    return (c.ChangeParty(which=which, party=None if by else said.party, by=by),)


def link(said: Said) -> Commands:
    """Get a link to the web app."""
    return (c.Link(),) if said.has(words_of_changes.LINK) and not said.names.groups else None


def polite(said: Said) -> Commands:
    """Answer what is nothing but politeness, or asks what can be said here."""
    if words_of_talk.HELP.search(said.text):
        return (c.Help(),)
    for pattern, kind in (
        (words_of_talk.GREETS, Talk.GREETING),
        (words_of_talk.THANKS, Talk.THANKS),
        (words_of_talk.BYES, Talk.GOODBYE),
    ):
        if pattern.match(said.text):
            return (c.SmallTalk(kind=kind),)
    return None


def recommend(said: Said) -> Commands:
    """Be advised, where nothing was named."""
    if said.has(words_of_finding.RECOMMEND) and not said.names.groups:
        return (c.Recommend(details=said.details()),)
    return None


def want(said: Said) -> Commands:
    """Book what is named, or say more about what is being booked."""
    instead = said.has(words_of_changes.INSTEAD) or (said.answer.no and not said.answer.whole)
    if said.names.groups:
        told = said.wishes()
        agrees = said.answer.yes
        besides = said.has(words_of_changes.BESIDES)
        return tuple(
            c.Want(details=one, instead=instead, agrees=agrees, besides=besides) for one in told
        )
    if another := _another(said):
        return another
    if not (said.when or said.party or said.request):
        return None
    if said.has(words_of_finding.BROWSE) or said.has(words_of_finding.RECOMMEND):
        return None
    if _goes_on(said):
        if said.when and _only_asks(said):
            return (c.AskTimes(details=said.details()),)
        details = said.details()
        return (c.Want(details=details, instead=instead, agrees=said.answer.yes),)
    return None


def browse(said: Said) -> Commands:
    """See what there is."""
    asks = said.has(words_of_finding.BROWSE) or said.category or said.budget or said.party
    if asks or (said.when and not said.has(words_of_finding.TIMES)):
        return (c.Browse(details=said.details()),)
    return None


def by_guess(said: Said) -> Commands:
    """Go by the classifier, for what changes nothing."""
    guess = said.guess
    has_words = any(char.isalpha() for char in said.text)
    if guess.probability < SURE or not has_words:
        return None
    details: Details = said.details()
    by_label: dict[Intent, Commands] = {
        Intent.BROWSE: (c.Browse(details=details),),
        Intent.BOOK: (c.Browse(details=details),),
        Intent.RECOMMEND: (c.Recommend(details=details),),
        Intent.CHECK: (c.ListBookings(),),
        Intent.CANCEL: (c.Cancel(which=said.which()),),
        Intent.RESCHEDULE: (c.Move(which=said.which(), to=said.when),),
        Intent.ASK: (c.AskResort(question=said.text),),
        Intent.HELP: (c.Help(),),
        Intent.HUMAN: (c.Desk(),),
        Intent.GREETING: (c.SmallTalk(kind=Talk.GREETING),),
        Intent.THANKS: (c.SmallTalk(kind=Talk.THANKS),),
        Intent.GOODBYE: (c.SmallTalk(kind=Talk.GOODBYE),),
    }
    return by_label.get(guess.label)


def _by(said: Said) -> int:
    """Return how many more come than before (fewer: below zero), 0 where that is not said."""
    if said.has(words_of_changes.ONE_MORE):
        return 1
    if said.has(words_of_changes.ONE_LESS):
        return -1
    match = words_of_changes.SO_MANY_MORE.search(said.text)
    if match is None:
        return 0
    told = match["n"].casefold()
    number = int(told) if told.isdecimal() else SMALL.index(told) + 1
    return number if match["sign"].casefold() == "more" else -number


def _another(said: Said) -> Commands:
    """Take "another one at 4" for one more of what was booked last."""
    state = said.situation.state
    is_meant = state.booked and state.about and said.has(words_of_changes.ANOTHER_ONE)
    if not is_meant or state.about is None:
        return None
    details = replace(said.details(), activities=(state.about,), category=None)
    return (c.Want(details=details, besides=True),)


def _only_asks(said: Said) -> bool:
    """Whether a time is asked about and not asked for: that changes nothing."""
    wants = said.has(words_of_finding.BOOK) or said.has(words_of_changes.INSTEAD)
    return (said.is_question and not wants and said.question is None) or (
        said.is_question and not wants and said.asked(Ask.CONFIRM)
    )


def _goes_on(said: Said) -> bool:
    """Whether something is being booked, or was just now, that the words can be about."""
    state = said.situation.state
    is_open = state.wish is not None or said.situation.held
    return bool(is_open or (state.booked and said.has(words_of_changes.INSTEAD)))


def _from_and_to(said: Said) -> tuple[str, str]:
    """Split "my 2 pm jet ski to 4 pm" into what is moved and where it goes."""
    cuts = list(_TO.finditer(said.nameless))
    for cut in reversed(cuts):
        tail = said.nameless[cut.end() :]
        if read_when(tail, said.situation.local, expects=True, lang=said.lang):
            head = said.text[: cut.start()]
            return head, tail
    return "", said.nameless
