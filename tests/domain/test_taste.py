"""What is ranked first for whom, and what is said to speak for it."""

from functools import cache
from random import Random
from uuid import UUID

import pytest

from resortbook.domain.money import Money
from resortbook.domain.preferences import PartOfDay, Preferences
from resortbook.domain.taste import Offer, Taste, Why, known_of, rank
from tests.builders import a_rate, an_activity

GUEST = UUID(int=1)


@cache
def an_island():
    """Ten activities of five kinds, each with words of its own."""
    told = {
        "watersports": ("Waves with dolphins", "Quiet kayaks"),
        "spa": ("Stones and cacao", "Honey and cacao"),
        "dining": ("Ceviche evening", "Wine evening"),
        "culture": ("Mayan ruins", "Painted tiles"),
        "music": ("Salsa on the terrace", "Boleros at sunset"),
    }
    return [
        an_activity(name, category=kind, rates=(a_rate(price=price),), description=name)
        for kind, names in told.items()
        for name, price in zip(names, ("40.00", "90.00"), strict=True)
    ]


def ranked(taste, *, booked=None, chances=None, hours=30):
    """Rank the island for a taste; everything can be had at the same time."""
    activities = an_island()
    known = known_of(activities)
    offers = [
        Offer(
            known=known[one.id],
            part=PartOfDay.MORNING,
            hours_ahead=hours,
            booked_lately=(booked or {}).get(one.name, 0),
            chance=(chances or {}).get(one.name, 0.5),
        )
        for one in activities
    ]
    return rank(offers, taste, known=known)


def names(found):
    return [one.offer.known.activity.name for one in found]


def ids(*wanted):
    return frozenset(one.id for one in an_island() if one.name in wanted)


def test_a_kind_that_is_liked_comes_before_what_everybody_books():
    likes = Preferences(guest_id=GUEST, preferred_categories=("culture",))

    found = ranked(Taste(preferences=likes), booked={"Wine evening": 5_000})

    assert {*names(found)[:2]} == {"Mayan ruins", "Painted tiles"}
    assert found[0].why[0] is Why.CATEGORY


def test_what_is_said_to_help_lifts_its_kind_and_what_is_described_alike():
    found = ranked(Taste(liked=ids("Stones and cacao")))

    assert names(found)[:2] == ["Stones and cacao", "Honey and cacao"]
    assert found[1].why[0] is Why.FEEDBACK


def test_what_is_no_help_comes_last_and_takes_its_kind_down():
    found = names(ranked(Taste(disliked=ids("Wine evening"))))

    assert found[-1] == "Wine evening"
    assert found.index("Ceviche evening") > 6


def test_what_was_done_is_not_wanted_again_but_speaks_for_its_kind():
    done = dict.fromkeys(ids("Salsa on the terrace"), 1)

    found = ranked(Taste(done=done), booked={"Salsa on the terrace": 9})

    assert names(found)[0] == "Boleros at sunset"
    assert Why.HISTORY in found[0].why
    assert names(found)[-1] == "Salsa on the terrace"


def test_interests_in_own_words_find_what_is_described_so():
    likes = Preferences(guest_id=GUEST, interests="I would die for a dolphin!")

    found = ranked(Taste(preferences=likes))

    assert names(found)[0] == "Waves with dolphins"
    assert found[0].why[0] is Why.INTERESTS


def test_what_is_over_the_budget_goes_down_and_never_out():
    likes = Preferences(guest_id=GUEST, budget_max=Money.parse("50.00"))

    found = ranked(Taste(preferences=likes))

    prices = [one.offer.known.activity.price.decimal for one in found]
    assert prices == sorted(prices)
    assert len(found) == 10


@pytest.mark.parametrize("most", [10, 10_000])
def test_what_nobody_booked_yet_is_seen_by_somebody(most):
    booked = {one.name: most for one in an_island()[:4]}
    first = set()
    for seed in range(60):
        chance = Random(seed)
        chances = {one.name: chance.random() for one in an_island()}
        first |= {*names(ranked(Taste(), booked=booked, chances=chances))[:4]}

    assert first - booked.keys()


def test_only_what_is_often_booked_is_said_to_be():
    often = ranked(Taste(), booked={"Wine evening": 3})
    once = ranked(Taste(), booked={"Wine evening": 1})

    assert often[0].why == (Why.POPULAR,)
    assert once[0].why == ()


def test_scores_are_between_nothing_and_one_and_in_order():
    likes = Preferences(
        guest_id=GUEST,
        preferred_categories=("spa",),
        preferred_times=(PartOfDay.MORNING,),
        budget_min=Money.parse("1.00"),
        interests="cacao",
    )
    taste = Taste(
        preferences=likes,
        done=dict.fromkeys(ids("Stones and cacao"), 3),
        liked=ids("Honey and cacao"),
        disliked=ids("Mayan ruins"),
    )

    found = ranked(taste, booked={"Honey and cacao": 9}, hours=0)

    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] <= scores[0] <= 1
