"""The account of whoever is signed in."""

from dataclasses import replace
from typing import Any

from flask.views import MethodView

from resortbook.application.account_shapes import holdings_shape
from resortbook.application.shapes import Shape
from resortbook_api.auth import Access, guest, signed_in, take_cookie
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.routes.auth import session_shape
from resortbook_api.schemas.session import HoldingsSchema, MeSchema, ProfileAsked

blp = Blueprint("account", "Whoever is signed in", "/api/v1/auth/me")


@blp.route("/", access=Access.SIGNED_IN)
class Me(MethodView):
    """The session and profile."""

    @blp.shows(200, MeSchema)
    def get(self) -> Shape:
        """Get my session."""
        return session_shape(signed_in())

    @blp.arguments(ProfileAsked)
    @blp.shows(200, MeSchema)
    def patch(self, asked: dict[str, Any]) -> Shape:
        """Change my profile."""
        session = signed_in()
        person = resort().account.update_profile(session.person.id, by=guest(), **asked)
        return session_shape(replace(session, person=replace(person, role=session.person.role)))

    @blp.refuses(409)
    @blp.shows(204)
    def delete(self) -> None:
        """Erase me.

        Past bookings stay without the person. Refused while a booking is ahead.
        """
        resort().account.erase(signed_in().person.id, by=guest())
        take_cookie()


@blp.route("/export/", access=Access.SIGNED_IN)
class Export(MethodView):
    """Everything that is held."""

    @blp.shows(200, HoldingsSchema)
    def get(self) -> Shape:
        """Export what is held of me."""
        person = signed_in().person
        return holdings_shape(resort().account.export(person.id), now=resort().clock.now())
