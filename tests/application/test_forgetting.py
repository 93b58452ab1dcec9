"""What is dropped when its time is over, and what never is."""

import pytest
from dependency_injector import providers
from sqlalchemy import func, select

from resortbook.adapters.sql.tables import metadata
from resortbook.application.reception import Heard
from resortbook.domain.actor import Actor, Door
from resortbook.domain.guest import Channel
from tests.fakes import ScriptedMessenger

PHONE = "+14155550123"
SIGN_INS = ("sessions", "sign_in_codes", "sign_in_links", "sign_in_wrong_tries")
TALK = ("inbound_messages", "outbound_messages", "outbox")
KEPT = ("bookings", "booking_lines", "audit", "guests", "time_slots")


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def count(container):
    def count_(*names):
        with container.storage().engine.connect() as connection:
            return {
                name: connection.scalar(select(func.count()).select_from(metadata.tables[name]))
                for name in names
            }

    return count_


@pytest.fixture
def a_stay(resort, container, given):
    """Somebody wrote, booked, signed in by code and by link, and tried a wrong code."""
    guest = given.guest(PHONE)
    heard = Heard(provider_sid="SM1", channel=Channel.PHONE, address=PHONE, body="hello")
    resort.reception.receive(heard)
    resort.clockwork.answer()
    held = given.hold(given.slot(), guest=guest)
    resort.bookings.confirm_booking(held.booking.id, by=Actor.guest(guest.id, door=Door.WEB))
    resort.login.request_code(PHONE, client_address="198.51.100.7")
    with container.storage().begin() as work:
        now = container.clock().now()
        assert not work.codes.take_try(PHONE, "nothing", now=now)
        container.login().link_for(work, guest.id, reference=None, now=now)
        container.sessions().open(work, guest, now=now)
        work.commit()
    resort.clockwork.deliver()


def forget_after(resort, clock, **time):
    clock.advance(**time)
    resort.clockwork.forget()


def test_sign_ins_go_a_month_after_they_ran_out_and_messages_after_a_year(
    a_stay, resort, clock, count
):
    before = count(*SIGN_INS, *TALK, *KEPT)

    forget_after(resort, clock, days=30)
    early = count("sessions", *TALK)
    forget_after(resort, clock, days=31)
    later = count(*SIGN_INS)
    resort.clockwork.deliver()  # reminders that came too late are closed
    forget_after(resort, clock, days=303)
    messages_early = count("inbound_messages")
    forget_after(resort, clock, days=70)

    assert all(before.values())
    assert early == {name: before[name] for name in early}
    assert set(later.values()) == {0}
    assert messages_early == {"inbound_messages": 1}
    assert set(count(*TALK).values()) == {0}
    kept = count(*KEPT)
    assert {name: kept[name] >= before[name] for name in KEPT} == dict.fromkeys(KEPT, True)
    assert resort.check() == []


def test_what_waits_is_not_forgotten_however_old(resort, given, clock, count, messenger):
    messenger.failures = [RuntimeError("a bug")] * 100
    given.hold(given.slot(), guest=given.guest(PHONE))
    heard = Heard(provider_sid="SM1", channel=Channel.PHONE, address=PHONE, body="hello")
    resort.reception.receive(heard)

    forget_after(resort, clock, days=500)

    assert count("inbound_messages")["inbound_messages"] == 1
    assert count("outbox")["outbox"] > 0
