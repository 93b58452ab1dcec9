"""What WhatsApp lets a content resource be: its parts, their lengths, and what it approves."""

import re
from dataclasses import dataclass, field
from typing import Any

VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
IN_SESSION_ONLY = {"twilio/list-picker", "twilio/location"}
BUTTONS_WITHOUT_APPROVAL = 3
RENDERED_LIMIT = 1024
MOST_VARIABLES = 100
LONGEST_NAME = 16
CATEGORIES = {"UTILITY", "MARKETING", "AUTHENTICATION"}
AUTHENTICATION = "whatsapp/authentication"

Types = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A content type: texts with their greatest lengths, and a list of parts."""

    texts: dict[str, int] = field(default_factory=dict)  # required
    free: frozenset[str] = frozenset()  # neither required nor measured
    parts: str = ""
    part_texts: dict[str, int] = field(default_factory=dict)  # required
    part_options: dict[str, int] = field(default_factory=dict)
    unique: tuple[str, ...] = ()
    most: int = 10


# From the least to the most complex: the most complex one is what WhatsApp shows.
SHAPES = {
    "twilio/text": Shape(texts={"body": 1600}),
    "twilio/media": Shape(texts={"body": 1600}, free=frozenset({"media"})),
    "twilio/location": Shape(
        free=frozenset({"latitude", "longitude", "label", "address", "id"})
    ),
    "twilio/quick-reply": Shape(
        texts={"body": 1024},
        parts="actions",
        part_texts={"title": 20},
        part_options={"id": 200, "type": 11},
        unique=("title", "id"),
    ),
    "twilio/call-to-action": Shape(
        texts={"body": 1024},
        parts="actions",
        part_texts={"title": 25, "type": 12},
        part_options={"url": 2000, "phone": 20, "code": 15, "id": 200},
        unique=("title",),
    ),
    "twilio/list-picker": Shape(
        texts={"body": 1024, "button": 20},
        parts="items",
        part_texts={"item": 24, "id": 200},
        part_options={"description": 72},
        unique=("id",),
    ),
    AUTHENTICATION: Shape(
        free=frozenset({"add_security_recommendation", "code_expiration_minutes"}),
        parts="actions",
        part_texts={"type": 12, "copy_code_text": 25},
        most=1,
    ),
}


def richest(types: Types) -> str:
    """Return the content type that WhatsApp shows of several."""
    return max(types, key=list(SHAPES).index)


def texts_in(value: Any) -> list[str]:
    """Return every text in it, however deep it stands."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return texts_in(list(value.values()))
    if isinstance(value, list):
        return [text for part in value for text in texts_in(part)]
    return []


def variables_of(types: Types) -> set[str]:
    """Return the names of all variables; the code of a sign-in template is WhatsApp's own."""
    named = {name for text in texts_in(types) for name in VARIABLE.findall(text)}
    return named | {"1"} if AUTHENTICATION in types else named


def fill(value: Any, variables: dict[str, str]) -> Any:
    """Return the value with its variables replaced, however deep they stand."""
    if isinstance(value, str):
        return VARIABLE.sub(lambda found: variables[found[1]], value)
    if isinstance(value, dict):
        return {name: fill(part, variables) for name, part in value.items()}
    if isinstance(value, list):
        return [fill(part, variables) for part in value]
    return value


def words_of(content_type: str, content: dict[str, Any], variables: dict[str, str]) -> str:
    """Return the words that stand in the message."""
    if content_type == AUTHENTICATION:  # WhatsApp's own words
        return f"{variables.get('1', '')} is your verification code."
    return str(content.get("body", ""))


def faults_of(types: Types) -> list[str]:
    """Return what is wrong with content, before or after its variables are filled in."""
    unknown = types.keys() - SHAPES.keys()
    if unknown or not types:
        return [f"no or unknown types: {sorted(unknown)}"]
    if not all(isinstance(content, dict) for content in types.values()):
        return ["a type that is no object"]
    return [
        f"{name}: {fault}"
        for name, content in types.items()
        for fault in _faults(content, SHAPES[name])
    ]


def has_malformed_variable(types: Types) -> bool:
    """Tell whether a variable is none of Twilio's, or there are too many."""
    left = [VARIABLE.sub("", text) for text in texts_in(types)]
    names = variables_of(types)
    is_too_much = len(names) > MOST_VARIABLES or any(len(n) > LONGEST_NAME for n in names)
    return is_too_much or any("{{" in text or "}}" in text for text in left)


def _faults(content: dict[str, Any], shape: Shape) -> list[str]:
    known = shape.texts.keys() | shape.free | ({shape.parts} - {""})
    found = [f"unknown: {name}" for name in content.keys() - known]
    found += _length_faults(content, shape.texts, {})
    if not shape.parts:
        return found
    parts = content.get(shape.parts) or []
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        return [*found, f"{shape.parts} is no list of objects"]
    if not 1 <= len(parts) <= shape.most:
        found.append(f"{len(parts)} {shape.parts}, takes 1 to {shape.most}")
    for part in parts:
        known = shape.part_texts.keys() | shape.part_options.keys()
        found += [f"unknown: {name}" for name in part.keys() - known]
        found += _length_faults(part, shape.part_texts, shape.part_options)
    for name in shape.unique:
        values = [part[name] for part in parts if name in part]
        if len(values) > len(set(values)):
            found.append(f"two with the same {name}")
    return found


def _length_faults(
    content: dict[str, Any], required: dict[str, int], options: dict[str, int]
) -> list[str]:
    found = []
    for name, limit in {**required, **options}.items():
        value = content.get(name)
        if value is None and name in options:
            continue
        if not isinstance(value, str) or not value.strip():
            found.append(f"{name} is empty or no text")
        elif len(VARIABLE.sub("", value)) > limit:
            found.append(f"{name} has {len(value)} characters, takes {limit}")
    return found


def reason_to_reject(types: Types, samples: dict[str, str], category: str) -> str | None:
    """Return why WhatsApp would not approve it as a template; None if it would."""
    name = richest(types)
    content = types[name]
    words = str(content.get("body", "")).strip()
    titles = [part.get("title", "") for part in content.get("actions", [])]
    used = variables_of(types) if name != AUTHENTICATION else set()
    numbered = {variable for variable in used if variable.isdigit()}
    reasons = {
        "this type is for open conversations alone": name in IN_SESSION_ONLY,
        "the category does not fit the type": (category == "AUTHENTICATION")
        != (name == AUTHENTICATION),
        "begins or ends with a variable": words.startswith("{{") or words.endswith("}}"),
        "two variables next to each other": bool(re.search(r"\}\}\s*\{\{", words)),
        "a variable in a button's title": any(map(VARIABLE.search, titles)),
        "a variable without a sample": not all(samples.get(name) for name in used),
        "numbers of variables with gaps": numbered
        != {str(number + 1) for number in range(len(numbered))},
        "longer than 1,024 characters": len(words) > RENDERED_LIMIT,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)
