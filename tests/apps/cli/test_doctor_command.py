"""`resortbook doctor`: what is there, what is missing, and what of that is needed."""

import pytest

from resortbook.application.templates import TEMPLATES
from tests.apps.cli.conftest import lines_of
from tests.fake_twilio import ACCOUNT_SID, AUTH_TOKEN, SENDER

TWILIO = {
    "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
    "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
    "TWILIO_WHATSAPP_FROM": SENDER,
}
NAMED = {f"TWILIO_TEMPLATE_{name}": f"HX{number:032}" for number, name in enumerate(TEMPLATES)}


@pytest.fixture
def states(run):
    """What the doctor says of each thing: its state, and what is to be known."""
    run("db", "upgrade")
    return lambda **settings: {
        what: (state, note) for what, state, note in lines_of(run("doctor", **settings))
    }


def test_it_says_what_is_there_and_what_is_not_set(states):
    said = states()

    assert {what: state for what, (state, _) in said.items()} == {
        "settings": "ok",
        "database": "ok",
        "migrations": "ok",
        "redis": "not used",
        "twilio": "not set",
        "ai": "not set",
        "desk": "not set",
        "pictures": "ok",
        "metrics": "ok",
        "sentry": "not set",
    }
    assert "simulator" in said["twilio"][1]


def test_it_fails_for_what_is_needed_alone(run):
    done = run("doctor", DATABASE_URL="sqlite:///new.sqlite")

    assert done.exit_code == 1
    assert "migrations\tmissing" in done.stdout
    assert done.stderr.count("\n") == 1


def test_what_is_away_but_not_needed_is_no_failure(states):
    said = states(
        REDIS_URL="redis://127.0.0.1:1/0", OPENAI_API_KEY="key", DESK_PHONE="+14155550100"
    )

    assert [said[what][0] for what in ("redis", "ai", "desk")] == ["away", "ok", "ok"]


def test_templates_that_are_missing_are_named(states):
    one_missing = {name: sid for name, sid in NAMED.items() if not name.endswith("24H")}

    some, all_ = states(**TWILIO, **one_missing), states(**TWILIO, **NAMED)

    assert some["twilio"][0] == "incomplete"
    assert some["twilio"][1].endswith("(REMINDER_24H)")
    assert all_["twilio"][0] == "ok"


def test_a_file_in_place_of_the_folder_for_pictures_is_told(states, tmp_path):
    (tmp_path / "file").write_text("")

    state, note = states(MEDIA_DIR=str(tmp_path / "file" / "media"))["pictures"]

    assert (state, "MEDIA_DIR" in note) == ("no way", True)


def test_no_secret_is_shown(run, states):
    said = states(**TWILIO, OPENAI_API_KEY="sk-very-secret", METRICS_TOKEN="t" * 40)

    assert AUTH_TOKEN not in str(said)
    assert "sk-very-secret" not in str(said)
