"""The shapes in which a person's own data is shown to programs."""

from datetime import datetime

from resortbook.application.account import Holdings
from resortbook.application.shapes import Shape, booking_shape, moment
from resortbook.domain.preferences import Preferences
from resortbook.ports.holdings import Kept


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
        **_more_shape(held.more),
    }


def _more_shape(more: Kept) -> Shape:
    return {
        "feedback": [
            {
                "activity_id": str(said.activity_id),
                "helpful": said.helpful,
                "comment": said.comment,
                "created_at": moment(said.created_at),
            }
            for said in more.feedback
        ],
        "charges": [
            {
                "booking_id": str(charge.booking_id),
                "room": charge.room,
                "amount": str(charge.amount),
                "currency": charge.currency,
                "state": charge.state.value,
                "created_at": moment(charge.created_at),
            }
            for charge in more.charges
        ],
        "sessions": [
            {
                "created_at": moment(session.created_at),
                "last_used_at": moment(session.last_used_at),
                "expires_at": moment(session.expires_at),
            }
            for session in more.sessions
        ],
    }
