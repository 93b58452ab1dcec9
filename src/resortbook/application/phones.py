"""Reading phone numbers as people type them, and addresses as WhatsApp writes them."""

import re
from collections.abc import Collection

import phonenumbers

from resortbook.domain.errors import InvalidPhone
from resortbook.domain.guest import Channel

_TYPED = re.compile(r"\s*\+[0-9 ()./\-\u00a0]{5,40}")
_WHATSAPP_ID = re.compile(r"[A-Z]{2}(?:\.[A-Za-z0-9]{1,128}){1,2}")


def as_e164(text: str, *, countries: Collection[str] = ()) -> str:
    """Return a number in E.164; blanks, brackets and dashes in it do not matter.

    `countries` are ISO regions that are served; empty serves all.

    Raises:
        InvalidPhone: no plus sign, not a valid number, or of a country that is not served.
    """
    if not _TYPED.fullmatch(text):
        raise _invalid("Give the number with its country code, such as +1 415 555 0123")
    try:
        number = phonenumbers.parse(text)
    except phonenumbers.NumberParseException:
        raise _invalid("This is not a phone number") from None
    if not phonenumbers.is_valid_number(number):
        raise _invalid("This is not a valid phone number")
    if countries and phonenumbers.region_code_for_number(number) not in countries:
        raise _invalid("We cannot send codes to numbers of this country")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def as_whatsapp_address(text: str, *, field: str) -> tuple[Channel, str]:
    """Return how WhatsApp knows somebody: by a number, in E.164, or by an id of its own, such
    as `US.ABC123`; with or without `whatsapp:` before it.

    Whoever writes from a number has it: it needs to be possible, not in any public plan.

    Raises:
        InvalidPhone: neither of both; `field` is blamed.
    """
    address = text.removeprefix("whatsapp:")
    if _WHATSAPP_ID.fullmatch(address):
        return Channel.WHATSAPP_ID, address
    try:
        number = phonenumbers.parse(address)
    except phonenumbers.NumberParseException:
        raise _invalid("This is not a phone number", field=field) from None
    if not phonenumbers.is_possible_number(number):
        raise _invalid("There is no such phone number", field=field)
    return Channel.PHONE, phonenumbers.format_number(
        number, phonenumbers.PhoneNumberFormat.E164
    )


def _invalid(problem: str, *, field: str = "phone") -> InvalidPhone:
    return InvalidPhone(problem, fields={field: [problem]})
