"""The shapes in which a person's own data is shown to programs."""

from datetime import datetime

from resortbook.application.account import Holdings
from resortbook.application.shapes import Shape, booking_shape, moment
from resortbook.domain.preferences import Preferences


def preferences_shape(likes: Preferences) -> Shape:
    """Show a guest's preferences."""
    low, high = likes.budget_min, likes.budget_max
    return {
        "preferred_categories": list(likes.preferred_categories),
        "preferred_times": [part.value for part in likes.preferred_times],
        "budget_range": {
            "min": str(low) if low is not None else None,
            "max": str(high) if high is not None else None,
        },
        "interests": likes.interests,
    }


def holdings_shape(held: Holdings, *, now: datetime) -> Shape:
    """Show everything that is held of a person."""
    guest = held.guest
    return {
        "user": {
            "id": str(guest.id),
            "phone": guest.phone,
            "name": guest.name,
            "room": guest.room,
            "language": guest.language,
            "role": held.role.value,
        },
        "addresses": [
            {"channel": one.channel.value, "value": one.value} for one in guest.addresses
        ],
        "created_at": moment(guest.created_at),
        "preferences": preferences_shape(held.preferences),
        "bookings": [booking_shape(one, now=now) for one in held.bookings],
        "messages": [
            {
                "direction": line.direction.value,
                "body": line.body,
                "created_at": moment(line.created_at),
            }
            for line in held.messages
        ],
        "conversation": {
            "status": held.conversation.status.value,
            "summary": held.conversation.summary,
            "state": dict(held.conversation.state),
        },
    }
