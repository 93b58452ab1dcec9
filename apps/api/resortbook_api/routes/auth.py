"""Signing in and out."""

from typing import Any

from flask.views import MethodView

from resortbook.application.sessions import SignedIn
from resortbook.application.shapes import Shape, moment
from resortbook.domain.login import Person
from resortbook_api.auth import Access, give_cookie, signed_in, take_cookie
from resortbook_api.blueprint import Blueprint
from resortbook_api.client_address import client_address
from resortbook_api.current import resort
from resortbook_api.schemas.session import (
    CodeAsked,
    CodeRequestedSchema,
    CodeShown,
    LinkShown,
    SignedInSchema,
)

blp = Blueprint("sign-in", "Signing in and out", "/api/v1/auth")


@blp.route("/request-otp/", access=Access.PUBLIC)
class CodeRequest(MethodView):
    """A code on its way to a phone."""

    @blp.refuses(429)
    @blp.arguments(CodeAsked)
    @blp.shows(202, CodeRequestedSchema)
    def post(self, asked: dict[str, Any]) -> Shape:
        """Request a sign-in code.

        It goes out by WhatsApp. The answer is the same for known and unknown numbers.
        """
        requested = resort().login.request_code(asked["phone"], client_address=client_address())
        return {"expires_in": requested.expires_in, "resend_in": requested.resend_in}


@blp.route("/verify-otp/", access=Access.PUBLIC)
class CodeCheck(MethodView):
    """A code that somebody received."""

    @blp.refuses(401, 429)
    @blp.arguments(CodeShown)
    @blp.shows(200, SignedInSchema, headers=("Set-Cookie",))
    def post(self, asked: dict[str, Any]) -> Shape:
        """Sign in by a code.

        The session is answered as a token and set as a cookie.
        """
        return _opened(resort().login.verify_code(asked["phone"], asked["code"]))


@blp.route("/link/", access=Access.PUBLIC)
class LinkCheck(MethodView):
    """A link that somebody was sent."""

    @blp.refuses(401)
    @blp.arguments(LinkShown)
    @blp.shows(200, SignedInSchema, headers=("Set-Cookie",))
    def post(self, asked: dict[str, Any]) -> Shape:
        """Sign in by a link.

        That uses it up.
        """
        return _opened(resort().login.use_link(asked["token"]))


@blp.route("/logout/", access=Access.SIGNED_IN)
class Logout(MethodView):
    """The end of this session."""

    @blp.shows(204)
    def post(self) -> None:
        """Sign out."""
        resort().sessions.end(signed_in().session.id)
        take_cookie()


@blp.route("/logout-all/", access=Access.SIGNED_IN)
class LogoutEverywhere(MethodView):
    """The end of all sessions of this person."""

    @blp.shows(204)
    def post(self) -> None:
        """Sign out everywhere."""
        resort().sessions.end_all(signed_in().person.id)
        take_cookie()


def session_shape(session: SignedIn) -> Shape:
    """Show a session to its owner."""
    return {
        "user": user_shape(session.person),
        "csrf_token": session.csrf_token,
        "expires_at": moment(session.session.expires_at),
    }


def user_shape(person: Person) -> Shape:
    """Show a person to themselves."""
    return {
        "id": person.id,
        "phone": person.phone,
        "name": person.name,
        "room": person.room,
        "language": person.language,
        "role": person.role.value,
    }


def _opened(session: SignedIn) -> Shape:
    give_cookie(session)
    return {"token": session.token, **session_shape(session)}
