"""Reading phone numbers as people type them, and addresses as WhatsApp writes them."""

import re
from collections.abc import Collection

import phonenumbers

from resortbook.domain.errors import InvalidPhone
from resortbook.domain.guest import Channel

# WhatsApp knows the mobiles of some countries by one digit more, or less, than people dial: a 1
# after Mexico's code, a 9 after Argentina's (WhatsApp Help Center, "About international phone
# number format", faq.whatsapp.com/640432094208718), though Mexico gave that 1 up in 2019; and
# many of Brazil without the ninth digit that mobiles have there since the years after 2012.
# Each is a pattern of the parts around that digit, and the digit.
_EXTRA_DIGITS = (
    (r"(\+52){}([2-9][0-9]{{9}})", "1"),
    (r"(\+54){}([1-3][0-9]{{9}})", "9"),
    (r"(\+55[1-9][0-9]){}([6-9][0-9]{{7}})", "9"),
)

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
        number = _valid_spelling(number)
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
    plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if not any(map(_is_possible, spellings(plain))):
        raise _invalid("There is no such phone number", field=field)
    return Channel.PHONE, plain


def spellings(number: str) -> tuple[str, ...]:
    """Return an E.164 number and whatever else WhatsApp or people take for the same one.

    The number itself comes first; most have no other spelling.
    """
    for pattern, digit in _EXTRA_DIGITS:
        if match := re.fullmatch(pattern.format(digit), number):
            return number, f"{match[1]}{match[2]}"
        if match := re.fullmatch(pattern.format(""), number):
            return number, f"{match[1]}{digit}{match[2]}"
    return (number,)


def _is_possible(number: str) -> bool:
    return phonenumbers.is_possible_number(phonenumbers.parse(number))


def _valid_spelling(number: phonenumbers.PhoneNumber) -> phonenumbers.PhoneNumber:
    """Return another spelling of a number that is none: somebody copied it from WhatsApp."""
    plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    for other in spellings(plain)[1:]:
        parsed = phonenumbers.parse(other)
        if phonenumbers.is_valid_number(parsed):
            return parsed
    raise _invalid("This is not a valid phone number")


def _invalid(problem: str, *, field: str = "phone") -> InvalidPhone:
    return InvalidPhone(problem, fields={field: [problem]})
