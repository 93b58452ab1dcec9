"""`resortbook bookings create`: a hold for a guest."""

from datetime import datetime

import click

from resortbook_cli.bookings import print_booking
from resortbook_cli.kinds import MOMENT
from resortbook_cli.output import as_json


@click.command(short_help="Hold seats for a guest.")
@click.argument("slug")
@click.argument("start", type=MOMENT)
@click.option("--participants", type=click.IntRange(1, 10_000), required=True)
@click.option("--phone", help="The guest's, who is told then; without one nobody is.")
@click.option("--name", default="", help="The guest's.")
@click.option("--room", default="", help="The guest's.")
@as_json
def create(
    slug: str,
    start: datetime,
    participants: int,
    phone: str | None,
    name: str,
    room: str,
    json_wanted: bool,
) -> None:
    """Hold seats of the activity SLUG at START, a clock time of the resort.

    Rules of the activity may be broken, its capacity may not. The hold runs out as a guest's
    own does.

    \b
    Examples:
      resortbook bookings create jet-skiing 2026-12-24T10:00 --participants 2
      resortbook bookings create parasailing "2026-12-24 14:00" \\
        --participants 1 --phone +14155550123 --room 204
    """
    from resortbook.application.desk import DeskGuest, DeskRequest
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    if len(name) > 200 or len(room) > 50:
        raise click.UsageError("a name has at most 200 characters, a room 50")
    operator = Actor.operator()
    with opened() as resort:
        activity = resort.catalogue.get_activity(slug)
        at = start if start.tzinfo else start.replace(tzinfo=resort.facts.zone)
        slot = resort.bookings.check_availability(activity.id, at, participants)[0].slot
        request = DeskRequest(
            time_slot_id=slot.id,
            guest=DeskGuest(name=name.strip(), room=room.strip(), phone=phone),
            party=participants,
            hold_until=resort.desk.hold_ends(slot, activity),
        )
        made = resort.desk.book(request, by=operator)
        print_booking(resort, made.detail, json_wanted=json_wanted)
