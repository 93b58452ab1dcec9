"""Being advised, taking the advice, and what is kept of what a guest likes."""

import re

import pytest

from resortbook.domain.preferences import PartOfDay


@pytest.fixture
def likes(resort, guest):
    """What the guest's profile says."""

    def told():
        kept = resort.account.preferences(guest.guest_id)
        return kept.preferred_categories, kept.preferred_times

    return told


def first_of(advice):
    """Return the name of what is recommended first."""
    return advice.splitlines()[1].removeprefix("1. ").split(",")[0]


def test_what_to_do_this_afternoon_is_advised_and_booked_in_three_messages(guest):
    advice = guest.says("what should I do this afternoon?")
    told = guest.says("ok book that")
    if not guest.statuses:  # it leaves at several times of the afternoon
        assert "Which time suits you" in told
        guest.says("the first one")
    guest.says("yes")

    assert advice.count("Next: Thursday, October 15 at ") == 3
    assert not re.search(r"\d AM\b", advice)
    assert first_of(advice) in told
    assert guest.statuses == ["confirmed"]
    assert "Thu 15 Oct" in guest.rows[0]
    assert re.search(r" 1[2-7]:\d\d ", guest.rows[0])


@pytest.mark.parametrize(
    ("asks", "takes"),
    [
        ("what would you recommend for tomorrow afternoon?", "sounds good, book it"),
        ("¿qué me recomiendas para mañana por la tarde?", "reserva eso"),
        ("que recommandez-vous demain après-midi ?", "je prends ça"),
        ("was empfehlt ihr morgen nachmittag?", "das nehmen wir"),
    ],
)
def test_the_best_of_what_is_recommended_can_be_taken_in_four_languages(guest, asks, takes):
    advice = guest.says(asks)
    told = guest.says(takes)

    assert first_of(advice) in told
    assert guest.statuses or "Which time suits you" in told


def test_who_comes_can_be_said_with_it(guest):
    advice = guest.says("what should we do tomorrow afternoon?")
    told = guest.says("ok book that for 2")

    assert first_of(advice) in told
    assert "for 2 people" in told or [" for 2" in one for one in guest.rows] == [True]


def test_book_that_means_nothing_where_nothing_was_recommended(guest):
    guest.says("show me your watersports")
    told = guest.says("ok book that")

    assert guest.statuses == []
    assert told.endswith("?")


def test_what_the_party_may_not_do_is_not_recommended(guest):
    told = guest.says("what should we do tomorrow with a 3 year old?")

    assert "Jet Skiing" not in told
    assert "Parasailing" not in told


def test_what_is_liked_is_recommended_now_and_not_kept_unasked(guest, likes):
    told = guest.says("I love spa treatments")

    assert "Massage" in told
    assert "You like Spa" in told
    assert "remember that" in told
    assert likes() == ((), ())


def test_what_is_liked_is_kept_when_the_guest_says_so_and_erased_as_easily(guest, likes):
    guest.says("we like watersports and prefer mornings")
    kept = guest.says("remember that")
    known = likes()
    forgotten = guest.says("forget what I like")

    assert "profile" in kept
    assert known[0] == ("watersports",)
    assert forgotten.startswith("It is erased")
    assert likes() == ((), ())


def test_what_shall_be_remembered_can_be_said_at_once(guest, likes):
    guest.says("please remember that I prefer evenings")
    told = guest.says("what do you recommend for tomorrow?")

    assert likes() == ((), (PartOfDay.EVENING,))
    assert "at your favourite time of day" in told


def test_nothing_said_is_nothing_kept(guest, likes):
    told = guest.says("remember that")

    assert "tell me what you like" in told
    assert likes() == ((), ())


def test_a_wish_for_another_time_is_no_liking(guest, likes):
    guest.says("jet ski tomorrow at 10am")
    guest.says("I prefer the afternoon")

    assert likes() == ((), ())
    assert guest.statuses == ["pending"]


def test_what_was_booked_is_not_recommended_again(guest):
    guest.says("warm stone massage tomorrow at 4pm")
    guest.says("yes")
    guest.says("skip")
    told = guest.says("what else do you recommend?")

    assert "Warm Stone Massage" not in told
