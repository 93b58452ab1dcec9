"""Questions: about cancelling, an activity, free times, the resort."""

import re
from collections.abc import Sequence
from uuid import UUID

from resortbook.application.chat import commands as c
from resortbook.application.chat.builtin import words_of_acts, words_of_finding, words_of_topics
from resortbook.application.chat.builtin.said import Said
from resortbook.application.chat.commands import Command
from resortbook.application.chat.facts import CERTAIN
from resortbook.application.chat.state import Act, Ask
from resortbook.application.chat.topics import Topic
from resortbook.application.chat.understanding.intents import Intent
from resortbook.application.chat.understanding.tokens import mask

Commands = Sequence[Command] | None

# What "it" is, only the conversation knows: no fact about the resort does.
IT = re.compile(r"\b(?:it|that one|this one)\b", re.IGNORECASE)
SHORT = 8


def cancelling(said: Said) -> Commands:
    """Answer what the rules of cancelling are."""
    if not said.has(words_of_acts.CANCEL_POLICY):
        return None
    return (c.AskActivity(activity=_named(said), topics=(Topic.CANCELLING,)),)


def about_choice(said: Said) -> Commands:
    """Answer a question about one of what was offered: to ask about it takes nothing."""
    picked, question = said.answer.choice, said.question
    if picked is None or picked.bare or picked.number is None or question is None:
        return None
    topics = _topics(Said(mask(said.text, said.answer.spans), said.situation))
    if _asks_to_book(said) or not (topics or said.has(words_of_finding.ASKS_TO_KNOW)):
        return None
    index = picked.number - 1 if picked.number > 0 else picked.number
    if not -len(question.choices) <= index < len(question.choices):
        return None
    choice = question.choices[index]
    named = UUID(choice.subject) if choice.act is Act.ACTIVITY else None
    if named is not None and said.has(words_of_finding.TIMES):
        return (c.AskTimes(details=c.Details(activities=(named,), when=said.when)),)
    if named is None and not topics:
        return (c.Repeat(),)
    return (c.AskActivity(activity=named, topics=_without_all(topics) or (Topic.ALL,)),)


def about_activity(said: Said) -> Commands:
    """Answer a question about the activity that is named or talked about."""
    if not said.is_question and not said.has(words_of_topics.TOPICS[Topic.ALL]):
        return None
    if len(said.names.groups) > 1 or (said.category and not said.names.groups):
        return None
    topics = _topics(said)
    named = _named(said)
    if named is not None:
        return _about_named(said, topics)
    if IT.search(said.text) and topics and topics != (Topic.ALL,) and _is_short(said):
        return (c.AskActivity(topics=_without_all(topics)),)
    if not topics or topics == (Topic.ALL,) or not _is_about_something(said):
        return None
    if said.fact_certainty >= CERTAIN:
        return None
    return (c.AskActivity(topics=_without_all(topics)),)


def about_times(said: Said) -> Commands:
    """Answer when there is room; nothing is held."""
    if not said.is_question:
        return None
    asks_times = said.has(words_of_finding.TIMES)
    if not (asks_times or (said.names.groups and said.when and not _asks_to_book(said))):
        return None
    knows_what = said.names.groups or _is_about_something(said) or said.category
    if not knows_what and not said.when:
        return None
    if said.fact_certainty and not said.names.groups:
        return None
    return tuple(c.AskTimes(details=one) for one in said.wishes()[:1])


def about_resort(said: Said) -> Commands:
    """Answer from the resort's facts."""
    if said.names.groups or not said.fact_certainty:
        return None
    if said.category and not said.is_question:
        return None
    is_asked = said.is_question or said.guess.label is Intent.ASK or _is_brief(said)
    return (c.AskResort(question=said.text),) if is_asked else None


def _about_named(said: Said, topics: tuple[Topic, ...]) -> Commands:
    named = _named(said)
    if said.has(words_of_finding.TIMES) or said.when or _asks_to_book(said) or said.party:
        only_facts = topics and not said.when and not _asks_to_book(said)
        if not (only_facts and not said.has(words_of_finding.TIMES)):
            return None
    return (c.AskActivity(activity=named, topics=_without_all(topics) or (Topic.ALL,)),)


def _topics(said: Said) -> tuple[Topic, ...]:
    return tuple(topic for topic, words in words_of_topics.TOPICS.items() if said.has(words))


def _without_all(topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    plain = tuple(one for one in topics if one is not Topic.ALL)
    return plain or topics


def _named(said: Said) -> UUID | None:
    details = said.details()
    return details.activities[0] if details.activities else None


def _is_about_something(said: Said) -> bool:
    """Whether an activity is talked about already."""
    state = said.situation.state
    wish = state.wish
    return bool(said.situation.held or state.about or (wish and len(wish.activities) == 1))


def _asks_to_book(said: Said) -> bool:
    return said.has(words_of_finding.BOOK)


def _is_short(said: Said) -> bool:
    return len(said.text.split()) <= SHORT


def _is_brief(said: Said) -> bool:
    is_free = said.question is None or said.asked(Ask.ROOM)
    return len(said.text.split()) <= 4 and is_free and not said.category
