"""`resortbook bookings`: what guests have booked."""

from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

import click

from resortbook_cli.kinds import DAY
from resortbook_cli.output import as_json, print_facts, print_json, print_table

if TYPE_CHECKING:
    from uuid import UUID

    from resortbook.application.resort import Resort
    from resortbook.domain.booking import BookingDetail

STATUSES = ("pending", "confirmed", "cancelled", "expired", "completed", "no_show")


@click.group(short_help="What guests have booked: list, show, create, confirm, cancel.")
def bookings() -> None:
    """Bookings of all guests; REFERENCE is a booking's reference or id."""


@bookings.command(name="list")
@click.option("--status", type=click.Choice(STATUSES), multiple=True, help="May be repeated.")
@click.option("--date", "day", type=DAY, help="Departing on this day of the resort.")
@click.option("--activity", metavar="SLUG", help="Of this activity.")
@click.option("--q", "words", default="", help="A reference, room, phone, or words of a name.")
@as_json
def list_(
    status: tuple[str, ...],
    day: date | None,
    activity: str | None,
    words: str,
    json_wanted: bool,
) -> None:
    """List bookings, newest first.

    \b
    Examples:
      resortbook bookings list --status pending --status confirmed
      resortbook bookings list --date 2026-12-24 --q smith --json
    """
    from resortbook.application.desk import BookingSearch
    from resortbook.application.shapes import desk_booking_shape
    from resortbook.domain.booking import BookingStatus
    from resortbook_cli.opened import opened
    from resortbook_cli.paging import everything

    with opened() as resort:
        wanted = BookingSearch(
            text=words,
            day=day,
            activity_id=_activity_id(resort, activity),
            statuses=tuple(BookingStatus(one) for one in status),
        )
        found = everything(lambda page: resort.desk.find_bookings(wanted, page))
        now, zone = resort.clock.now(), resort.facts.zone
    if json_wanted:
        print_json([desk_booking_shape(one, now=now) for one in found])
        return
    rows = [_row(one.detail, now=now, zone=zone) for one in found]
    columns = ("reference", "status", "start", "activity", "people", "total")
    print_table(columns, rows, empty="There are no such bookings.")


@bookings.command()
@click.argument("reference")
@as_json
def show(reference: str, json_wanted: bool) -> None:
    """Show a booking.

    \b
    Example:
      resortbook bookings show ABCD-2345
    """
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    with opened() as resort:
        detail = resort.bookings.get_booking(reference, by=Actor.operator())
        print_booking(resort, detail, json_wanted=json_wanted)


@bookings.command()
@click.argument("reference")
@as_json
def confirm(reference: str, json_wanted: bool) -> None:
    """Turn a hold into a confirmed booking.

    \b
    Example:
      resortbook bookings confirm ABCD-2345
    """
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    operator = Actor.operator()
    with opened() as resort:
        booking_id = resort.bookings.get_booking(reference, by=operator).booking.id
        detail = resort.bookings.confirm_booking(booking_id, by=operator)
        print_booking(resort, detail, json_wanted=json_wanted)


@bookings.command()
@click.argument("reference")
@click.option("--reason", default="", help="Kept with the booking; the guest can read it.")
@as_json
def cancel(reference: str, reason: str, json_wanted: bool) -> None:
    """Cancel a booking, at any time before it is over, and give its seats back.

    \b
    Example:
      resortbook bookings cancel ABCD-2345 --reason "Too much wind"
    """
    from resortbook.domain.actor import Actor
    from resortbook_cli.opened import opened

    if len(reason) > 500:
        raise click.BadParameter("at most 500 characters", param_hint="--reason")
    operator = Actor.operator()
    with opened() as resort:
        booking_id = resort.bookings.get_booking(reference, by=operator).booking.id
        detail = resort.bookings.cancel_booking(booking_id, by=operator, reason=reason.strip())
        print_booking(resort, detail, json_wanted=json_wanted)


def _row(detail: "BookingDetail", *, now: datetime, zone: tzinfo) -> tuple[object, ...]:
    booking = detail.booking
    return (
        booking.reference,
        booking.status_at(now).value,
        f"{detail.slot.start_time.astimezone(zone):%a %Y-%m-%d %H:%M}",
        detail.activity.slug,
        booking.participants,
        f"{booking.total_price} {booking.currency}",
    )


def _activity_id(resort: "Resort", slug: str | None) -> "UUID | None":
    return None if slug is None else resort.catalogue.get_activity(slug, inactive_too=True).id


def print_booking(resort: "Resort", detail: "BookingDetail", *, json_wanted: bool) -> None:
    """Print a booking for people, or as the API shows it."""
    from resortbook.application.desk import DeskBooking
    from resortbook.application.shapes import desk_booking_shape

    now, zone = resort.clock.now(), resort.facts.zone
    booking = detail.booking
    guest = resort.reads.sales.guests_of([booking.guest_id])[booking.guest_id]
    shape = desk_booking_shape(DeskBooking(detail=detail, guest=guest), now=now)
    if json_wanted:
        print_json(shape)
        return

    def local(at: datetime | None) -> str:
        return f"{at.astimezone(zone):%a %Y-%m-%d %H:%M}" if at else ""

    print_facts(
        (
            ("reference", booking.reference),
            ("status", shape["status"]),
            ("activity", detail.activity.name),
            ("start", local(detail.slot.start_time)),
            ("party", ", ".join(f"{n} × {code}" for code, n in booking.party.items())),
            ("seats", booking.seats),
            ("total", f"{booking.total_price} {booking.currency}"),
            ("guest", booking.lead_name or guest.name),
            ("phone", shape["guest"]["phone"]),
            ("room", booking.room),
            ("settlement", booking.settlement.value),
            ("booked by", booking.booking_source.value),
            ("wishes", booking.special_requests),
            ("made", local(booking.created_at)),
            ("held until", local(booking.expires_at)),
            ("confirmed", local(booking.confirmed_at)),
            ("cancelled", local(booking.cancelled_at)),
            ("reason", booking.cancellation_reason),
            ("cancel by", local(booking.cancel_by)),
            ("id", booking.id),
        )
    )
