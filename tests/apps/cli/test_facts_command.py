"""`resortbook facts`: one file, all of it or nothing."""

import json

from tests.apps.cli.conftest import lines_of

GOOD = (
    "topic,examples,answer\nWi-Fi,Is there wifi?|¿Hay wifi?,Everywhere.\nPool,When?,From 7.\n"
)


def test_a_file_is_taken_and_the_list_goes_round_through_a_pipe(run, tmp_path):
    (tmp_path / "facts.csv").write_text(GOOD, encoding="utf-8")

    first = run("facts", "import", "facts.csv")
    listed = run("facts", "list", "--json")
    again = run("facts", "import", "-", stdin=listed.stdout)

    assert first.stdout == "Done: 2 created, 0 updated, 0 unchanged.\n"
    assert again.stdout == "Nothing changed: 0 created, 0 updated, 2 unchanged.\n"
    pool, wifi = json.loads(listed.stdout)
    assert set(pool) == {"id", "topic", "examples", "answer"}
    assert (wifi["topic"], wifi["examples"]) == ("Wi-Fi", ["Is there wifi?", "¿Hay wifi?"])
    assert lines_of(run("facts", "list")) == [
        ["Pool", "1", "From 7."],
        ["Wi-Fi", "2", "Everywhere."],
    ]


def test_bad_rows_are_named_and_nothing_is_written(run):
    result = run("facts", "import", "-", stdin=f"{GOOD}Bar,,\n")

    assert result.exit_code == 1
    assert result.stdout == "line 4, examples: missing\nline 4, answer: missing\n"
    assert result.stderr == "Error: Nothing was written, for 1 row is bad\n"
    assert lines_of(run("facts", "list")) == []


def test_what_is_no_list_of_facts_is_one_line_of_error(run):
    result = run("facts", "import", "-", stdin="name,price\nBoat,5\n")

    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "names no column for the topic" in result.stderr
