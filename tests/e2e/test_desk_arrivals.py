"""A day at the pier and on the phone: booked by keys alone, checked in, read offline."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.e2e.barriers import barriers
from tests.e2e.chromium import DESKTOP, PHONE, Window
from tests.e2e.desk import ADMIN, Desk, serving_in_the_morning
from tests.e2e.guest import SOON_MS, Guest
from tests.e2e.served import Served, new_phone
from tests.e2e.sights import settle, sign_in

MOST_KEYS = 12  # beside what is typed
SOON = timedelta(hours=2)
IS_KEPT = """async () => {
  await navigator.serviceWorker.ready;
  const cache = await caches.open("desk-1");
  return (await cache.keys()).some(({ url }) => url.includes("ManifestPage"));
}"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A resort whose day has hardly begun."""
    with serving_in_the_morning(tmp_path_factory.mktemp("morning")) as served:
        yield served


@pytest.fixture(scope="module")
def token(served: Served) -> str:
    """What proves a member of staff."""
    return served.token_of(ADMIN)


@pytest.fixture
def another_desk(
    window: Callable[..., Window], served: Served, token: str
) -> Callable[..., Desk]:
    """Open another page of the desk, in a browser of its own."""

    def at(**how: Any) -> Desk:
        return Desk.at(window(**({"size": DESKTOP} | how)).page(), served, token)

    return at


@pytest.fixture
def desk(another_desk: Callable[..., Desk]) -> Desk:
    """Somebody at a desk's screen."""
    return another_desk()


@dataclass
class Keys:
    """A keyboard that counts: presses, not letters that are typed."""

    page: Page
    pressed: list[str] = field(default_factory=list)

    def press(self, key: str) -> None:
        """Press one key, or several at once."""
        self.page.keyboard.press(key)
        self.pressed += key.split("+")

    def type(self, words: str) -> None:
        """Type words."""
        self.page.keyboard.type(words, delay=10)


def test_a_phone_booking_takes_a_few_keys_and_what_is_typed(desk: Desk):
    slot = desk.departure("parasailing", after=SOON, capacity=9)
    caller = new_phone()
    desk.opens("/desk/departures/" + slot["id"])
    settle(desk.page)
    keys = Keys(desk.page)

    keys.press("Control+k")
    expect(desk.page.get_by_label("Who", exact=True)).to_be_focused()
    keys.type(f"Maria Lopez 204 {caller}")
    keys.press("Tab")
    keys.type(f"para {_clock(desk, slot)}")
    expect(desk.page.get_by_role("option").first).to_contain_text("Parasailing")
    keys.press("Enter")
    expect(desk.page.get_by_label("Person", exact=True)).to_be_focused()
    keys.type("3")
    keys.press("Enter")

    booking = desk.booking(_reference(desk.page))
    assert booking["time_slot"]["id"] == slot["id"]
    assert (booking["lead_name"], booking["room"]) == ("Maria Lopez", "204")
    assert (booking["status"], booking["participants"]) == ("confirmed", 3)
    assert len(keys.pressed) <= MOST_KEYS, keys.pressed
    desk.served.await_message(caller, booking["reference"][:4])
    keys.press("Escape")
    expect(desk.page.get_by_role("row").filter(has_text="Maria Lopez")).to_be_visible()


def test_who_walks_in_needs_no_name(desk: Desk):
    desk.departure("sound-bath", after=SOON, capacity=4)
    desk.opens("/desk")
    keys = Keys(desk.page)

    keys.press("n")
    expect(desk.page.get_by_label("Who", exact=True)).to_be_focused()
    keys.press("Tab")
    keys.type("sound")
    desk.page.get_by_role("option").first.wait_for()
    keys.press("Enter")
    expect(desk.page.get_by_label("Person", exact=True)).to_be_focused()
    keys.press("Enter")

    booking = desk.booking(_reference(desk.page))
    assert (booking["lead_name"], booking["guest"]["phone"]) == ("Walk-in", None)
    expect(desk.page.get_by_role("img", name="QR code of")).to_be_visible()
    keys.press("Enter")
    expect(desk.page.get_by_label("Who", exact=True)).to_be_focused()


