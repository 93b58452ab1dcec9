"""`resortbook slots`: departures."""

from collections import Counter
from datetime import date, time
from typing import TYPE_CHECKING

import click

from resortbook_cli.kinds import DAY, DAYS, TIMES, WEEKDAY_LIST
from resortbook_cli.output import as_json, print_json, print_table

if TYPE_CHECKING:
    from resortbook.application.schedule import Filled, Rhythm

LAST_DAY = date(9998, 12, 31)
SKIPPED_AS = {
    "past": "in the past",
    "exists": "there already",
    "no_such_hour": "at an hour that does not exist that day",
    "closed": "closed",
}


@click.group(short_help="Departures of an activity: generate, list.")
def slots() -> None:
    """Departures of an activity. Days and times are the resort's own, both ends included."""


@slots.command(short_help="Make departures from a weekly rhythm or a rule.")
@click.argument("slug")
@click.option("--days", type=WEEKDAY_LIST, help="Weekdays, such as mon,wed,fri.")
@click.option("--times", type=TIMES, default="", help="Clock times, such as 09:00,14:30.")
@click.option("--rrule", help="Instead of --days: a rule such as FREQ=WEEKLY;BYDAY=MO.")
@click.option("--from", "first", type=DAY, help="The first day; else today.")
@click.option("--until", type=DAY, help="The last day; else open-ended, filled every night.")
@click.option("--capacity", type=click.IntRange(1, 10_000), help="Seats; else the activity's.")
@click.option("--except", "without", type=DAYS, multiple=True, help="Days without departures.")
def generate(
    slug: str,
    days: tuple[str, ...] | None,
    times: tuple[time, ...],
    rrule: str | None,
    first: date | None,
    until: date | None,
    capacity: int | None,
    without: tuple[tuple[date, ...], ...],
) -> None:
    """Make the departures of the activity SLUG from a weekly rhythm, or from a rule.

    What is past, there already, closed, or at an hour that daylight saving skips is left out
    and counted; doing it twice is the same as once.

    \b
    Examples:
      resortbook slots generate jet-skiing --days mon,wed --times 09:00,14:30
      resortbook slots generate jet-skiing --days fri --times 10:00 \\
        --from 2026-12-01 --until 2026-12-31 --except 2026-12-25
      resortbook slots generate jet-skiing --rrule "FREQ=DAILY" --times 10:00
    """
    from resortbook.application.schedule import Rhythm
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    rule = _rule(days, times, rrule)
    with opened() as resort:
        activity = resort.catalogue.get_activity(slug, inactive_too=True)
        rhythm = Rhythm(
            rrule=rule,
            times=times,
            first=first or resort.schedule.today(),
            until=until,
            capacity=capacity,
            except_dates=tuple(day for group in without for day in group),
        )
        filled = resort.schedule.add_schedule(activity, rhythm, by=Actor.operator())
    _tell(filled, rhythm, name=activity.name)


@slots.command(name="list", short_help="List the departures of an activity.")
@click.argument("slug")
@click.option("--from", "first", type=DAY, help="The first day; else today.")
@click.option("--to", "last", type=DAY, help="The last day; else all that there are.")
@as_json
def list_(slug: str, first: date | None, last: date | None, json_wanted: bool) -> None:
    """List the departures of the activity SLUG, and whether one person can book each.

    \b
    Examples:
      resortbook slots list jet-skiing --to 2026-12-06
      resortbook slots list jet-skiing --json
    """
    from resortbook.application.shapes import desk_slot_shape
    from resortbook_cli.opened import opened

    with opened() as resort:
        activity = resort.catalogue.get_activity(slug, inactive_too=True)
        found = resort.schedule.list_slots(
            first=first or resort.schedule.today(),
            last=last or LAST_DAY,
            activity_id=activity.id,
        ).items
        now, zone = resort.clock.now(), resort.facts.zone
    against = [one.reason_against(1, activity=activity, now=now) for one in found]
    pairs = list(zip(found, against, strict=True))
    if json_wanted:
        print_json([desk_slot_shape(reading, reason) for reading, reason in pairs])
        return
    rows = [
        (
            f"{reading.slot.start_time.astimezone(zone):%a %Y-%m-%d %H:%M}",
            reading.booked_count,
            reading.slot.capacity,
            reading.seats_left,
            "started" if reading.slot.has_started(now) else reason or "free",
        )
        for reading, reason in pairs
    ]
    columns = ("start", "booked", "seats", "left", "state")
    print_table(columns, rows, empty="There are no departures in these days.")


def _rule(days: tuple[str, ...] | None, times: tuple[time, ...], rrule: str | None) -> str:
    from resortbook.application.recurrence import weekly

    if (days is None) == (rrule is None):
        raise click.UsageError("Give either --days or --rrule", click.get_current_context())
    if rrule is not None:
        return rrule
    if not days or not times:
        raise click.UsageError("--days needs --times", click.get_current_context())
    return weekly(days)


def _tell(filled: "Filled", rhythm: "Rhythm", *, name: str) -> None:
    made = len(filled.created)
    until = f"until {rhythm.until}" if rhythm.until else "open-ended"
    click.echo(
        f"Created {made} {'departure' if made == 1 else 'departures'} of {name} "
        f"from {rhythm.first}, {until}."
    )
    counts = Counter(one.reason for one in filled.skipped)
    for reason, told in SKIPPED_AS.items():
        if counts[reason]:
            click.echo(f"Skipped {counts[reason]} {told}{_named(filled, reason)}.")


def _named(filled: "Filled", reason: str) -> str:
    if reason != "no_such_hour":
        return ""
    hours = [f"{one.local:%Y-%m-%d %H:%M}" for one in filled.skipped if one.reason == reason]
    return f": {', '.join(hours)}"
