from datetime import timedelta
from random import Random

import pytest
from uuid_utils.compat import uuid7

from resortbook.domain.resource import Need, Occupation, Use, most_at_once, obstacles
from tests.builders import NOON

BOAT = uuid7()
MINUTE = timedelta(minutes=1)


def a_use(first: int, last: int, units: int = 1) -> Use:
    return Use(
        resource_id=BOAT,
        units=units,
        starts_at=NOON + first * MINUTE,
        ends_at=NOON + last * MINUTE,
    )


def an_outing(*uses: Use) -> Occupation:
    return Occupation(slot_id=uuid7(), uses=uses)


def test_a_need_takes_its_minutes_around_a_departure():
    need = Need(resource_id=BOAT, units=2, minutes_before=10, minutes_after=20)

    use = need.use(NOON, NOON + 60 * MINUTE)

    assert use == a_use(-10, 80, units=2)


@pytest.mark.parametrize(
    ("uses", "most"),
    [
        ([], 0),
        ([a_use(0, 10), a_use(10, 20)], 1),
        ([a_use(0, 11), a_use(10, 20)], 2),
        ([a_use(0, 10), a_use(20, 30), a_use(0, 30, units=2)], 3),
    ],
)
def test_only_what_overlaps_is_added_up(uses: list[Use], most: int):
    assert most_at_once(uses) == most


def test_the_busiest_moment_is_that_of_a_minute_by_minute_count():
    chance = Random(7)
    for _ in range(200):
        starts = [chance.randrange(60) for _ in range(chance.randrange(8))]
        uses = [
            a_use(start, start + chance.randrange(1, 30), chance.randrange(1, 4))
            for start in starts
        ]

        counted = [
            sum(u.units for u in uses if u.starts_at <= NOON + n * MINUTE < u.ends_at)
            for n in range(100)
        ]

        assert most_at_once(uses) == max(counted)


def test_who_stands_in_the_way_is_named():
    wanted = an_outing(a_use(0, 30))
    early, late, other = (an_outing(a_use(*span)) for span in ((-30, 0), (29, 40), (0, 5)))

    assert obstacles(wanted, [early, late, other, wanted], {BOAT: 1}) == {
        late.slot_id,
        other.slot_id,
    }
    assert obstacles(wanted, [early, late, other], {BOAT: 2}) == set()


def test_more_than_there_ever_is_stands_in_its_own_way():
    wanted = an_outing(a_use(0, 30, units=3))

    assert obstacles(wanted, [], {BOAT: 2}) == {wanted.slot_id}
