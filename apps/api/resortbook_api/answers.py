"""Answers: JSON cut to what was asked for, tagged, and kept only by whom it may be kept."""

import hashlib
from collections.abc import Callable, Mapping, Set
from functools import wraps
from typing import Any

from flask import Flask, Response, request

from resortbook.ports.changes import Subject
from resortbook_api.current import resort
from resortbook_api.json_text import json_bytes
from resortbook_api.reading import wanted_fields

JSON = "application/json"
LISTS = ("items", "slots")
# Members of a list that were asked for by `include`, whatever `fields` says.
INCLUDED = frozenset({"next_slots"})
TAG_LENGTH = 32
CHANGES_WITH_SEATS = frozenset({"date", "participants", "include"})

View = Callable[..., Any]


def as_response(value: object, status: int) -> Response:
    """Return a view's outcome as an answer: a response as it is, None as an empty one."""
    if isinstance(value, Response):
        return value
    if value is None:
        return Response(status=status)
    return Response(json_bytes(_narrowed(value)), status, mimetype=JSON)


def keep_private(app: Flask) -> None:
    """Let nobody keep an answer of `app` that does not say otherwise."""

    @app.after_request
    def no_store(response: Response) -> Response:
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response


def public(view: View) -> View:
    """Let anybody keep the answer for five seconds; here it is kept until it changes."""
    return _kept(view, "public, max-age=5")


def revalidated(view: View) -> View:
    """Let the answer be kept, but used again only after asking whether it still holds."""
    return _kept(view, "no-cache", of=frozenset({Subject.CATALOGUE, Subject.SEATS}))


def remembered(question: str, make: Callable[[], object], *, of: Subject) -> Response:
    """Return what somebody alone is shown, made anew only after it changed."""
    body = resort().remembered.answer(question, lambda: json_bytes(make()), of={of})
    return Response(body, mimetype=JSON)


def _kept(view: View, cache_control: str, *, of: Set[Subject] = frozenset()) -> View:
    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> Response:
        def make() -> bytes:
            return _with_tag(view(*args, **kwargs).get_data())

        body = resort().remembered.answer(_question(), make, of=of or _subjects())
        return _tagged(body, cache_control)

    return answer


def _question() -> str:
    asked = f"{request.path.rstrip('/')}?".encode() + request.query_string
    return f"api:{hashlib.sha256(asked).hexdigest()}"


def _subjects() -> Set[Subject]:
    if CHANGES_WITH_SEATS.isdisjoint(request.args):
        return {Subject.CATALOGUE}
    return {Subject.CATALOGUE, Subject.SEATS}


def _with_tag(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:TAG_LENGTH].encode() + body


def _tagged(kept: bytes, cache_control: str) -> Response:
    response = Response(kept[TAG_LENGTH:], mimetype=JSON)
    response.headers["Cache-Control"] = cache_control
    response.set_etag(kept[:TAG_LENGTH].decode())
    response.make_conditional(request)
    return response


def _narrowed(value: object) -> object:
    wanted = wanted_fields()
    if wanted is None or not isinstance(value, Mapping):
        return value
    for name in LISTS:
        if name in value:
            members = [_cut(member, {*wanted, *INCLUDED}) for member in value[name]]
            return {**value, name: members}
    return _cut(value, set(wanted))


def _cut(shape: Mapping[str, object], wanted: set[str]) -> dict[str, object]:
    return {name: member for name, member in shape.items() if name in wanted}
