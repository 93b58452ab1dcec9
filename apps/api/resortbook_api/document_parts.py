"""What the API's description says in words, and the headers that it names."""

from typing import Any

INTRODUCTION = """
Times are RFC 3339 in UTC with a trailing `Z`; days are the resort's own. Money is a decimal
string beside its currency. Ids are UUIDs; an activity is also found by its slug, a booking by
its `reference`, without regard to case and hyphens. Paths answer alike with and without their
last slash.

**Refusals** have one form: `{"error": {"code", "message", "details"}}`. `VALIDATION_ERROR` has
`details.fields`: for each name what is wrong with it. `MALFORMED_JSON` is a body that is not
JSON, `NaN` and endless nesting included; a key given twice, NUL, half a character or a body
that is no object is JSON, and a `VALIDATION_ERROR`. Requests are judged in this order: path
(404), method (405), who asks (401, 403), size (413), type (415), content (400), whether the
thing is there (404), whose it is (403), its state (409).

**Input is strict**: unknown or repeated parameters, unknown fields, and values of another type
are refused. Bodies are `application/json`, in UTF-8, without `Content-Encoding`, up to 64 KB.

**Sparse answers**: `fields=id,name` shows these names alone, on every GET of an activity, slot
or booking.

**Signed in** is who shows `Authorization: Bearer` or the cookie; with both, the former counts.
By the cookie, whatever changes something needs the CSRF token of `GET /api/v1/auth/me/`.

**Repeating a request**: bookings take an `Idempotency-Key`; the same key with the same request
gives the first answer again, with `Idempotency-Replayed: true`. After 409
`REQUEST_IN_PROGRESS`, 429 and 503, `Retry-After` says when.
""".strip()

_TEXT = {"type": "string"}
_SECONDS = {"type": "integer", "minimum": 1}

HEADERS: dict[str, dict[str, Any]] = {
    "X-Request-ID": {
        "description": "The id of this request: the caller's own, or a new one",
        "schema": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,128}$"},
        "required": True,
    },
    "ETag": {"description": "Changes with the answer", "schema": _TEXT},
    "Cache-Control": {"description": "How long it may be kept", "schema": _TEXT},
    "Location": {"description": "Where the new thing is", "schema": _TEXT, "required": True},
    "Idempotency-Replayed": {
        "description": "There where the answer is that of an earlier request",
        "schema": {"type": "string", "enum": ["true"]},
    },
    "Retry-After": {"description": "When to try again, in seconds", "schema": _SECONDS},
    "Set-Cookie": {"description": "The session, for browsers", "schema": _TEXT},
    "WWW-Authenticate": {"description": "How to sign in", "schema": _TEXT},
}

# By the name of the status: what its answers carry beside the envelope.
ERROR_HEADERS: dict[str, tuple[str, ...]] = {
    "NOT_MODIFIED": ("ETag", "Cache-Control"),
    "UNAUTHORIZED": ("WWW-Authenticate",),
    "CONFLICT": ("Retry-After",),
    "TOO_MANY_REQUESTS": ("Retry-After",),
    "SERVICE_UNAVAILABLE": ("Retry-After",),
}
