"""A member of staff at a page of the desk, and the departures that they work on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.e2e.served import Served, serving
from tests.e2e.sights import sign_in

ADMIN = "+14155550100"  # of the demo
MORNING = 9


@contextmanager
def serving_in_the_morning(folder: Path, **settings: str) -> Iterator[Served]:
    """Serve a resort where it is nine in the morning: its day is far from over."""
    ahead = MORNING - datetime.now(UTC).hour
    # Its zones are called after their distance the other way round; there are 12 to the west.
    hours = ahead if ahead >= -12 else ahead + 24
    with serving(folder, RESORT_TIMEZONE=f"Etc/GMT{-hours:+d}", **settings) as served:
        yield served


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody of the staff, who is signed in, in front of a page."""

    page: Page
    served: Served
    token: str

    @classmethod
    def at(cls, page: Page, served: Served, token: str) -> "Desk":
        """Sign somebody in at a page."""
        sign_in(page.context, served, token)
        return cls(page, served, token)

    def asks(self, path: str, body: Any = None) -> Any:
        """Call the API as this person; by POST where there is a body."""
        return self.served.as_guest(self.token, path, body)

    def opens(self, path: str) -> None:
        """Come by an address, and wait until there is something to read."""
        self.page.goto(path)
        self.page.get_by_role("heading", level=1).first.wait_for()

    def departure(self, slug: str, *, after: timedelta, **more: Any) -> dict[str, Any]:
        """Make a departure that starts so much later."""
        start = datetime.now(UTC) + after
        wanted = {"start_time": f"{start:%Y-%m-%dT%H:%M:%SZ}", **more}
        slot: dict[str, Any] = self.asks(f"/staff/activities/{slug}/slots/", wanted)
        return slot

    def books(self, slot: dict[str, Any], name: str, **more: Any) -> dict[str, Any]:
        """Book at the desk, without a page."""
        room, phone = more.pop("room", ""), more.pop("phone", None)
        who = {"name": name, "room": room, "phone": phone}
        wanted = {"time_slot_id": slot["id"], "guest": who, **more}
        made: dict[str, Any] = self.asks("/staff/bookings/", wanted)
        return made

    def booking(self, key: str) -> dict[str, Any]:
        """How a booking stands now."""
        shown: dict[str, Any] = self.asks(f"/staff/bookings/{key}/")
        return shown
