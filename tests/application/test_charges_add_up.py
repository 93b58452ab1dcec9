"""However a booking is changed, its charges add up to what it owes."""

import shutil

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resortbook.application.amending import BookingChanges
from resortbook.domain.booking import BookingStatus
from resortbook.domain.charge import ChargeKind, ChargeState
from resortbook.domain.errors import ResortError
from resortbook.domain.money import Money
from resortbook.domain.terms import Settlement
from tests.builders import TOMORROW, the_guest
from tests.resort_fixtures import Given

STEPS = st.one_of(
    st.tuples(st.just("confirm"), st.none()),
    st.tuples(st.just("party"), st.integers(1, 6)),
    st.tuples(st.just("move"), st.integers(0, 1)),
    st.tuples(st.just("room"), st.sampled_from(["", "204", "301"])),
    st.tuples(st.just("settle"), st.sampled_from(list(Settlement))),
    st.tuples(st.just("post"), st.integers(0, 3)),
    st.tuples(st.just("waive"), st.integers(0, 3)),
    st.tuples(st.just("fee"), st.sampled_from(["5.00", "12.50"])),
    st.tuples(st.just("cancel"), st.none()),
)


class Story:
    """One booking, and everything that the desk may do to it."""

    def __init__(self, container):
        place = Given(container)
        self.resort = container.resort()
        activity = place.activity()
        self.slots = [place.slot(activity), place.slot(activity, TOMORROW.replace(hour=20))]
        self.booking_id = place.hold(self.slots[0], party=2, room="204").booking.id
        self.by = place.staff()
        self.fees = 0

    def do(self, step, what):
        try:
            getattr(self, f"_{step}")(what)
        except ResortError:
            return  # not in this state, which is fine
        self.fees += Money.parse(what).minor if step == "fee" else 0

    def adds_up(self):
        charges = [one.charge for one in self.resort.charges.of(self.booking_id)]
        fees = [one for one in charges if one.kind is ChargeKind.FEE]
        price = [one for one in charges if one.kind is not ChargeKind.FEE]
        waived = sum(o.amount.minor for o in price if o.state is ChargeState.WAIVED)
        standing = sum(o.amount.minor for o in price if o.state is not ChargeState.WAIVED)
        assert standing == max(0, self._owed() - waived)
        assert sum(one.amount.minor for one in fees) == self.fees
        assert self.resort.check() == []

    def _owed(self):
        booking = self.resort.bookings.get_booking(self.booking_id, by=self.by).booking
        is_owed = booking.status is BookingStatus.CONFIRMED
        on_room = booking.settlement is Settlement.ROOM
        return booking.total_price.minor if is_owed and on_room else 0

    def _amend(self, **changes):
        self.resort.bookings.amend_booking(
            self.booking_id, BookingChanges(**changes), by=self.by
        )

    def _confirm(self, _):
        found = self.resort.bookings.get_booking(self.booking_id, by=self.by)
        self.resort.bookings.confirm_booking(self.booking_id, by=the_guest(found.booking))

    def _party(self, people):
        self._amend(party=people)

    def _room(self, room):
        self._amend(room=room)

    def _settle(self, settlement):
        self._amend(settlement=settlement)

    def _fee(self, amount):
        self._amend(fee=Money.parse(amount))

    def _move(self, number):
        self.resort.bookings.reschedule_booking(
            self.booking_id, self.slots[number].id, by=self.by
        )

    def _post(self, number):
        self._nth(number, self.resort.charges.post)

    def _waive(self, number):
        self._nth(number, self.resort.charges.waive)

    def _nth(self, number, act):
        charges = self.resort.charges.of(self.booking_id)
        if number < len(charges):
            act(charges[number].charge.id, by=self.by)

    def _cancel(self, _):
        self.resort.bookings.cancel_booking(self.booking_id, by=self.by)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=3, max_size=14))
def test_charges_add_up_after_every_step(steps, sqlite_template, tmp_path, open_container):
    path = tmp_path / "story.sqlite"
    shutil.copy(sqlite_template, path)
    container = open_container(f"sqlite:///{path}")
    story = Story(container)
    story.do("confirm", None)

    for step, what in steps:
        story.do(step, what)

        story.adds_up()
    container.resort().close()
    path.unlink()
