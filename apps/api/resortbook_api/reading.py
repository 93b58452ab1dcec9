"""Reading what routes declare to take: webargs, with our strictness and our refusals."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn, cast

from flask import Request, g
from marshmallow import Schema, ValidationError
from webargs.flaskparser import FlaskParser

from resortbook.domain.errors import InvalidInput
from resortbook_api.body import body
from resortbook_api.query import query_for
from resortbook_api.uploads import form_for


class StrictParser(FlaskParser):
    """Takes bodies and queries to the letter."""

    DEFAULT_VALIDATION_STATUS = 400

    def use_args(
        self, argmap: Any, req: Request | None = None, **how: Any
    ) -> Callable[..., Callable[..., Any]]:
        """Read what a schema describes; it is made once, not anew for every request."""
        made = argmap() if isinstance(argmap, type) else argmap
        return super().use_args(made, req, **how)

    def load_json(self, req: Request, schema: Schema) -> dict[str, Any]:
        """Return the body; raises as `body`."""
        return body()

    def load_querystring(self, req: Request, schema: Schema) -> dict[str, str | list[str]]:
        """Return the query; raises as `query_for`."""
        return query_for(schema, req.query_string)

    def load_files(self, req: Request, schema: Schema) -> dict[str, Any]:
        """Return a form with its files; raises as `form_for`."""
        return form_for(schema)

    def handle_error(
        self,
        error: ValidationError,
        req: Request,
        schema: Schema,
        *,
        error_status_code: int | None,
        error_headers: Mapping[str, str] | None,
    ) -> NoReturn:
        """Refuse what does not fit the schema. Raises InvalidInput, which names its fields."""
        problems: dict[str, object] = {}
        by_location: dict[str, Any] = cast(Any, error).normalized_messages()
        for found in by_location.values():
            problems.update(_flat(found, ""))
        raise InvalidInput.of(problems)


def wanted_fields() -> tuple[str, ...] | None:
    """Return the names that this request's `fields` asks for, None where it does not."""
    names: tuple[str, ...] | None = g.get("wanted_fields")
    return names


def _flat(found: Any, path: str) -> Iterator[tuple[str, list[str]]]:
    """Yield `guest.name` and what is wrong with it, from nested messages."""
    if isinstance(found, list):
        yield path or "body", found
        return
    for name, deeper in found.items():
        if name in ("_schema", "key", "value") and path:
            yield from _flat(deeper, path)
        else:
            yield from _flat(deeper, f"{path}.{name}" if path else str(name))
