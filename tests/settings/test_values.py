"""What each kind of setting takes, and what it is turned into."""

from pathlib import Path

import pytest

A_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="

TAKEN = [
    ("BOOKING_REMINDER_1H_ENABLED", "No", False),
    ("BOOKING_REMINDER_1H_ENABLED", "1", True),
    ("BOOKING_CANCELLATION_DEADLINE_HOURS", "0", 0),
    ("TRUSTED_PROXIES", "2", 2),
    ("LOG_LEVEL", "debug", "DEBUG"),
    ("DEMO", "true", "yes"),
    ("DEMO", "auto", "auto"),
    ("DATABASE_URL", "postgres://u:p@h:5432/d", "postgresql+psycopg://u:p@h:5432/d"),
    ("DATABASE_URL", "postgresql:///d?host=/tmp", "postgresql+psycopg:///d?host=/tmp"),
    ("DATABASE_URL", "postgresql+psycopg://h/d", "postgresql+psycopg://h/d"),
    ("DATABASE_URL", "sqlite:///here.db", "sqlite:///here.db"),
    ("DATABASE_URL", "sqlite:////srv/there.db", "sqlite:////srv/there.db"),
    ("REDIS_URL", "rediss://:secret@host:6380/2", "rediss://:secret@host:6380/2"),
    ("REDIS_URL", "unix:///run/redis.sock", "unix:///run/redis.sock"),
    ("PUBLIC_URL", "https://Book.Example.com/", "https://book.example.com"),
    ("TWILIO_API_BASE_URL", "http://127.0.0.1:9000/2010", "http://127.0.0.1:9000"),
    ("WHATSAPP_MESSAGES_PER_SECOND", "80", 80),
    ("OPENAI_BASE_URL", "https://router.example/api/v1/", "https://router.example/api/v1"),
    ("CORS_ORIGINS", "https://a.example, http://b.example:3000/",
     ("https://a.example", "http://b.example:3000")),
    ("RESORT_CURRENCY", "mxn", "MXN"),
    ("RESORT_LOCALE", "es-MX", "es_MX"),
    ("RESORT_COLOR", "#0B6E75", "#0b6e75"),
    ("RESORT_LOGO", "https://example.com/logo.svg", "https://example.com/logo.svg"),
    ("OTP_COUNTRIES", "mx, US", ("MX", "US")),
    ("DESK_PHONE", "+1 (415) 555-0100", "+14155550100"),
    ("RESORT_NAME", "Playa Señorita ☀", "Playa Señorita ☀"),
    ("TWILIO_WHATSAPP_FROM", "+14155238886", "whatsapp:+14155238886"),
    ("ENCRYPTION_KEYS", f"{A_KEY},{A_KEY}", (b"0123456789abcdef" * 2,) * 2),
    ("MEDIA_DIR", "/srv/media", Path("/srv/media")),
    ("SENTRY_DSN", "https://key@host.example/1", "https://key@host.example/1"),
]  # fmt: skip

