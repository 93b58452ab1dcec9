"""Activities as rows, and rows as activities."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Select, Table, select

from resortbook.adapters.sql.direct import DirectRow
from resortbook.adapters.sql.search_text import searchable
from resortbook.adapters.sql.tables.catalogue import activities, activity_images, rates
from resortbook.domain.activity import Activity, ActivityBrief, ActivityImage, PricePer, Rate


def load_activities(connection: Connection, statement: Select[Any]) -> Sequence[Activity]:
    """Return the activities that `statement` selects (all columns of the table), in its order,
    with rates and images.
    """
    return activities_of(connection, connection.execute(statement).mappings().all())


def activities_of(connection: Connection, rows: Sequence[RowMapping]) -> Sequence[Activity]:
    """Read activities from their rows, and load what belongs to them."""
    ids = [row[activities.c.id] for row in rows]
    if not ids:
        return []
    priced = _parts(connection, rates, ids)
    pictured = _parts(connection, activity_images, ids)
    return [
        activity_of(
            row,
            rates=map(rate_of, priced.get(activity_id, ())),
            images=map(_image, pictured.get(activity_id, ())),
        )
        for activity_id, row in zip(ids, rows, strict=True)
    ]


def brief_of(row: RowMapping) -> ActivityBrief:
    """Read the brief of an activity from a row that joins it."""
    c = activities.c
    return ActivityBrief(
        id=row[c.id],
        slug=row[c.slug],
        name=row[c.name],
        location=row[c.location],
        meeting_point=row[c.meeting_point],
        bring=row[c.bring],
        duration_minutes=row[c.duration_minutes],
        arrive_minutes_before=row[c.arrive_minutes_before],
        booking_cutoff_minutes=row[c.booking_cutoff_minutes],
    )


def activity_row(activity: Activity) -> dict[str, Any]:
    """Write an activity without its parts."""
    return {
        "id": activity.id,
        "slug": activity.slug,
        "name": activity.name,
        "description": activity.description,
        "category": activity.category,
        "currency": activity.currency,
        "duration_minutes": activity.duration_minutes,
        "capacity_per_slot": activity.capacity_per_slot,
        "price_per": activity.price_per.value,
        "people_per_seat": activity.people_per_seat,
        "location": activity.location,
        "meeting_point": activity.meeting_point,
        "requirements": activity.requirements,
        "bring": activity.bring,
        "min_age": activity.min_age,
        "min_party": activity.min_party,
        "max_party": activity.max_party,
        "arrive_minutes_before": activity.arrive_minutes_before,
        "booking_cutoff_minutes": activity.booking_cutoff_minutes,
        "cancellation_deadline_hours": activity.cancellation_deadline_hours,
        "is_active": activity.is_active,
        "metadata": dict(activity.metadata),
        "created_at": activity.created_at,
        "updated_at": activity.updated_at,
        "version": activity.version,
        "price": activity.price,
        "sort_name": searchable(activity.name),
        "search_text": _search_text(activity),
    }


def rate_rows(activity: Activity) -> list[dict[str, Any]]:
    """Write the rates, in their order."""
    return [
        {
            "activity_id": activity.id,
            "position": position,
            "code": rate.code,
            "label": rate.label,
            "price": rate.price,
            "min_age": rate.min_age,
            "max_age": rate.max_age,
            "takes_seat": rate.takes_seat,
        }
        for position, rate in enumerate(activity.rates)
    ]


def image_rows(activity: Activity) -> list[dict[str, Any]]:
    """Write the images, in their order."""
    return [
        {
            "activity_id": activity.id,
            "position": position,
            "id": image.id,
            "url": image.url,
            "alt_text": image.alt_text,
            "is_primary": image.is_primary,
            "order": image.order,
        }
        for position, image in enumerate(activity.images)
    ]


def _parts(
    connection: Connection, table: Table, ids: Sequence[UUID]
) -> dict[UUID, list[RowMapping]]:
    statement = select(table).where(table.c.activity_id.in_(ids)).order_by(table.c.position)
    parts: dict[UUID, list[RowMapping]] = {}
    for row in connection.execute(statement).mappings():
        parts.setdefault(row["activity_id"], []).append(row)
    return parts


def activity_of(
    row: RowMapping | DirectRow, *, rates: Iterable[Rate], images: Iterable[ActivityImage] = ()
) -> Activity:
    """Read an activity from a row that has or joins it, with its parts."""
    c = activities.c
    return Activity(
        id=row[c.id],
        slug=row[c.slug],
        name=row[c.name],
        description=row[c.description],
        category=row[c.category],
        rates=tuple(rates),
        currency=row[c.currency],
        duration_minutes=row[c.duration_minutes],
        capacity_per_slot=row[c.capacity_per_slot],
        price_per=PricePer(row[c.price_per]),
        people_per_seat=row[c.people_per_seat],
        location=row[c.location],
        meeting_point=row[c.meeting_point],
        requirements=row[c.requirements],
        bring=row[c.bring],
        min_age=row[c.min_age],
        min_party=row[c.min_party],
        max_party=row[c.max_party],
        arrive_minutes_before=row[c.arrive_minutes_before],
        booking_cutoff_minutes=row[c.booking_cutoff_minutes],
        cancellation_deadline_hours=row[c.cancellation_deadline_hours],
        is_active=row[c.is_active],
        images=tuple(images),
        metadata=row[c.metadata],
        created_at=row[c.created_at],
        updated_at=row[c.updated_at],
        version=row[c.version],
    )


def rate_of(row: RowMapping | DirectRow) -> Rate:
    """Read a rate from a row that has or joins it."""
    c = rates.c
    return Rate(
        code=row[c.code],
        label=row[c.label],
        price=row[c.price],
        min_age=row[c.min_age],
        max_age=row[c.max_age],
        takes_seat=row[c.takes_seat],
    )


def _image(row: RowMapping) -> ActivityImage:
    return ActivityImage(
        id=row["id"],
        url=row["url"],
        alt_text=row["alt_text"],
        is_primary=row["is_primary"],
        order=row["order"],
    )


def _search_text(activity: Activity) -> str:
    # One field a line, so that no match runs from one into the next.
    fields = (
        activity.name,
        activity.category,
        activity.category.replace("-", " "),
        activity.location,
        activity.description,
    )
    return "\n".join(searchable(field) for field in fields)
