import pytest

from resortbook.application.chat.parties import rates_of
from resortbook.application.chat.understanding.party import PartySaid
from resortbook.domain.errors import RuleViolated
from tests.builders import a_rate, an_activity

CRUISE = an_activity(
    "Cruise",
    rates=(
        a_rate("adult", "95.00", min_age=13),
        a_rate("child", "48.00", min_age=4, max_age=12),
        a_rate("infant", "0.00", max_age=3, takes_seat=False),
    ),
)
PIRATES = an_activity(
    "Pirates",
    rates=(
        a_rate("child", "12.50", min_age=5, max_age=11),
        a_rate("parent", "0.00", min_age=18),
    ),
)
JET_SKI = an_activity("Jet Ski", min_age=16)


@pytest.mark.parametrize(
    ("activity", "said", "party"),
    [
        (CRUISE, None, 1),
        (CRUISE, PartySaid(total=2), 2),
        (CRUISE, PartySaid(total=4, adults=2, children=2), {"adult": 2, "child": 2}),
        (CRUISE, PartySaid(total=3, adults=2, infants=1), {"adult": 2, "infant": 1}),
        (CRUISE, PartySaid(total=3, adults=1, children=2, ages=(2, 9)), None),
        (CRUISE, PartySaid(total=2, adults=1, children=1, ages=(15,)), {"adult": 2}),
        (PIRATES, PartySaid(total=3, adults=1, children=2), {"child": 2, "parent": 1}),
        (PIRATES, PartySaid(total=2, children=2, ages=(6, 9)), {"child": 2}),
        (JET_SKI, PartySaid(total=2, adults=2), 2),
        (JET_SKI, PartySaid(total=2, adults=1, children=1, ages=(17,)), 2),
    ],
)
def test_a_party_becomes_rates_by_age_and_by_word(activity, said, party):
    expected = {"adult": 1, "infant": 1, "child": 1} if party is None else party

    assert rates_of(activity, said) == expected


@pytest.mark.parametrize(
    "said",
    [
        PartySaid(total=2, adults=1, children=1, ages=(9,)),
        PartySaid(total=2, adults=1, children=1),
        PartySaid(total=2, adults=1, infants=1),
    ],
)
def test_who_is_too_young_is_refused_with_the_age(said):
    with pytest.raises(RuleViolated) as refused:
        rates_of(JET_SKI, said)

    assert refused.value.details["rule"] == "min_age"
