"""Reading phone numbers as people type them."""

import re
from collections.abc import Collection

import phonenumbers

from resortbook.domain.errors import InvalidPhone

_TYPED = re.compile(r"\s*\+[0-9 ()./\-\u00a0]{5,40}")


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


def _invalid(problem: str) -> InvalidPhone:
    return InvalidPhone(problem, fields={"phone": [problem]})
