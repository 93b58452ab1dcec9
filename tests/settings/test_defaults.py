"""What a resort is when nothing was set."""

from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from resortbook.domain.hours import DailyHours
from resortbook.settings import Settings


def test_nothing_set_makes_the_embedded_resort(load, tmp_path):
    settings = load()

    assert settings.resortbook_env == "embedded"
    assert settings.database_url == f"sqlite:///{tmp_path}/var/resortbook.db"
    assert settings.redis_url is None
    assert settings.media_dir == tmp_path / "var" / "media"
    assert settings.resort_timezone == ZoneInfo("America/Cancun")
    assert settings.quiet_hours is None
    assert (settings.demo, settings.log_format) == ("auto", "console")


def test_blank_is_the_same_as_not_set(load):
    settings = load(PORT="  ", REDIS_URL="", QUIET_HOURS="", OTP_COUNTRIES=" ")

    assert settings.port == 8000
    assert settings.redis_url is None
    assert settings.quiet_hours is None
    assert settings.otp_countries == ()


@pytest.mark.parametrize(
    ("names", "address"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"HOST": "resort.local", "PORT": "8005"}, "http://resort.local:8005"),
        ({"HOST": "0.0.0.0"}, "http://127.0.0.1:8000"),
        ({"HOST": "::1"}, "http://[::1]:8000"),
    ],
)
def test_the_address_is_the_one_listened_on_unless_set(load, names, address):
    settings = load(**names)

    assert settings.public_url == settings.web_app_url == address


def test_the_web_app_is_where_the_api_is_unless_set(load):
    assert load(PUBLIC_URL="https://a.example/").web_app_url == "https://a.example"
    assert load(WEB_APP_URL="https://b.example").public_url == "http://127.0.0.1:8000"


def test_embedded_sign_in_limits_let_a_developer_try_as_often_as_they_like(load, production):
    assert (load().otp_per_address_per_hour, load().otp_per_hour) == (1_000, 100_000)
    assert (production().otp_per_address_per_hour, production().otp_per_hour) == (10, 1_000)


def test_production_writes_json_and_never_loads_the_demo_by_itself(production):
    assert (production().log_format, production().demo) == ("json", "no")


def test_messages_go_to_the_simulator_until_all_of_twilio_is_set(load, production):
    names = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t"}

    some = load(**names)
    all_of_it = load(**names, TWILIO_WHATSAPP_FROM="whatsapp:+14155238886")

    assert (some.uses_twilio, some.has_simulator) == (False, True)
    assert (all_of_it.uses_twilio, all_of_it.has_simulator) == (True, False)
    assert not production().has_simulator


def test_only_the_simulator_moves_a_clock_of_its_own(load, production, tmp_path):
    clock_file = tmp_path / "clock"
    clock_file.write_text("+1h")
    twilio = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t"}

    own = load()
    real = load(**twilio, TWILIO_WHATSAPP_FROM="whatsapp:+14155238886")

    assert (own.clock_file, own.simulator_clock_file) == (None, tmp_path / "var" / "clock")
    assert load(CLOCK_FILE=str(clock_file)).simulator_clock_file is None
    assert real.simulator_clock_file is None
    assert production().simulator_clock_file is None


def test_templates_are_found_by_the_end_of_their_name(load):
    settings = load(TWILIO_TEMPLATE_REMINDER_1H="HX1", TWILIO_TEMPLATE_SLOT_CLOSED="HX2")

    assert settings.twilio_templates == {"SLOT_CLOSED": "HX2", "REMINDER_1H": "HX1"}


def test_the_environment_beats_the_file_and_a_blank_there_means_the_default(tmp_path):
    env_file = tmp_path / ".env"
    env_file.write_text(
        "# the resort's own\nRESORT_NAME='Blue $Bay'\nexport PORT=9000\nREDIS_URL=redis://r/0\n"
    )

    settings = Settings.load(
        {"PORT": "9001", "REDIS_URL": ""}, env_file=env_file, var_dir=tmp_path
    )

    assert settings.resort_name == "Blue $Bay"
    assert settings.port == 9001
    assert settings.redis_url is None


def test_the_file_of_the_working_directory_is_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOST", "127.0.0.9")
    monkeypatch.delenv("QUIET_HOURS", raising=False)
    Path(".env").write_text("QUIET_HOURS=22:00-07:00\nHOST=127.0.0.8\n")

    settings = Settings.load()

    assert settings.quiet_hours == DailyHours(time(22), time(7))
    assert settings.host == "127.0.0.9"
    assert Path("var/secret_key").exists()


def test_what_the_command_line_says_beats_all_and_its_defaults_are_beaten_by_all(tmp_path):
    def load(**names: str) -> Settings:
        said, fallen_back_to = {"HOST": "127.0.0.7"}, {"PORT": "8001"}
        return Settings.load(names, var_dir=tmp_path, overrides=said, defaults=fallen_back_to)

    by_default = load(HOST="127.0.0.8", PORT="")
    by_environment = load(PORT="9001")

    assert (by_default.host, by_default.port) == ("127.0.0.7", 8001)
    assert by_environment.port == 9001
    assert by_default.public_url == "http://127.0.0.7:8001"
