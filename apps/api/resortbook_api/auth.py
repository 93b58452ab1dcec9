"""Who asks, and whether the door stands open to them."""

import hmac
import re
from dataclasses import replace
from enum import StrEnum
from typing import cast

from flask import Response, after_this_request, g, request

from resortbook.application.operations import is_monitoring
from resortbook.application.sessions import SignedIn
from resortbook.domain.actor import Actor, Door, Role
from resortbook.domain.errors import AuthRequired, CsrfFailed, NotAllowed, NotStaff
from resortbook.settings import Settings
from resortbook_api.client_address import is_forwarded
from resortbook_api.current import resort, settings

CSRF_HEADER = "X-CSRF-Token"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_BEARER = re.compile(r"[Bb]earer +([A-Za-z0-9._~+/=-]{1,512}) *")


class Access(StrEnum):
    """Whom a route is for."""

    PUBLIC = "public"
    ANYBODY = "anybody, and better for who is signed in"
    SIGNED_IN = "signed in"
    STAFF = "staff"
    ADMIN = "admin"
    MONITORING = "monitoring"


def check_access(access: Access) -> None:
    """Let the request of this moment through a door, and remember who it is.

    Raises:
        AuthRequired, SessionExpired: nobody is signed in by what was shown.
        CsrfFailed: signed in by the cookie, without the token that only our pages know.
        NotStaff, NotAllowed: signed in, but not for this door.
    """
    if access is Access.PUBLIC:
        return
    if access is Access.MONITORING:
        _check_monitoring()
        return
    if access is Access.ANYBODY and not _shows_a_token():
        return
    signed_in = _signed_in()
    role = signed_in.person.role
    if access in (Access.STAFF, Access.ADMIN) and not role.is_staff:
        raise NotStaff("This is for the resort's staff")
    if access is Access.ADMIN and role is not Role.ADMIN:
        raise NotStaff("This is for the resort's admins")
    g.signed_in = signed_in


def signed_in() -> SignedIn:
    """Return the session that this request was let in by."""
    return cast(SignedIn, g.signed_in)


def signed_in_if_any() -> SignedIn | None:
    """Return the session that came with this request, None where none did."""
    return cast(SignedIn | None, g.get("signed_in"))


def guest() -> Actor:
    """Return the signed-in person, acting on their own things."""
    return Actor.guest(signed_in().person.id, door=Door.WEB)


def staff() -> Actor:
    """Return the signed-in member of staff, acting on anybody's things."""
    person = signed_in().person
    return Actor.staff(person.id, role=person.role, door=Door.DESK)


def give_cookie(opened: SignedIn) -> None:
    """Hand the session to a browser too, with the answer of this request."""
    left = opened.session.expires_at - resort().clock.now()

    def set_cookie(response: Response) -> Response:
        response.set_cookie(
            cookie_name(settings()),
            opened.token,
            max_age=max(0, int(left.total_seconds())),
            path="/",
            secure=settings().is_production,
            httponly=True,
            samesite="Lax",
        )
        return response

    after_this_request(set_cookie)


def take_cookie() -> None:
    """Make a browser forget the session, with the answer of this request."""

    def delete_cookie(response: Response) -> Response:
        response.delete_cookie(
            cookie_name(settings()),
            path="/",
            secure=settings().is_production,
            httponly=True,
            samesite="Lax",
        )
        return response

    after_this_request(delete_cookie)


def cookie_name(chosen: Settings) -> str:
    """Return the cookie's name; the prefix makes browsers insist on https and on this host."""
    return "__Host-session" if chosen.is_production else "session"


def _signed_in() -> SignedIn:
    bearer = _bearer_token()
    token = bearer or request.cookies.get(cookie_name(settings()))
    if not token:
        raise AuthRequired("Please sign in")
    found = resort().sessions.signed_in(token)
    if bearer is None and request.method not in SAFE_METHODS:
        _check_csrf(found)
    if found.session.is_staff:
        return found
    # A role that was given after signing in needs a session of its own length.
    return replace(found, person=replace(found.person, role=Role.GUEST))


def _shows_a_token() -> bool:
    has_cookie = bool(request.cookies.get(cookie_name(settings())))
    return has_cookie or "Authorization" in request.headers


def _bearer_token() -> str | None:
    shown = request.headers.get("Authorization")
    if shown is None:
        return None
    match = _BEARER.fullmatch(shown)
    if match is None:
        raise AuthRequired("Show the token as `Authorization: Bearer …`")
    return match[1]


def _check_csrf(found: SignedIn) -> None:
    shown = request.headers.get(CSRF_HEADER, "")
    if not hmac.compare_digest(shown.encode(), found.csrf_token.encode()):
        raise CsrfFailed(f"Send the session's CSRF token in {CSRF_HEADER}")


def _check_monitoring() -> None:
    is_known = is_monitoring(
        request.remote_addr or "",
        is_forwarded=is_forwarded(),
        authorization=request.headers.get("Authorization", ""),
        metrics_token=settings().metrics_token,
    )
    if settings().is_production and not is_known:
        raise NotAllowed("Metrics are for the resort's own monitoring")
