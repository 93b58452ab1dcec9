"""`resortbook stays`: one file, all of it or nothing."""

GOOD = "room,last name,arrival,departure\n204,Lopez,2026-10-15,2026-10-20\n"


def test_arrivals_are_taken_from_a_file(run, tmp_path):
    (tmp_path / "arrivals.csv").write_text(GOOD, encoding="utf-8")

    first = run("stays", "import", "arrivals.csv")
    again = run("stays", "import", "-", stdin=GOOD)

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert first.stdout == "Done: 1 created, 0 updated, 0 unchanged.\n"
    assert again.stdout == "Nothing changed: 0 created, 0 updated, 1 unchanged.\n"


def test_a_bad_row_stops_everything(run):
    result = run("stays", "import", "-", stdin=f"{GOOD}7,Smith,2026-10-15,soon\n")

    assert result.exit_code == 1
    assert "line 3, departure" in result.stdout
    assert len(result.stderr.splitlines()) == 1
