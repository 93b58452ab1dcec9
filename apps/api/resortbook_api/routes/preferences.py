"""What the signed-in guest likes."""

from typing import Any

from flask import Response
from flask.views import MethodView

from resortbook.application.account_shapes import preferences_shape
from resortbook.application.shapes import Shape
from resortbook.domain.preferences import Preferences
from resortbook.ports.changes import Subject
from resortbook_api.answers import remembered
from resortbook_api.auth import Access, guest, signed_in
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.preferences import PreferencesAsked, PreferencesSchema

blp = Blueprint("preferences", "What the signed-in guest likes", "/api/v1/preferences")


@blp.route("/", access=Access.SIGNED_IN)
class MyPreferences(MethodView):
    """The guest's preferences as a whole."""

    @blp.shows(200, PreferencesSchema)
    def get(self) -> Response:
        """Get my preferences."""
        guest_id = signed_in().person.id
        return remembered(
            f"preferences:{guest_id}",
            lambda: preferences_shape(resort().account.preferences(guest_id)),
            of=Subject.PREFERENCES,
        )

    @blp.arguments(PreferencesAsked)
    @blp.shows(200, PreferencesSchema)
    def put(self, asked: dict[str, Any]) -> Shape:
        """Replace my preferences.

        Categories are codes of the category list; what is left out is empty.
        """
        wanted = _preferences(asked)
        return preferences_shape(resort().account.set_preferences(wanted, by=guest()))


def _preferences(asked: dict[str, Any]) -> Preferences:
    budget = asked["budget_range"] or {}
    return Preferences(
        guest_id=signed_in().person.id,
        preferred_categories=tuple(dict.fromkeys(asked["preferred_categories"])),
        preferred_times=tuple(dict.fromkeys(asked["preferred_times"])),
        budget_min=budget.get("min"),
        budget_max=budget.get("max"),
        interests=asked["interests"],
    )
