from datetime import time, timedelta

from resortbook.application.recurrence import weekly
from resortbook.domain.actor import Actor
from tests.application.test_schedule import a_rhythm

PHONE = "+14155550123"


def test_everything_is_a_step_that_may_run_again_and_again(resort, given, clock):
    held = given.hold(given.slot(), guest=given.guest(PHONE))
    steps = resort.clockwork.steps
    for step in steps:
        step()

    clock.advance(minutes=30)
    did = {step.__name__: step() for step in steps}
    again = {step.__name__: step() for step in steps}

    assert (did["expire"], did["complete"], did["answer"]) == (1, 0, 0)
    assert did["deliver"] > 0
    assert set(again.values()) == {0}
    assert resort.reads.sales.booking(held.booking.id).booking.status.value == "expired"


def test_tidying_is_done_once_an_hour_and_whenever_the_clock_was_moved(resort, given, clock):
    rhythm = a_rhythm(rrule=weekly(("mon",)), times=(time(9),), until=None)
    resort.schedule.add_schedule(given.activity(), rhythm, by=Actor.operator())
    tidy = resort.clockwork.tidy
    tidied = [tidy()]

    for by in (timedelta(minutes=59), timedelta(days=14), -timedelta(days=14)):
        clock.at += by
        tidied.append(tidy())

    assert tidied == [0, 0, 2, 0]


def test_the_backlog_counts_what_waits(resort, given, clock):
    nothing = resort.backlog()
    given.hold(given.slot(), guest=given.guest(PHONE))
    clock.advance(seconds=5)

    some = resort.backlog()

    assert (nothing.due, nothing.oldest_due_at, nothing.failed) == (0, None, 0)
    assert some.due >= 1
    assert some.oldest_due_at == clock.now() - timedelta(seconds=5)
    assert (some.unanswered, some.blocked) == (0, 0)
