"""How many statements each route asks of the database, and that lists ask no more when longer."""

from datetime import timedelta
from typing import Any

import pytest

from resortbook.application.meters import Meters
from resortbook.application.resort import Resort
from tests.apps.api import test_matrix
from tests.apps.api.test_bookings import IN_TWO_DAYS
from tests.apps.api.visitors import Visitor
from tests.resort_fixtures import Given

MOST: dict[tuple[str, str], int] = {}

bodies = test_matrix.bodies
visitors = test_matrix.visitors


@pytest.mark.parametrize(("method", "path"), test_matrix.MATRIX, ids=lambda part: part)
def test_no_route_asks_more_than_it_says(
    visitors: dict[str, Visitor],
    bodies: dict[str, Any],
    resort: Resort,
    method: str,
    path: str,
):
    visitor = visitors["admin" if "/staff/" in path else "guest"]
    key = "jet-skiing" if "activities" in path else bodies["booking"]
    key = bodies["guest"] if "conversations" in path else key
    ids = {name: bodies[name] for name in test_matrix.IDS}
    query = test_matrix.QUERIES.get(path, "") if method == "GET" else ""
    before = statements(resort.meters)

    json = bodies.get(path) if method != "GET" else None
    with visitor.call(method, "/" + path.format(key=key, **ids) + query, json=json):
        asked = statements(resort.meters) - before

    print("COUNT", repr((method, path)), asked)


def statements(meters: Meters) -> int:
    """Return how many statements there have been so far."""
    (told,) = (
        family
        for family in meters.registry.collect()
        if family.name == "resortbook_statement_seconds"
    )
    return sum(int(one.value) for one in told.samples if one.name.endswith("_count"))
