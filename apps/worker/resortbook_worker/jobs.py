"""The jobs that RQ asks this process for, by name and without any arguments."""

from resortbook_worker.work import Work

_at_work: list[Work] = []


def set_to_work(work: Work) -> None:
    """Say whose work the jobs of this process are; once."""
    _at_work[:] = [work]


def deliver() -> None:
    """Tell what is due."""
    _at_work[0].run("deliver")


def answer() -> None:
    """Answer every guest who waits."""
    _at_work[0].run("answer")
