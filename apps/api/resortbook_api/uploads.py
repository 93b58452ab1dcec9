"""Files that are sent with a form: the one kind of body beside JSON."""

from typing import Any, ClassVar

from flask import Response, after_this_request, request
from marshmallow import Schema, ValidationError, fields
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from resortbook.domain.errors import InvalidInput

MAX_UPLOAD_BYTES = 8 * 1024 * 1024
FORM = "multipart/form-data"


class Upload(fields.Field[FileStorage]):
    """A file."""

    json_schema: ClassVar = {"type": "string", "format": "binary"}

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> FileStorage:
        if not isinstance(value, FileStorage):
            raise ValidationError("Send this as a file")
        return value


class Word(fields.Boolean):
    """A truth value in a form: `true` or `false` and no other word for it."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> bool:
        if value not in ("true", "false"):
            raise self.make_error("invalid", input=value)
        return bool(value == "true")


def take_upload() -> None:
    """Judge the size and type of the form that this request brings, and receive it.

    Raises:
        RequestEntityTooLarge: more than 8 MB.
        UnsupportedMediaType: encoded, or no form with files.
    """
    request.max_content_length = MAX_UPLOAD_BYTES
    if (request.content_length or 0) > MAX_UPLOAD_BYTES:
        raise RequestEntityTooLarge()
    encoding = request.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity") or request.mimetype != FORM:
        raise UnsupportedMediaType()
    after_this_request(_close_files)
    _ = request.files  # read now: what is too large is refused before what is wrong in it


def _close_files(response: Response) -> Response:
    request.close()  # large ones lie in files of their own
    return response


def form_for(schema: Schema) -> dict[str, Any]:
    """Return the form's members by name, each given once and known to `schema`.

    Raises:
        InvalidInput: one is unknown, given more than once, or no clean text.
    """
    known = {field.data_key or name for name, field in schema.fields.items()}
    found: dict[str, Any] = {}
    problems: dict[str, object] = {}
    for parts in (request.form, request.files):
        for name, values in parts.lists():
            if name not in known:
                problems[name] = ["There is no such field here"]
            elif len(values) > 1 or name in found:
                problems[name] = ["This is given more than once"]
            else:
                found[name] = values[0]
    if problems:
        raise InvalidInput.of(problems)
    return found
