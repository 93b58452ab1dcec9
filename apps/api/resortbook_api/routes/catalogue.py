"""The catalogue as the desk edits it: activities, their pictures, files."""

from typing import Any
from uuid import UUID

from flask import Response
from flask.views import MethodView

from resortbook.application.catalogue import ActivityQuery as Wanted
from resortbook.application.desk_shapes import import_shape
from resortbook.application.picturing import NewPicture, PictureChanges
from resortbook.application.references import as_uuid
from resortbook.application.shapes import Shape, activity_shape, desk_image_shape
from resortbook.domain.activity import Activity, ActivityImage
from resortbook.domain.errors import NotFound
from resortbook_api.answers import as_response
from resortbook_api.auth import Access, staff
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort, settings
from resortbook_api.schemas.catalogue import (
    ActivityAsked,
    ActivityChangesAsked,
    DeskActivityPage,
    DeskActivityQuery,
    DeskActivitySchema,
    DeskCatalogueQuery,
    DeskImageSchema,
    ExportQuery,
    FileAsked,
    ImageAsked,
    ImageChangesAsked,
    ImportSchema,
)
from resortbook_api.versions import IfMatchHeader, expected_version, tag_with

blp = Blueprint("catalogue", "The catalogue, for staff", "/api/v1/staff")


@blp.route("/activities/", access=Access.STAFF)
class DeskActivities(MethodView):
    """All activities, inactive ones too."""

    @blp.arguments(DeskCatalogueQuery, location="query")
    @blp.shows(200, DeskActivityPage, headers=("ETag",))
    def get(self, query: dict[str, Any]) -> Response:
        """List activities for the desk.

        Inactive ones too. `sort` is by name unless told otherwise.
        """
        wanted = Wanted(
            category=query.get("category"),
            text=query.get("q") or None,
            min_price=query.get("min_price"),
            max_price=query.get("max_price"),
            day=query.get("date"),
            participants=query.get("participants"),
            sort=query["sort"],
            include_inactive=True,
        )
        found = resort().catalogue.list_activities(wanted, query["page"])
        items = [_shown(activity) for activity in found.items]
        answer = as_response({"items": items, "next_cursor": found.next_cursor}, 200)
        answer.add_etag()
        return answer

    @blp.refuses(409)
    @blp.arguments(ActivityAsked)
    @blp.shows(201, DeskActivitySchema, headers=("ETag", "Location"))
    def post(self, asked: dict[str, Any]) -> Response:
        """Make an activity.

        With a `price` or with `rates`. The slug follows from the name where none is given.
        """
        made = resort().editing.create(asked, by=staff())
        answer = as_response(_tagged(made), 201)
        answer.headers["Location"] = f"/api/v1/staff/activities/{made.id}/"
        return answer


@blp.route("/activities/<segment(other_than='import|export'):key>/", access=Access.STAFF)
class OneDeskActivity(MethodView):
    """One activity, by its id or slug."""

    @blp.refuses(404)
    @blp.arguments(DeskActivityQuery, location="query")
    @blp.shows(200, DeskActivitySchema, sparse=True, headers=("ETag",))
    def get(self, query: dict[str, Any], key: str) -> Shape:
        """Get an activity for the desk."""
        return _tagged(resort().catalogue.get_activity(key, inactive_too=True))

    @blp.refuses(404, 409, 412)
    @blp.arguments(IfMatchHeader, location="headers")
    @blp.arguments(ActivityChangesAsked)
    @blp.shows(200, DeskActivitySchema, headers=("ETag",))
    def patch(self, headers: dict[str, Any], asked: dict[str, Any], key: str) -> Shape:
        """Change an activity.

        What is left out stays, and so does what was sold.
        """
        expected = expected_version(headers)
        return _tagged(resort().editing.change(key, asked, by=staff(), expected=expected))

    @blp.refuses(404, 412)
    @blp.shows(204)
    def delete(self, key: str) -> None:
        """Deactivate an activity.

        Guests don't see it any more; its bookings stay.
        """
        resort().editing.deactivate(key, by=staff())


