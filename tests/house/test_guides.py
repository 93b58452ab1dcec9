"""What the guides show under “Try it” is run, word for word, and their site can be built."""

import http.client
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.e2e.served import Served
from tests.house.test_readme import environ, served

__all__ = ["environ", "served"]

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs").glob("*.md"))
BLOCK = re.compile(r'^```(\w+) title="Try it: ([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[Any]:
    """The blocks of a language that are to be run, with their guide and title."""
    return [
        (guide.name, title, text)
        for guide in GUIDES
        for kind, title, text in BLOCK.findall(guide.read_text(encoding="utf-8"))
        if kind == language
    ]


def run(command: list[str], folder: Path, environ: dict[str, str]) -> str:
    done = subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, text=True, timeout=55
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_there_is_something_to_try_in_every_language():
    assert {guide for guide, _, _ in blocks("sh")} == {"operations.md", "resort.md"}
    assert len(blocks("http")) >= 5
    assert len(blocks("python")) >= 2


CATALOGUE = "a catalogue from a spreadsheet"
# What builds on each other is run together, in a folder of its own.
SESSIONS = {
    CATALOGUE: "2 created",
    "departures": "28 departures",
    "facts": "Towels are at the pool bar",
    "the people at the desk": "Front Desk",
    "save, lose and restore a demo resort": "Everything adds up",
}
AFTER = {"departures": CATALOGUE, "facts": CATALOGUE}


def test_every_session_is_run():
    assert {title for _, title, _ in blocks("sh")} == set(SESSIONS)


@pytest.mark.parametrize("title", [one for one in SESSIONS if one not in AFTER.values()])
def test_the_commands_of_a_guide_do_what_they_say(title, environ, tmp_path):
    written = {name: text for _, name, text in blocks("sh")}
    run_together = [*filter(None, [AFTER.get(title)]), title]

    said = run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(written[one] for one in run_together)],
        tmp_path,
        {**environ, "DEPLOY": str(ROOT / "deploy")},
    )

    for one in run_together:
        assert SESSIONS[one] in said


def test_the_library_does_what_the_guide_says(served, environ, tmp_path):
    for _, _, program in blocks("python"):
        run([sys.executable, "-c", program], tmp_path, environ)


def test_the_api_answers_what_the_guide_says(served):
    resort = Served(served)
    times = resort.ask("/api/v1/activities/jet-skiing/availability/?participants=2")
    free = next(slot for slot in times["slots"] if slot["is_available"])
    known = {
        "token": resort.token_of("+14155550123"),
        "activity_id": times["activity_id"],
        "slot_id": free["id"],
    }

    for guide, title, text in blocks("http"):
        asked, _, told = text.partition("\nHTTP/1.1 ")
        filled = re.sub(r"\{\{(\w+)\}\}", lambda name: known[name[1]], asked)
        status, answer = ask(served, filled)
        wanted_status, _, wanted = told.partition("\n")

        assert status == int(wanted_status), f"{guide}, {title}: {answer}"
        assert_like(answer, json.loads(wanted), where=title)
        if "reference" in answer:
            known["reference"] = answer["reference"]


def ask(address: str, text: str) -> tuple[int, Any]:
    """Send a request as it is written down, and return the answer."""
    head, _, body = text.partition("\n\n")
    line, *headers = head.splitlines()
    method, path = line.split()
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request(
        method, path, body.strip() or None, dict(one.split(": ", 1) for one in headers)
    )
    answer = connection.getresponse()
    said = answer.read()
    connection.close()
    return answer.status, json.loads(said)


def assert_like(answer: Any, wanted: Any, *, where: str) -> None:
    """Hold an answer against what is written down: “…” is anything, a list shows its first."""
    if isinstance(wanted, dict):
        assert set(wanted) <= set(answer), f"{where}: {answer}"
        for name, value in wanted.items():
            assert_like(answer[name], value, where=f"{where}, {name}")
    elif isinstance(wanted, list):
        assert_like(answer[0], wanted[0], where=where)
    elif wanted != "…":
        assert answer == wanted, where


def test_the_site_can_be_built_and_every_link_of_it_leads_somewhere():
    made = subprocess.run(
        [ROOT / "scripts" / "docs", "build", "--site-dir", ".cache/site-of-tests"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=58,
    )
    if "mkdocs" not in made.stderr and made.returncode and "Documentation" not in made.stderr:
        pytest.skip(f"what the site is built with cannot be had here: {made.stderr[-300:]}")

    assert made.returncode == 0, made.stderr
    # Pip warns of its own matters in its own way, with a colon.
    warnings = [one for one in made.stderr.splitlines() if "WARNING" in one]
    assert [one for one in warnings if not one.startswith("WARNING: ")] == []
    page = (ROOT / ".cache/site-of-tests/story/index.html").read_text()
    assert "BookingService.create_booking" in page
    assert 'href="../../src' not in page
