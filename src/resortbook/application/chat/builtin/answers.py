"""Answers to what was asked: what a number, a yes or a thumb mean depends on the question."""

import re
from collections.abc import Sequence
from uuid import UUID

from resortbook.application.chat import commands as c
from resortbook.application.chat.builtin import words_of_acts, words_of_changes, words_of_talk
from resortbook.application.chat.builtin.said import FOR_SO_MANY, Said
from resortbook.application.chat.builtin.wordlists import any_of
from resortbook.application.chat.commands import Command
from resortbook.application.chat.state import Act, Ask, Choice
from resortbook.application.chat.understanding.tokens import mask
from resortbook.application.chat.understanding.when import When
from resortbook.domain.words import words_of

Commands = Sequence[Command] | None

WHICH = (Ask.CANCEL_WHICH, Ask.MOVE_WHICH, Ask.PARTY_WHICH)
TIMES = (Ask.TIME, Ask.MOVE_TIME)
LONGEST_ROOM_WORDS = 5
LITTLE_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "for",
        "to",
        "of",
        "one",
        "please",
        "id",
        "like",
        "we",
        "i",
        "want",
        "take",
    ]
)
THAT_ONE = any_of(
    r"""
    (?:book|reserve|take|do|get|have|try|go for|go with) (?:that|it|this)(?: one)?
    that(?:'s| is) (?:the one|it|perfect)
    reserv(?:a|ar|e|o) (?:eso|ese|esa|esto)
    res[ée]rv(?:alo|elo|ala|ela)
    r[ée]serve[rz]? (?:[çc]a|celui-l[àa]|celle-l[àa])
    r[ée]serve[rz]?-l[ea]
    je (?:le|la) prends
    je prends [çc]a
    (?:buche?n?|bucht|nehmen?|reserviere?n?)(?: (?:ich|wir|sie|bitte))* (?:das|es|den|die)
    (?:das|den|die) (?:buche|nehme|buchen|nehmen) (?:ich|wir)
    """
)
NEGATIVE = re.compile(r"\s*[-\u2212\u2013]\s*\d")


def back_to_bot(said: Said) -> Commands:
    """Go on with the bot, while the desk has the conversation."""
    if said.situation.is_with_desk and said.has(words_of_acts.BACK):
        return (c.BackToBot(),)
    return None


def room(said: Said) -> Commands:
    """Tell the room that was asked for, or none."""
    if not said.asked(Ask.ROOM):
        return None
    if said.answer.skip or said.answer.never_mind or (said.answer.no and said.answer.whole):
        return (c.Skip(),)
    match = words_of_talk.NAMED_ROOM.match(said.text) or words_of_talk.ROOM.match(said.text)
    if match and len(said.text.split()) <= LONGEST_ROOM_WORDS + 3:
        return (c.Room(room=" ".join(match["room"].lstrip("#").split())),)
    return None


def room_said(said: Said) -> tuple[Command, ...]:
    """Take a room that is said without being asked for."""
    match = words_of_talk.ROOM_SAID.search(said.text)
    if match is None or said.asked(Ask.ROOM):
        return ()
    return (c.Room(room=match["room"] or match["in"]),)


def number(said: Said) -> Commands:
    """Take a bare number for what was asked: a choice, a time, a size."""
    choice = said.answer.choice
    if NEGATIVE.match(said.text):
        return (c.OutOfScope(),)
    if choice is None or not choice.bare or choice.number is None or said.question is None:
        return None
    if said.has(FOR_SO_MANY):
        return None
    index = choice.number - 1
    if said.asked(Ask.PARTY_SIZE) and said.party is not None:
        return (c.ChangeParty(which=_of_question(said), party=said.party),)
    if said.asked(*TIMES):
        return _number_of_times(said, index)
    if 0 <= index < len(said.question.choices):
        return (c.Pick(index=index),)
    return None


