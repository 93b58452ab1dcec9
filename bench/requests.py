"""What guests ask for, as it goes over the line."""

from itertools import count

from bench import load
from bench.ids import Of, numbered
from bench.stock import (
    HOLDS_EACH,
    LOWEST_PRICE,
    SPREAD_SLOTS,
    activity_of_slot,
    token_of,
)
from resortbook.domain.money import Money

BOOKINGS = "/api/v1/bookings/"
ACTIVITIES = "/api/v1/activities/"
_runs = count()


def booking_body(*, slot: int) -> dict[str, object]:
    """Return what a guest fills in."""
    return {
        "activity_id": str(numbered(Of.ACTIVITY, activity_of_slot(slot))),
        "time_slot_id": str(numbered(Of.SLOT, slot)),
        "party": {"adult": 1},
        "special_requests": "A place in the shade, please",
        "lead_name": "Ana Morales",
        "room": "1204",
    }


def booking_headers(*, guest: int, key: str) -> dict[str, str]:
    """Return what a signed-in client sends along."""
    return {"Authorization": f"Bearer {token_of(guest)}", "Idempotency-Key": key}


def bookings(
    *, guests: int, slot: int | None = None, total: int | None = None, first_guest: int = 0
) -> list[str]:
    """Write bookings by one guest after the other, of one slot or spread over all.

    By default as many as the guests may hold. No two of them, in all runs, share a key.
    """
    run = next(_runs)
    asked = []
    for number in range(total or guests * HOLDS_EACH):
        body = booking_body(slot=number * 7 % SPREAD_SLOTS if slot is None else slot)
        guest, key = (first_guest + number) % guests, f"run-{run}-{number}"
        asked.append(load.post(BOOKINGS, body, headers=booking_headers(guest=guest, key=key)))
    return asked


def lists(*, fresh: bool = False, encoding: str = "") -> list[str]:
    """Write readings of twenty activities: one that is asked again, or `fresh` ones, each of
    which comes again only when no cache can know it any more.
    """
    headers = {"Accept-Encoding": encoding} if encoding else {}
    if not fresh:
        return [load.get(ACTIVITIES, headers=headers)]
    # All activities cost as much or more, so each price asks for the same twenty.
    prices = (Money(minor) for minor in range(LOWEST_PRICE.minor))
    return [load.get(f"{ACTIVITIES}?min_price={price}", headers=headers) for price in prices]
