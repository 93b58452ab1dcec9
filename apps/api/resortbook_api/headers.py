"""Headers that every answer has: for safety, for other origins, for compression."""

import re

from flask import Flask, Response, request
from flask_compress import Compress
from flask_cors import CORS

from resortbook.settings import Settings
from resortbook_api.auth import CSRF_HEADER
from resortbook_api.current import resort
from resortbook_api.tracing import HEADER as REQUEST_ID

COMPRESS_FROM_BYTES = 1_025
DATA_ALONE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
# The desk reads codes of guests with the camera; nothing else of a device is asked for.
DEVICE = "camera=(self), microphone=(), geolocation=(), payment=(), usb=()"
TOLD_TO_BROWSERS = (
    "Date",
    "ETag",
    "Idempotency-Replayed",
    "Location",
    "Retry-After",
    REQUEST_ID,
)
TAKEN_FROM_BROWSERS = (
    "Authorization",
    "Content-Type",
    CSRF_HEADER,
    "Idempotency-Key",
    "If-Match",
    "If-None-Match",
    REQUEST_ID,
)


def add_headers(app: Flask, settings: Settings) -> None:
    """Give every answer of `app` its headers; what is on a page counts down by its `Date`."""
    is_https = settings.public_url.startswith("https:")

    @app.after_request
    def guard_browsers(response: Response) -> Response:
        headers = response.headers
        response.date = resort().clock.now()
        headers["X-Content-Type-Options"] = "nosniff"
        headers["X-Frame-Options"] = "DENY"
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Permissions-Policy"] = DEVICE
        headers.setdefault("Content-Security-Policy", DATA_ALONE)
        if is_https:
            headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
        if request.method == "HEAD":
            # Its body is never read, so that nobody else would close it.
            response.close()
        return response

    _compress(app)
    _allow_origins(app, settings)


def _compress(app: Flask) -> None:
    app.config["COMPRESS_MIN_SIZE"] = COMPRESS_FROM_BYTES
    app.config["COMPRESS_ALGORITHM"] = ["br", "zstd", "gzip"]
    Compress(app)


def _allow_origins(app: Flask, settings: Settings) -> None:
    if not settings.cors_origins:
        return
    # To the letter: the library would read an origin with a bracket in it as a pattern.
    origins = [re.compile(re.escape(one) + r"\Z", re.I) for one in settings.cors_origins]
    CORS(
        app,
        origins=origins,
        supports_credentials=True,
        allow_headers=list(TAKEN_FROM_BROWSERS),
        expose_headers=list(TOLD_TO_BROWSERS),
        max_age=600,
    )
