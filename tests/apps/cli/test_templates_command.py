import json

import pytest

from resortbook.application.templates import TEMPLATES
from tests.apps.cli.conftest import lines_of
from tests.fake_twilio import broken

pytest_plugins = ["tests.fake_twilio.fixtures"]


@pytest.fixture
def account(fake_twilio):
    return {
        "TWILIO_ACCOUNT_SID": fake_twilio.account_sid,
        "TWILIO_AUTH_TOKEN": fake_twilio.auth_token,
        "TWILIO_WHATSAPP_FROM": fake_twilio.sender,
        "TWILIO_API_BASE_URL": fake_twilio.url,
    }


def test_every_template_and_form_is_made_once_and_approved(run, account, fake_twilio):
    first = lines_of(run("templates", "push", **account))
    made = len(fake_twilio.contents.kept)
    second = lines_of(run("templates", "push", **account))

    assert [cells[:3] for cells in first] == [[name, "now", "approved"] for name in TEMPLATES]
    assert [cells[1] for cells in second] == ["before"] * len(TEMPLATES)
    assert [cells[3] for cells in first] == [cells[3] for cells in second]
    assert len(fake_twilio.contents.kept) == made
    assert not fake_twilio.refusals


def test_a_push_that_was_broken_off_is_finished_by_the_next(run, account, fake_twilio):
    fake_twilio.always(
        broken(503), when=lambda r: r.method == "POST" and len(fake_twilio.calls) > 20
    )
    broken_off = run("templates", "push", **account)
    fake_twilio.always(None)

    finished = run("templates", "push", "--json", **account)

    assert broken_off.exit_code == 1
    assert "Twilio is away (twilio 503" in broken_off.stderr
    labels = [one["label"] for one in json.loads(finished.stdout)]
    assert sorted(labels) == sorted(c.friendly_name for c in fake_twilio.contents.kept.values())


def test_changed_words_are_made_anew(run, account, fake_twilio):
    pushed = json.loads(run("templates", "push", "--json", **account).stdout)
    old = next(one for one in pushed if one["name"] == "REMINDER_1H")
    fake_twilio.contents.kept[old["sid"]].friendly_name = "resortbook_reminder_1h_0badcafe"

    again = json.loads(run("templates", "push", "--json", **account).stdout)

    assert [one["name"] for one in again if one["is_new"]] == ["REMINDER_1H"]


def test_status_shows_where_each_is_from_and_what_whatsapp_says(run, account, fake_twilio):
    before = lines_of(run("templates", "status", **account))
    run("templates", "push", **account)
    theirs = fake_twilio.add_content("Your hold of {{1}} is over.", approval="pending")
    kept = {one.friendly_name: one.sid for one in fake_twilio.contents.kept.values()}
    rejected = next(sid for name, sid in kept.items() if "_slot_closed_" in name)
    fake_twilio.contents.decide(rejected, "rejected", "INVALID_FORMAT")

    after = run(
        "templates", "status", "--json", TWILIO_TEMPLATE_BOOKING_EXPIRED=theirs, **account
    )

    assert [cells[1] for cells in before] == ["missing"] * len(TEMPLATES)
    told = {one["name"]: one for one in json.loads(after.stdout)}
    assert told["BOOKING_EXPIRED"]["source"] == "settings"
    assert told["BOOKING_EXPIRED"]["approval"] == "pending"
    assert told["SLOT_CLOSED"]["source"] == "pushed"
    assert told["SLOT_CLOSED"]["approval"] == "rejected"
    assert told["SLOT_CLOSED"]["reason"] == "INVALID_FORMAT"
    assert told["REMINDER_24H"]["approval"] == "approved"


def test_an_id_that_twilio_does_not_know_is_told(run, account):
    told = run("templates", "status", TWILIO_TEMPLATE_REMINDER_1H=f"HX{'0' * 32}", **account)

    assert ["REMINDER_1H", "settings", "unsubmitted"] in [c[:3] for c in lines_of(told)]
    assert "Twilio does not know it" in told.stdout


@pytest.mark.parametrize("command", ["push", "status"])
def test_without_an_account_it_says_what_is_missing(run, command):
    told = run("templates", command)

    assert told.exit_code == 2
    assert told.stderr.count("\n") == 1
    assert "TWILIO_ACCOUNT_SID" in told.stderr


@pytest.mark.parametrize("command", ["push", "status"])
def test_with_a_wrong_token_or_twilio_away_it_fails_in_one_line(
    run, command, account, fake_twilio
):
    run("templates", "push", **account)

    refused = run("templates", command, **{**account, "TWILIO_AUTH_TOKEN": "wrong"})
    with fake_twilio.away():
        away = run("templates", command, **account)

    assert (refused.exit_code, away.exit_code) == (1, 1)
    assert "twilio 401" in refused.stderr
    assert "Twilio is away" in away.stderr
    assert "Traceback" not in refused.stderr + away.stderr
