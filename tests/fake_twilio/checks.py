"""What Twilio checks at once of a message that it is asked to send."""

import json
import re
from urllib.parse import urlsplit

from tests.fake_twilio.refusal import BAD_PARAMETER, Refused

BODY_LIMIT = 1600
CHANNEL = "whatsapp:"
NUMBER = re.compile(r"whatsapp:\+[1-9]\d{6,14}")
SCOPED_ID = re.compile(r"whatsapp:[A-Z]{2}\.[A-Za-z0-9]{1,128}")
CONTENT_SID = re.compile(r"HX[0-9a-fA-F]{32}")
UNFIT_VALUE = re.compile(r"[\n\r\t]| {5}")
# Of the real parameters those that mean something for WhatsApp. The real service ignores what
# it does not know; here it is refused, so that a misspelt name is found.
SINGLE = {
    "To",
    "From",
    "Body",
    "ContentSid",
    "ContentVariables",
    "StatusCallback",
    "MessagingServiceSid",
    "ValidityPeriod",
}
REPEATABLE = {"MediaUrl", "PersistentAction"}


def check_names(pairs: list[tuple[str, str]]) -> None:
    """Refuse parameters that are unknown, and single ones that are repeated."""
    names = [name for name, _ in pairs]
    unknown = set(names) - SINGLE - REPEATABLE
    repeated = {name for name in SINGLE if names.count(name) > 1}
    if unknown or repeated:
        raise Refused(BAD_PARAMETER, f"unknown or repeated: {sorted(unknown | repeated)}")


def check_addresses(form: dict[str, str], sender: str) -> None:
    """Refuse a recipient or sender that WhatsApp can't have."""
    to, from_ = form.get("To", ""), form.get("From", "")
    if not to:
        raise Refused(21604)
    if not from_:
        raise Refused(21603)
    if to.startswith(CHANNEL) != from_.startswith(CHANNEL):
        raise Refused(21910)
    if not NUMBER.fullmatch(to) and not SCOPED_ID.fullmatch(to):
        raise Refused(21211, f"Invalid 'To' Phone Number: {to}")
    if not NUMBER.fullmatch(from_):
        raise Refused(21212, f"Invalid 'From' Phone Number: {from_}")
    if from_ != sender:
        raise Refused(63007)
    if to == from_:
        raise Refused(63031)


def check_words(form: dict[str, str], media: list[str]) -> None:
    """Refuse a message of nothing, of too much, or of two kinds at once."""
    body, content = form.get("Body", ""), form.get("ContentSid", "")
    if not (body or media or content):
        raise Refused(21619)
    if len(body) > BODY_LIMIT:
        raise Refused(21617, f"{len(body)} characters")
    if content and (body or media):
        # The real service lets the content win; whoever sends both means something else.
        raise Refused(BAD_PARAMETER, "ContentSid together with Body or MediaUrl")
    if "ContentVariables" in form and not content:
        raise Refused(21654)
    if len(media) > 1 or not all(is_web_address(url) for url in media):
        raise Refused(21620, f"{len(media)} media")


def check_callback(form: dict[str, str]) -> None:
    """Refuse a StatusCallback that no request could go to."""
    url = form.get("StatusCallback")
    if url is not None and (not is_web_address(url) or "_" in urlsplit(url).netloc):
        raise Refused(21609, url)


def is_web_address(url: str) -> bool:
    """Tell whether it is an absolute address of the web."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def read_variables(text: str | None, expected: set[str]) -> dict[str, str]:
    """Return the content variables: exactly the expected ones, each one line of text.

    The real service puts a template's sample where one is missing, and ignores what is too
    much: a guest would read the sample. Both are refused here.
    """
    try:
        variables = json.loads(text) if text else {}
    except ValueError:
        raise Refused(21656, "no JSON") from None
    if not isinstance(variables, dict):
        raise Refused(21656, "no JSON object")
    if variables.keys() != expected:
        raise Refused(21656, f"has {sorted(variables)}, takes {sorted(expected)}")
    for name, value in variables.items():
        if not isinstance(value, str) or not value.strip():
            raise Refused(21656, f"{name} is empty or no text")
        if UNFIT_VALUE.search(value):
            raise Refused(21656, f"{name} has a newline, a tab or five blanks")
        if len(value) > BODY_LIMIT:
            raise Refused(21658, f"{name} has {len(value)} characters")
    return variables
