"""What there is to look at: every page of the web app, with something on it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.chromium import PATIENCE_MS, open_window
from tests.e2e.served import Served

PICTURES = """[...document.images].every(
  (image) => image.loading === "lazy" || image.complete
)"""
STILL = """document.getAnimations().every(
  ({ playState, effect }) => playState !== "running" || effect.getTiming().iterations > 1e6
)"""


@dataclass(frozen=True, slots=True)
class Sight:
    """A page by name; `path` may name one of the guest's bookings in braces, or what else there
    is to be seen. It is the guest's own, or the desk's.
    """

    name: str
    path: str
    is_own: bool = False
    is_desk: bool = False


SIGHTS = (
    Sight("home", "/"),
    Sight("activities", "/activities"),
    Sight("activities-list", "/activities?view=list"),
    Sight("activities-none", "/activities?q=zzzzzz"),
    Sight("activity", "/activities/snorkeling-tour"),
    Sight("activity-by-seat", "/activities/jet-skiing"),
    Sight("login", "/login"),
    Sight("link-that-is-spent", "/link#token=spent"),
    Sight("not-found", "/nowhere"),
    Sight("home-signed-in", "/", is_own=True),
    Sight("bookings-signed-out", "/bookings"),
    Sight("bookings", "/bookings", is_own=True),
    Sight("booking-pending", "/bookings/{pending}", is_own=True),
    Sight("booking-confirmed", "/bookings/{confirmed}", is_own=True),
    Sight("booking-cancelled", "/bookings/{cancelled}", is_own=True),
    Sight("profile", "/profile", is_own=True),
    Sight("desk-today", "/desk", is_desk=True),
    Sight("desk-day", "/desk?day={day}", is_desk=True),
    Sight("desk-manifest", "/desk/departures/{slot}", is_desk=True),
    Sight("desk-bookings", "/desk/bookings", is_desk=True),
    Sight("desk-bookings-none", "/desk/bookings?q=zzzzzz", is_desk=True),
    Sight("desk-booking", "/desk/bookings/{confirmed}", is_desk=True),
    Sight("desk-booking-cancelled", "/desk/bookings/{cancelled}", is_desk=True),
    Sight("desk-chats", "/desk/conversations", is_desk=True),
    Sight("desk-chat", "/desk/conversations/{talk}", is_desk=True),
    Sight("desk-charges", "/desk/charges?date=all", is_desk=True),
    Sight("desk-charges-none", "/desk/charges", is_desk=True),
    Sight("desk-messages", "/desk/messages?status=sent", is_desk=True),
    Sight("desk-messages-none", "/desk/messages", is_desk=True),
    Sight("desk-figures", "/desk/figures?{days}", is_desk=True),
    Sight("desk-figures-by-activity", "/desk/figures?group=activity&{days}", is_desk=True),
    Sight("desk-people", "/desk/people", is_desk=True),
    Sight("desk-audit", "/desk/audit", is_desk=True),
    Sight("desk-schedule", "/desk/schedule", is_desk=True),
    Sight("desk-schedule-week", "/desk/schedule?view=week", is_desk=True),
    Sight("desk-schedule-none", "/desk/schedule?date=2020-01-01", is_desk=True),
    Sight("desk-closing", "/desk/schedule/close", is_desk=True),
    Sight("desk-repeating", "/desk/schedule/recurring?activity=jet-skiing", is_desk=True),
    Sight("desk-catalogue", "/desk/catalogue", is_desk=True),
    Sight("desk-activity", "/desk/catalogue/jet-skiing", is_desk=True),
    Sight("desk-activity-new", "/desk/catalogue/new", is_desk=True),
    Sight("desk-import", "/desk/catalogue/import", is_desk=True),
)


@dataclass(frozen=True, slots=True)
class Known:
    """A guest with bookings of each kind, and what signs them in; at the desk, too."""

    token: str
    references: dict[str, str]
    desk_token: str = ""


def known_guest(served: Served, phone: str) -> Known:
    """Make a guest who has a booking held, one confirmed, one cancelled."""
    token = served.token_of(phone)
    references: dict[str, str] = {}
    wishes = {
        "confirmed": ("beach-barbecue-with-mariachi", {"adult": 2, "child": 1}),
        "cancelled": ("parasailing", None),
        "pending": ("jet-skiing", None),
    }
    for kind, (slug, party) in wishes.items():
        booking = hold(served, token, slug, party=party)
        references[kind] = booking["reference"]
        if kind != "pending":
            served.as_guest(token, f"/bookings/{booking['id']}/{kind_of_act(kind)}/", {})
    return Known(token, references)


def known_at_the_desk(served: Served, known: Known, phone: str, *, desk_token: str) -> Known:
    """Let a guest be a lot to the desk: with a charge on the room, and waiting for somebody."""
    booking = hold(served, known.token, "snorkeling-tour", room="204", lead_name="Ana Lopez")
    served.as_guest(known.token, f"/bookings/{booking['id']}/confirm/", {})
    served.say(phone, "I want to talk to a person")
    waiting = served.as_guest(desk_token, "/staff/conversations/?status=waiting")["items"]
    first = datetime.now(UTC).date()
    days = urlencode({"from": first - timedelta(days=2), "to": first + timedelta(days=11)})
    slot = booking["time_slot"]
    more = {
        "talk": waiting[0]["id"],
        "days": days,
        "slot": slot["id"],
        "day": slot["start_time"][:10],
    }
    return replace(known, references=known.references | more, desk_token=desk_token)


def kind_of_act(kind: str) -> str:
    """Return the call that makes a booking `confirmed` or `cancelled`."""
    return {"confirmed": "confirm", "cancelled": "cancel"}[kind]


def hold(
    served: Served,
    token: str,
    slug: str,
    *,
    party: dict[str, int] | None = None,
    after_days: int = 2,
    **words: str,
) -> dict[str, Any]:
    """Hold a free time of an activity, some days ahead or later, for two or for `party`."""
    slot = free_slots(served, slug, after_days=after_days)[0]
    wanted: dict[str, Any] = {"party": party} if party else {"participants": 2}
    order = {"activity_id": slot["activity_id"], "time_slot_id": slot["id"], **wanted, **words}
    booking: dict[str, Any] = served.as_guest(token, "/bookings/", order)
    return booking


def free_slots(served: Served, slug: str, *, after_days: int = 2) -> list[dict[str, Any]]:
    """Return the free times of an activity, from some days ahead on."""
    first = datetime.now(UTC).date() + timedelta(days=after_days)
    span = urlencode({"from": first, "to": first + timedelta(days=20), "participants": 2})
    told = served.ask(f"/api/v1/activities/{slug}/availability/?{span}")
    slots = [slot for slot in told["slots"] if slot["is_available"]]
    return [slot | {"activity_id": told["activity_id"]} for slot in slots]


def sign_in(context: BrowserContext, served: Served, token: str) -> None:
    """Give a window the session of a guest."""
    context.add_cookies([{"name": "session", "value": token, "url": served.url}])


@contextmanager
def looking_at(
    sight: Sight, browser: Browser, served: Served, known: Known, **how: Any
) -> Iterator[Page]:
    """Open a page of the app in a window of its own, and wait until all of it is there."""
    window = open_window(browser, served.url, **how)
    if sight.is_own or sight.is_desk:
        token = known.desk_token if sight.is_desk else known.token
        sign_in(window.context, served, token)
    page = window.page()
    page.goto(sight.path.format(**known.references))
    settle(page)
    yield page
    window.context.close()
    assert not window.faults, window.faults


def settle(page: Page) -> None:
    """Wait until a page has its heading, its data and its pictures."""
    page.get_by_role("heading", level=1).first.wait_for()
    page.locator("[role=status]:has-text('Loading')").first.wait_for(state="hidden")
    until(page, PICTURES)
    until(page, STILL)


def until(page: Page, script: str) -> None:
    """Wait until a script is true on a page.

    The browser is asked again and again, from here: the pages' policy lets nothing be
    evaluated within them.
    """
    end = time.monotonic() + PATIENCE_MS / 1000
    while not page.evaluate(script):
        assert time.monotonic() < end, script
        page.wait_for_timeout(50)
