import json

from tests.apps.cli.conftest import lines_of


def test_check_says_whether_the_database_is_behind_and_upgrade_mends_it(run):
    assert run("db", "check").exit_code == 0

    back = run("db", "downgrade", "base")
    behind = run("db", "check")
    still_behind = run("db", "check")
    forward = run("db", "upgrade")

    assert back.exit_code == forward.exit_code == 0
    assert behind.exit_code == still_behind.exit_code == 1
    assert behind.stderr.count("\n") == 1
    assert "resortbook db upgrade" in behind.stderr
    assert run("db", "check").exit_code == 0


def test_an_unknown_revision_is_refused(run):
    result = run("db", "downgrade", "nothing")

    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_embedded_a_command_brings_the_database_to_head_first(run, tmp_path):
    new = f"sqlite:///{tmp_path}/new.sqlite"

    assert lines_of(run("activities", "list", DATABASE_URL=new)) == []
    assert run("db", "check", DATABASE_URL=new).exit_code == 0


def test_each_wrong_setting_is_a_line_and_the_status_is_two(run):
    result = run("expire", PORT="none", RESORT_TIMEZONE="Mars/Olympus")

    assert (result.exit_code, result.stdout) == (2, "")
    assert [line.split(":")[1].strip() for line in result.stderr.splitlines()] == [
        "PORT",
        "RESORT_TIMEZONE",
    ]


def test_a_database_that_is_away_is_one_line(run):
    result = run("expire", DATABASE_URL="postgresql://nobody:x@127.0.0.1:1/none")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1


def test_the_demo_is_loaded_once(run):
    first = run("demo", "load")
    second = run("demo", "load")

    assert first.exit_code == 0
    assert "+14155550100" in first.stdout
    assert len(json.loads(run("activities", "list", "--json").stdout)) >= 24
    assert (second.exit_code, second.stderr.count("\n")) == (1, 1)
