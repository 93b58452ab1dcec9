import json

from tests.apps.cli.conftest import lines_of


def test_it_shows_what_waits_for_people_and_for_programs(run, given, clock):
    given.hold(given.slot(), guest=given.guest())

    shown = dict(lines_of(run("queue")))
    told = json.loads(run("queue", "--json").stdout)

    assert (shown["due"], shown["failed"], shown["redis"]) == ("1", "0", "unused")
    assert (told["due"], told["unanswered"], told["leader"]) == (1, 0, None)
    assert set(told) >= {"oldest_due_seconds", "planned", "waiting_for_a_template"}
