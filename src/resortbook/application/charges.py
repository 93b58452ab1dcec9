"""The front office's list of charges, and what it does with them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from resortbook.application.journal import Journal
from resortbook.application.policy import BookingPolicy
from resortbook.domain.actor import Actor
from resortbook.domain.charge import Charge, ChargeState
from resortbook.domain.errors import NotFound, Unavailable
from resortbook.domain.schedule import day_bounds
from resortbook.ports.charges import ChargeFilter, ChargeReads, ListedCharge
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.sales_storage import Stale
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock

TRIES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeService:
    """Lists charges, and takes down that they are on the room's bill, or waived."""

    storage: Storage
    reads: ChargeReads
    clock: Clock
    policy: BookingPolicy
    journal: Journal

    def list_charges(
        self,
        *,
        day: date | None = None,
        states: tuple[ChargeState, ...] = (),
        page: Page | None = None,
    ) -> PageOf[ListedCharge]:
        """Return charges, newest first, of departures on a day of the resort where one is
        given; all of them without a page. Raises InvalidInput on a bad cursor.
        """
        start, end = day_bounds(day, day, self.policy.zone) if day else (None, None)
        wanted = ChargeFilter(states=states, starts_from=start, starts_before=end)
        return self.reads.charges(wanted, page)

    def of(self, booking_id: UUID) -> Sequence[ListedCharge]:
        """Return a booking's charges, oldest first."""
        return self.reads.of(booking_id)

    def day_of(self, listed: ListedCharge) -> date:
        """Return the resort's day of the departure that a charge is for."""
        return listed.starts_at.astimezone(self.policy.zone).date()

    def post(self, charge_id: UUID, *, by: Actor) -> ListedCharge:
        """Take down that a charge is on the room's bill. Idempotent.

        Raises:
            NotFound: no such charge; one that a change took back is gone.
            FieldConflict: it is waived.
        """
        return self._change(charge_id, Charge.post, "charge.post", by=by)

    def waive(self, charge_id: UUID, *, by: Actor) -> ListedCharge:
        """Let nobody pay a charge. Idempotent.

        Raises:
            NotFound: no such charge; one that a change took back is gone.
            FieldConflict: it is posted, or takes back what was.
        """
        return self._change(charge_id, Charge.waive, "charge.waive", by=by)

    def _change(
        self,
        charge_id: UUID,
        change: Callable[[Charge, datetime], Charge],
        action: str,
        *,
        by: Actor,
    ) -> ListedCharge:
        for _ in range(TRIES):
            try:
                self._attempt(charge_id, change, action, by=by)
            except Stale:
                continue  # the booking was changed meanwhile
            return self._listed(charge_id)
        raise Unavailable("This charge is being changed by others, please try again")

    def _attempt(
        self,
        charge_id: UUID,
        change: Callable[[Charge, datetime], Charge],
        action: str,
        *,
        by: Actor,
    ) -> None:
        now = self.clock.now()
        with self.storage.begin() as work:
            was = work.charges.get(charge_id)
            charge = change(was, now)
            if charge == was:
                return
            work.charges.save(charge, was=was)
            subject = ("booking", charge.booking_id)
            work.audit.add(
                self.journal.entry(action, subject, by=by, at=now, changed=("state",))
            )
            work.commit()

    def _listed(self, charge_id: UUID) -> ListedCharge:
        found = self.reads.charge(charge_id)
        if found is None:
            raise NotFound("There is no such charge")
        return found
