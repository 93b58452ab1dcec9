"""All that is wrong is told at once; production takes nothing for granted."""

import pytest

from resortbook.domain.errors import ResortError
from resortbook.settings import Settings, SettingsError

REQUIRED = [
    "DATABASE_URL",
    "REDIS_URL",
    "PUBLIC_URL",
    "SECRET_KEY",
    "ENCRYPTION_KEYS",
    "TWILIO_ACCOUNT_SID",
    "TWILIO_AUTH_TOKEN",
    "TWILIO_WHATSAPP_FROM",
]


def test_production_with_nothing_set_names_each_missing_setting_once(problems):
    lines = problems(RESORTBOOK_ENV="production")

    assert [line.partition(":")[0] for line in lines] == REQUIRED
    assert all("required in production, takes " in line for line in lines)


def test_everything_wrong_is_told_at_once_in_the_order_of_the_table(problems):
    lines = problems(LOG_LEVEL="LOUD", PORT="http", RESORTBOOK_ENV="test", CLOCK_FILE="/none")

    named = [line.partition(":")[0] for line in lines]
    assert named == ["RESORTBOOK_ENV", "PORT", "LOG_LEVEL", "CLOCK_FILE"]


def test_the_error_is_one_of_the_resorts_own_with_a_line_for_each_problem(tmp_path):
    with pytest.raises(ResortError) as refused:
        Settings.load({"PORT": "x", "DEMO": "x"}, var_dir=tmp_path)

    assert isinstance(refused.value, SettingsError)
    assert str(refused.value).splitlines() == refused.value.problems


def test_complete_production_settings_are_taken(production):
    settings = production()

    assert settings.is_production
    assert settings.uses_twilio
    assert settings.database_url.startswith("postgresql+psycopg://")


def test_production_runs_on_postgresql_alone(production_problems):
    [line] = production_problems(DATABASE_URL="sqlite:///resort.db")

    assert line == "DATABASE_URL: takes postgresql://user:password@host:port/name"


@pytest.mark.parametrize("name", ["PUBLIC_URL", "WEB_APP_URL"])
def test_production_is_reached_by_https(production_problems, name):
    [line] = production_problems(**{name: "http://book.example.com"})

    assert line.startswith(f"{name}: takes an address that begins with https://")


@pytest.mark.parametrize("host", ["127.0.0.1:8005", "localhost", "[::1]:8000"])
def test_http_is_enough_on_loopback(production, host):
    assert production(PUBLIC_URL=f"http://{host}").public_url == f"http://{host}"


@pytest.mark.parametrize(
    "host", ["localhost.example.com", "10.0.0.1", "0.0.0.0", "127.evil.com"]
)
def test_a_host_that_only_looks_like_loopback_needs_https(production_problems, host):
    assert len(production_problems(PUBLIC_URL=f"http://{host}")) == 1


def test_a_moved_clock_is_refused_in_production_unless_allowed(
    production, production_problems, tmp_path
):
    clock_file = tmp_path / "clock"
    clock_file.write_text("+1h\n")

    assert production_problems(CLOCK_FILE=str(clock_file)) == [
        "CLOCK_FILE: refused in production unless CLOCK_FILE_ALLOWED=yes"
    ]
    allowed = production(CLOCK_FILE=str(clock_file), CLOCK_FILE_ALLOWED="yes")
    assert allowed.clock_file == clock_file


@pytest.mark.parametrize("content", ["soon", "1h", "+1.5h", "+1w", "+1h +1m", "\x00"])
def test_a_clock_file_with_a_wrong_content_is_refused(problems, tmp_path, content):
    clock_file = tmp_path / "clock"
    clock_file.write_text(content)

    [line] = problems(CLOCK_FILE=str(clock_file))

    assert line.startswith("CLOCK_FILE: takes a file that holds an offset")


@pytest.mark.parametrize("content", ["", " \n", "+0s", "-30d\n"])
def test_a_clock_file_with_an_offset_or_nothing_is_taken(load, tmp_path, content):
    clock_file = tmp_path / "clock"
    clock_file.write_text(content)

    assert load(CLOCK_FILE=str(clock_file)).clock_file == clock_file


def test_a_clock_file_that_is_not_there_is_refused(problems, tmp_path):
    assert len(problems(CLOCK_FILE=str(tmp_path / "none"))) == 1
    assert len(problems(CLOCK_FILE=str(tmp_path))) == 1


@pytest.mark.parametrize("content", [b"PORT=1\nno line at all\n", b"RESORT_NAME=\xff\xfe\n"])
def test_a_broken_env_file_is_named(tmp_path, content):
    env_file = tmp_path / "broken.env"
    env_file.write_bytes(content)

    with pytest.raises(SettingsError, match=r"broken\.env: "):
        Settings.load({}, env_file=env_file, var_dir=tmp_path)


def test_no_secret_shows_in_the_repr(production):
    secrets = {
        "DATABASE_URL": "postgresql://resort:towel-42@db/resort",
        "REDIS_URL": "redis://:towel-42@redis/0",
        "SECRET_KEY": "towel-42" * 4,
        "TWILIO_AUTH_TOKEN": "towel-42",
        "OPENAI_API_KEY": "sk-towel-42",
        "METRICS_TOKEN": "towel-42",
        "SENTRY_DSN": "https://towel-42@sentry.example/1",
    }

    shown = repr(production(**secrets))

    assert "towel-42" not in shown
    assert "0123456789abcdef" not in shown
    assert "book.example.com" in shown
