"""The query of a request: every parameter known, and given once unless it may be repeated."""

from urllib.parse import parse_qsl

from marshmallow import Schema

from resortbook.domain.errors import InvalidInput

MAX_PARAMETERS = 100


def query_for(schema: Schema, raw: bytes) -> dict[str, str | list[str]]:
    """Return the parameters by name; those that `schema` lets be repeated as lists.

    Raises:
        InvalidInput: one is unknown or given more than once, or the whole is not UTF-8.
    """
    fields = {field.data_key or name: field for name, field in schema.fields.items()}
    given: dict[str, list[str]] = {}
    for name, value in _pairs(raw):
        given.setdefault(name, []).append(value)
    found: dict[str, str | list[str]] = {}
    problems: dict[str, object] = {}
    for name, values in given.items():
        if name not in fields:
            problems[name] = ["There is no such parameter here"]
        elif getattr(fields[name], "is_multiple", False):
            found[name] = values
        elif len(values) > 1:
            problems[name] = ["This is given more than once"]
        else:
            found[name] = values[0]
    if problems:
        raise InvalidInput.of(problems)
    return found


def _pairs(raw: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            raw.decode(), keep_blank_values=True, errors="strict", max_num_fields=MAX_PARAMETERS
        )
    except ValueError:
        raise InvalidInput.on("query", "This is not a query in UTF-8") from None
