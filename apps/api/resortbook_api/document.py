"""The API's description, OpenAPI 3.1, made from the routes and shapes that serve it."""

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any, cast

from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.common import resolve_schema_cls
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from flask import Flask
from flask_smorest import Api
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import Schema
from marshmallow.fields import Field

from resortbook.settings import Settings
from resortbook_api.auth import CSRF_HEADER, cookie_name
from resortbook_api.document_parts import ERROR_HEADERS, HEADERS, INTRODUCTION
from resortbook_api.paths import Segment
from resortbook_api.schemas.operations import ErrorEnvelope
from resortbook_api.schemas.shapes import Shown, Sparse
from resortbook_api.tracing import HEADER as REQUEST_ID


class _Converter(OpenAPIConverter):
    """Writes shapes as JSON Schema, with what apispec does not know of ours."""

    def schema2jsonschema(self, schema: Schema) -> dict[str, Any]:
        """Describe a shape: what is shown is there as a whole, unless cut to `fields`."""
        described: dict[str, Any] = cast(Any, super()).schema2jsonschema(schema)
        if isinstance(schema, Shown) and not schema.partial:
            described["required"] = sorted(set(described["properties"]) - schema.optional)
        if schema.__doc__:
            described["description"] = schema.__doc__.splitlines()[0]
        return {**described, **getattr(schema, "json_schema", {})}

    def nested2properties(self, field: Field[Any], ret: dict[str, Any]) -> dict[str, Any]:
        """Describe a member that is a shape of its own."""
        if not isinstance(field, Sparse):
            return cast(dict[str, Any], super().nested2properties(field, ret))
        shape = type(field.schema)
        whole, cut = shape(), shape(partial=True)
        reference: Any = self.resolve_nested_schema
        return {"anyOf": [reference(whole), reference(cut)]}


class _ShapesPlugin(MarshmallowPlugin):
    Converter = _Converter


class _DescribedApi(Api):
    """Describes refusals in our envelope, and leaves answering them to us."""

    ERROR_SCHEMA = ErrorEnvelope
    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_error_handlers(self) -> None:
        pass  # errors.py answers them

    def _register_responses(self) -> None:
        super()._register_responses()
        for name, response in self.spec.components.responses_lazy.items():
            headers = (REQUEST_ID, *ERROR_HEADERS.get(name, ()))
            response["headers"] = {
                header: {"$ref": f"#/components/headers/{header.upper()}"} for header in headers
            }

    def _register_etag_headers(self) -> None:
        pass  # document_parts.py describes all headers

    def _register_pagination_header(self) -> None:
        pass  # pages go by cursor, in the body


def describe(app: Flask, parts: Iterable[SmorestBlueprint], settings: Settings) -> None:
    """Register the parts of the API in `app`, and their description."""
    app.config.update(
        API_TITLE=f"{settings.resort_name}: resortbook",
        API_VERSION=version("resortbook"),
        OPENAPI_VERSION="3.1.0",
    )
    plugin = _ShapesPlugin(schema_name_resolver=_name)
    api = _DescribedApi(
        app,
        spec_kwargs={
            "marshmallow_plugin": plugin,
            "info": {"description": INTRODUCTION},
        },
    )
    converter = cast(Any, plugin.converter)
    converter.add_attribute_function(_own_schema)
    converter.add_parameter_attribute_function(_comma_separated)
    api.register_converter(Segment, lambda _: {"type": "string", "minLength": 1})
    for name, header in HEADERS.items():
        api.spec.components.header(name.upper(), header)
    for name, scheme in _security(settings).items():
        api.spec.components.security_scheme(name, scheme)
    for part in parts:
        api.register_blueprint(part)


def document_of(app: Flask) -> dict[str, Any]:
    """Return the description of an application that `describe` was called for."""
    api = app.extensions["flask-smorest"]["apis"][""]["ext_obj"]
    described: dict[str, Any] = api.spec.to_dict()
    return described


def _name(schema: Any) -> str:
    found = resolve_schema_cls(schema)
    kind = found[0] if isinstance(found, list) else found
    name = kind.__name__.removesuffix("Schema")
    return f"Sparse{name}" if getattr(schema, "partial", None) else name


def _own_schema(_: OpenAPIConverter, field: Field[Any], **__: Any) -> dict[str, Any]:
    described: dict[str, Any] = getattr(field, "json_schema", {})
    return described


def _comma_separated(_: OpenAPIConverter, field: Field[Any], **__: Any) -> Mapping[str, Any]:
    many = getattr(field, "is_multiple", None)
    return {"explode": False, "style": "form"} if many is False else {}


def _security(settings: Settings) -> dict[str, dict[str, str]]:
    return {
        "bearer": {"type": "http", "scheme": "bearer"},
        "cookie": {"type": "apiKey", "in": "cookie", "name": cookie_name(settings)},
        "csrf": {
            "type": "apiKey",
            "in": "header",
            "name": CSRF_HEADER,
            "description": "With the cookie, for every method that changes something",
        },
    }
