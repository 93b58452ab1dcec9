"""What all shapes share: what is asked for, what is shown, lists and their pages."""

from typing import Any

from flask import g
from marshmallow import Schema, fields, post_load

from resortbook.ports.paging import Page
from resortbook_api.schemas.fields import Digits, FieldNames, Whole

CURSOR = Whole(r"^[!-~]{1,512}$", problem="This is no cursor of this list")


class Asked(Schema):
    """The body of a request; what it does not name is refused."""


class Shown(Schema):
    """An answer; `optional` names what may be missing from it, everything else is there."""

    optional: frozenset[str] = frozenset()


class Query(Schema):
    """The query of a request; what it does not name is refused."""


class NoQuery(Query):
    """The query of a request that takes none."""


class FieldsQuery(Query):
    """A query that may choose what the answer shows."""

    @post_load
    def remember_fields(self, wanted: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Keep the choice for the answer, which is cut to it."""
        g.wanted_fields = wanted.pop("wanted_fields", None)
        return wanted


class PagedQuery(Query):
    """A query for a part of a list."""

    limit = Digits(least=1, most=100, load_default=20)
    cursor = fields.String(
        validate=CURSOR,
        metadata={"description": "The `next_cursor` of the page before; opaque"},
    )

    @post_load
    def make_page(self, wanted: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Put `page` in place of limit and cursor."""
        page = Page(limit=wanted.pop("limit"), cursor=wanted.pop("cursor", None))
        return {**wanted, "page": page}


class Sparse(fields.Nested):
    """A member that is a whole shape, or, with `fields`, some of its names."""


def fields_of(shape: type[Schema]) -> FieldNames:
    """Return the `fields` parameter for a shape."""
    known = shape().fields
    return FieldNames(
        known,
        data_key="fields",
        metadata={"description": "Show these alone, of all top-level names"},
    )


def next_cursor() -> fields.String:
    """Return the member of a list that continues it."""
    return fields.String(
        allow_none=True, metadata={"description": "Continues the list; null where it ends"}
    )
