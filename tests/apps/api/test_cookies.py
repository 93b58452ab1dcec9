"""Whoever makes a browser send its cookie changes nothing, and what has ended opens nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from resortbook.application.resort import Resort
from resortbook.domain.actor import Actor
from tests.apps.api.test_matrix import IDS, MATRIX, UNKNOWN
from tests.apps.api.visitors import Visitor, error
from tests.resort_fixtures import MovableClock

SAFE = {"GET", "HEAD"}
# Who is not signed in yet has no token to show; the simulator's pages are for nobody's data.
WITHOUT_A_TOKEN = {
    "/api/v1/auth/request-otp/",
    "/api/v1/auth/verify-otp/",
    "/api/v1/auth/link/",
    "/simulator/messages",
    "/simulator/clock",
}
UNSAFE = [
    (method, path)
    for method, path in MATRIX
    if method not in SAFE and path not in WITHOUT_A_TOKEN
]
CLOSED = [(method, path) for (method, path), who in MATRIX.items() if who.nobody == 401]
CLOSED = [one for one in CLOSED if one[1] not in WITHOUT_A_TOKEN]


def place(path: str) -> str:
    """An address of a route, at which nothing is."""
    return "/" + path.format(key=UNKNOWN, **dict.fromkeys(IDS, UNKNOWN))


@pytest.fixture
def by_cookie(anybody: Visitor) -> Callable[..., Any]:
    """Call a route as a browser does that was made to, with the cookie of a session."""

    def call(whose: Visitor, method: str, path: str, **headers: str) -> Any:
        cookie = {"Cookie": f"session={whose.token}"}
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return anybody.call(method, place(path), headers={**cookie, **more})

    return call


def csrf_of(visitor: Visitor) -> str:
    found: str = visitor.get("/auth/me/").get_json()["csrf_token"]
    return found


def test_no_unsafe_route_takes_a_cookie_alone_or_with_somebody_elses_token(
    admin: Visitor, other_guest: Visitor, by_cookie: Any
):
    theirs = csrf_of(other_guest)
    for method, path in UNSAFE:
        alone = by_cookie(admin, method, path)
        wrong = by_cookie(admin, method, path, X_CSRF_Token=theirs)
        from_elsewhere = by_cookie(admin, method, path, Origin="https://evil.example")

        refused = {error(one) for one in (alone, wrong, from_elsewhere)}
        assert refused == {(403, "CSRF_FAILED")}, (method, path)


def test_every_unsafe_route_takes_a_cookie_with_its_own_token(admin: Visitor, by_cookie: Any):
    mine = csrf_of(admin)
    # The others end the session, or whoever it belongs to.
    for method, path in [one for one in UNSAFE if not one[1].startswith("/api/v1/auth/")]:
        answer = by_cookie(admin, method, path, X_CSRF_Token=mine)

        assert answer.status_code in (200, 201, 204, 400, 404, 409, 415), (method, path)


def test_a_token_outlives_no_session(guest: Visitor, sign_in: Any, by_cookie: Any):
    old = csrf_of(guest)
    guest.post("/auth/logout/")
    again = sign_in(guest.person)

    answer = by_cookie(again, "PATCH", "/api/v1/auth/me/", X_CSRF_Token=old)

    assert error(answer) == (403, "CSRF_FAILED")
    assert csrf_of(again) != old


def ended_by(way: str, whose: Visitor, *, resort: Resort, clock: MovableClock) -> None:
    """End a session of a member of staff in one of the ways that there are."""
    assert whose.person is not None
    if way == "logout":
        whose.post("/auth/logout/")
    elif way == "logout everywhere":
        whose.post("/auth/logout-all/")
    elif way == "idling":
        clock.advance(hours=2)
    elif way == "its time":
        for _ in range(12):
            clock.advance(minutes=59, seconds=59)
            whose.get("/auth/me/")
        clock.advance(seconds=12)
    elif way == "an admin":
        resort.sessions.end_all(whose.person.id)
    elif way == "erasure":
        resort.account.erase(whose.person.id, by=Actor.operator())


@pytest.mark.parametrize(
    "way", ["logout", "logout everywhere", "idling", "its time", "an admin", "erasure"]
)
def test_what_has_ended_opens_no_door(
    admin: Visitor, by_cookie: Any, resort: Resort, clock: MovableClock, way: str
):
    csrf = csrf_of(admin)

    ended_by(way, admin, resort=resort, clock=clock)

    known = "AUTH_REQUIRED" if way == "erasure" else "SESSION_EXPIRED"
    for method, path in CLOSED:
        bearer = admin.call(method, place(path))
        cookie = by_cookie(admin, method, path, X_CSRF_Token=csrf)
        assert error(bearer) == error(cookie) == (401, known), (method, path)


def test_signing_in_takes_no_session_that_was_brought_along(
    anybody: Visitor, resort: Resort, guest: Visitor
):
    token = resort.login.new_link("+14155550123", by=Actor.operator())
    planted = {"Cookie": "session=planted-by-somebody-else"}

    first = anybody.post("/auth/link/", {"token": token}, headers=planted)

    opened = first.get_json()["token"]
    assert opened not in ("planted-by-somebody-else", guest.token)
    assert f"session={opened};" in first.headers["Set-Cookie"]
    assert error(anybody.get("/auth/me/", headers=planted)) == (401, "AUTH_REQUIRED")
