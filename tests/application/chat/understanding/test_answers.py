"""Yes, no and the rest of what answers a question."""

import pytest

from resortbook.application.chat.understanding.answers import read_answer
from resortbook.application.chat.understanding.choices import Choice

YES = """
yes | Yes please | yep | yeah sure | yesss | y | ok | okay great | sure | of course | go ahead
| do it | sounds good | that works for me | perfect | no problem | why not | confirm | indeed
| 👍 | 👍🏽 | 👌 ok | ✅ | yes please 👍
| sí | si por favor | claro que sí | vale | dale | de acuerdo | confirmo
| oui | oui merci | d'accord | c'est bon | bien sûr
| ja | ja klar | ja bitte | gerne | passt | in Ordnung | natürlich
"""
NO = """
no | No. | nope | nah | nooo | no thanks | no thank you | not really | that's wrong | don't
| i don't think so | that doesn't work | not ok | 👎 | ❌
| no gracias | para nada | mejor no
| non | non merci | pas du tout
| nein | nein danke | auf keinen Fall | lieber nicht
"""


def _each(texts: str) -> list[str]:
    return [text.strip() for text in texts.split("|")]


@pytest.mark.parametrize("text", _each(YES))
def test_a_yes_is_a_yes(text):
    answer = read_answer(text)

    assert (answer.yes, answer.no, answer.whole) == (True, False, True)


@pytest.mark.parametrize("text", _each(NO))
def test_a_no_is_a_no(text):
    answer = read_answer(text)

    assert (answer.yes, answer.no, answer.whole) == (False, True, True)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("never mind", "never_mind"),
        ("nvm", "never_mind"),
        ("forget it", "never_mind"),
        ("not now", "never_mind"),
        ("maybe later", "never_mind"),
        ("olvídalo", "never_mind"),
        ("laisse tomber", "never_mind"),
        ("vergiss es", "never_mind"),
        ("no wait", "wait"),
        ("hold on", "wait"),
        ("espera", "wait"),
        ("attendez", "wait"),
        ("warte", "wait"),
        ("skip", "skip"),
        ("i'd rather not say", "skip"),
        ("both", "both"),
        ("confirm both", "both"),
        ("all of them", "both"),
        ("ambos", "both"),
        ("les deux", "both"),
        ("beide", "both"),
        ("say that again", "repeat"),
        ("repeat please", "repeat"),
        ("otra vez", "repeat"),
        ("wie bitte", "repeat"),
        ("what else?", "more"),
        ("show me more", "more"),
        ("más", "more"),
        ("d'autres options", "more"),
    ],
)
def test_other_answers_are_told_apart(text, flag):
    answer = read_answer(text)

    assert getattr(answer, flag)
    assert not answer.yes or flag == "both"


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("the second one", Choice(number=2)),
        ("second", Choice(number=2)),
        ("the 3rd option", Choice(number=3)),
        ("number 3", Choice(number=3)),
        ("#2", Choice(number=2)),
        ("option b", Choice(number=2)),
        ("b)", Choice(number=2)),
        ("the last", Choice(number=-1)),
        ("the last one please", Choice(number=-1)),
        ("la segunda", Choice(number=2)),
        ("le deuxième", Choice(number=2)),
        ("die zweite", Choice(number=2)),
        ("2", Choice(number=2, bare=True)),
        ("2️⃣", Choice(number=2, bare=True)),
        ("3 please", Choice(number=3, bare=True)),
        ("the cheaper one", Choice(by="cheapest")),
        ("the cheapest", Choice(by="cheapest")),
        ("el más barato", Choice(by="cheapest")),
        ("the most expensive", Choice(by="dearest")),
        ("the earlier one", Choice(by="earliest")),
        ("the later one", Choice(by="latest")),
        ("the shortest one", Choice(by="shortest")),
        ("the other one", Choice(by="other")),
        ("either", Choice(by="any")),
        ("you choose", Choice(by="any")),
    ],
)
def test_choices_are_read(text, choice):
    answer = read_answer(text)

    assert answer.choice == choice
    assert not answer.no


@pytest.mark.parametrize(
    "text",
    [
        "make it 3",
        "the 2nd of march",
        "great, what about at 4?",
        "2 people",
        "jet ski",
        "at 2",
        "later today",
        "",
        "😂",
        "the room was nice",
    ],
)
def test_what_answers_nothing_is_no_answer(text):
    answer = read_answer(text)

    assert not answer


def test_a_yes_with_more_words_is_not_the_whole_message():
    answer = read_answer("yes but at 4")

    assert (answer.yes, answer.whole) == (True, False)


def test_a_no_that_agrees_is_neither():
    answer = read_answer("no, that's right")

    assert (answer.yes, answer.no) == (False, False)


def test_waiting_takes_a_yes_back():
    answer = read_answer("yes. no wait")

    assert (answer.yes, answer.wait) == (False, True)