def test_a_departure_that_was_taken_meanwhile_has_others_a_tap_away(desk: Desk):
    slot = desk.departure("tennis-coaching", after=timedelta(minutes=40), capacity=1)
    desk.opens("/desk/departures/" + slot["id"])
    desk.page.get_by_role("button", name="Book a place").first.click()
    expect(desk.page.get_by_label("What and when")).to_have_value(re.compile("Tennis"))
    desk.page.get_by_label("Who", exact=True).fill("Bo")
    desk.books(slot, "Somebody faster")

    desk.page.get_by_role("button", name="Book", exact=True).click()
    desk.page.get_by_role("button", name=re.compile("^Book .*[AP]M$")).first.click()

    booking = desk.booking(_reference(desk.page))
    assert booking["lead_name"] == "Bo"
    assert booking["time_slot"]["id"] != slot["id"]


def test_a_group_is_held_and_has_the_boat_alone(desk: Desk):
    slot = desk.departure(
        "salsa-on-the-terrace", after=SOON + timedelta(minutes=5), capacity=10
    )
    desk.opens("/desk/departures/" + slot["id"])
    desk.page.get_by_role("button", name="Book a place").first.click()
    desk.page.get_by_label("Who", exact=True).fill("Club Nautico")
    desk.page.get_by_text("More: hold, private, note").click()
    until = _local(desk, datetime.now(UTC) + timedelta(hours=1))
    desk.page.get_by_label("Hold until").fill(until)
    desk.page.get_by_text("Private departure").click()
    desk.page.get_by_label("Note for staff").fill("Pays by transfer")

    desk.page.get_by_role("button", name="Hold", exact=True).click()

    booking = desk.booking(_reference(desk.page))
    assert (booking["status"], booking["is_private"]) == ("pending", True)
    assert _local(desk, datetime.fromisoformat(booking["expires_at"])) == until
    assert [note["body"] for note in booking["notes"]] == ["Pays by transfer"]


def test_a_party_is_checked_in_by_the_code_on_the_guests_own_page(
    desk: Desk, window: Callable[..., Window]
):
    slot = desk.departure("snorkeling-tour", after=SOON, capacity=6)
    guest = Guest(window().page(), desk.served, new_phone())
    booking = _held_and_confirmed(guest, slot)
    with guest.page.expect_response("**/pass/") as answered:
        guest.opens(f"/bookings/{booking['reference']}")
    code = answered.value.json()["code"]
    desk.opens("/desk")

    # As a scanner does: it types wherever the focus is, and presses Enter.
    desk.page.keyboard.type(code)
    desk.page.keyboard.press("Enter")
    done = desk.page.get_by_role("status").filter(has_text="checked in (2)")
    expect(done).to_be_visible()
    first = desk.booking(booking["id"])
    done.get_by_role("button", name="Undo").click()
    expect(desk.page.get_by_text("Taken back.")).to_be_visible()
    taken_back = desk.booking(booking["id"])
    desk.page.get_by_label("Reference or code").fill(booking["reference"].lower())
    desk.page.keyboard.press("Enter")
    expect(done).to_be_visible()

    assert "." in code
    assert [first["arrived"], taken_back["arrived"]] == [2, None]
    assert desk.booking(booking["id"])["arrived"] == 2


def test_a_code_that_is_none_is_refused_in_words(desk: Desk):
    desk.opens("/desk")
    field = desk.page.get_by_label("Reference or code")

    field.fill("ABCD2345")
    field.press("Enter")

    expect(desk.page.get_by_role("alert")).to_have_text("No booking has this reference.")


