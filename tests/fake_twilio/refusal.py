"""How Twilio says no."""

from tests.fake_http.control import JSON, as_json
from tests.fake_http.server import Reply

BAD_PARAMETER = 20001  # also for what only this fake is strict about
MESSAGES = {
    20003: "Authenticate",
    20404: "The requested resource was not found",
    20429: "Too Many Requests",
    20500: "An internal server error has occurred",
    21603: "A 'From' phone number is required.",
    21604: "A 'To' phone number is required.",
    21609: "The 'StatusCallback' URL is not a valid URL.",
    21610: "Attempt to send to unsubscribed recipient",
    21617: "The concatenated message body exceeds the 1600 character limit.",
    21619: "A text message body or media urls must be specified.",
    21620: "Invalid media URL(s)",
    21654: "ContentSid Required",
    21655: "The ContentSid is Invalid",
    21656: "The Content Variables parameter is invalid.",
    21658: "Parameter exceeded character limit",
    21910: "Invalid 'From' and 'To' pair. They should be of the same channel",
    63007: "Twilio could not find a Channel with the specified From address",
    63013: "This message send failed because it violates Channel provider's policy.",
    63016: "Failed to send freeform message because you are outside the allowed window.",
    63021: "Channel invalid content error",
    63031: "Channels message cannot have same From and To",
}


class Refused(Exception):
    """Twilio refuses the request with this code; `why` is for whoever reads the record."""

    def __init__(self, code: int, why: str = "", *, status: int = 400) -> None:
        """Keep code, reason and HTTP status."""
        super().__init__(f"{code} {why or MESSAGES.get(code, '')}")
        self.code = code
        self.why = why
        self.status = status


def error_reply(status: int, code: int, why: str = "") -> Reply:
    """Return Twilio's error JSON."""
    message = ": ".join(part for part in (MESSAGES.get(code, ""), why) if part)
    told = {
        "code": code,
        "message": message or "Bad request",
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }
    return Reply(status=status, body=as_json(told), headers=JSON)
