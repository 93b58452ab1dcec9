"""What is recommended to whom, and why."""

from datetime import timedelta
from uuid import UUID

import pytest

from resortbook.domain.actor import Actor, Door
from resortbook.domain.errors import NotFound
from resortbook.domain.money import Money
from resortbook.domain.preferences import PartOfDay, Preferences
from tests.builders import NOON, a_rate

SOON = NOON + timedelta(hours=20)  # eight in the morning in Cancún


@pytest.fixture
def island(given):
    """Six activities of three kinds, each with room tomorrow."""
    made = {}
    kinds = (
        ("Jet Skiing", "watersports", "80.00"),
        ("Snorkeling", "watersports", "60.00"),
        ("Massage", "spa", "110.00"),
        ("Body Ritual", "spa", "135.00"),
        ("Wine Evening", "dining", "55.00"),
        ("Barbecue", "dining", "58.00"),
    )
    for number, (name, category, price) in enumerate(kinds, start=20):
        # Chance goes by the ids: with these it puts nothing before what is booked often.
        made[name] = given.activity(
            name, id=UUID(int=number), category=category, rates=(a_rate(price=price),)
        )
        given.slot(made[name], SOON)
    return made


def names(found):
    return [one.activity.name for one in found]


def test_nobody_in_particular_gets_what_others_book(resort, given, island):
    slot = given.slot(island["Barbecue"], SOON + timedelta(hours=1))
    for _ in range(4):
        given.hold(slot)

    found = resort.recommendations.get_recommendations(None, limit=2)

    assert names(found)[0] == "Barbecue"
    assert "other guests often book it" in found[0].reason.casefold()
    assert 0 < found[0].score <= 1


def test_what_a_guest_likes_comes_first_and_says_so(resort, given, island):
    guest = given.guest()
    likes = Preferences(
        guest_id=guest.id,
        preferred_categories=("spa",),
        preferred_times=(PartOfDay.MORNING,),
        budget_max=Money.parse("120.00"),
    )
    resort.account.set_preferences(likes, by=Actor.guest(guest.id, door=Door.WEB))

    found = resort.recommendations.get_recommendations(guest.id)

    assert names(found)[0] == "Massage"
    assert "you like spa" in found[0].reason.casefold()


def test_feedback_changes_what_comes_next(resort, given, island):
    guest = given.guest()
    by = Actor.guest(guest.id, door=Door.WEB)

    for name in ("Wine Evening", "Barbecue"):
        resort.recommendations.add_feedback(island[name].id, helpful=True, by=by)
    liked = names(resort.recommendations.get_recommendations(guest.id, limit=2))
    resort.recommendations.add_feedback(island["Barbecue"].id, helpful=False, by=by)
    after = names(resort.recommendations.get_recommendations(guest.id, limit=6))

    assert set(liked) == {"Wine Evening", "Barbecue"}
    assert after.index("Wine Evening") < after.index("Barbecue")


def test_what_was_done_in_this_stay_is_not_what_comes_next(resort, given, island):
    guest = given.guest()
    given.hold(given.slot(island["Jet Skiing"], SOON + timedelta(hours=2)), guest=guest)

    found = names(resort.recommendations.get_recommendations(guest.id, limit=6))

    assert found[0] == "Snorkeling"
    assert found.index("Jet Skiing") > 2


def test_never_what_is_full_closed_or_not_for_the_party(resort, given):
    full = given.activity("Full", capacity_per_slot=1)
    given.hold(given.slot(full, SOON))
    closed = given.activity("Closed")
    given.close(given.slot(closed, SOON))
    for_two = given.activity("For two", min_party=2, max_party=2)
    given.slot(for_two, SOON)
    far = given.activity("Far away")
    given.slot(far, NOON + timedelta(days=20))

    assert resort.recommendations.get_recommendations(None, party=1) == []
    assert names(resort.recommendations.get_recommendations(None, party=2)) == ["For two"]


def test_popularity_alone_never_wins_for_ever(resort, given, island):
    slot = given.slot(island["Barbecue"], SOON + timedelta(hours=1))
    for _ in range(9):
        given.hold(slot)
    guests = [given.guest(None) for _ in range(30)]

    second = {
        names(resort.recommendations.get_recommendations(guest.id, limit=2))[1]
        for guest in guests
    }

    assert len(second) > 2


def test_a_reason_can_be_asked_for(resort, given, island):
    told = resort.recommendations.explain_recommendation(None, island["Massage"].id)

    assert told.endswith("8:00 AM.")
    with pytest.raises(NotFound):
        resort.recommendations.explain_recommendation(None, given.activity("No times").id)


def test_what_is_said_to_be_liked_is_kept_where_it_can_be_taken_back(resort, given, island):
    guest = given.guest()

    by = Actor.guest(guest.id, door=Door.WHATSAPP)

    resort.recommendations.update_preferences_from_conversation(
        guest.id, categories=("spa", "no such kind"), times=(PartOfDay.EVENING,), by=by
    )

    likes = resort.account.preferences(guest.id)
    assert likes.preferred_categories == ("spa",)
    assert likes.preferred_times == (PartOfDay.EVENING,)
    resort.recommendations.forget_preferences(guest.id, by=by)
    assert resort.account.preferences(guest.id).preferred_categories == ()


def test_an_occasion_in_plain_words_narrows_them(resort, given, island):
    found = resort.advice.recommend(None, context="something in the spa")

    assert set(names(found.items)) == {"Massage", "Body Ritual"}
    assert not found.is_by_model
