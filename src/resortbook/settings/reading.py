"""From texts to values: every wrong or missing setting is found before any of them is told."""

import dataclasses
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import dotenv.parser

from resortbook.domain.errors import Misconfigured
from resortbook.settings.kinds import Kind


class SettingsError(Misconfigured):
    """The settings are wrong; `problems` holds one line for each, `NAME: what it takes`."""

    def __init__(self, problems: list[str], /) -> None:
        """Keep the lines in the order of the table."""
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of one setting beside its name and type."""

    kind: Kind
    default: str
    embedded: str
    production: str
    production_kind: Kind
    is_required: bool
    if_blank: object

    def value(self, text: str, *, in_production: bool) -> object:
        """Read `text`, where blank means the default.

        Raises:
            ValueError: says what the setting takes; the text itself is never repeated, since
                it may be a secret in the wrong place.
        """
        kind = self.production_kind if in_production else self.kind
        given = text or (self.production if in_production else self.embedded) or self.default
        if not given:
            if self.is_required and in_production:
                raise ValueError(f"required in production, takes {kind.takes}")
            return self.if_blank
        try:
            return kind.read(given)
        except ValueError as error:
            raise ValueError(f"takes {kind.takes}") from error


def setting(
    kind: Kind,
    default: str = "",
    *,
    embedded: str = "",
    production: str = "",
    required: bool = False,
    production_kind: Kind | None = None,
    if_blank: object = None,
    secret: bool = False,
) -> Any:
    """Describe a field of the settings; its name in upper case is the setting's name."""
    described = Setting(
        kind=kind,
        default=default,
        embedded=embedded,
        production=production,
        production_kind=production_kind or kind,
        is_required=required,
        if_blank=if_blank,
    )
    return dataclasses.field(repr=not secret, metadata={"setting": described})


def texts_of_file(path: Path) -> dict[str, str]:
    """Return the names and texts of a `.env` file; none if there is no such file.

    Raises:
        SettingsError: it can't be read, or a line of it is no `NAME=text`.
    """
    try:
        with path.open(encoding="utf-8-sig") as lines:
            bindings = list(dotenv.parser.parse_stream(lines))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([f"{path}: takes a readable text file in UTF-8"]) from error
    wrong = [binding.original.line for binding in bindings if binding.error]
    if wrong:
        raise SettingsError([f"{path}: line {line} is no NAME=text" for line in wrong])
    return {binding.key: binding.value or "" for binding in bindings if binding.key}


def read_all(
    described: Iterable[dataclasses.Field[Any]],
    texts: Mapping[str, str],
    *,
    in_production: bool,
    problems: list[str],
) -> dict[str, Any]:
    """Return the values by field name, and add a line to `problems` for each that has none."""
    values: dict[str, Any] = {}
    for field in described:
        name = field.name.upper()
        text = texts.get(name, "").strip()
        try:
            values[field.name] = field.metadata["setting"].value(
                text, in_production=in_production
            )
        except ValueError as error:
            problems.append(f"{name}: {error}")
    return values
