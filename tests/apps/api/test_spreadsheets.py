"""What guests type is no formula in the spreadsheet that the desk opens."""

import csv
import io

import pytest

from resortbook_api.spreadsheets import csv_file


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+1 415",
        "-2",
        "@SUM(A1)",
        " =1+1",
        "\t=cmd|' /C calc'!A0",
        "\r\n=1+1",
        '=HYPERLINK("http://evil.example","Click")',
    ],
)
def test_a_cell_that_could_run_is_quoted(typed: str):
    answer = csv_file("list", ["name"], [[typed]])

    _, [cell] = csv.reader(io.StringIO(answer.get_data(as_text=True), newline=""))
    assert cell == f"'{typed}"


@pytest.mark.parametrize("typed", ["Ana, Bo", 'a "b"', "two\nlines", "4-2", "", "O'Hara = me"])
def test_other_cells_stay_as_they_are(typed: str):
    answer = csv_file("list", ["name", "n"], [[typed, 1]])

    _, cells = csv.reader(io.StringIO(answer.get_data(as_text=True), newline=""))
    assert cells == [typed, "1"]
