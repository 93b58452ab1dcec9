"""What a newcomer, an installer and a packager rely on."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted(ROOT.glob("requirements/*.lock"))


def locked(path: Path) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==", path.read_text(), re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    return {
        re.split(r"[^A-Za-z0-9.-]", line)[0].lower().replace(".", "-") for line in requirements
    }


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_names_no_address_and_a_hash_for_everything(path):
    text = path.read_text()

    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


def test_everything_that_is_asked_for_is_locked():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    extras = [
        line for lines in told["project"]["optional-dependencies"].values() for line in lines
    ]
    dev = [*told["dependency-groups"]["dev"], *extras]

    to_run = names([*told["project"]["dependencies"], *told["dependency-groups"]["build"]])
    assert to_run <= locked(ROOT / "requirements/run.lock")
    assert to_run | names(dev) <= locked(ROOT / "requirements/dev.lock")


def test_make_alone_says_what_there_is():
    shown = subprocess.run(
        ["make"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    offered = re.findall(r"^  make ([a-z-]+) +\S", shown, re.MULTILINE)
    assert {"setup", "run", "test", "check", "bench", "lock", "clean"} <= set(offered)


def test_the_wheel_holds_the_packages_the_migrations_and_what_they_read(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )

    [wheel] = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {"resortbook/py.typed", "resortbook_migrations/env.py"} <= held
    assert {
        f"{path.parent.name}/__init__.py" for path in ROOT.glob("apps/*/*/__init__.py")
    } <= held
    assert any(name.startswith("resortbook_migrations/versions/") for name in held)
    pictures = ROOT.joinpath("src/resortbook/demo/pictures").iterdir()
    assert {f"resortbook/demo/pictures/{path.name}" for path in pictures} <= held
    built = ROOT / "apps/api/resortbook_api/static/web"
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert {f"resortbook_api/static/web/{name}" for name in files} <= held