@blp.route("/activities/<segment:key>/images/", access=Access.STAFF)
class ActivityImages(MethodView):
    """Pictures of an activity."""

    @blp.refuses(404, 412)
    @blp.arguments(IfMatchHeader, location="headers")
    @blp.arguments(ImageAsked, location="files")
    @blp.shows(201, DeskImageSchema)
    def post(self, headers: dict[str, Any], asked: dict[str, Any], key: str) -> Shape:
        """Add a picture.

        By its content JPEG, PNG or WebP, at most 40 million pixels. It is written anew without
        anything but its pixels, at most 1,600 wide and high; smaller ones of 800 and 400 have
        its name with `-800` and `-400` before the ending. `If-Match` takes the activity's tag.
        """
        expected = expected_version(headers)
        picture = NewPicture(content=asked.pop("image").stream.read(), **asked)
        return _picture(resort().picturing.add(key, picture, by=staff(), expected=expected))


@blp.route("/images/<segment:key>/", access=Access.STAFF)
class OneImage(MethodView):
    """One picture."""

    @blp.refuses(404, 412)
    @blp.arguments(IfMatchHeader, location="headers")
    @blp.arguments(ImageChangesAsked)
    @blp.shows(200, DeskImageSchema)
    def patch(self, headers: dict[str, Any], asked: dict[str, Any], key: str) -> Shape:
        """Change a picture.

        `If-Match` takes the tag of its activity.
        """
        image, changes = _image_id(key), PictureChanges(**asked)
        expected = expected_version(headers)
        return _picture(
            resort().picturing.change(image, changes, by=staff(), expected=expected)
        )

    @blp.refuses(404, 412)
    @blp.arguments(IfMatchHeader, location="headers")
    @blp.shows(204)
    def delete(self, headers: dict[str, Any], key: str) -> None:
        """Take a picture out.

        `If-Match` takes the tag of its activity.
        """
        expected = expected_version(headers)
        resort().picturing.remove(_image_id(key), by=staff(), expected=expected)


@blp.route("/activities/import/", access=Access.STAFF)
class CatalogueImport(MethodView):
    """A catalogue from a file."""

    @blp.arguments(FileAsked, location="files")
    @blp.shows(200, ImportSchema)
    @blp.shows(201, ImportSchema)
    def post(self, asked: dict[str, Any]) -> Response:
        """Import activities.

        From CSV or JSON. A bad row is named with line, column and reason; nothing is written
        unless all are good, or `skip_bad` is `true`.
        """
        file = asked["file"]
        report = resort().files.import_file(
            file.filename or "", file.stream.read(), skip_bad=asked["skip_bad"], by=staff()
        )
        has_made = report.written and report.created
        return as_response(import_shape(report), 201 if has_made else 200)


@blp.route("/activities/export/", access=Access.STAFF)
class CatalogueExport(MethodView):
    """The catalogue as a file."""

    @blp.arguments(ExportQuery, location="query")
    @blp.also_serves("application/json", kind="array")
    @blp.serves("text/csv")
    def get(self, query: dict[str, Any]) -> Response:
        """Export activities.

        As CSV or JSON; importing that again changes nothing.
        """
        kind = query["format"]
        media = "text/csv" if kind == "csv" else "application/json"
        answer = Response(resort().files.export(kind), content_type=f"{media}; charset=utf-8")
        answer.headers["Content-Disposition"] = f'attachment; filename="activities.{kind}"'
        return answer


def _tagged(activity: Activity) -> Shape:
    tag_with(activity.version)
    return _shown(activity)


def _shown(activity: Activity) -> Shape:
    images = [_picture(image) for image in activity.images]
    return {**activity_shape(activity, public_url=settings().public_url), "images": images}


def _picture(image: ActivityImage) -> Shape:
    return desk_image_shape(image, public_url=settings().public_url)


def _image_id(key: str) -> UUID:
    found = as_uuid(key)
    if found is None:
        raise NotFound("There is no such picture")
    return found
