"""What is on offer: an activity with its rates and a slot, in one trip."""

from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from resortbook.adapters.sql.activity_rows import activity_of, rate_of
from resortbook.adapters.sql.direct import DirectStatement
from resortbook.adapters.sql.slot_rows import slot_of
from resortbook.adapters.sql.tables.catalogue import activities, rates, time_slots
from resortbook.ports.reads import Offer

# One row for each rate: there are few, and nothing else is as quick on both databases.
_OFFER = DirectStatement(
    select(activities, time_slots, rates)
    .select_from(
        activities.join(rates, rates.c.activity_id == activities.c.id).outerjoin(
            time_slots, time_slots.c.id == bindparam("slot_id")
        )
    )
    .where(activities.c.id == bindparam("activity_id"))
    .order_by(rates.c.position)
)


def find_offer(connection: Connection, activity_id: UUID, slot_id: UUID) -> Offer | None:
    """Return an activity with a slot, None where there is no such activity."""
    sought = {"activity_id": activity_id, "slot_id": slot_id}
    rows = _OFFER.run(connection, sought)
    if not rows:
        return None
    first = rows[0]
    return Offer(
        activity=activity_of(first, rates=map(rate_of, rows)),
        slot=None if first[time_slots.c.id] is None else slot_of(first),
    )
