"""A blueprint whose routes say whom they are for, and describe everything they can answer."""

from collections.abc import Callable, Collection, Mapping
from copy import deepcopy
from functools import wraps
from http import HTTPStatus
from typing import Any

from flask import Response
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import Schema

from resortbook_api.answers import as_response
from resortbook_api.auth import Access
from resortbook_api.gate import METHODS_WITH_BODY, Rules, add_rules
from resortbook_api.reading import StrictParser

View = Callable[..., Any]
Security = list[dict[str, list[str]]]

ALWAYS = frozenset({400, 500, 503})
BY_ACCESS = {
    Access.PUBLIC: frozenset[int](),
    Access.ANYBODY: frozenset({401}),
    Access.SIGNED_IN: frozenset({401, 403}),
    Access.STAFF: frozenset({401, 403}),
    Access.ADMIN: frozenset({401, 403}),
    Access.MONITORING: frozenset({403}),
}
WITH_BODY = frozenset({413, 415})
SIGNED_IN_BY: Security = [{"bearer": []}, {"cookie": [], "csrf": []}]
SIGNED_IN_TO_READ_BY: Security = [{"bearer": []}, {"cookie": []}]


class Blueprint(SmorestBlueprint):
    """Routes of one part of the API."""

    ARGUMENTS_PARSER = StrictParser()

    def __init__(self, name: str, description: str, url_prefix: str) -> None:
        """Name the part, say what it is about, and where it lies."""
        super().__init__(name, __name__, url_prefix=url_prefix, description=description)
        self._prepare_doc_cbks.append(self._prepare_refusals_doc)

    def add_url_rule(
        self,
        rule: str,
        endpoint: str | None = None,
        view_func: Any = None,
        provide_automatic_options: bool | None = None,
        *,
        access: Access,
        **options: Any,
    ) -> None:
        """Register a class of views; `access` says whom all its methods are for."""
        endpoint = endpoint or view_func.__name__
        views = {method: getattr(view_func, method.lower()) for method in view_func.methods}
        for view in views.values():
            view.__dict__["_apidoc"] = {**getattr(view, "_apidoc", {}), "access": access}
        rules = Rules(
            access=access,
            methods_reading_query=_reading(views, "query"),
            methods_reading_body=_reading(views, "json"),
            methods_taking_files=_reading(views, "files"),
        )
        self.record(lambda state: add_rules(state.app, f"{state.name}.{endpoint}", rules))
        super().add_url_rule(rule, endpoint, view_func, provide_automatic_options, **options)

    def shows(
        self,
        status: int,
        schema: type[Schema] | None = None,
        *,
        sparse: bool = False,
        headers: Collection[str] = (),
    ) -> Callable[[View], View]:
        """Answer with what the view returns, as JSON of that status; `schema` describes it.

        `sparse` says that the answer may be cut to some of its names, `headers` which ones it
        has of its own.
        """
        shape: Any = schema
        if schema is not None and sparse:
            shape = {"anyOf": [schema(), schema(partial=True)]}
        document = self.response(status, shape, headers=_described(headers))

        def decorate(view: View) -> View:
            @wraps(view)
            def answer(*args: Any, **kwargs: Any) -> Response:
                return as_response(view(*args, **kwargs), status)

            documented: View = document(answer)
            return documented

        return decorate

    def serves(self, content_type: str) -> Callable[[View], View]:
        """Describe a view whose answer is no JSON; the view returns the response itself."""
        text = {"type": "string"}
        described: Callable[[View], View] = self.response(
            200, text, content_type=content_type, headers=_described(())
        )
        return described

    @staticmethod
    def also_serves(content_type: str, *, kind: str = "string") -> Callable[[View], View]:
        """Describe a view that answers with a file of that type where the query asks for one;
        the view returns the response itself.
        """

        def decorate(view: View) -> View:
            facts = deepcopy(getattr(view, "_apidoc", {}))
            facts["also_serves"] = {content_type: {"schema": {"type": kind}}}
            view.__dict__["_apidoc"] = facts
            return view

        return decorate

    @staticmethod
    def refuses(*statuses: int) -> Callable[[View], View]:
        """Describe the refusals that a view has of its own."""

        def decorate(view: View) -> View:
            facts = deepcopy(getattr(view, "_apidoc", {}))
            facts["refusals"] = facts.get("refusals", frozenset()) | frozenset(statuses)
            view.__dict__["_apidoc"] = facts
            return view

        return decorate

    @staticmethod
    def _prepare_refusals_doc(
        doc: dict[str, Any], doc_info: dict[str, Any], *, method: str, **_: Any
    ) -> dict[str, Any]:
        access = doc_info["access"]
        statuses = ALWAYS | BY_ACCESS[access] | doc_info.get("refusals", frozenset())
        if method.upper() in METHODS_WITH_BODY:
            statuses |= WITH_BODY
        for status in sorted(statuses):
            doc.setdefault("responses", {})[status] = HTTPStatus(status).name
        if access in (Access.SIGNED_IN, Access.STAFF, Access.ADMIN):
            doc["security"] = SIGNED_IN_TO_READ_BY if method == "get" else SIGNED_IN_BY
        if access is Access.ANYBODY:
            doc["security"] = [{}, *SIGNED_IN_TO_READ_BY]
        if other := doc_info.get("also_serves"):
            doc["responses"][200]["content"].update(other)
        if "requestBody" in doc:
            doc["requestBody"]["required"] = _requires_anything(doc["requestBody"])
        doc["operationId"] = _identifier(doc_info["docstring"]["summary"])
        return doc


def _reading(views: Mapping[str, View], location: str) -> frozenset[str]:
    return frozenset(
        method
        for method, view in views.items()
        if any(_schemas(view.__dict__["_apidoc"], location))
    )


def _schemas(facts: Mapping[str, Any], location: str) -> list[Any]:
    taken = facts.get("arguments", {}).get("parameters", [])
    return [one["schema"] for one in taken if one["in"] == location]


def _requires_anything(body: Mapping[str, Any]) -> bool:
    schemas = [media["schema"] for media in body["content"].values()]
    return any(field.required for schema in schemas for field in schema().fields.values())


def _described(headers: Collection[str]) -> dict[str, str]:
    # Each is described once, among the components of the document.
    return {name: name.upper() for name in ("X-Request-ID", *headers)}


def _identifier(summary: str) -> str:
    """Return the name that a summary makes in a program: `get_a_bookings_calendar_file`."""
    words = "".join(letter for letter in summary.lower() if letter.isalnum() or letter == " ")
    return "_".join(words.split())
