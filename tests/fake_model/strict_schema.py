"""What the real service demands of schemas, above all of strict ones."""

from typing import Any

from tests.fake_model.refusal import Refused

NOT_PERMITTED = ("oneOf", "allOf", "not", "if", "then", "else", "patternProperties", "default")
Path = tuple[str, ...]


def check_schema(schema: Any, *, where: str, param: str, strict: bool) -> None:
    """Refuse a schema that is no object's, and, if strict, one that leaves anything open."""
    kind = schema.get("type") if isinstance(schema, dict) else None
    if kind != "object":
        shown = f"schema must be a JSON Schema of 'type: \"object\"', got 'type: \"{kind}\"'."
        _refuse(where, param, shown)
    if strict:
        for path, fault in _faults(schema, ()):
            context = f"({', '.join(repr(step) for step in path)})"
            _refuse(where, param, f"In context={context}, {fault}")


def _refuse(where: str, param: str, fault: str) -> None:
    code = "invalid_function_parameters" if where.startswith("function") else None
    raise Refused(f"Invalid schema for {where}: {fault}", param=param, code=code)


def _faults(schema: dict[str, Any], path: Path) -> list[tuple[Path, str]]:
    found = [(path, f"'{word}' is not permitted.") for word in NOT_PERMITTED if word in schema]
    if not {"type", "anyOf", "$ref", "enum", "const"} & schema.keys():
        found.append((path, "schema must have a 'type' key."))
    if "object" in _kinds(schema):
        found += [(path, fault) for fault in _object_faults(schema)]
    if "array" in _kinds(schema) and "items" not in schema:
        found.append((path, "array schema missing items."))
    for step, inner in _inner(schema):
        found += _faults(inner, path + step)
    return found


def _object_faults(schema: dict[str, Any]) -> list[str]:
    if schema.get("additionalProperties") is not False:
        return ["'additionalProperties' is required to be supplied and to be false."]
    missing = schema.get("properties", {}).keys() ^ set(schema.get("required", []))
    return [
        "'required' is required to be supplied and to be an array including every key in "
        f"properties. Missing or extra '{name}'."
        for name in sorted(missing)
    ]


def _kinds(schema: dict[str, Any]) -> list[str]:
    kind = schema.get("type", [])
    return [kind] if isinstance(kind, str) else list(kind)


def _inner(schema: dict[str, Any]) -> list[tuple[Path, dict[str, Any]]]:
    inner: list[tuple[Path, dict[str, Any]]] = [
        ((word, name), part)
        for word in ("properties", "$defs", "definitions")
        for name, part in schema.get(word, {}).items()
    ]
    if isinstance(schema.get("items"), dict):
        inner.append((("items",), schema["items"]))
    choices = enumerate(schema.get("anyOf", []))
    return inner + [(("anyOf", str(number)), part) for number, part in choices]
