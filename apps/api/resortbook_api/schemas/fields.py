"""Kinds of values in requests and answers, each as strict as its description says."""

import re
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any, ClassVar, cast

from marshmallow import ValidationError, fields, validate

from resortbook.application.references import as_uuid
from resortbook.domain.money import Money

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?"
    r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])",
    re.ASCII,
)
_DIGITS = re.compile(r"0|[1-9][0-9]{0,9}", re.ASCII)


class Whole(validate.Validator):
    """Refuses what a pattern does not match from the first character to the last."""

    def __init__(self, pattern: str, *, problem: str) -> None:
        """Take a pattern as JSON Schema knows it, and what to say where it does not match."""
        self.regex = re.compile(pattern, re.ASCII)
        self.problem = problem

    def __call__(self, value: str) -> str:
        """Return `value`. Raises ValidationError."""
        if self.regex.fullmatch(value) is None:
            raise ValidationError(self.problem)
        return value


ONE_LINE = Whole(r"^[^\x00-\x1f\x7f]*$", problem="One line, without control characters")
LINES = Whole(r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$", problem="No control characters")
SAID = Whole(
    r"^[\t\n\r ]*[^\x00-\x20\x7f][^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$",
    problem="Words, without control characters",
)
AMOUNT = Whole(r"^[0-9]{1,8}(\.[0-9]{1,2})?$", problem="An amount such as 80.00")


class Line(fields.String):
    """A name, a room: text of one line."""

    def __init__(self, *, least: int = 0, longest: int = 200, **kwargs: Any) -> None:
        """Allow `least` to `longest` characters."""
        length = validate.Length(min=least, max=longest)
        super().__init__(validate=[length, ONE_LINE], **kwargs)


class Text(fields.String):
    """What people write: text of several lines."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        """Allow at most `longest` characters."""
        super().__init__(validate=[validate.Length(max=longest), LINES], **kwargs)


class Said(fields.String):
    """What people say to each other: text of several lines that is not blank."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        """Allow at most `longest` characters."""
        super().__init__(validate=[validate.Length(max=longest), SAID], **kwargs)


class Id(fields.UUID):
    """An id, as a UUID with its hyphens."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        found = as_uuid(value) if isinstance(value, str) else None
        if found is None:
            raise self.make_error("invalid_uuid")
        return found


class Instant(fields.DateTime):
    """A moment: RFC 3339 with its offset; we always write UTC, with a Z."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> datetime:
        if not isinstance(value, str) or _INSTANT.fullmatch(value) is None:
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        try:
            return datetime.fromisoformat(value.upper()).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE) from error


class Day(fields.Date):
    """A day of the resort, as YYYY-MM-DD and in no other form of ISO 8601."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> date:
        if not isinstance(value, str) or _DAY.fullmatch(value) is None:
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE) from error


class Amount(fields.String):
    """Money as a decimal string; read with up to two places, written with two."""

    json_schema: ClassVar = {"pattern": AMOUNT.regex.pattern}

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, *args, **kwargs)
        return Money.parse(AMOUNT(text))


class Count(fields.Integer):
    """An integer in JSON: no text, no truth value, no fraction; `2.0` is 2, as for JSON."""

    def __init__(self, *, least: int, most: int, **kwargs: Any) -> None:
        """Allow `least` to `most`."""
        super().__init__(strict=True, validate=validate.Range(least, most), **kwargs)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> int:
        whole = int(value) if isinstance(value, float) and value.is_integer() else value
        return super()._deserialize(whole, *args, **kwargs)


class Number(fields.Float):
    """A number in JSON: no text, no truth value."""

    def __init__(self, *, least: float, most: float, **kwargs: Any) -> None:
        """Allow `least` to `most`."""
        super().__init__(validate=validate.Range(least, most), **kwargs)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, *args, **kwargs)


class Digits(fields.Integer):
    """An integer in a query: ASCII digits alone."""

    def __init__(self, *, least: int, most: int, **kwargs: Any) -> None:
        """Allow `least` to `most`."""
        super().__init__(validate=validate.Range(least, most), **kwargs)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> int:
        if not isinstance(value, str) or _DIGITS.fullmatch(value) is None:
            raise self.make_error("invalid", input=value)
        return int(value)


class Strict(fields.Boolean):
    """A truth value in JSON: `true` or `false` and no other word for it."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Repeatable(fields.List[Any]):
    """A parameter of a query that may be given several times."""

    is_multiple = True


class FieldNames(fields.List[Any]):
    """A comma-separated choice of what an answer shows, by its top-level names."""

    is_multiple = False

    def __init__(self, known: Collection[str], **kwargs: Any) -> None:
        """Know the names that there are."""
        self.known = tuple(known)
        one = fields.String(validate=validate.OneOf(self.known))
        super().__init__(one, validate=validate.Length(min=1), **kwargs)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        names = value.split(",")
        unknown = [name for name in names if name not in self.known]
        if unknown:
            raise ValidationError(
                f"Unknown: {', '.join(unknown)}. Known are: {', '.join(self.known)}"
            )
        return names


class Party(fields.Dict):
    """People by the code of their rate."""

    json_schema: ClassVar = {"minProperties": 1, "maxProperties": 20}

    def __init__(self, **kwargs: Any) -> None:
        """Allow 1 to 20 rates."""
        people = Count(least=0, most=10_000)
        super().__init__(keys=fields.String(), values=people, **kwargs)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        people: dict[str, int] = cast(Any, super())._deserialize(value, *args, **kwargs)
        if not 1 <= len(people) <= 20:
            raise ValidationError("This takes 1 to 20 rates with their people")
        return people
