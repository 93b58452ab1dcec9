"""Signing in and out: codes, links, tokens, cookies."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import pytest
from flask import Flask
from uuid_utils.compat import uuid7

from resortbook.application.resort import Resort
from resortbook.bootstrap.container import Container
from resortbook.domain.actor import Actor, Role
from resortbook.domain.guest import Channel, ChannelAddress
from resortbook_api.current import EXTENSION
from tests.apps.api.visitors import Visitor, details, error
from tests.resort_fixtures import Given, MovableClock

PHONE = "+14155550123"
Codes = Callable[[str], list[str]]


def ask(visitor: Visitor, phone: str = PHONE, **how: Any):
    return visitor.post("/auth/request-otp/", {"phone": phone}, **how)


def verify(visitor: Visitor, code: str, phone: str = PHONE):
    return visitor.post("/auth/verify-otp/", {"phone": phone, "code": code})


def test_a_code_signs_in_a_guest_who_is_new(anybody: Visitor, codes: Codes):
    asked = ask(anybody, "+1 (415) 555-0123")
    answer = verify(anybody, codes(PHONE)[0])

    opened = answer.get_json()
    assert (asked.status_code, asked.get_json()) == (202, {"expires_in": 300, "resend_in": 30})
    assert answer.status_code == 200
    assert set(opened) == {"token", "expires_at", "csrf_token", "user"}
    assert opened["expires_at"] == "2026-11-14T17:00:00Z"
    assert {name: opened["user"][name] for name in ("phone", "name", "room", "role")} == {
        "phone": PHONE,
        "name": "",
        "room": "",
        "role": "guest",
    }
    me = replace(anybody, token=opened["token"]).get("/auth/me/").get_json()
    assert me == {name: opened[name] for name in ("user", "csrf_token", "expires_at")}


def test_a_wrong_and_a_used_code_are_refused(anybody: Visitor, codes: Codes):
    ask(anybody)
    code = codes(PHONE)[0]
    wrong = "000000" if code != "000000" else "111111"

    first = verify(anybody, wrong)
    verify(anybody, code)
    again = verify(anybody, code)

    assert error(first) == error(again) == (401, "INVALID_OTP")


@pytest.mark.parametrize("phone", ["", "abc", "4155550123", "+1415555", "+99912345678"])
def test_what_is_no_phone_is_refused_by_name(anybody: Visitor, phone: str):
    answers = [ask(anybody, phone), verify(anybody, "123456", phone)]

    assert [error(answer) for answer in answers] == [(400, "INVALID_PHONE")] * 2
    assert "phone" in details(answers[0])["fields"]


def test_too_many_codes_must_wait(anybody: Visitor, clock: MovableClock):
    ask(anybody)
    clock.advance(seconds=12)

    answer = ask(anybody)

    assert error(answer) == (429, "RATE_LIMITED")
    assert answer.headers["Retry-After"] == "18"


def test_a_link_signs_in_once(anybody: Visitor, resort: Resort):
    token = resort.login.new_link(PHONE, by=Actor.operator())

    first = anybody.post("/auth/link/", {"token": token})
    again = anybody.post("/auth/link/", {"token": token})
    unknown = anybody.post("/auth/link/", {"token": "unknown"})

    assert first.get_json()["user"]["phone"] == PHONE
    assert error(again) == error(unknown) == (401, "SESSION_EXPIRED")


def test_a_guest_without_a_number_signs_in_by_the_chats_link(
    anybody: Visitor, resort: Resort, given: Given, container: Container
):
    scoped = ChannelAddress(id=uuid7(), channel=Channel.WHATSAPP_ID, value="US.ABC123")
    guest = given.guest(None, name="Ana", addresses=(scoped,))
    with container.storage().begin() as work:
        now = resort.clock.now()
        link = resort.login.link_for(work, guest.id, reference="ABCD2345", now=now)
        work.commit()
    _, _, fragment = link.partition("/link#")
    token = parse_qs(fragment)["token"][0]

    signed_in = anybody.post("/auth/link/", {"token": token}).get_json()
    me = replace(anybody, token=signed_in["token"]).get("/auth/me/").get_json()

    assert parse_qs(fragment)["booking"] == ["ABCD2345"]
    assert signed_in["user"]["phone"] is None
    assert me["user"] == signed_in["user"]


def test_the_cookie_is_for_this_site_and_not_for_scripts(anybody: Visitor, codes: Codes):
    ask(anybody)

    cookie = verify(anybody, codes(PHONE)[0]).headers["Set-Cookie"]

    name, _, attributes = cookie.partition("=")
    assert name == "session"
    assert "HttpOnly" in attributes
    assert "SameSite=Lax" in attributes
    assert "Path=/" in attributes
    assert "Max-Age=2592000" in attributes
    assert "Secure" not in attributes


def test_in_production_the_cookie_is_bound_to_https_and_to_this_host(
    anybody: Visitor, codes: Codes, app: Flask
):
    house = app.extensions[EXTENSION]
    safe = replace(house.settings, resortbook_env="production")
    app.extensions[EXTENSION] = replace(house, settings=safe)
    ask(anybody)

    cookie = verify(anybody, codes(PHONE)[0]).headers["Set-Cookie"]

    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie
    assert "Domain" not in cookie


def test_by_the_cookie_changes_need_the_csrf_token(guest: Visitor, anybody: Visitor):
    csrf = guest.get("/auth/me/").get_json()["csrf_token"]
    cookie = {"Cookie": f"session={guest.token}"}

    def rename(**headers: str):
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return anybody.patch("/auth/me/", {"name": "Ana"}, headers={**cookie, **more})

    assert anybody.get("/auth/me/", headers=cookie).status_code == 200
    assert error(rename()) == (403, "CSRF_FAILED")
    assert error(rename(X_CSRF_Token="wrong")) == (403, "CSRF_FAILED")
    assert rename(X_CSRF_Token=csrf).status_code == 200


def test_bearer_wins_over_the_cookie(guest: Visitor, other_guest: Visitor):
    cookie = {"Cookie": f"session={guest.token}"}

    shown = other_guest.get("/auth/me/", headers=cookie).get_json()
    unknown = other_guest.get(
        "/auth/me/", headers={**cookie, "Authorization": "Bearer unknown"}
    )

    assert shown["user"]["name"] == "John Smith"
    assert other_guest.patch("/auth/me/", {}, headers=cookie).status_code == 200
    assert error(unknown) == (401, "AUTH_REQUIRED")


@pytest.mark.parametrize(
    "shown", ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer é", "Token abc"]
)
def test_what_is_no_token_signs_nobody_in(guest: Visitor, shown: str):
    cookie = f"session={guest.token}"

    answer = guest.get("/auth/me/", headers={"Authorization": shown, "Cookie": cookie})

    assert error(answer) == (401, "AUTH_REQUIRED")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_dead_session_does_not_close_public_doors(anybody: Visitor):
    headers = {"Authorization": "Bearer unknown", "Cookie": "session=unknown"}

    assert anybody.get("/activities/", headers=headers).status_code == 200
    assert ask(anybody, headers=headers).status_code == 202


def test_signing_out_ends_the_session_at_once(guest: Visitor):
    answer = guest.post("/auth/logout/")

    assert answer.status_code == 204
    assert answer.data == b""
    assert answer.headers["Set-Cookie"].startswith("session=;")
    assert error(guest.get("/auth/me/")) == (401, "SESSION_EXPIRED")


def test_signing_out_everywhere_ends_all_sessions(guest: Visitor, sign_in: Any):
    elsewhere = sign_in(guest.person)

    assert guest.post("/auth/logout-all/").status_code == 204

    assert error(elsewhere.get("/auth/me/")) == (401, "SESSION_EXPIRED")


def test_a_session_ends_by_idling(guest: Visitor, clock: MovableClock):
    clock.advance(days=6)
    used = guest.get("/auth/me/")
    clock.advance(days=7)

    assert used.status_code == 200
    assert error(guest.get("/auth/me/")) == (401, "SESSION_EXPIRED")


def test_a_role_counts_only_with_a_session_that_was_opened_with_it(
    guest: Visitor, desk: Visitor, container: Any, clock: MovableClock
):
    with container.storage().begin() as work:
        work.staff.set_role(guest.person.id, Role.STAFF, at=clock.now())
        work.commit()

    assert guest.get("/auth/me/").get_json()["user"]["role"] == "guest"
    assert error(guest.get("/staff/bookings/")) == (403, "FORBIDDEN")
    assert desk.get("/auth/me/").get_json()["user"]["role"] == "staff"
    assert desk.get("/staff/bookings/").status_code == 200


@pytest.mark.parametrize(
    ("trusted", "forwarded", "counted"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (1, "203.0.113.9:4711", "203.0.113.9"),
        (1, "[2001:db8::1]:4711", "2001:db8::1"),
        (2, "evil, 198.51.100.7, 203.0.113.9", "198.51.100.7"),
        (2, "203.0.113.9", "127.0.0.1"),
        (1, "unknown", "127.0.0.1"),
        (1, "203.0.113.9, ", "127.0.0.1"),
    ],
)
def test_a_forwarded_address_counts_as_far_as_proxies_are_trusted(
    anybody: Visitor,
    container: Any,
    app: Flask,
    clock: MovableClock,
    trusted: int,
    forwarded: str,
    counted: str,
):
    house = app.extensions[EXTENSION]
    behind = replace(house.settings, trusted_proxies=trusted)
    app.extensions[EXTENSION] = replace(house, settings=behind)

    ask(anybody, headers={"X-Forwarded-For": forwarded})

    before = clock.now().replace(year=2000)
    with container.storage().begin() as work:
        assert work.codes.nth_request(1, since=before, client_address=counted)


def test_signing_in_is_the_same_for_known_and_unknown_phones(anybody: Visitor, given: Given):
    given.guest("+14155550124")

    known, unknown = ask(anybody, "+14155550124"), ask(anybody, "+14155550125")

    assert (known.status_code, known.data) == (unknown.status_code, unknown.data)
