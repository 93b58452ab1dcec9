"""A guest's message in Twilio's form, as the reception takes it."""

import re
from contextlib import suppress
from typing import Any

from resortbook.application.reception import Heard
from resortbook.domain.errors import InvalidInput
from resortbook.domain.guest import Channel
from resortbook.ports.webhooks import Form

LONGEST_SID = 255
LONGEST_NAME = 200
MOST_MEDIA = 10
CHANNELS = {
    # No public plan of numbers is asked: whoever writes from one has it.
    Channel.PHONE: re.compile(r"whatsapp:(\+[1-9][0-9]{6,14})"),
    # A country and an id of WhatsApp's own, for guests who keep their number to themselves.
    Channel.WHATSAPP_ID: re.compile(r"whatsapp:([A-Z]{2}(?:\.[A-Za-z0-9]{1,128}){1,2})"),
}


def heard_in(form: Form) -> Heard:
    """Return the message that a form tells of, with everything that came beside the words.

    Raises:
        InvalidInput: no MessageSid, or From is neither a number nor an id on WhatsApp.
    """
    channel, address = _sender(first(form, "From"))
    name = " ".join(first(form, "ProfileName").split())[:LONGEST_NAME]
    return Heard(
        provider_sid=sid_in(form),
        channel=channel,
        address=address,
        body=first(form, "Body"),
        name=name,
        form=_kept(form, name=name),
    )


def sid_in(form: Form) -> str:
    """Return the message's id.

    Raises:
        InvalidInput: there is none, or none that could be.
    """
    sid = first(form, "MessageSid").strip()
    if not 0 < len(sid) <= LONGEST_SID:
        raise InvalidInput.on("MessageSid", "This is needed")
    return sid


def first(form: Form, name: str) -> str:
    """Return a field's first value, blank where it has none."""
    return next(iter(form.get(name, ())), "")


def _sender(told: str) -> tuple[Channel, str]:
    for channel, shape in CHANNELS.items():
        if match := shape.fullmatch(told):
            return channel, match[1]
    raise InvalidInput.on("From", "This is needed: whatsapp:+… or whatsapp:US.…")


def _kept(form: Form, *, name: str) -> dict[str, Any]:
    """Return what the dialogue may need of a form, and beside it all of the form."""
    told = {
        "button": first(form, "ButtonPayload") or first(form, "ListId"),
        "button_text": first(form, "ButtonText") or first(form, "ListTitle"),
        "reply_to": first(form, "OriginalRepliedMessageSid"),
        "media": _media(form),
        "location": _location(form),
        "profile_name": name,
    }
    raw = {name: values[0] if len(values) == 1 else values for name, values in form.items()}
    return {**{key: value for key, value in told.items() if value}, "raw": raw}


def _media(form: Form) -> list[dict[str, str]]:
    found = []
    for number in range(MOST_MEDIA):
        if url := first(form, f"MediaUrl{number}"):
            content_type = first(form, f"MediaContentType{number}")
            found.append({"url": url, "content_type": content_type})
    return found


def _location(form: Form) -> dict[str, Any] | None:
    with suppress(ValueError):
        latitude, longitude = float(first(form, "Latitude")), float(first(form, "Longitude"))
        # What is no number at all compares as outside, too.
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return {
                "latitude": latitude,
                "longitude": longitude,
                "label": first(form, "Label"),
                "address": first(form, "Address"),
            }
    return None
