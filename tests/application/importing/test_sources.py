import json

import pytest

from resortbook.application.importing.source import read_source
from resortbook.domain.errors import InvalidInput


def read(text: str | bytes, name: str = "list.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return read_source(content, name=name)


def cells(source):
    return [row.values for row in source.rows]


def problem_of(text: str | bytes, name: str = "list.csv") -> str:
    with pytest.raises(InvalidInput) as caught:
        read(text, name)
    return str(caught.value.details["fields"])


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_separator_is_the_one_under_which_the_headings_make_sense(separator):
    source = read(f"place{separator}name\nPier{separator}Bikes\n")

    assert source.rows[0].headings == ("place", "name")
    assert cells(source) == [("Pier", "Bikes")]


def test_a_line_that_spreadsheets_write_first_may_say_the_separator():
    assert cells(read("sep=;\r\nname;price\r\nBikes;1\r\n")) == [("Bikes", "1")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_usual_encodings_are_read(encoding):
    source = read("name;place\nCañón “Árbol”;Café Noël\n".encode(encoding))

    assert cells(source) == [("Cañón “Árbol”", "Café Noël")]


def test_a_guessed_encoding_is_told():
    assert "Windows-1252" in read("name\nCafé\n".encode("cp1252")).notes[0]


@pytest.mark.parametrize(
    "content",
    [
        "name\nПрогулка\n".encode("cp1251"),
        "name\nCafé and Caf\n".encode() + b"\xe9\n",
        b"name\nCaf\x81\n",
        b"\xff\xfeodd number of bytes",
        "name\nBikes\n".encode("utf-16-le"),
    ],
)
def test_what_is_no_text_for_sure_is_refused(content):
    assert "text" in problem_of(content)


def test_lines_are_those_of_the_file_though_a_cell_has_several():
    source = read('name;notes\n"Bikes";"one\ntwo"\n\n;\nBoat;x\n')

    assert [row.line for row in source.rows] == [2, 6]


def test_a_row_with_too_many_cells_is_named_and_a_short_one_is_filled():
    source = read("name;notes\nBikes;swim; float\nBoat\n")

    assert source.rows[0].problem is not None
    assert source.rows[0].problem[0] == "column 3"
    assert source.rows[1].values == ("Boat", "")


def test_wrong_quotes_spoil_their_row_alone():
    source = read('name;notes\n"Bikes" big;x\nBoat;y\n"Never;z\n')

    assert [(row.line, row.problem is None) for row in source.rows] == [
        (2, False),
        (3, True),
        (4, False),
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "empty"),
        (" \n \n", "empty"),
        ("when;where\n1;2\n", "name"),
        (b"PK\x03\x04rest of a workbook", "workbook"),
        ("[1, 2", "too early"),
        ("{}", "items"),
        ('{"items": [], "items": []}', "items"),
        ("[] []", "more than one"),
        ('[{"name": }]', "line 1"),
        ("[" * 100_000, "deeply"),
        ("[NaN]", "NaN"),
        ("[1" + "0" * 5_000 + "]", "line 1"),
    ],
)
def test_a_file_that_is_no_catalogue_says_why(text, part):
    assert part in problem_of(text)


def test_a_file_named_json_is_read_as_json():
    assert "JSON" in problem_of("name;price\n", name="list.JSON")


def test_eight_megabytes_are_the_most():
    assert "8 MB" in problem_of(b"name\n" + b"x" * 8 * 1024 * 1024)


@pytest.mark.parametrize(
    "content",
    [b"name\n" + b"a\n" * 10_001, b"[" + b",".join([b'{"name": "a"}'] * 10_001) + b"]"],
    ids=["csv", "json"],
)
def test_ten_thousand_activities_are_the_most(content):
    assert "at most 10,000 activities" in problem_of(content)


@pytest.mark.parametrize("wrapped", [False, True])
def test_json_items_have_the_line_on_which_they_begin(wrapped):
    items = '[\n  {"name": "Bikes"},\n\n  {\n    "name": "Boat"\n  }, 7\n]'
    text = f'{{"items": {items}, "next_cursor": null}}' if wrapped else items

    source = read(text)

    assert [(row.line, row.values) for row in source.rows] == [
        (2, ("Bikes",)),
        (4, ("Boat",)),
        (6, ()),
    ]
    assert source.rows[2].problem is not None


def test_a_name_that_stands_twice_in_an_item_makes_it_bad():
    source = read('[{"name": "Bikes", "name": "Boat"}]')

    assert source.rows[0].problem is not None


def test_an_apostrophe_before_a_formula_is_taken_off_again():
    assert cells(read("name;notes\n'=1+1;'tis\n''@x;'-\n")) == [("=1+1", "'tis"), ("'@x", "-")]


def test_json_texts_keep_their_apostrophes():
    assert cells(read(json.dumps([{"name": "'=1"}]))) == [("'=1",)]
