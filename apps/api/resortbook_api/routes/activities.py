"""Activities, for everybody."""

from typing import Any

from flask.views import MethodView

from resortbook.application.catalogue import ActivityQuery as Wanted
from resortbook.application.shapes import Shape, activity_shape, slot_shape
from resortbook.domain.activity import Activity
from resortbook.ports.paging import PageOf
from resortbook_api.answers import public, revalidated
from resortbook_api.auth import Access
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort, settings
from resortbook_api.schemas.activity import (
    ActivityQuery,
    ActivitySchema,
    AvailabilityQuery,
    AvailabilitySchema,
    CategoryList,
    OfferPage,
    OfferQuery,
    SearchQuery,
)

blp = Blueprint("activities", "What the resort offers", "/api/v1/activities")


@blp.route("/", access=Access.PUBLIC)
class Activities(MethodView):
    """All activities."""

    @public
    @blp.refuses(304)
    @blp.arguments(OfferQuery, location="query")
    @blp.shows(200, OfferPage, headers=("ETag", "Cache-Control"))
    def get(self, query: dict[str, Any]) -> Shape:
        """List activities.

        Inactive ones are left out. `sort` is by name unless told otherwise.
        """
        return _offers(resort().catalogue.list_activities(_wanted(query), query["page"]), query)


@blp.route("/search/", access=Access.PUBLIC)
class Search(MethodView):
    """Activities by words."""

    @public
    @blp.refuses(304)
    @blp.arguments(SearchQuery, location="query")
    @blp.shows(200, OfferPage, headers=("ETag", "Cache-Control"))
    def get(self, query: dict[str, Any]) -> Shape:
        """Search activities.

        Typing errors are forgiven; the best match comes first.
        """
        return _offers(resort().catalogue.search(query["q"], query["page"]), query)


@blp.route("/categories/", access=Access.PUBLIC)
class Categories(MethodView):
    """Kinds of activity."""

    @public
    @blp.refuses(304)
    @blp.shows(200, CategoryList, headers=("ETag", "Cache-Control"))
    def get(self) -> Shape:
        """List categories."""
        found = resort().catalogue.categories()
        return {
            "items": [
                {"code": one.code, "label": one.label, "activity_count": one.activity_count}
                for one in found
            ]
        }


@blp.route("/<segment:key>/", access=Access.PUBLIC)
class OneActivity(MethodView):
    """One activity, by its id or slug."""

    @public
    @blp.refuses(304, 404)
    @blp.arguments(ActivityQuery, location="query")
    @blp.shows(200, ActivitySchema, sparse=True, headers=("ETag", "Cache-Control"))
    def get(self, query: dict[str, Any], key: str) -> Shape:
        """Get an activity."""
        return _shown(resort().catalogue.get_activity(key))


@blp.route("/<segment:key>/availability/", access=Access.PUBLIC)
class Availability(MethodView):
    """When there is room."""

    @revalidated
    @blp.refuses(304, 404)
    @blp.arguments(AvailabilityQuery, location="query")
    @blp.shows(200, AvailabilitySchema, headers=("ETag", "Cache-Control"))
    def get(self, query: dict[str, Any], key: str) -> Shape:
        """Get availability.

        `date`, or `from` and `to` (at most 31 days), or today and the next 6 days; days are the
        resort's. Departures that have started are left out.
        """
        found = resort().catalogue.availability(key, **query)
        return {
            "activity_id": found.activity.id,
            "timezone": found.zone.key,
            "slots": [slot_shape(choice.reading, choice.reason) for choice in found.choices],
        }


def _wanted(query: dict[str, Any]) -> Wanted:
    return Wanted(
        category=query.get("category"),
        text=query.get("q") or None,
        min_price=query.get("min_price"),
        max_price=query.get("max_price"),
        day=query.get("date"),
        participants=query.get("participants"),
        sort=query["sort"],
    )


def _offers(found: PageOf[Activity], query: dict[str, Any]) -> Shape:
    items = [_shown(activity) for activity in found.items]
    if query.get("include"):
        people = query.get("participants", 1)
        free = resort().catalogue.next_slots(found.items, participants=people)
        for item, activity in zip(items, found.items, strict=True):
            item["next_slots"] = [slot_shape(one, None) for one in free.get(activity.id, ())]
    return {"items": items, "next_cursor": found.next_cursor}


def _shown(activity: Activity) -> Shape:
    return activity_shape(activity, public_url=settings().public_url)
