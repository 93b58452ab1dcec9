"""What depends on where the resort is: its zone, money, language, hours and phone numbers."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo

import phonenumbers
from babel.core import Locale, UnknownLocaleError, get_global
from babel.numbers import get_currency_precision

from resortbook.domain.hours import DailyHours, WeeklyHours
from resortbook.settings.kinds import Kind, many


def _time_zone(text: str) -> ZoneInfo:
    try:
        return ZoneInfo(text)
    except (KeyError, OSError) as error:  # a folder of the zone database is an OSError
        raise ValueError("not in the zone database") from error


def _currency(text: str) -> str:
    code = text.upper()
    in_use = {
        name
        for currencies in get_global("territory_currencies").values()
        for name, _, until, is_tender in currencies
        if until is None and is_tender
    }
    # Prices have two places everywhere, so yen and dinars would be told wrong.
    if code not in in_use or get_currency_precision(code) != 2:
        raise ValueError("not a currency with two decimals")
    return code


def _locale(text: str) -> str:
    try:
        return str(Locale.parse(text.replace("-", "_")))
    except UnknownLocaleError as error:
        raise ValueError("not a known locale") from error


def _region(text: str) -> str:
    if text.upper() not in phonenumbers.SUPPORTED_REGIONS:
        raise ValueError("not a country with phone numbers")
    return text.upper()


def _phone(text: str) -> str:
    try:
        number = phonenumbers.parse(text)
    except phonenumbers.NumberParseException as error:
        raise ValueError("not a phone number") from error
    # Guests are only shown it: a desk may have a number that no public plan lists.
    if not phonenumbers.is_possible_number(number):
        raise ValueError("not a phone number")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _whatsapp_sender(text: str) -> str:
    number = text.removeprefix("whatsapp:")
    if not re.fullmatch(r"\+[1-9][0-9]{6,14}", number):
        raise ValueError("not a WhatsApp sender")
    return f"whatsapp:{number}"


def _color(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise ValueError("not a colour")
    return text.lower()


def _logo(text: str) -> str:
    if re.fullmatch(r"https://[^\s\"<>]+", text):
        return text
    path = Path(text)
    if path.suffix.lower() not in {".svg", ".png", ".webp"} or not path.is_file():
        raise ValueError("not a picture")
    return text


COLOR = Kind(_color, "a colour as #0b6e75")
LOGO = Kind(_logo, "an SVG, PNG or WebP file that exists, or an https:// address")
TIME_ZONE = Kind(_time_zone, "a name of the zone database, as America/Cancun")
CURRENCY = Kind(_currency, "an ISO 4217 code of a currency with two decimals, as USD")
LOCALE = Kind(_locale, "a language and a country, as en_US")
COUNTRIES = many(Kind(_region, "an ISO 3166 country, as MX"))
PHONE = Kind(_phone, "a phone number with its country code, as +14155550100")
WHATSAPP_SENDER = Kind(_whatsapp_sender, "whatsapp:+14155550100")
DAILY_HOURS = Kind(DailyHours.parse, "hours, as 22:00-07:00")
WEEKLY_HOURS = Kind(
    WeeklyHours.parse, "hours, as 08:00-20:00 or mon-fri 08:00-18:00; sat,sun 09:00-14:00"
)
