"""How the real service says no."""

from tests.fake_http.control import JSON, as_json
from tests.fake_http.faults import Fault
from tests.fake_http.server import Reply

TYPES = {401: "invalid_request_error", 429: "rate_limit_error", 500: "server_error"}
CODES = {401: "invalid_api_key", 429: "rate_limit_exceeded", 404: "model_not_found"}


class Refused(Exception):
    """The request is refused."""

    def __init__(
        self,
        message: str,
        *,
        param: str | None = None,
        code: str | None = None,
        status: int = 400,
    ) -> None:
        """Keep what stands in the answer."""
        super().__init__(message)
        self.message = message
        self.param = param
        self.code = code
        self.status = status


def error_reply(refused: Refused) -> Reply:
    """Return the error JSON."""
    told = {
        "message": refused.message,
        "type": TYPES.get(refused.status, "invalid_request_error"),
        "param": refused.param,
        "code": refused.code,
    }
    return Reply(status=refused.status, body=as_json({"error": told}), headers=JSON)


def failure(fault: Fault) -> Reply:
    """Return the error JSON of a planned fault."""
    code = str(fault.code) if fault.code else CODES.get(fault.status)
    return error_reply(Refused("On command", status=fault.status, code=code))
