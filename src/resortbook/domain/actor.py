"""Who does something, and through which door."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Door(StrEnum):
    """The way by which a wish came in; a booking keeps its door as `booking_source`."""

    WHATSAPP = "whatsapp"
    WEB = "web"
    DESK = "desk"
    PHONE = "phone"
    CLI = "cli"
    SYSTEM = "system"


class Role(StrEnum):
    """What a signed-in person may do; each role may do what the ones before it may."""

    GUEST = "guest"
    STAFF = "staff"
    ADMIN = "admin"

    @property
    def is_staff(self) -> bool:
        """Whether the staff doors are open to it."""
        return self is not Role.GUEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person (or the clock) behind a call; `guest_id` is the signed-in person's id."""

    role: Role | None
    door: Door
    guest_id: UUID | None = None

    @classmethod
    def guest(cls, guest_id: UUID, *, door: Door) -> "Actor":
        """Act as a guest on the guest's own things."""
        return cls(role=Role.GUEST, door=door, guest_id=guest_id)

    @classmethod
    def staff(
        cls, guest_id: UUID, *, role: Role = Role.STAFF, door: Door = Door.DESK
    ) -> "Actor":
        """Act as a member of staff on anybody's things."""
        return cls(role=role, door=door, guest_id=guest_id)

    @classmethod
    def operator(cls) -> "Actor":
        """Act as whoever may use the command line: an admin without a session."""
        return cls(role=Role.ADMIN, door=Door.CLI)

    @classmethod
    def system(cls) -> "Actor":
        """Act as the clock."""
        return cls(role=None, door=Door.SYSTEM)

    @property
    def is_staff(self) -> bool:
        """Whether this actor may act on anybody's bookings."""
        return self.role is None or self.role.is_staff

    @property
    def kind(self) -> str:
        """The word the audit keeps: guest, staff, admin, system."""
        return "system" if self.role is None else self.role.value
