"""Bringing the database's shape to what this version of the code expects."""

from typing import Protocol


class Migrations(Protocol):
    """The migrations, each of them reversible.

    Failure policy: raises Unavailable when the database is away; a migration that fails
    leaves the one
    before it in force.
    """

    def upgrade(self) -> None:
        """Apply every migration that is missing; several processes at once do it once."""
        ...

    def downgrade(self, revision: str) -> None:
        """Take migrations back to `revision` (`base`: all of them). Raises InvalidInput."""
        ...

    def is_at_head(self) -> bool:
        """Say whether every migration is applied; changes nothing."""
        ...