def test_fewer_come_than_were_booked(desk: Desk):
    slot = desk.departure("ceviche-kitchen", after=SOON + timedelta(minutes=1), capacity=8)
    booking = desk.books(slot, "Ana Alvarez", participants=4)
    desk.opens("/desk/departures/" + slot["id"])

    _row(desk, "Ana Alvarez").get_by_role("button", name="More about").click()
    desk.page.get_by_role("button", name="One less: How many came?").click()
    desk.page.get_by_role("dialog").get_by_role("button", name="Check in").click()

    told = _row(desk, "Ana Alvarez").get_by_text("3 of 4")
    expect(told.filter(visible=True)).to_have_count(1)
    assert desk.booking(booking["id"])["arrived"] == 3


def test_a_no_show_is_marked_and_put_back(desk: Desk):
    slot = desk.departure("beach-horse-ride", after=timedelta(seconds=4), capacity=8)
    booking = desk.books(slot, "Late Larry")
    desk.opens("/desk/departures/" + slot["id"])
    _await_start(desk, slot)
    row = _row(desk, "Late Larry")

    row.get_by_role("button", name="More about").click()
    desk.page.get_by_role("button", name="No-show").click()
    expect(row.get_by_text("No-show").filter(visible=True)).to_have_count(1)
    expect(desk.page.get_by_role("button", name="Undo")).to_be_visible()
    marked = desk.booking(booking["id"])["status"]
    with desk.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        desk.page.get_by_role("button", name="Undo").click()
    expect(row.get_by_role("button", name="Check in")).to_be_visible()

    assert marked == "no_show"
    assert desk.booking(booking["id"])["status"] == "confirmed"


def test_a_phone_is_shown_to_whoever_asks_and_that_is_taken_down(desk: Desk):
    slot = desk.departure("ceviche-kitchen", after=SOON + timedelta(minutes=2), capacity=8)
    phone = new_phone()
    booking = desk.books(slot, "Pat Phone", phone=phone)
    desk.opens("/desk/departures/" + slot["id"])
    before = desk.page.content()

    _row(desk, "Pat Phone").get_by_role("button", name="Show the phone number").click()

    expect(_row(desk, "Pat Phone").get_by_role("link", name=phone)).to_be_visible()
    assert phone not in before
    acts = [act["action"] for act in desk.booking(booking["id"])["history"]]
    assert "booking.phone" in acts


def test_a_manifest_is_read_where_there_is_no_connection(desk: Desk):
    slot = desk.departure("cenote-azul-swim", after=SOON, capacity=8)
    desk.books(slot, "Olga Offline", room="31", note="Bring the small vest")
    desk.opens("/desk")
    expect(desk.page.get_by_role("link", name="Cenote").first).to_be_attached()
    desk.opens("/desk/departures/" + slot["id"])
    expect(_row(desk, "Olga Offline")).to_be_visible()
    desk.page.wait_for_function(IS_KEPT)
    desk.page.context.set_offline(True)

    desk.opens("/desk/departures/" + slot["id"])

    expect(_row(desk, "Olga Offline")).to_contain_text("Bring the small vest")
    expect(desk.page.get_by_text(re.compile("This is how it was at"))).to_be_visible()
    expect(_row(desk, "Olga Offline").get_by_role("button", name="Check in")).to_be_disabled()
    desk.page.get_by_role("link", name="All departures").click()
    expect(desk.page.get_by_role("heading", name="Today", level=1)).to_be_visible()
    expect(desk.page.get_by_role("link", name="Cenote").first).to_be_attached()


def test_nothing_of_the_desk_stays_on_a_device_after_signing_out(desk: Desk):
    slot = desk.departure("cenote-azul-swim", after=SOON + timedelta(minutes=3), capacity=8)
    desk.opens("/desk/departures/" + slot["id"])
    kept = "Object.keys(localStorage).filter((key) => key.startsWith('desk:')).length"
    expect(desk.page.get_by_role("button", name="Print")).to_be_visible()
    before = desk.page.evaluate(kept)

    desk.page.context.clear_cookies()
    desk.opens("/bookings")
    expect(desk.page.get_by_role("link", name="Sign in").first).to_be_visible()

    assert before > 0
    assert desk.page.evaluate(kept) == 0


