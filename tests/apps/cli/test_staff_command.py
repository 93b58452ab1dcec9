import json
import re

import pytest

from resortbook.domain.actor import Role
from resortbook.domain.errors import SessionExpired
from tests.apps.cli.conftest import lines_of


def test_staff_come_and_go(run):
    added = run("staff", "add", "+1 (415) 555-0100", "--name", "Front  Desk", "--role", "admin")
    listed = run("staff", "list")
    [shown] = json.loads(run("staff", "list", "--json").stdout)
    removed = run("staff", "remove", "+14155550100")

    assert added.exit_code == removed.exit_code == 0
    assert lines_of(listed) == [["+14155550100", "Front Desk", "admin"]]
    assert (shown["phone"], shown["role"]) == ("+14155550100", "admin")
    assert lines_of(run("staff", "list")) == []


def test_a_link_signs_a_member_in_once(run, resort):
    run("staff", "add", "+14155550100", "--name", "Front Desk", "--role", "staff")

    result = run("staff", "link", "+14155550100", WEB_APP_URL="https://book.example.org/")

    match = re.fullmatch(r"https://book\.example\.org/link#token=(\S+)\n", result.stdout)
    assert match
    assert resort.login.use_link(match[1]).person.role is Role.STAFF
    with pytest.raises(SessionExpired):
        resort.login.use_link(match[1])


@pytest.mark.parametrize(
    "args",
    [
        ("link", "+14155550100"),
        ("remove", "+14155550100"),
        ("add", "12345", "--name", "X", "--role", "staff"),
    ],
)
def test_who_cannot_be_found_is_one_line(run, args):
    result = run("staff", *args)

    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "args",
    [
        ("add", "+14155550100", "--name", "X"),
        ("add", "+14155550100", "--name", "X", "--role", "guest"),
        ("add", "+14155550100", "--name", " ", "--role", "staff"),
    ],
)
def test_a_member_needs_a_name_and_a_role(run, args):
    assert run("staff", *args).exit_code == 2
