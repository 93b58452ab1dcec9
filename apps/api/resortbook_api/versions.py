"""Versions as entity tags: an edit of what somebody else has changed is told so."""

from typing import Any

from flask import Response, after_this_request
from marshmallow import Schema, fields

NEVER = -1


class IfMatchHeader(Schema):
    """The state that an edit is about."""

    if_match = fields.String(
        data_key="If-Match",
        metadata={
            "description": "The `ETag` of the state that was seen: another one by now is 412; "
            "without it the edit goes through"
        },
    )


def expected_version(headers: dict[str, Any]) -> int | None:
    """Return the version that a request is about; None where it takes any.

    A tag that we never gave is that of no version.
    """
    given: str | None = headers.get("if_match")
    if given is None or given.strip() == "*":
        return None
    # What went out compressed has the name of how behind its tag.
    tag = given.strip().strip('"').partition(":")[0]
    number = tag.removeprefix("v")
    return int(number) if tag != number and number.isdecimal() and len(number) < 10 else NEVER


def tag_with(version: int) -> None:
    """Give the answer of this request the tag of a version."""

    @after_this_request
    def add_tag(response: Response) -> Response:
        response.set_etag(f"v{version}")
        return response