def not_to_cancel(said: Said) -> Commands:
    """Take "don't cancel" for the no that it is."""
    return (c.No(),) if said.has(words_of_acts.NOT_CANCEL) else None


def drop(said: Said) -> Commands:
    """Drop what is being talked about, or leave a question out."""
    if said.answer.skip and said.answer.whole and said.question is not None:
        return (c.Skip(),)
    if said.answer.never_mind and not said.names.matches and not said.when:
        return (c.NeverMind(),)
    return None


def wait(said: Said) -> Commands:
    """Think about it."""
    if said.has(words_of_talk.THINKS) or (said.answer.wait and said.answer.whole):
        return (c.Wait(),)
    return None


def more_or_again(said: Said) -> Commands:
    """Show more of what was offered, or say it again."""
    if said.asked(Ask.CONFIRM) and said.has(words_of_changes.ONE_MORE):
        return None
    if said.question is not None and (
        words_of_talk.MORE.search(said.text) or (said.answer.more and said.answer.whole)
    ):
        return (c.More(),)
    if said.answer.repeat and not said.says_slots:
        return (c.Repeat(),)
    return None


def how_it_stands(said: Said) -> Commands:
    """Tell whether something is booked: to ask for that is no yes."""
    return (c.ListBookings(),) if said.has(words_of_changes.STANDS) else None


def again(said: Said) -> Commands:
    """Have back what was cancelled or let go."""
    gone = said.situation.state.gone
    if gone is None or said.question is not None or said.says_slots:
        return None
    return (c.HoldAgain(),) if said.has(words_of_changes.AGAIN) else None


def that_one(said: Said) -> Commands:
    """Take "ok book that" for the best of what was recommended."""
    question = said.question
    if question is None or not question.best_first or not said.has(THAT_ONE):
        return None
    names_another = said.names.groups and not said.answer.whole
    if names_another or said.is_question or said.answer.no:
        return None
    if not (said.when or said.party):
        return (c.Pick(index=0),)
    best = (UUID(question.choices[0].subject),)
    return (c.Want(details=c.Details(activities=best, when=said.when, party=said.party)),)


def asks_to_confirm(said: Said) -> Commands:
    """Take "can you confirm it for me?" for the yes that it means."""
    is_yes = said.asked(Ask.CONFIRM) and said.has(words_of_changes.CONFIRM_IT)
    return (c.Yes(),) if is_yes else None


def yes_or_no(said: Said) -> Commands:
    """Agree or refuse; with a condition it is no agreement but a wish."""
    answer = said.answer
    if confirmed := _confirmed_by_name(said):
        return confirmed
    says_more = said.when or said.party or (said.names.matches and not answer.whole)
    if answer.yes and (answer.no or says_more):
        return None
    if answer.yes and (answer.whole or _only_repeats(said)):
        to_all = answer.both or said.has(words_of_acts.EVERYTHING)
        return (c.Yes(to_all=to_all),)
    if answer.both and answer.whole and said.question is not None:
        return (c.Yes(to_all=True),)
    if answer.no and answer.whole:
        return (c.No(),)
    if words_of_changes.NO_NUMBER.match(said.text):
        return (c.OutOfScope(),)
    if answer.no and said.question is not None and not said.says_slots and _is_short(said):
        return (c.No(),)
    return None


def what_to_change(said: Said) -> Commands:
    """Take a time for the one that was asked for; a number of people is another change."""
    if not said.asked(Ask.MOVE_TIME) or said.names.groups:
        return None
    if said.when:
        return (c.Move(which=_of_question(said), to=said.when),)
    if said.party is not None:
        return (c.ChangeParty(which=_of_question(said), party=said.party),)
    return None


def named_booking(said: Said) -> Commands:
    """Take the name of an activity for the booking that was asked for."""
    which = c.WhichBooking(activities=said.which().activities)
    if not said.asked(*WHICH) or not which.activities or said.question is None:
        return None
    by_ask: dict[Ask, Command] = {
        Ask.CANCEL_WHICH: c.Cancel(which=which),
        Ask.MOVE_WHICH: c.Move(which=which, to=said.when),
        Ask.PARTY_WHICH: c.ChangeParty(which=which, party=said.question.party),
    }
    return (by_ask[said.question.ask],)


