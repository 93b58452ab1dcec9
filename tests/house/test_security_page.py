"""The page about security names every requirement once, and only tests that there are."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/security.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
ROW = re.compile(
    r"^\| (\d+\.\d+\.\d+)(?:–(\d+\.\d+\.\d+))? \| [^|]+ \| ([^|]+) \|$", re.MULTILINE
)
# OWASP ASVS 4.0.3, levels 1 and 2; numbers that are left out were given up, or are of level 3.
ASVS = {
    "2.1": range(1, 13),
    "2.2": range(1, 4),
    "2.3": range(1, 4),
    "2.4": range(1, 6),
    "2.5": range(1, 8),
    "2.6": range(1, 4),
    "2.7": range(1, 7),
    "2.8": range(1, 8),
    "2.9": range(1, 4),
    "2.10": range(1, 5),
    "3.1": [1],
    "3.2": range(1, 5),
    "3.3": range(1, 5),
    "3.4": range(1, 6),
    "3.5": range(1, 4),
    "3.7": [1],
    "4.1": [1, 2, 3, 5],
    "4.2": [1, 2],
    "4.3": range(1, 4),
    "5.1": range(1, 6),
    "5.2": range(1, 9),
    "5.3": range(1, 11),
    "5.4": range(1, 4),
    "5.5": range(1, 5),
    "7.1": range(1, 5),
    "7.2": range(1, 3),
    "7.3": [1, 3, 4],
    "7.4": range(1, 4),
    "8.1": range(1, 5),
    "8.2": range(1, 4),
    "8.3": range(1, 9),
    "13.1": [1, 3, 4, 5],
    "13.2": [1, 2, 3, 5, 6],
    "13.3": [1, 2],
    "13.4": [1, 2],
}


def test_every_requirement_stands_there_once():
    found = []
    for first, last, _ in ROW.findall(PAGE):
        section, _, low = first.rpartition(".")
        high = (last or first).rpartition(".")[2]
        found += [f"{section}.{number}" for number in range(int(low), int(high) + 1)]

    expected = [
        f"{section}.{number}" for section, numbers in ASVS.items() for number in numbers
    ]
    assert sorted(found) == sorted(expected)


def test_every_test_that_is_named_is_there():
    named = NAMED.findall(PAGE)

    assert len(named) > 100
    for path, name in named:
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{name}"


def test_whatever_has_no_test_has_a_reason():
    for first, _, held_by in ROW.findall(PAGE):
        assert NAMED.search(held_by) or len(held_by) > 3, first


def test_every_javascript_package_is_named_with_its_integrity():
    lock = json.loads((ROOT / "apps/web/package-lock.json").read_text(encoding="utf-8"))

    packages = {name: one for name, one in lock["packages"].items() if name}
    assert packages
    for name, one in packages.items():
        assert one.get("link") or one.get("integrity", "").startswith("sha512-"), name
