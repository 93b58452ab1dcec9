"""Who comes: numbers, families, ages, groups that are too large, and who came last time."""

import pytest


def test_make_it_three_changes_the_hold_and_its_price(guest):
    guest.says("jet ski tomorrow at 2pm for 2")
    changed = guest.says("make it 3")
    guest.says("yes")

    assert "3 people, $240.00" in changed
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 3 at 240.00"]
    assert guest.turns == 3


def test_one_more_and_one_fewer_count_from_what_is_held(guest):
    guest.says("jet ski tomorrow at 2pm for 2")
    more = guest.says("one more person please")
    fewer = guest.says("sorry, one less")

    assert "3 people, $240.00" in more
    assert "2 people, $160.00" in fewer
    assert guest.rows == ["pending jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]


def test_a_group_over_capacity_is_told_so_and_offered_the_desk(guest):
    told = guest.says("jet ski tomorrow at 2pm for 10 people")
    guest.says("yes please ask them")

    assert "at most 6" in told
    assert "desk" in told
    assert guest.rows == []
    assert conversation_of(guest).status == "waiting"


def test_a_group_for_which_too_few_places_are_left_gets_other_days(guest):
    told = guest.says("sunset cruise tomorrow for 4 adults")
    held = guest.says("the first one")

    assert "only 2 places left" in told
    assert "Saturday" not in told  # sold out
    assert "4 people" in held or "4 adult" in held.casefold()
    assert len(guest.rows) == 1
    assert guest.rows[0].endswith("for 4 adult at 380.00")
    assert "Fri 16" not in guest.rows[0]


def test_two_families_are_counted_by_who_they_are(guest):
    guest.says("sunset cruise on sunday, we are two families: 4 adults and 5 kids")
    guest.says("yes")

    assert guest.rows == [
        "confirmed sunset-catamaran-cruise Sun 18 Oct 17:15 for 4 adult, 5 child at 620.00"
    ]
    assert guest.turns == 2


def test_a_childs_rate_goes_by_its_age(guest):
    held = guest.says("sunset cruise on sunday for 2 adults and 3 kids aged 2, 5 and 8")

    assert "$286.00" in held
    assert guest.rows == [
        "pending sunset-catamaran-cruise Sun 18 Oct 17:15"
        " for 2 adult, 2 child, 1 infant at 286.00"
    ]


def test_a_baby_takes_no_seat_and_costs_nothing(guest):
    guest.says("sunset cruise on sunday for me, my wife and our baby")

    assert guest.rows == [
        "pending sunset-catamaran-cruise Sun 18 Oct 17:15 for 2 adult, 1 infant at 190.00"
    ]
    assert guest.bookings[0].booking.seats == 2


def test_a_teenager_pays_as_an_adult_where_the_rates_say_so(guest):
    guest.says("cenote azul swim tomorrow at 10 for 2 adults and a 14 year old")

    assert guest.rows == ["pending cenote-azul-swim Fri 16 Oct 10:00 for 3 adult at 204.00"]


def test_who_is_too_young_is_refused_with_the_reason(guest):
    told = guest.says("jet ski tomorrow at 2pm for me and my 10 year old son")
    after = guest.says("yes")

    assert "16" in told
    assert "Held" not in told
    assert "Confirmed" not in after
    assert guest.rows == []


def test_rules_of_an_activity_are_told_with_the_hold(guest):
    held = guest.says("parasailing tomorrow at 11")

    assert "From age 12" in held
    assert guest.turns == 1


def test_an_activity_for_children_takes_the_childs_rate(guest):
    guest.says("little pirates today for my 6 year old")

    assert guest.rows == ["pending little-pirates Thu 15 Oct 15:00 for 1 child at 12.50"]


def test_a_price_for_a_court_is_not_multiplied(guest):
    guest.says("padel court tomorrow at 10am for 4")

    assert guest.rows == ["pending padel-court Fri 16 Oct 10:00 for 4 at 32.00"]


def test_two_people_share_a_seat_where_it_carries_two(guest):
    guest.says("lagoon kayaking tomorrow at 10:30 for 4")

    assert guest.rows == ["pending lagoon-kayaking Fri 16 Oct 10:30 for 4 at 96.00"]
    assert guest.bookings[0].booking.seats == 2


def test_what_is_for_two_is_held_for_two_without_a_question(guest):
    held = guest.says("moonlight dinner on saturday")

    assert "2 people, $240.00" in held
    assert guest.rows == ["pending moonlight-dinner-for-two Sat 17 Oct 19:30 for 2 at 240.00"]


def test_three_at_a_table_for_two_are_refused_with_the_reason(guest):
    told = guest.says("moonlight dinner on saturday for 3")

    assert "2" in told
    assert guest.rows == []


def test_a_party_is_not_asked_again_in_a_stay(guest, clock):
    guest.says("jet ski tomorrow at 2pm for 4")
    guest.says("yes")
    guest.says("skip")
    clock.advance(days=2)
    held = guest.says("parasailing tomorrow at 11")
    guest.says("yes")

    assert "4 people, $480.00" in held
    assert guest.rows == [
        "confirmed jet-skiing Fri 16 Oct 14:00 for 4 at 320.00",
        "confirmed parasailing Sun 18 Oct 11:00 for 4 at 480.00",
    ]


def test_another_stay_begins_with_one_person_again(guest, clock):
    guest.says("jet ski tomorrow at 2pm for 4")
    clock.advance(days=30)
    held = guest.says("parasailing tomorrow at 11")

    assert "1 person, $120.00" in held


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("for me and my wife", 2),
        ("para 3 personas", 3),
        ("just me", 1),
        ("for a party of four", 4),
        ("2 adults, 2 teens aged 17 and 18", 4),
        ("the two of us plus my parents", 4),
    ],
)
def test_a_party_is_understood_as_people_say_it(guest, said, people):
    guest.says(f"jet ski tomorrow at 2pm {said}")

    price = f"{people * 80}.00"
    assert guest.rows == [f"pending jet-skiing Fri 16 Oct 14:00 for {people} at {price}"]


def test_more_people_than_there_are_places_leave_the_hold_as_it_is(guest, talker):
    other = talker(address="+14155550177", name="Bo")
    other.says("jet ski tomorrow at 2pm for 3")
    guest.says("jet ski tomorrow at 2pm for 2")
    told = guest.says("make it 5")
    guest.says("yes")

    assert "1 more place" in told
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]


def conversation_of(guest):
    return guest.resort.handover.get(guest.guest_id).conversation