def _confirmed_by_name(said: Said) -> Commands:
    """Agree to one of several holds by its name: "only the massage", "confirm my jet ski"."""
    names = {one for group in said.wishes_named for one in group}
    held = names & set(said.situation.on_hold)
    is_yes = said.has(words_of_changes.CONFIRM) or said.has(words_of_changes.ONLY)
    if not held or not is_yes or said.when or said.party:
        return None
    return (c.Yes(activities=tuple(held)),)


def choice(said: Said) -> Commands:
    """Take one of what was offered: the second one, the cheaper one."""
    picked = said.answer.choice
    if picked is None or picked.bare:
        return None
    if said.question is None or not said.question.choices:
        is_all = said.answer.whole and picked.number is not None
        return (c.Pick(index=0),) if is_all else None
    if said.asked(Ask.CONFIRM) and not said.answer.whole:
        return None
    beside = Said(mask(said.text, said.answer.spans), said.situation)
    if picked.number is not None and not said.names.matches:
        index = picked.number - 1 if picked.number > 0 else picked.number
        return _chosen(said.question.choices, index, beside)
    if picked.by in {one.value for one in c.Liking}:
        return (c.PickBest(liking=c.Liking(picked.by), party=beside.party),)
    return (c.More(),) if picked.by == "other" else None


def _chosen(choices: Sequence[Choice], index: int, beside: Said) -> Sequence[Command]:
    """Take a choice with what is said beside it: "the first one tomorrow, for three"."""
    is_there = -len(choices) <= index < len(choices)
    if beside.when and is_there and choices[index].act is Act.ACTIVITY:
        one = UUID(choices[index].subject)
        details = c.Details(activities=(one,), when=beside.when, party=beside.party)
        return (c.Want(details=details),)
    return (c.Pick(index=index, party=beside.party),)


def choice_by_words(said: Said) -> Commands:
    """Take some words of one choice's title for that choice."""
    if said.question is None or not said.asked(Ask.ACTIVITY, *WHICH):
        return None
    if said.when or said.party is not None:
        return None
    told = [word for word in words_of(said.text) if word not in LITTLE_WORDS]
    titles = [words_of(one.title) for one in said.question.choices]
    fitting = [place for place, title in enumerate(titles) if told and set(told) <= set(title)]
    return (c.Pick(index=fitting[0]),) if len(fitting) == 1 else None


def _number_of_times(said: Said, index: int) -> Commands:
    """Take a number for a time that was shown, else for its place among them."""
    question, shown = said.question, said.situation.shown
    hours = {one for one in said.when.times if one in shown}
    is_choice = question is not None and 0 <= index < len(question.choices)
    by_place = shown[index] if is_choice and index < len(shown) else None
    if hours and (by_place is None or by_place in hours):
        return _at(said, When(times=tuple(sorted(hours))))
    if hours and by_place is not None:
        return _at(said, When(times=tuple(sorted({*hours, by_place}))))
    if is_choice:
        return (c.Pick(index=index),)
    return _at(said, said.when) if said.when else None


def _at(said: Said, when: When) -> Commands:
    if said.asked(Ask.MOVE_TIME):
        return (c.Move(which=_of_question(said), to=when),)
    return (c.Want(details=c.Details(when=when)),)


def _of_question(said: Said) -> c.WhichBooking:
    question = said.question
    return c.WhichBooking(bookings=question.bookings if question else ())


def _only_repeats(said: Said) -> bool:
    """Whether beside its yes a message only says what is held anyway, or nothing."""
    words = len(said.text.split())
    says_more = said.when or said.party or said.names.matches
    return not says_more and not said.is_question and words <= 8


def _is_short(said: Said) -> bool:
    return len(said.text.split()) <= 6
