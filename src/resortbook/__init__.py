"""resortbook: books resort activities, from one core, through many doors.

Importing this package loads no framework; the names below are loaded when they are first used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from resortbook.application.amending import BookingChanges
    from resortbook.application.catalogue import ActivityQuery
    from resortbook.application.hold import BookingRequest
    from resortbook.application.resort import Resort
    from resortbook.bootstrap import open_resort
    from resortbook.domain.activity import Activity
    from resortbook.domain.actor import Actor, Door
    from resortbook.domain.booking import Booking, BookingDetail, BookingStatus
    from resortbook.domain.errors import ResortError
    from resortbook.domain.money import Money
    from resortbook.domain.slot import TimeSlot
    from resortbook.ports.paging import Page
    from resortbook.settings import Settings

__all__ = [
    "Activity",
    "ActivityQuery",
    "Actor",
    "Booking",
    "BookingChanges",
    "BookingDetail",
    "BookingRequest",
    "BookingStatus",
    "Door",
    "Money",
    "Page",
    "Resort",
    "ResortError",
    "Settings",
    "TimeSlot",
    "open_resort",
]

_PLACES = {
    "Activity": "resortbook.domain.activity",
    "ActivityQuery": "resortbook.application.catalogue",
    "Actor": "resortbook.domain.actor",
    "Booking": "resortbook.domain.booking",
    "BookingChanges": "resortbook.application.amending",
    "BookingDetail": "resortbook.domain.booking",
    "BookingRequest": "resortbook.application.hold",
    "BookingStatus": "resortbook.domain.booking",
    "Door": "resortbook.domain.actor",
    "Money": "resortbook.domain.money",
    "Page": "resortbook.ports.paging",
    "Resort": "resortbook.application.resort",
    "ResortError": "resortbook.domain.errors",
    "Settings": "resortbook.settings",
    "TimeSlot": "resortbook.domain.slot",
    "open_resort": "resortbook.bootstrap",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
