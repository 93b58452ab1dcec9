"""The API's own description, to hold answers against."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

import jsonschema_rs
from werkzeug.test import TestResponse

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(slots=True)
class Description:
    """An OpenAPI document that knows which of its operations a request meets."""

    document: dict[str, Any]
    _validators: dict[str, Any] = field(default_factory=dict)

    @property
    def operations(self) -> list[tuple[str, str]]:
        """All methods and paths that are described."""
        return [
            (method.upper(), path)
            for path, methods in self.document["paths"].items()
            for method in methods
            if method != "parameters"
        ]

    def check(self, method: str, path: str, answer: TestResponse) -> None:
        """Fail where an answer is not as it is described."""
        found = self._operation(method, path)
        if found is None or answer.status_code == 405:
            return
        described = found["responses"].get(str(answer.status_code))
        assert described, f"{method} {path} answered {answer.status_code}: {answer.text}"
        described = self._resolved(described)
        for name, header in described["headers"].items():
            needed = self._resolved(header).get("required")
            assert name in answer.headers or not needed, f"{method} {path} has no {name}"
        kinds = described.get("content", {})
        media = kinds.get("application/json")
        is_other_kind = answer.mimetype in set(kinds) - {"application/json"}
        if media and method != "HEAD" and not is_other_kind:
            self._validate(media["schema"], answer)

    def _operation(self, method: str, path: str) -> dict[str, Any] | None:
        whole = path.partition("?")[0].rstrip("/")
        method = "get" if method == "HEAD" else method.lower()
        fixed_first = sorted(self.document["paths"], key=lambda one: one.count("{"))
        for template in fixed_first:
            pattern = re.sub(r"\{[^}]+\}", "[^/]+", re.sub(r"([.])", r"\\\1", template))
            if re.fullmatch(pattern.rstrip("/"), whole):
                operation: dict[str, Any] | None = self.document["paths"][template].get(method)
                return operation
        return None

    def _resolved(self, part: dict[str, Any]) -> dict[str, Any]:
        if "$ref" not in part:
            return part
        found: Any = self.document
        for name in part["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        resolved: dict[str, Any] = found
        return resolved

    def _validate(self, schema: dict[str, Any], answer: TestResponse) -> None:
        key = json.dumps(schema)
        if key not in self._validators:
            whole = {"$schema": DIALECT, "components": self.document["components"], **schema}
            self._validators[key] = jsonschema_rs.validator_for(whole, validate_formats=True)
        for problem in self._validators[key].iter_errors(answer.get_json()):
            raise AssertionError(f"{problem.instance_path}: {problem.message}")
