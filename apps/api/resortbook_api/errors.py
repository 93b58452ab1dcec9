"""Refusals and failures as HTTP answers: one table, one envelope for all of them."""

import logging
from collections.abc import Mapping

from flask import Flask, Response, request
from werkzeug.exceptions import (
    BadRequest,
    HTTPException,
    MethodNotAllowed,
    RequestEntityTooLarge,
    UnsupportedMediaType,
)
from werkzeug.exceptions import NotFound as NoSuchPath

from resortbook.application.trace import current_request
from resortbook.domain import errors as core
from resortbook_api.current import house
from resortbook_api.json_text import json_bytes

log = logging.getLogger(__name__)

READING = frozenset({"GET", "HEAD"})
BUG = (500, "INTERNAL_ERROR")


class MalformedJson(BadRequest):
    """The body is not JSON."""

    description = "The body is not valid JSON"


ANSWERS: Mapping[type[Exception], tuple[int, str]] = {
    core.InvalidInput: (400, "VALIDATION_ERROR"),
    core.InvalidPhone: (400, "INVALID_PHONE"),
    core.InvalidTime: (400, "INVALID_TIME"),
    core.CapacityExceeded: (400, "CAPACITY_EXCEEDED"),
    core.RuleViolated: (400, "RULE_VIOLATED"),
    BadRequest: (400, "VALIDATION_ERROR"),
    MalformedJson: (400, "MALFORMED_JSON"),
    core.NotSignedIn: (401, "AUTH_REQUIRED"),
    core.AuthRequired: (401, "AUTH_REQUIRED"),
    core.SessionExpired: (401, "SESSION_EXPIRED"),
    core.InvalidCode: (401, "INVALID_OTP"),
    core.NotAllowed: (403, "FORBIDDEN"),
    core.NotYours: (403, "FORBIDDEN"),
    core.NotStaff: (403, "FORBIDDEN"),
    core.CsrfFailed: (403, "CSRF_FAILED"),
    core.NotFound: (404, "NOT_FOUND"),
    NoSuchPath: (404, "NOT_FOUND"),
    MethodNotAllowed: (405, "METHOD_NOT_ALLOWED"),
    core.Conflicting: (409, "CONFLICT"),
    core.SlotUnavailable: (409, "SLOT_UNAVAILABLE"),
    core.AlreadyConfirmed: (409, "BOOKING_ALREADY_CONFIRMED"),
    core.AlreadyCancelled: (409, "BOOKING_ALREADY_CANCELLED"),
    core.HoldExpired: (409, "BOOKING_EXPIRED"),
    core.BookingClosed: (409, "BOOKING_CLOSED"),
    core.DeadlinePassed: (409, "CANCELLATION_DEADLINE_PASSED"),
    core.HoldLimitReached: (409, "HOLD_LIMIT_REACHED"),
    core.FieldConflict: (409, "CONFLICT"),
    core.RequestInProgress: (409, "REQUEST_IN_PROGRESS"),
    core.PreconditionFailed: (412, "PRECONDITION_FAILED"),
    RequestEntityTooLarge: (413, "PAYLOAD_TOO_LARGE"),
    UnsupportedMediaType: (415, "UNSUPPORTED_MEDIA_TYPE"),
    core.KeyReused: (422, "IDEMPOTENCY_KEY_REUSED"),
    core.RateLimited: (429, "RATE_LIMITED"),
    core.Unavailable: (503, "SERVICE_UNAVAILABLE"),
    core.Misconfigured: BUG,
    core.Inconsistent: BUG,
    core.ResortError: BUG,
}

SENTENCES: Mapping[int, str] = {
    400: "This request cannot be understood",
    404: "There is nothing at this address",
    405: "This address does not take that method",
    413: "This is more than may be sent",
    415: "Send JSON as application/json, without Content-Encoding",
}


def register_error_handlers(app: Flask) -> None:
    """Answer every refusal, failure and bug of `app` in the envelope."""
    app.register_error_handler(core.ResortError, _refuse)
    app.register_error_handler(HTTPException, _refuse_request)
    app.register_error_handler(NoSuchPath, _refuse_path)
    app.register_error_handler(Exception, _fail)


def answer_to(error: Exception) -> tuple[int, str]:
    """Return the status and code of an error: its own, or of the nearest class above it."""
    for kind in type(error).__mro__:
        if kind in ANSWERS:
            return ANSWERS[kind]
    if isinstance(error, HTTPException) and 400 <= (error.code or 500) < 500:
        return error.code or 400, "VALIDATION_ERROR"  # a range of a file that it does not have
    return BUG


def _refuse(error: core.ResortError) -> Response:
    status, code = answer_to(error)
    if status == 500:
        return _fail(error)
    response = _envelope(status, code, error.message, error.details)
    retry_after = getattr(error, "retry_after_seconds", None)
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _refuse_path(error: NoSuchPath) -> Response | HTTPException:
    web = house().web
    # What no route takes may be the web app's; what a view says is not there, is not there.
    if web is not None and request.routing_exception is error and request.method in READING:
        page = web.answer(request.path)
        if page is not None:
            return page
    return _refuse_request(error)


def _refuse_request(error: HTTPException) -> Response | HTTPException:
    status, code = answer_to(error)
    if status == 500:
        return _fail(error) if (error.code or 500) >= 400 else error
    sentence = SENTENCES.get(status, SENTENCES[400])
    if isinstance(error, MalformedJson):
        sentence = error.description or sentence
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
    return Response(json_bytes(body), status, mimetype="application/json")
