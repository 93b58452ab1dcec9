"""The keys that the embedded default makes for itself."""

import os
import stat
import subprocess
import sys
from pathlib import Path

from resortbook.settings import Settings


def test_keys_are_made_once_and_found_again(load):
    first, second = load(), load()

    assert len(first.secret_key) >= 32
    assert [len(key) for key in first.encryption_keys] == [32]
    assert second.secret_key == first.secret_key
    assert second.encryption_keys == first.encryption_keys


def test_two_resorts_have_different_keys(tmp_path):
    one = Settings.load({}, var_dir=tmp_path / "one")
    other = Settings.load({}, var_dir=tmp_path / "other")

    assert one.secret_key != other.secret_key
    assert one.encryption_keys != other.encryption_keys


def test_nobody_but_the_owner_can_read_the_keys(load, tmp_path):
    load()

    files = sorted((tmp_path / "var").iterdir())
    assert [path.name for path in files] == ["encryption_keys", "secret_key"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_a_key_that_is_set_is_neither_made_nor_kept(load, tmp_path):
    settings = load(SECRET_KEY="s" * 32)

    assert settings.secret_key == "s" * 32
    assert not (tmp_path / "var" / "secret_key").exists()


def test_wrong_settings_leave_nothing_behind(problems, tmp_path):
    problems(PORT="none")

    assert not (tmp_path / "var").exists()


def test_processes_that_start_at_once_agree_on_the_keys(tmp_path):
    program = (
        "import sys; from pathlib import Path; from resortbook.settings import Settings;"
        "sys.stdin.read();"  # until all of them have come this far
        "print(Settings.load({}, var_dir=Path(sys.argv[1])).secret_key)"
    )
    held, let_go = os.pipe()
    starting = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path / "var")],
            stdin=held,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]

    os.close(held)
    os.close(let_go)

    keys = {process.communicate()[0] for process in starting}
    assert len(keys) == 1
    assert len(keys.pop().strip()) >= 32


def test_a_spoilt_key_file_is_named_and_left_alone(problems, tmp_path):
    spoilt = tmp_path / "var" / "encryption_keys"
    spoilt.parent.mkdir()
    spoilt.write_text("half a ke")

    [line] = problems()

    assert line.startswith(f"ENCRYPTION_KEYS: {spoilt} takes a key of 32 bytes in base64")
    assert spoilt.read_text() == "half a ke"


def test_a_folder_that_cannot_be_made_is_told_for_each_key(problems, tmp_path):
    Path(tmp_path / "var").write_text("in the way")

    lines = problems()

    assert [line.partition(":")[0] for line in lines] == ["SECRET_KEY", "ENCRYPTION_KEYS"]
    assert all("can't be kept in" in line for line in lines)
