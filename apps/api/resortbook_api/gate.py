"""The order of refusals: path, method, access, size, type, and only then what is said."""

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app, request

from resortbook.domain.errors import InvalidInput
from resortbook_api.auth import Access, check_access
from resortbook_api.body import body, take_body
from resortbook_api.query import query_for
from resortbook_api.schemas.shapes import NoQuery
from resortbook_api.uploads import take_upload

EXTENSION = "resortbook.gate"
METHODS_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})

_NO_QUERY = NoQuery()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a route has declared: whom it is for, and which of its methods read what."""

    access: Access
    methods_reading_query: frozenset[str]
    methods_reading_body: frozenset[str]
    methods_taking_files: frozenset[str] = frozenset()


def guard(app: Flask) -> None:
    """Judge every request of `app` before its view, by the rules that its route declared."""
    app.before_request(_judge)


def add_rules(app: Flask, endpoint: str, rules: Rules) -> None:
    """Put up the rules of an endpoint."""
    app.extensions.setdefault(EXTENSION, {})[endpoint] = rules


def _judge() -> None:
    rules = _rules()
    # Without a route Flask answers 404 or 405; pages and pictures have no rules.
    if rules is None or request.method == "OPTIONS":
        return
    check_access(rules.access)
    if request.method in rules.methods_taking_files:
        take_upload()
    elif request.method in METHODS_WITH_BODY:
        take_body()
    _refuse_undeclared(rules, "GET" if request.method == "HEAD" else request.method)


def _rules() -> Rules | None:
    if request.routing_exception is not None:
        return None
    return cast(Rules | None, current_app.extensions[EXTENSION].get(request.endpoint))


def _refuse_undeclared(rules: Rules, method: str) -> None:
    if method not in rules.methods_reading_query:
        query_for(_NO_QUERY, request.query_string)
    silent = METHODS_WITH_BODY - rules.methods_reading_body - rules.methods_taking_files
    if method in silent and body():
        raise InvalidInput.of({name: ["There is no such field here"] for name in body()})
