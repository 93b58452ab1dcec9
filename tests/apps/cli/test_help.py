import click
import pytest

from resortbook_cli.command_line import command_line


def commands(group, path=()):
    for name, command in group.commands.items():
        here = (*path, name)
        yield here
        if isinstance(command, click.Group):
            yield from commands(command, here)


@pytest.mark.parametrize("path", list(commands(command_line)), ids=" ".join)
def test_every_command_helps_with_an_example_within_80_columns(run, path):
    result = run(*path, "--help")

    assert result.exit_code == 0
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    if "Commands:" not in result.stdout:
        assert f"resortbook {' '.join(path)}" in result.stdout.split("Example")[1]


def test_without_a_command_the_help_is_shown_as_wrong_usage(run):
    result = run()

    assert result.exit_code == 2
    assert "Commands:" in result.stderr


def test_an_unknown_command_is_one_line(run):
    result = run("fly")

    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_the_version_is_told(run):
    assert run("--version").stdout.startswith("resortbook ")
