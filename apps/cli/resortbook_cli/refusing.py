"""What the web server itself refuses, before an application is asked: in the same envelope."""

import json
from typing import Any

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

CODES = {413: "PAYLOAD_TOO_LARGE", 500: "INTERNAL_ERROR"}
MESSAGES = {
    413: "This is more than may be sent",
    431: "The headers are longer than may be sent",
    500: "Something went wrong on our side, please try again",
}


class Refusal(ErrorTask):
    """Tells why a request was not understood, and closes the connection."""

    def execute(self) -> None:
        """Answer as the API does."""
        request: Any = self.request
        error = request.error
        told = {
            "code": CODES.get(error.code, "VALIDATION_ERROR"),
            "message": MESSAGES.get(error.code, "This is not a request in HTTP"),
            "details": {},
        }
        body = json.dumps({"error": told}, separators=(",", ":")).encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers = [
            *self.response_headers,
            ("Content-Type", "application/json"),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class RefusingChannel(HTTPChannel):
    """A connection on which refusals are told in the envelope."""

    error_task_class = Refusal
