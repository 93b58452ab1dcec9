"""`resortbook queue`: what waits in the background, and who leads."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from resortbook_cli.output import as_json, print_json, print_table

if TYPE_CHECKING:
    from resortbook.application.resort import Resort


@click.command(short_help="Show what waits in the background, and who leads.")
@as_json
def queue(json_wanted: bool) -> None:
    """Show what waits to be told and answered, which jobs wait, and which worker leads.

    \b
    Examples:
      resortbook queue
      resortbook queue --json
    """
    from resortbook_cli.opened import opened

    with opened() as resort:
        state = _state_of(resort)
    if json_wanted:
        print_json(state)
        return
    rows = [
        (name.replace("_", " "), "-" if said is None else said) for name, said in state.items()
    ]
    print_table(("what", "now"), rows, empty="")


def _state_of(resort: "Resort") -> dict[str, Any]:
    backlog, leader = resort.backlog(), resort.leadership.leader()
    now, jobs = resort.clock.now(), resort.waker.waiting()
    return {
        "due": backlog.due,
        "oldest_due_seconds": _age(backlog.oldest_due_at, now),
        "planned": backlog.planned,
        "waiting_for_a_template": backlog.blocked,
        "failed": backlog.failed,
        "unanswered": backlog.unanswered,
        "oldest_unanswered_seconds": _age(backlog.oldest_unanswered_at, now),
        "redis": "away" if jobs is None else "up" if jobs else "unused",
        **{f"{job}_jobs": count for job, count in (jobs or {}).items()},
        "leader": leader.process if leader else None,
        "leads_since": f"{leader.since:%Y-%m-%dT%H:%M:%SZ}" if leader else None,
    }


def _age(since: datetime | None, now: datetime) -> int | None:
    return max(0, round((now - since).total_seconds())) if since else None
