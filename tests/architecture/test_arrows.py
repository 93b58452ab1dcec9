"""The house stands: arrows point inward, and no package is forgotten by the rules."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_all_import_contracts_are_kept():
    checked = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_every_package_is_under_the_import_contracts():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]

    packages = {path.parent.name for path in ROOT.glob("apps/*/resortbook_*/__init__.py")}
    assert set(told["root_packages"]) == packages | {"resortbook"}


def test_importing_resortbook_loads_no_framework():
    program = "import sys, resortbook; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    heavy = {
        "flask", "marshmallow", "sqlalchemy", "alembic", "psycopg", "redis", "rq", "twilio",
        "openai", "pydantic", "dependency_injector", "click", "babel", "phonenumbers",
    }  # fmt: skip
    assert heavy.isdisjoint(loaded.stdout.split())