def test_two_desks_see_each_other_at_once(desk: Desk, another_desk: Callable[..., Desk]):
    slot = desk.departure("first-scuba-dive", after=SOON, capacity=8)
    booking = desk.books(slot, "First Guest", participants=2)
    other = another_desk()
    for one in (desk, other):
        one.opens("/desk/departures/" + slot["id"])
        expect(_row(one, "First Guest")).to_be_visible()
    other.page.wait_for_timeout(500)  # until it listens

    desk.books(slot, "Second Guest")
    expect(_row(other, "Second Guest")).to_be_visible(timeout=SOON_MS)
    _row(desk, "First Guest").get_by_role("button", name="Check in").click()
    expect(other.page.get_by_text("2 of 3 arrived")).to_be_visible(timeout=SOON_MS)
    desk.asks(f"/staff/bookings/{booking['id']}/cancel/", {"reason": "Ill"})
    expect(_row(other, "First Guest")).to_be_hidden(timeout=SOON_MS)


def test_a_departure_that_one_desk_closes_is_closed_at_the_other(
    desk: Desk, another_desk: Callable[..., Desk]
):
    slot = desk.departure("temazcal-ceremony", after=SOON, capacity=8)
    other = another_desk()
    other.opens("/desk")
    row = other.page.get_by_role("listitem").filter(has_text="Temazcal").first
    expect(row).to_be_visible()

    desk.asks(f"/staff/slots/{slot['id']}/close/", {"reason": "Lightning"})

    expect(other.page.get_by_text("Closed: Lightning")).to_be_visible(timeout=SOON_MS)


def test_a_manifest_prints_on_paper_with_room_for_who_walks_in(desk: Desk):
    slot = desk.departure("ceviche-kitchen", after=SOON + timedelta(minutes=4), capacity=8)
    desk.books(slot, "Paula Paper", room="7")
    desk.opens("/desk/departures/" + slot["id"])
    expect(_row(desk, "Paula Paper")).to_be_visible()

    desk.page.emulate_media(media="print", color_scheme="dark")

    expect(_row(desk, "Paula Paper")).to_be_visible()
    expect(desk.page.get_by_role("row").filter(has_text="Walk-in")).to_have_count(5)
    for name in ("Print", "Check in Paula Paper"):
        expect(desk.page.get_by_role("button", name=name)).to_have_count(0)
    expect(desk.page.get_by_role("navigation")).to_have_count(0)
    paper = desk.page.pdf(prefer_css_page_size=True)
    assert re.findall(rb"/MediaBox ?\[0 0 (\d+)\.?\d* (\d+)", paper) == [(b"594", b"841")]


def test_a_manifest_is_a_file_too(desk: Desk):
    slot = desk.departure("ceviche-kitchen", after=SOON + timedelta(minutes=5), capacity=8)
    desk.books(slot, "Carla Csv", special_requests="=HYPERLINK()")
    desk.opens("/desk/departures/" + slot["id"])

    with desk.page.expect_download() as coming:
        desk.page.get_by_role("button", name="Download CSV").click()

    text = coming.value.path().read_text(encoding="utf-8-sig")
    assert coming.value.suggested_filename.startswith("ceviche-kitchen-")
    assert "Carla Csv" in text
    assert "'=HYPERLINK()" in text


