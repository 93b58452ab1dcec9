"""`.env.example` is where an operator looks: it names every setting, and no other."""

import re
from pathlib import Path

from resortbook.settings import Settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def documented() -> dict[str, str]:
    lines = EXAMPLE.read_text().splitlines()
    matches = [re.fullmatch(r"#([A-Z0-9_]+)=(.*)", line) for line in lines]
    return {match[1]: match[2] for match in matches if match}


def test_every_setting_is_in_the_example_and_nothing_else_is():
    assert list(documented()) == [field.name.upper() for field in Settings.described()]


def test_the_example_shows_the_default_of_every_setting():
    shown = documented()

    defaults = {
        field.name.upper(): field.metadata["setting"].default for field in Settings.described()
    }
    assert shown == defaults


def test_an_example_taken_as_it_is_changes_nothing(load, tmp_path):
    taken = tmp_path / ".env"
    taken.write_text("".join(f"{name}={text}\n" for name, text in documented().items()))

    as_it_is = Settings.load({}, env_file=taken, var_dir=tmp_path / "var")

    assert as_it_is == load()
