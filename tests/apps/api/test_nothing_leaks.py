"""After a busy day nobody's words, numbers or tokens lie where they don't belong."""

import logging
import re
from typing import Any

import pytest
from sqlalchemy import text

from resortbook.adapters.sql.tables import metadata
from resortbook.application.resort import Resort
from resortbook.domain.actor import Actor
from tests.apps.api.test_bookings import IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor
from tests.resort_fixtures import Given

WORDS = {
    "lead_name": "Philomena Quartermaine",
    "room": "Tangerine Bungalow",
    "special_requests": "allergic to hazelnuts",
}
# Not "drizzle": why a departure is called off is the desk's own word, told to everybody.
SAID = re.findall(
    r"\w+",
    "Philomena Quartermaine Tangerine hazelnuts collarbone grumpy umbrella "
    "Bartholomew Wigglesworth plankton Walter Pumpernickel trampoline",
)


@pytest.fixture
def a_busy_day(
    guest: Visitor,
    desk: Visitor,
    admin: Visitor,
    anybody: Visitor,
    given: Given,
    resort: Resort,
) -> list[str]:
    """Everybody does everything with words of their own; return their tokens."""
    slot = given.slot(start=IN_TWO_DAYS)
    other = given.slot(given.activity("Diving"), IN_TWO_DAYS)
    guest.patch("/auth/me/", {"name": "Bartholomew Wigglesworth", "room": "Tangerine"})
    guest.put("/preferences/", {"interests": "plankton"})
    made = guest.post("/bookings/", {**wish(slot), **WORDS}).get_json()["id"]
    key = {"Idempotency-Key": "once"}
    guest.post(f"/bookings/{made}/confirm/", headers=key)
    guest.patch(f"/bookings/{made}/", {"special_requests": "hazelnuts, really"})
    guest.post(f"/bookings/{made}/ask-desk/", {"message": "May I bring an umbrella?"})
    desk.post(f"/staff/bookings/{made}/notes/", {"body": "grumpy"})
    desk.post(f"/staff/bookings/{made}/phone/")
    desk.get("/staff/bookings/?q=Quartermaine")
    desk.get("/staff/bookings/?q=%2B14155550123")
    walk_in = {"name": "Walter Pumpernickel", "phone": "+14155550177", "room": "Tangerine"}
    asked = {"time_slot_id": str(other.id), "guest": walk_in, "note": "trampoline"}
    desk.post("/staff/bookings/", {**asked, "participants": 1})
    desk.patch(f"/staff/bookings/{made}/", {"lead_name": "Quartermaine"})
    guest.post(f"/bookings/{made}/cancel/", {"reason": "broken collarbone"})
    desk.post(f"/staff/slots/{other.id}/close/", {"reason": "drizzle"})
    admin.post("/staff/people/", {"phone": "+14155550178", "name": "Walter", "role": "staff"})
    anybody.post("/auth/request-otp/", {"phone": "+14155550179"})
    anybody.post("/auth/verify-otp/", {"phone": "+14155550179", "code": "123456"})
    said = {"from": "+14155550123", "body": "my bookings, and hazelnuts", "name": "Philomena"}
    anybody.post("//simulator/messages", said)
    anybody.post("/bookings/", {"lead_name": "Philomena"})
    link = resort.login.new_link("+14155550123", by=Actor.operator())
    opened = anybody.post("/auth/link/", {"token": link}).get_json()
    for _ in range(5):
        resort.clockwork.answer()
        resort.clockwork.deliver()
    return [link, opened["token"], opened["csrf_token"], str(guest.token), str(desk.token)]


def leaks(told: str, tokens: list[str]) -> list[str]:
    numbers = re.findall(r"415555\d{4}", told)
    words = [word for word in SAID if word.lower() in told.lower()]
    return [*numbers, *words, *(token for token in tokens if token in told)]


def test_a_busy_day_leaves_nothing_of_anybody_in_logs_metrics_or_rows(
    caplog: pytest.LogCaptureFixture, request: Any, container: Any, anybody: Visitor
):
    caplog.set_level(logging.DEBUG)
    logging.getLogger("hypothesis").setLevel(logging.INFO)

    tokens = request.getfixturevalue("a_busy_day")

    assert "request.answered" in caplog.text
    assert leaks(caplog.text, tokens) == []
    assert leaks(anybody.get("//metrics").text, tokens) == []
    with container.storage().engine.connect() as connection:
        for table in metadata.sorted_tables:
            # Without the types that open what is sealed: as anybody sees it who has the file.
            rows = connection.execute(text(f"SELECT * FROM {table.name}")).all()
            raw = "\n".join(
                value.decode("latin-1") if isinstance(value, bytes) else str(value)
                for row in rows
                for value in row
            )
            assert leaks(raw, tokens) == [], table.name
