"""What the benchmark's figures stand on; nothing here is timed."""

import re
import sys
from uuid import UUID
from xml.etree import ElementTree

import pytest

from bench import load
from bench.client import Task, is_whole
from bench.figures import Round, measured, ratio, table
from bench.ids import Of, numbered, numbered_sql
from bench.peers.installed import REQUIREMENTS
from bench.picture import BARS, picture
from bench.processes import Broken, free_port, is_answered, serving
from bench.report import SECTIONS, report
from bench.sqltext import Sql, literal, written

SVG = "{http://www.w3.org/2000/svg}"


def test_pgbench_finds_no_variable_in_a_value():
    text = literal({"starts": "10:00", "note": "It's :now"})

    assert ":" not in text.replace("::json", "")
    assert "It''s" in text


def test_expressions_within_json_stay_expressions():
    text = literal([{"booking_id": Sql(":n"), "position": 0}])

    assert "|| (:n)::text ||" in text


def test_the_parameters_of_a_statement_are_filled_in_by_number():
    text = written("SELECT $2,\n  $1 WHERE $10", [1, True, *[None] * 7, "x"])

    assert text == "SELECT true, 1 WHERE U&'x'"


def test_a_parameter_without_a_value_is_no_statement():
    with pytest.raises(IndexError):
        written("SELECT $1, $2", [1])


def test_ids_are_the_same_in_python_and_in_sql():
    made = numbered(Of.SLOT, 255)

    assert made == UUID("01900000-0000-7000-8002-0000000000ff")
    assert str(made)[:24] in numbered_sql(Of.SLOT, ":slot")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n", False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n.", False),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n..", True),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n..\r\n", False),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n..\r\n0\r\n\r\n", True),
        (b"HTTP/1.1 204 No Content\r\n\r\n", True),
    ],
)
def test_an_answer_is_counted_when_all_of_it_is_there(answer, expected):
    assert is_whole(answer) is expected


def test_ratios_are_taken_within_a_round():
    rounds = [{"a": 1.0, "b": 2.0}, {"a": 30.0, "b": 10.0}, {"a": 4.0, "b": 4.0}]

    lines = table([ratio("a", "b", "a of b"), measured("c", "c", "/s")], rounds)

    assert [cell.strip() for cell in lines[2].split("|")[1:4]] == [
        "a of b",
        "1.00",
        "0.50 – 3.00",
    ]
    assert "not here" in lines[3]


def test_the_load_asks_everything_once_and_leaves_no_server_behind(tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "bench.echo", str(port), "2000"]
    asked = [load.get(f"/{number}") for number in range(25)]

    with serving(command, port=port, log=tmp_path / "log"):
        outcome = load.run(Task(port=port, requests=asked, connections=4, seconds=10))

    assert outcome.statuses == {200: 25}
    assert outcome.ran_out
    assert not is_answered(port)


def test_an_answer_that_was_not_expected_breaks_the_measure(tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "bench.echo", str(port), "10"]
    task = Task(port=port, requests=[load.get("/")], connections=1, seconds=0.1, again=True)

    with serving(command, port=port, log=tmp_path / "log"), pytest.raises(Broken):
        load.measure(task, expecting=201)


ROUND: Round = {
    "spread": 400.0, "peer_spread": 100.0, "hot": 300.0, "peer_hot": 100.0,
    "rush_seconds": 1.0, "peer_rush_seconds": 3.0, "list_cached": 2000.0,
    "peer_list_cached": 400.0, "list_fresh": 200.0, "peer_list_fresh": 250.0,
}  # fmt: skip


def test_the_picture_is_whole_and_says_what_it_shows():
    drawn = ElementTree.fromstring(picture([ROUND, {**ROUND, "spread": 500.0}]))

    texts = [text.text for text in drawn.iter(f"{SVG}text")]
    bars = [float(bar.attrib["width"]) for bar in drawn.iter(f"{SVG}rect")]
    assert "4.5× (4.0 to 5.0)" in texts
    assert len(bars) == len(BARS)
    assert min(bars) > 0
    assert "one hot slot: 3.0" in drawn.attrib["aria-label"]


def test_without_a_peer_there_is_no_picture():
    assert picture([{"spread": 400.0, "hot": 300.0}]) == ""


def test_every_figure_of_the_report_is_told_or_said_to_be_missing():
    lines = report("a machine", [ROUND], seconds=3).splitlines()

    told = [line for line in lines if line.startswith("| ") and "least – most" not in line]
    assert len(told) == sum(map(len, SECTIONS.values()))
    assert any("Bookings, spread " in line and "4.00" in line for line in told)
    assert any("nginx" in line and "not here" in line for line in told)


def test_what_the_peers_run_on_is_pinned():
    wanted = REQUIREMENTS.read_text().splitlines()

    names = [line for line in wanted if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+(\[[\w,]+\])?==[\d.]+", line) for line in names)
    assert [line for line in names if line.startswith("Django==5.2")]
