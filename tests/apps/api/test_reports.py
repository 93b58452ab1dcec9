"""Figures over HTTP."""

import csv
import io
from datetime import timedelta

import pytest

from resortbook.application.reception import Heard
from resortbook.application.resort import Resort
from resortbook.domain.guest import Channel
from tests.apps.api.test_bookings import wish
from tests.apps.api.visitors import Visitor, error
from tests.builders import TOMORROW
from tests.resort_fixtures import Given

DAYS = "from=2026-10-16&to=2026-10-17"


@pytest.fixture
def sold(desk: Visitor, given: Given) -> None:
    """Three of ten seats of one departure, and none of another one."""
    activity = given.activity()
    slot = given.slot(activity, TOMORROW)
    given.slot(activity, TOMORROW + timedelta(days=1))
    asked = {"time_slot_id": str(slot.id), "guest": {"name": "Ana"}, "participants": 3}
    assert desk.post("/staff/bookings/", asked).status_code == 201


@pytest.mark.usefixtures("sold")
def test_occupancy_and_revenue_by_day_and_by_activity(desk: Visitor):
    occupancy = desk.get(f"/staff/reports/occupancy/?{DAYS}").get_json()
    revenue = desk.get(f"/staff/reports/revenue/?{DAYS}&group=activity").get_json()

    assert occupancy["items"] == [
        {"day": "2026-10-16", "capacity": 10, "booked": 3, "rate": 0.3},
        {"day": "2026-10-17", "capacity": 10, "booked": 0, "rate": 0.0},
    ]
    assert revenue["items"] == [
        {"activity": "jet-skiing", "revenue": "240.00", "currency": "USD"}
    ]
    assert (revenue["from"], revenue["to"], revenue["group"]) == (
        "2026-10-16",
        "2026-10-17",
        "activity",
    )


@pytest.mark.usefixtures("sold")
def test_the_summary_has_a_total(desk: Visitor):
    shown = desk.get(f"/staff/reports/summary/?{DAYS}").get_json()

    total = shown["total"]
    assert (total["bookings"], total["participants"], total["revenue"]) == (1, 3, "240.00")
    assert (total["doors"], total["lead_hours"], total["rate"]) == ({"desk": 1}, 24.0, 0.15)
    assert [one["day"] for one in shown["items"]] == ["2026-10-16", "2026-10-17"]


@pytest.mark.usefixtures("sold")
@pytest.mark.parametrize(
    ("report", "columns"),
    [
        ("occupancy", ["day", "capacity", "booked", "rate"]),
        ("revenue", ["day", "revenue", "currency"]),
        ("summary", ["day", "capacity", "booked", "rate", "departures", "bookings"]),
    ],
)
def test_each_report_is_a_file_too(desk: Visitor, report: str, columns: list[str]):
    answer = desk.get(f"/staff/reports/{report}/?{DAYS}&format=csv")

    rows = list(csv.reader(io.StringIO(answer.text)))
    assert answer.mimetype == "text/csv"
    assert rows[0][: len(columns)] == columns
    assert [row[0] for row in rows[1:]] == ["2026-10-16", "2026-10-17"]


def test_without_days_it_is_the_last_thirty(desk: Visitor):
    shown = desk.get("/staff/reports/summary/").get_json()

    assert (shown["from"], shown["to"], len(shown["items"])) == ("2026-09-16", "2026-10-15", 30)


@pytest.mark.parametrize("report", ["summary", "occupancy", "revenue"])
def test_nonsense_is_refused_and_guests_see_nothing(desk: Visitor, guest: Visitor, report: str):
    path = f"/staff/reports/{report}/"

    assert error(desk.get(f"{path}?from=2026-10-17&to=2026-10-16")) == (400, "INVALID_TIME")
    assert error(desk.get(f"{path}?group=moon")) == (400, "VALIDATION_ERROR")
    assert error(desk.get(f"{path}?from=tomorrow")) == (400, "VALIDATION_ERROR")
    assert error(guest.get(path)) == (403, "FORBIDDEN")


def test_the_summary_tells_whom_the_bot_served_alone(
    desk: Visitor, guest: Visitor, given: Given, resort: Resort
):
    for number, phone in enumerate(("+14155550123", "+14155550124")):
        said = Heard(
            provider_sid=f"SM{number}", channel=Channel.PHONE, address=phone, body="Hi!"
        )
        resort.reception.receive(said)
    booked = guest.post("/bookings/", wish(given.slot(start=TOMORROW))).get_json()
    guest.post(f"/bookings/{booked['id']}/ask-desk/", {"message": "May I bring my dog?"})

    today = desk.get("/staff/reports/summary/?from=2026-10-15&to=2026-10-15").get_json()
    other = desk.get("/staff/reports/summary/?from=2026-10-16&to=2026-10-16").get_json()

    assert today["chats"] == {"guests": 2, "bot_alone": 1}
    assert other["chats"] == {"guests": 0, "bot_alone": 0}