@pytest.mark.parametrize(
    ("size", "theme"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["light", "dark"]
)
def test_nothing_bars_anybody_from_the_dialogs(
    another_desk: Callable[..., Desk], size: ViewportSize, theme: str
):
    desk = another_desk(size=size, theme=theme)
    after = SOON + timedelta(minutes=len(theme))  # two at one time there cannot be
    slot = desk.departure("sunrise-yoga", after=after, capacity=8)
    desk.books(slot, "Ada Able", phone=new_phone(), note="Uses a cane")
    desk.opens("/desk/departures/" + slot["id"])
    settle(desk.page)

    page_itself = barriers(desk.page)
    desk.page.get_by_role("button", name="More about Ada Able").filter(visible=True).click()
    desk.page.get_by_role("dialog").get_by_text("How it ended").wait_for()
    entry = barriers(desk.page)
    desk.page.keyboard.press("Escape")
    desk.page.get_by_role("button", name="Book a place").click()
    expect(desk.page.get_by_label("Person", exact=True)).to_be_visible()
    desk.page.get_by_text("More: hold, private, note").click()
    filled = barriers(desk.page)
    desk.page.get_by_label("What and when").fill("snork")
    desk.page.get_by_role("option").first.wait_for()
    searched = barriers(desk.page)
    desk.page.get_by_role("option").first.click()
    desk.page.get_by_role("button", name="Book", exact=True).click()
    _reference(desk.page)
    booked = barriers(desk.page)

    assert [page_itself, entry, filled, searched, booked] == [[], [], [], [], []]


def test_a_guest_finds_nothing_at_the_desk(window: Callable[..., Window], served: Served):
    guest = Guest(window().page(), served, new_phone())
    guest.is_signed_in()
    asked: list[str] = []
    guest.page.on("request", lambda request: asked.append(request.url))

    guest.opens("/desk")

    guest.expects("Nothing here")
    expect(guest.page.get_by_role("navigation", name="Desk")).to_have_count(0)
    assert [url for url in asked if "/staff/" in url or "desk-worker" in url] == []


def test_guests_do_not_download_the_desk(window: Callable[..., Window], served: Served):
    guest = Guest(window().page(), served, new_phone())
    guest.is_signed_in()
    scripts: set[str] = set()
    guest.page.on("request", lambda asked: scripts.add(asked.url))

    for path in ("/", "/activities", "/bookings"):
        guest.opens(path)
        settle(guest.page)

    files = [url for url in scripts if url.endswith(".js")]
    assert len(files) > 3
    fetch = guest.page.request.get
    assert [url for url in files if "/staff/" in fetch(url).text()] == []


def _held_and_confirmed(guest: Guest, slot: dict[str, Any]) -> dict[str, Any]:
    token = guest.served.token_of(guest.phone)
    sign_in(guest.page.context, guest.served, token)
    wish = {
        "activity_id": slot["activity_id"],
        "time_slot_id": slot["id"],
        "participants": 2,
        "lead_name": "Gina Guest",
    }
    booking: dict[str, Any] = guest.served.as_guest(token, "/bookings/", wish)
    guest.served.as_guest(token, f"/bookings/{booking['id']}/confirm/", {})
    return booking


def _row(desk: Desk, name: str) -> Any:
    return desk.page.get_by_role("row").filter(has_text=name)


def _reference(page: Page) -> str:
    """The reference that the dialog tells, once it was booked."""
    told = page.get_by_role("dialog").get_by_text(re.compile(r"^[2-9A-Z]{4}-[2-9A-Z]{4}$"))
    return told.inner_text().replace("-", "")


def _local(desk: Desk, moment: datetime) -> str:
    """A moment as the resort's clock shows it, as fields for it want it."""
    script = """([moment, timeZone]) => new Intl.DateTimeFormat("sv-SE", {
      dateStyle: "short", timeStyle: "short", timeZone,
    }).format(new Date(moment)).replace(" ", "T")"""
    zone = desk.served.ask("/api/v1/resort/")["timezone"]
    told: str = desk.page.evaluate(script, [moment.isoformat(), zone])
    return told


def _clock(desk: Desk, slot: dict[str, Any]) -> str:
    """The clock time of a departure as somebody would type it."""
    return _local(desk, datetime.fromisoformat(slot["start_time"]))[11:]


def _await_start(desk: Desk, slot: dict[str, Any]) -> None:
    left = datetime.fromisoformat(slot["start_time"]) - datetime.now(UTC)
    desk.page.wait_for_timeout(max(0.0, left.total_seconds() * 1000 + 800))
