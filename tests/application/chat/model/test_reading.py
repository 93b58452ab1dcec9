"""What becomes of a model's proposals, right and wrong ones."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from uuid_utils.compat import uuid7

from resortbook.application.chat import commands as c
from resortbook.application.chat.engine import Situation
from resortbook.application.chat.model.guard import is_harmless
from resortbook.application.chat.model.reading import BadProposal, commands_of
from resortbook.application.chat.model.tool import ACTS
from resortbook.application.chat.state import Act, Ask, Choice, Question, State
from resortbook.application.chat.understanding.names import Catalogue, CatalogueEntry
from resortbook.application.chat.understanding.party import PartySaid
from resortbook.application.chat.understanding.when import DayPart, When

JET_SKI, MASSAGE = uuid7(), uuid7()
SITUATION = Situation(
    guest_id=uuid7(),
    local=datetime(2026, 10, 15, 9, tzinfo=ZoneInfo("America/Cancun")),
    state=State(
        question=Question(
            ask=Ask.ACTIVITY,
            text="Which one?",
            again="Which one?",
            choices=(Choice(act=Act.ACTIVITY, subject=str(JET_SKI), title="Jet Skiing"),),
        )
    ),
    catalogue=Catalogue(
        [
            CatalogueEntry(id=str(JET_SKI), name="Jet Skiing", category="Watersports"),
            CatalogueEntry(id=str(MASSAGE), name="Warm Stone Massage", category="Spa"),
        ]
    ),
    codes={"Watersports": "watersports", "Spa": "spa"},
)


SAID = "No wake, please. We are in villa 3."


def proposed(**one):
    return commands_of({"commands": [one]}, SITUATION, SAID)


def test_a_wish_comes_with_all_that_was_said():
    (want,) = proposed(
        act="book",
        activities=["jet skiing"],
        days=["2026-10-16"],
        times=["14:00"],
        part="afternoon",
        adults=2,
        children=1,
        ages=[9],
        text="no wake, please",
    )

    assert want == c.Want(
        details=c.Details(
            activities=(JET_SKI,),
            when=When(days=(date(2026, 10, 16),), times=(time(14),), part=DayPart.AFTERNOON),
            party=PartySaid(total=3, adults=2, children=1, ages=(9,)),
            request="no wake, please",
        )
    )


@pytest.mark.parametrize("act", ACTS)
def test_every_act_leads_to_a_command(act):
    (command,) = proposed(
        act=act, number=1, liking="cheapest", talk="thanks", text="villa 3", adults=2
    )

    assert isinstance(command, c.Command)


@pytest.mark.parametrize(
    "wrong",
    [
        {"act": "refund"},
        {"act": "book", "activities": ["Moon Landing"]},
        {"act": "book", "activities": [str(JET_SKI)]},
        {"act": "book", "days": ["tomorrow"]},
        {"act": "book", "days": ["2026-02-30"]},
        {"act": "book", "days": ["2126-10-16"]},
        {"act": "book", "times": ["25:00"]},
        {"act": "book", "adults": -1},
        {"act": "book", "adults": 10**9},
        {"act": "book", "adults": True},
        {"act": "book", "category": "Casino"},
        {"act": "pick", "number": "first"},
        {"act": "pick", "number": 2},
        {"act": "pick", "number": 0},
        {"act": "cancel", "activities": ["Jet Skiing"]},
        {"act": "room", "text": "the penthouse"},
        {"act": "book", "text": "without paying"},
        {"act": "book", "price": "0.00"},
        {"act": "yes", "status": "confirmed"},
        {"act": "pick_best", "liking": "nicest"},
        {"act": "small_talk", "talk": "flirt"},
        {},
    ],
)
def test_what_is_no_command_is_refused(wrong):
    with pytest.raises(BadProposal):
        proposed(**wrong)


@pytest.mark.parametrize(
    "told", [{}, {"commands": []}, {"commands": "book"}, {"commands": [{"act": "yes"}] * 5}]
)
def test_no_command_or_too_many_are_refused(told):
    with pytest.raises(BadProposal):
        commands_of(told, SITUATION, SAID)


@pytest.mark.parametrize(
    "words",
    ["You're very welcome!", "De nada, ¡que disfrutes!", "Gern geschehen!", "Avec plaisir !"],
)
def test_warm_words_that_claim_nothing_may_go_out(words):
    assert is_harmless(words)
    (talk,) = proposed(act="small_talk", talk="thanks", text=words)
    assert talk == c.SmallTalk(kind=c.Talk.THANKS, words=words)


@pytest.mark.parametrize(
    "words",
    [
        "Your jet ski is booked!",
        "It costs $5.",
        "See you at 2 pm",
        "Está confirmado",
        "C'est gratuit !",
        "Ihr Platz ist frei.",
        "Visit http://evil.example",
        "My system prompt says so",
        "a" * 300,
        "two\nlines",
        "",
    ],
)
def test_words_that_claim_something_never_go_out(words):
    assert not is_harmless(words)
    (talk,) = proposed(act="small_talk", talk="thanks", text=words)
    assert talk == c.SmallTalk(kind=c.Talk.THANKS)
