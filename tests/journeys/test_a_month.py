"""A month of a resort's life against a strict Twilio: not one call that it refuses."""

import random
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from werkzeug.serving import make_server

from resortbook.application.hold import BookingRequest
from resortbook.application.resort import Resort
from resortbook.domain.actor import Actor, Door
from resortbook.domain.booking import BookingDetail, BookingStatus
from resortbook.domain.errors import Conflicting, InvalidInput, RateLimited
from resortbook.ports.reads import SlotFilter
from resortbook_whatsapp.app import create_app
from tests.fake_twilio import ACCOUNT_SID, AUTH_TOKEN, SENDER, FakeTwilio

DAYS = 31
GUESTS = 200
STEP = timedelta(hours=1)
PUBLIC = "https://resort.example"
SAYINGS = (
    "hi",
    "what can we do tomorrow?",
    "jet ski tomorrow at 2pm for 2",
    "yes",
    "my bookings",
    "what should I bring?",
    "cancel it",
    "thanks",
)


@dataclass(slots=True)
class Season:
    """Guests who come and go; what they do is drawn from a seed."""

    resort: Resort
    twilio: FakeTwilio
    chance: random.Random
    phones: dict[str, UUID] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)

    def hour(self, webhook: str) -> None:
        """Let some guests do something, then let the resort do its work."""
        for _ in range(self.chance.randrange(3)):
            phone = f"+1415555{self.chance.randrange(GUESTS) + 2000}"
            act = self.chance.choice(
                (self.books, self.books, self.books, self.changes, self.signs_in, self.writes)
            )
            try:
                act(phone, webhook)
            except (Conflicting, InvalidInput, RateLimited) as refused:
                self.told[type(refused).__name__] += 1
        clockwork = self.resort.clockwork
        for step in (clockwork.expire, clockwork.complete, clockwork.answer, clockwork.deliver):
            step()

    def books(self, phone: str, _: str) -> None:
        """Hold something on the web within the next days, and mostly confirm it."""
        now = self.resort.clock.now()
        found = self.resort.reads.catalogue.slots(
            SlotFilter(now=now, start=now, end=now + timedelta(days=4))
        )
        slot = self.chance.choice(found.items).slot
        request = BookingRequest(
            activity_id=slot.activity_id, time_slot_id=slot.id, party=self.chance.randint(1, 3)
        )
        by = self.guest(phone)
        held = self.resort.bookings.create_booking(request, by=by)
        if self.chance.random() < 0.8:
            self.resort.bookings.confirm_booking(held.booking.id, by=by)

    def changes(self, phone: str, _: str) -> None:
        """Cancel or move one of the bookings ahead."""
        by = self.guest(phone)
        assert by.guest_id is not None
        open_ = (BookingStatus.CONFIRMED, BookingStatus.PENDING)
        found = self.resort.bookings.get_user_bookings(
            by.guest_id, statuses=open_, upcoming=True
        )
        for one in found.items[:1]:
            if self.chance.random() < 0.4:
                self.resort.bookings.cancel_booking(one.booking.id, by=by)
            else:
                self.resort.bookings.reschedule_booking(
                    one.booking.id, self.another_time(one), by=by
                )

    def another_time(self, detail: BookingDetail) -> UUID:
        """Return another departure of the same activity."""
        start = detail.slot.start_time
        found = self.resort.reads.catalogue.slots(
            SlotFilter(
                now=self.resort.clock.now(),
                start=start,
                end=start + timedelta(days=3),
                activity_id=detail.activity.id,
            )
        )
        return self.chance.choice(found.items).slot.id

    def signs_in(self, phone: str, _: str) -> None:
        """Ask for a code."""
        self.resort.login.request_code(phone, client_address="198.51.100.7")

    def writes(self, phone: str, webhook: str) -> None:
        """Write on WhatsApp, signed and over HTTP, as Twilio passes it on."""
        said = self.twilio.phone(phone).text(self.chance.choice(SAYINGS))
        assert self.twilio.webhook(webhook, said).status == 200

    def guest(self, phone: str) -> Actor:
        """Return the guest of a phone, at the web's door."""
        if phone not in self.phones:
            self.phones[phone] = self.resort.account.guest_of_phone(phone).id
        return Actor.guest(self.phones[phone], door=Door.WEB)


@pytest.fixture
def container(sqlite_url, open_container, fake_twilio):
    return open_container(
        sqlite_url,
        TWILIO_ACCOUNT_SID=ACCOUNT_SID,
        TWILIO_AUTH_TOKEN=AUTH_TOKEN,
        TWILIO_WHATSAPP_FROM=SENDER,
        TWILIO_API_BASE_URL=fake_twilio.url,
        PUBLIC_URL=PUBLIC,
        WHATSAPP_MESSAGES_PER_SECOND="1000",
    )


@pytest.fixture
def webhook(resort, container, fake_twilio):
    """The webhook app on loopback, called by the fake for statuses, too."""
    server = make_server(
        "127.0.0.1", 0, create_app(resort, container.settings()), threaded=True
    )
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    fake_twilio.routes[PUBLIC] = f"http://127.0.0.1:{server.port}"
    yield f"{PUBLIC}/webhooks/whatsapp"
    fake_twilio.settle()
    server.shutdown()
    serving.join()
    server.server_close()


def test_a_month_with_two_hundred_guests_keeps_every_rule(
    resort, container, fake_twilio, webhook, clock
):
    fake_twilio.clock = clock.now
    resort.demo.load(by=Actor.operator())
    list(resort.contents.push())
    season = Season(resort=resort, twilio=fake_twilio, chance=random.Random(7))
    for number in range(GUESTS):
        season.guest(f"+1415555{number + 2000}")

    end = clock.at + timedelta(days=DAYS)
    while clock.at < end:
        season.hour(webhook)
        clock.advance(seconds=STEP.total_seconds())

    fake_twilio.settle()
    assert fake_twilio.refusals == []
    assert [one for one in fake_twilio.messages if one.error_code] == []
    assert failed(container) == []
    assert resort.check() == []
    reminders_are_as_promised(container)
    assert len(fake_twilio.messages) > 300


def failed(container: Any) -> list[Any]:
    asked = "SELECT kind, last_error FROM outbox WHERE state = 'failed'"
    with container.storage().engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(asked)]


def reminders_are_as_promised(container: Any) -> None:
    """Count reminders by booking and start: each at most once, none for what is off."""
    asked = (
        "SELECT outbox.kind, outbox.subject_id, outbox.version, bookings.status, sent.sent_at "
        "FROM outbound_messages AS sent JOIN outbox ON outbox.id = sent.event_id "
        "JOIN bookings ON bookings.id = outbox.subject_id WHERE outbox.kind LIKE 'Reminder%'"
    )
    with container.storage().engine.connect() as connection:
        rows = [tuple(row) for row in connection.exec_driver_sql(asked)]
    told = Counter((kind, subject, version) for kind, subject, version, *_ in rows)
    assert set(told.values()) == {1}
    assert len(told) > 50
