import json

import pytest
from PIL import Image

from tests.application.importing.lists import LIST
from tests.apps.cli.conftest import lines_of


@pytest.fixture
def the_list(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8", newline="")
    return str(path)


def test_bad_rows_are_named_and_stop_the_import_with_one_line_of_error(run, the_list):
    result = run("activities", "import", the_list)

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "4 rows are bad" in result.stderr
    assert "line 9, column 12: 12 cells where the heading has 11" in result.stdout
    assert "line 12, Cost (USD): missing" in result.stdout
    assert lines_of(run("activities", "list")) == []


def test_the_good_rows_are_taken_when_asked_for(run, the_list):
    first = run("activities", "import", the_list, "--skip-bad")
    again = run("activities", "import", the_list, "--skip-bad")

    assert (first.exit_code, first.stderr) == (0, "")
    assert "6 created, 0 updated, 0 unchanged, 4 bad left out" in first.stdout
    assert "Columns without a meaning here: Days, Times" in first.stdout
    assert "Nothing changed: 0 created, 0 updated, 6 unchanged" in again.stdout


def test_the_list_shows_inactive_ones_too(run, given):
    given.activity("Jet Skiing")
    given.activity("Old Boat", is_active=False)

    assert lines_of(run("activities", "list")) == [
        ["jet-skiing", "watersports", "80.00 USD", "30", "10", "yes"],
        ["old-boat", "watersports", "80.00 USD", "30", "10", "no"],
    ]


def test_an_export_goes_round_through_a_pipe(run, the_list):
    run("activities", "import", the_list, "--skip-bad")

    for kind in ("csv", "json"):
        exported = run("activities", "export", "--format", kind)
        taken = run("activities", "import", "-", stdin=exported.stdout)

        assert taken.exit_code == 0
        assert "6 unchanged" in taken.stdout


def test_pictures_lie_beside_the_file(run, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    Image.new("RGB", (4, 4)).save(folder / "boat.png")
    row = "name,type,cost,duration,capacity,image\nBoat,Sea,5,30,2,boat.png\n"
    (folder / "list.csv").write_text(row)

    result = run("activities", "import", "elsewhere/list.csv")

    [item] = json.loads(run("activities", "list", "--json").stdout)
    assert result.exit_code == 0
    assert item["images"][0]["url"].startswith("http://127.0.0.1:8000/media/boat-")
    assert len(list((tmp_path / "media").iterdir())) == 3  # in as many sizes


def test_a_file_that_is_not_there_is_one_line(run):
    result = run("activities", "import", "nothing.csv")

    assert result.exit_code == 1
    assert result.stderr == "Error: nothing.csv: No such file or directory\n"
