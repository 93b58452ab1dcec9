"""The people at the desk, erasing guests, and the audit: for admins."""

from typing import Any
from uuid import UUID

from flask import Response
from flask.views import MethodView

from resortbook.application.desk_shapes import audit_shape
from resortbook.application.references import as_uuid
from resortbook.application.shapes import Shape, staff_shape
from resortbook.domain.actor import Role
from resortbook.domain.errors import NotFound
from resortbook_api.answers import as_response
from resortbook_api.auth import Access, staff
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.people import (
    AuditPage,
    AuditQuery,
    PersonAsked,
    PersonList,
    PersonSchema,
)

blp = Blueprint("people", "For the resort's admins", "/api/v1/staff")


@blp.route("/people/", access=Access.ADMIN)
class People(MethodView):
    """Everybody who works at the desk."""

    @blp.shows(200, PersonList)
    def get(self) -> Shape:
        """List the people at the desk.

        All of them, by name.
        """
        members = [staff_shape(member) for member in resort().staff.all()]
        return {"items": members, "next_cursor": None}

    @blp.refuses(409)
    @blp.arguments(PersonAsked)
    @blp.shows(200, PersonSchema)
    @blp.shows(201, PersonSchema)
    def post(self, asked: dict[str, Any]) -> Response:
        """Give somebody a role.

        In place of the one before (200), which ends their sessions. The last admin stays one.
        """
        before = {member.guest_id for member in resort().staff.all()}
        member = resort().staff.add(
            asked["phone"], name=asked["name"], role=Role(asked["role"]), by=staff()
        )
        return as_response(staff_shape(member), 200 if member.guest_id in before else 201)


@blp.route("/people/<segment:key>/", access=Access.ADMIN)
class OnePerson(MethodView):
    """Somebody who works at the desk."""

    @blp.refuses(404, 409)
    @blp.shows(204)
    def delete(self, key: str) -> None:
        """Take somebody's role.

        All their sessions end at once. The last admin stays one.
        """
        resort().staff.remove_person(_id(key), by=staff())


@blp.route("/people/<segment:key>/logout/", access=Access.ADMIN)
class SignOut(MethodView):
    """The end of somebody's sessions."""

    @blp.refuses(404)
    @blp.shows(204)
    def post(self, key: str) -> None:
        """Sign somebody out everywhere."""
        resort().staff.sign_out(_id(key), by=staff())


@blp.route("/guests/<segment:key>/", access=Access.ADMIN)
class OneGuest(MethodView):
    """A guest, by the id that bookings show."""

    @blp.refuses(404, 409)
    @blp.shows(204)
    def delete(self, key: str) -> None:
        """Erase a guest.

        Past bookings stay without the person. Refused while a booking is ahead.
        """
        resort().account.erase(_id(key), by=staff())


@blp.route("/audit/", access=Access.ADMIN)
class Audit(MethodView):
    """Everything that was done."""

    @blp.arguments(AuditQuery, location="query")
    @blp.shows(200, AuditPage)
    def get(self, query: dict[str, Any]) -> Shape:
        """List what was done.

        Newest first; ids and names of fields, never a personal value.
        """
        found = resort().reads.desk.audit(query["page"], subject_id=query.get("subject_id"))
        items = [audit_shape(entry) for entry in found.items]
        return {"items": items, "next_cursor": found.next_cursor}


def _id(key: str) -> UUID:
    found = as_uuid(key)
    if found is None:
        raise NotFound("There is nobody like that")
    return found
