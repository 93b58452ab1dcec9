"""What departures share, for the desk: boats, therapists, rooms."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from resortbook.application.schedule_shapes import needs_shape, resource_shape
from resortbook.application.shapes import Shape
from resortbook.domain.resource import Need, Resource
from resortbook_api.auth import Access, staff
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.resources import (
    NeedList,
    NeedsAsked,
    ResourceAsked,
    ResourceChangesAsked,
    ResourceList,
    ResourceSchema,
)
from resortbook_api.versions import IfMatchHeader, expected_version, tag_with

blp = Blueprint("resources", "What departures share, for staff", "/api/v1/staff")


@blp.route("/resources/", access=Access.STAFF)
class Resources(MethodView):
    """Boats, therapists, rooms."""

    @blp.shows(200, ResourceList)
    def get(self) -> Shape:
        """List resources."""
        return {"items": [resource_shape(one) for one in resort().resources.list_resources()]}

    @blp.refuses(409)
    @blp.arguments(ResourceAsked)
    @blp.shows(201, ResourceSchema, headers=("ETag",))
    def post(self, asked: dict[str, Any]) -> Shape:
        """Make a resource."""
        return _tagged(resort().resources.add(asked["name"], units=asked["units"], by=staff()))


@blp.route("/resources/<uuid:resource_id>/", access=Access.STAFF)
class OneResource(MethodView):
    """One resource."""

    @blp.refuses(404, 409, 412)
    @blp.arguments(IfMatchHeader, location="headers")
    @blp.arguments(ResourceChangesAsked)
    @blp.shows(200, ResourceSchema, headers=("ETag",))
    def patch(self, headers: dict[str, Any], asked: dict[str, Any], resource_id: UUID) -> Shape:
        """Change a resource.

        There are never fewer than departures that are sold need at the same time.
        """
        expected = expected_version(headers)
        changed = resort().resources.change(resource_id, by=staff(), expected=expected, **asked)
        return _tagged(changed)

    @blp.refuses(404, 409)
    @blp.shows(204)
    def delete(self, resource_id: UUID) -> None:
        """Remove a resource.

        Only where no activity needs it.
        """
        resort().resources.remove(resource_id, by=staff())


@blp.route("/activities/<segment:key>/resources/", access=Access.STAFF)
class ActivityNeeds(MethodView):
    """What each departure of an activity takes."""

    @blp.refuses(404)
    @blp.shows(200, NeedList)
    def get(self, key: str) -> Shape:
        """List what an activity needs.

        A departure takes its units once, as long as anybody has a seat in it, from the
        minutes before its start to the minutes after its end.
        """
        activity = resort().catalogue.get_activity(key, inactive_too=True)
        return needs_shape(resort().resources.needs_of(activity.id))

    @blp.refuses(404, 409)
    @blp.arguments(NeedsAsked)
    @blp.shows(200, NeedList)
    def put(self, asked: dict[str, Any], key: str) -> Shape:
        """Set what an activity needs.

        For all its departures, and nothing else from now on; refused where departures that
        are sold would need more than there is.
        """
        activity = resort().catalogue.get_activity(key, inactive_too=True)
        needs = [Need(**one) for one in asked["items"]]
        return needs_shape(resort().resources.set_needs(activity.id, needs, by=staff()))


def _tagged(resource: Resource) -> Shape:
    tag_with(resource.version)
    return resource_shape(resource)
