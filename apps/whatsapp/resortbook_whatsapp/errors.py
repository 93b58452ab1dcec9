"""Refusals and failures as HTTP answers, in the API's envelope."""

import json
import logging
from collections.abc import Mapping

from flask import Flask, Response
from werkzeug.exceptions import (
    Forbidden,
    HTTPException,
    MethodNotAllowed,
    NotFound,
    RequestEntityTooLarge,
    UnsupportedMediaType,
)

from resortbook.application.trace import current_request
from resortbook.domain.errors import InvalidInput, ResortError, Unavailable
from resortbook_whatsapp.signed import InvalidSignature

log = logging.getLogger(__name__)

BUG = (500, "INTERNAL_ERROR")
ANSWERS: Mapping[type[Exception], tuple[int, str]] = {
    InvalidInput: (400, "VALIDATION_ERROR"),
    InvalidSignature: (403, "INVALID_SIGNATURE"),
    Forbidden: (403, "FORBIDDEN"),
    NotFound: (404, "NOT_FOUND"),
    MethodNotAllowed: (405, "METHOD_NOT_ALLOWED"),
    RequestEntityTooLarge: (413, "PAYLOAD_TOO_LARGE"),
    UnsupportedMediaType: (415, "UNSUPPORTED_MEDIA_TYPE"),
    Unavailable: (503, "SERVICE_UNAVAILABLE"),
}
SENTENCES: Mapping[int, str] = {
    400: "This request cannot be understood",
    404: "There is nothing at this address",
    405: "This address does not take that method",
    413: "This is more than may be sent",
    415: "Send a form as application/x-www-form-urlencoded, without Content-Encoding",
}


def register_error_handlers(app: Flask) -> None:
    """Answer every refusal, failure and bug of `app` in the envelope."""
    app.register_error_handler(ResortError, _refuse)
    app.register_error_handler(HTTPException, _refuse_request)
    app.register_error_handler(Exception, _fail)


def answer_to(error: Exception) -> tuple[int, str]:
    """Return the status and code of an error: its own, or of the nearest class above it."""
    for kind in type(error).__mro__:
        if kind in ANSWERS:
            return ANSWERS[kind]
    if isinstance(error, HTTPException) and 400 <= (error.code or 500) < 500:
        return error.code or 400, "VALIDATION_ERROR"  # no HTTP, or a connection that was cut
    return BUG


def _refuse(error: ResortError) -> Response:
    status, code = answer_to(error)
    if status == 500:
        return _fail(error)
    response = _envelope(status, code, error.message, error.details)
    if isinstance(error, Unavailable):
        response.headers["Retry-After"] = str(error.retry_after_seconds)
    return response


def _refuse_request(error: HTTPException) -> Response:
    status, code = answer_to(error)
    if status == 500:
        return _fail(error)
    sentence = SENTENCES.get(status) or error.description or SENTENCES[400]
    response = _envelope(status, code, sentence, {})
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return response


def _fail(error: Exception) -> Response:
    # A bug: everything about it goes to the log, nothing of it to the client.
    log.error("request.failed request=%s", current_request.get(), exc_info=error)
    details = {"request_id": current_request.get()}
    return _envelope(*BUG, "Something went wrong on our side", details)


def _envelope(status: int, code: str, message: str, details: Mapping[str, object]) -> Response:
    body = {"error": {"code": code, "message": message, "details": details}}
    return Response(json.dumps(body, ensure_ascii=False), status, mimetype="application/json")
