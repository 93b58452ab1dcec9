import pytest
from hypothesis import given
from hypothesis import strategies as some

from resortbook.domain.activity import PricePer
from resortbook.domain.errors import InvalidInput, RuleViolated
from resortbook.domain.money import Money
from resortbook.domain.party import check_rules, quote
from tests.builders import a_rate, an_activity

FAMILY = (
    a_rate("adult", "80.00"),
    a_rate("child", "40.00", min_age=4, max_age=11),
    a_rate("infant", "0.00", max_age=3, takes_seat=False),
)


def test_a_number_of_people_is_of_the_first_rate():
    asked = quote(an_activity(rates=FAMILY), 2)

    assert asked.party == {"adult": 2}
    assert (asked.participants, asked.seats, asked.total) == (2, 2, Money(16000))


def test_each_rate_has_its_line_and_infants_take_no_seat():
    asked = quote(an_activity(rates=FAMILY), {"infant": 1, "child": 1, "adult": 2})

    assert [(line.code, line.quantity) for line in asked.lines] == [
        ("adult", 2),
        ("child", 1),
        ("infant", 1),
    ]
    assert (asked.participants, asked.seats, asked.total) == (4, 3, Money(20000))


def test_people_share_seats_rounded_up():
    jet_ski = an_activity(people_per_seat=2)

    assert [quote(jet_ski, people).seats for people in (1, 2, 3, 4)] == [1, 1, 2, 2]


def test_a_price_for_each_seat_counts_seats():
    kayak = an_activity(people_per_seat=2, price_per=PricePer.SEAT, rates=(a_rate(price="30"),))

    asked = quote(kayak, 3)

    assert asked.total == Money(6000)
    assert [(line.quantity, str(line.unit_price)) for line in asked.lines] == [(2, "30.00")]


def test_a_price_for_the_booking_is_paid_once():
    charter = an_activity(price_per=PricePer.BOOKING, rates=(a_rate(price="500"),))

    assert quote(charter, 7).total == Money(50000)


@pytest.mark.parametrize(
    "party", [{}, {"adult": 0}, {"adult": -1}, {"senior": 1}, 0, -3, 10_001]
)
def test_a_party_of_nobody_or_of_unknown_people_is_refused(party):
    with pytest.raises(InvalidInput):
        quote(an_activity(rates=FAMILY), party)


def test_infants_alone_are_no_party():
    with pytest.raises(InvalidInput):
        quote(an_activity(rates=FAMILY), {"infant": 1})


@pytest.mark.parametrize(
    ("facts", "party", "rule"),
    [
        ({"max_party": 3}, {"adult": 4}, "max_party"),
        ({"min_party": 2}, {"adult": 1}, "min_party"),
        ({"min_age": 16}, {"adult": 1, "child": 1}, "min_age"),
    ],
)
def test_a_rule_of_the_activity_is_named_when_broken(facts, party, rule):
    activity = an_activity(rates=FAMILY, **facts)

    with pytest.raises(RuleViolated) as refused:
        check_rules(activity, quote(activity, party))

    assert refused.value.details["rule"] == rule


@given(
    adults=some.integers(1, 50), children=some.integers(0, 50), shared_by=some.integers(1, 6)
)
def test_the_total_is_the_sum_of_lines_and_seats_hold_everybody(adults, children, shared_by):
    activity = an_activity(rates=FAMILY, people_per_seat=shared_by)

    asked = quote(activity, {"adult": adults, "child": children})

    assert asked.total.minor == sum(line.amount.minor for line in asked.lines)
    assert (asked.seats - 1) * shared_by < asked.participants <= asked.seats * shared_by