REFUSED = [
    ("RESORTBOOK_ENV", "staging"),
    ("BOOKING_REMINDER_24H_ENABLED", "maybe"),
    ("DEMO", "often"),
    ("PORT", "0"),
    ("PORT", "65536"),
    ("PORT", "80.0"),
    ("PORT", "1e3"),
    ("PORT", "+80"),
    ("PORT", "８０"),
    ("BOOKING_PENDING_TIMEOUT_MINUTES", "1e9"),
    ("BOOKING_PENDING_TIMEOUT_MINUTES", "-5"),
    ("BOOKING_PENDING_TIMEOUT_MINUTES", "0"),
    ("OPENAI_TIMEOUT_SECONDS", "600"),
    ("WHATSAPP_MESSAGES_PER_SECOND", "0"),
    ("WHATSAPP_MESSAGES_PER_SECOND", "0.5"),
    ("SCHEDULE_HORIZON_DAYS", "9" * 5000),
    ("LOG_LEVEL", "LOUD"),
    ("LOG_FORMAT", "xml"),
    ("HOST", "two words"),
    ("DATABASE_URL", "mysql://h/d"),
    ("DATABASE_URL", "postgresql+psycopg2://h/d"),
    ("DATABASE_URL", "postgresql://h"),
    ("DATABASE_URL", "postgresql://h:none/d"),
    ("DATABASE_URL", "sqlite://"),
    ("DATABASE_URL", "sqlite:///:memory:"),
    ("DATABASE_URL", "sqlite:///a.db?mode=ro"),
    ("DATABASE_URL", "resort.db"),
    ("REDIS_URL", "http://redis"),
    ("REDIS_URL", "redis://"),
    ("PUBLIC_URL", "book.example.com"),
    ("PUBLIC_URL", "ftp://book.example.com"),
    ("PUBLIC_URL", "https://book.example.com:99999"),
    ("PUBLIC_URL", "https://me@book.example.com"),
    ("PUBLIC_URL", "https://book.example.com/?a=1"),
    ("CORS_ORIGINS", "*"),
    ("CORS_ORIGINS", "https://a.example/path"),
    ("CORS_ORIGINS", "https://*.example.com"),
    ("CORS_ORIGINS", "https://(a|b).example.com"),
    ("CORS_ORIGINS", "null"),
    ("PUBLIC_URL", "https://book.example.com;script-src"),
    ("RESORT_NAME", "two\nlines"),
    ("RESORT_NAME", "Caf\udce9"),
    ("RESORT_TIMEZONE", "Cancun"),
    ("RESORT_TIMEZONE", "America"),
    ("RESORT_TIMEZONE", "../etc/localtime"),
    ("RESORT_CURRENCY", "XXQ"),
    ("RESORT_CURRENCY", "JPY"),
    ("RESORT_CURRENCY", "KWD"),
    ("RESORT_CURRENCY", "DEM"),
    ("RESORT_LOCALE", "zz_ZZ"),
    ("RESORT_COLOR", "red"),
    ("RESORT_ACCENT_COLOR", "#12345"),
    ("RESORT_LOGO", "nowhere.svg"),
    ("RESORT_LOGO", "http://example.com/logo.svg"),
    ("RESORT_LOGO", "pyproject.toml"),
    ("RESORT_LOCALE", "english please"),
    ("QUIET_HOURS", "22-7"),
    ("QUIET_HOURS", "25:00-07:00"),
    ("DESK_HOURS", "mon-fry 08:00-18:00"),
    ("DESK_PHONE", "911"),
    ("OTP_COUNTRIES", "Mexico"),
    ("TWILIO_WHATSAPP_FROM", "whatsapp:desk"),
    ("TWILIO_ACCOUNT_SID", "AC/../x"),
    ("TWILIO_TEMPLATE_BOOKING_MOVED", "HX 1"),
    ("OPENAI_API_KEY", "two words"),
    ("SECRET_KEY", "short"),
    ("ENCRYPTION_KEYS", "c2hvcnQ="),
    ("ENCRYPTION_KEYS", f"{A_KEY},not base64!"),
    ("SENTRY_DSN", "https://host.example/1"),
]


@pytest.mark.parametrize(("name", "text", "value"), TAKEN)
def test_a_setting_becomes_a_value(load, name, text, value):
    settings = load(**{name: text})

    assert getattr(settings, name.lower()) == value


@pytest.mark.parametrize(("name", "text"), REFUSED)
def test_a_wrong_setting_is_named_in_one_line_with_what_it_takes(problems, name, text):
    lines = problems(**{name: text})

    assert len(lines) == 1
    assert lines[0].startswith(f"{name}: takes ")
    assert "\n" not in lines[0]


def test_a_secret_in_the_wrong_place_is_not_repeated(problems):
    lines = problems(PORT="towel-42", SECRET_KEY="towel-42", DATABASE_URL="mysql://towel-42@h")

    assert len(lines) == 3
    assert "towel-42" not in "".join(lines)
