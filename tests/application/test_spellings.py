"""Numbers that WhatsApp writes otherwise than people do: one guest all the same."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from dependency_injector import providers

from resortbook.application.desk import BookingSearch
from resortbook.application.phones import as_e164, as_whatsapp_address, spellings
from resortbook.application.reception import Heard
from resortbook.domain.actor import Actor, Door
from resortbook.domain.errors import InvalidPhone
from resortbook.domain.guest import Channel
from resortbook.ports.paging import Page
from tests.builders import NOON
from tests.fakes import ScriptedMessenger

PAIRS = [
    ("+5215512345678", "+525512345678"),
    ("+5491123456789", "+541123456789"),
    ("+5492231234567", "+542231234567"),
    ("+556187654321", "+5561987654321"),
]


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def write(resort):
    """Let somebody write, and the answers go out; return what was written."""
    sids = iter(range(100))

    def write_(address, body="hi", channel=Channel.PHONE):
        heard = Heard(
            provider_sid=f"SM{next(sids)}", channel=channel, address=address, body=body
        )
        resort.reception.receive(heard)
        resort.reception.work()
        resort.clockwork.relay.sweep()

    return write_


@pytest.fixture
def sign_in(resort, messenger):
    """Sign in with a number; return who that is."""

    def sign_in_(phone):
        resort.login.request_code(phone, client_address="10.0.0.1")
        resort.clockwork.relay.sweep()
        [code] = re.findall(r"\b[0-9]{6}\b", messenger.accepted[-1].body)
        return resort.login.verify_code(phone, code).person

    return sign_in_


def guests(container):
    with container.storage().engine.connect() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM guests").scalar()


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_spellings_are_found_from_either_side(one, other):
    assert spellings(one) == (one, other)
    assert spellings(other) == (other, one)


@pytest.mark.parametrize(
    "number", ["+14155550123", "+34612345678", "+521551234567", "+551133334444", "US.ABC123"]
)
def test_other_numbers_have_one_spelling(number):
    assert spellings(number) == (number,)


def test_a_number_copied_from_whatsapp_is_read_as_the_one_that_is_dialled():
    assert as_e164("+52 1 55 1234 5678") == "+525512345678"
    with pytest.raises(InvalidPhone):
        as_e164("+52 1 55 1234 567")


@pytest.mark.parametrize("address", ["+5215512345678", "+525512345678", "+556187654321"])
def test_an_address_of_whatsapp_stays_as_whatsapp_writes_it(address):
    assert as_whatsapp_address(f"whatsapp:{address}", field="from") == (Channel.PHONE, address)


@pytest.mark.parametrize(("from_whatsapp", "typed"), PAIRS[:2])
def test_who_writes_first_and_signs_in_then_is_one_guest(
    write, sign_in, messenger, container, from_whatsapp, typed
):
    write(from_whatsapp)

    person = sign_in(typed)
    write(from_whatsapp)

    assert guests(container) == 1
    assert {message.address for message in messenger.accepted} == {from_whatsapp}
    assert messenger.accepted[0].guest_id == person.id


@pytest.mark.parametrize(("from_whatsapp", "typed"), PAIRS[:2])
def test_who_signs_in_first_and_writes_then_is_one_guest_written_to_as_whatsapp_wants_it(
    write, sign_in, messenger, container, given, resort, from_whatsapp, typed
):
    person = sign_in(typed)
    write(from_whatsapp)
    messenger.accepted.clear()

    with container.storage().begin() as work:
        guest = work.guests.get(person.id)
    given.hold(given.slot(), guest=guest)
    resort.clockwork.relay.sweep()

    assert guests(container) == 1
    assert guest.phone == typed
    [told] = messenger.accepted
    assert (told.kind, told.address, told.template) == ("BookingCreated", from_whatsapp, None)


def test_two_spellings_of_a_new_number_at_once_are_one_guest(resort, container):
    def meet(number):
        value = PAIRS[0][number % 2]
        with container.storage().begin() as work:
            guest = container.people().by_phone(work, value, now=resort.clock.now())
            work.commit()
        return guest.id

    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(meet, range(8)))

    assert len(found) == 1
    assert guests(container) == 1


@pytest.mark.parametrize("asked", ["+525512345678", "+52 1 55 1234 5678"])
def test_the_desk_finds_a_guest_s_bookings_by_either_spelling(container, given, asked):
    with container.storage().begin() as work:
        guest = container.people().by_phone(work, "+5215512345678", now=NOON)
        work.commit()
    held = given.hold(given.slot(), guest=guest)

    found = container.desk().find_bookings(BookingSearch(text=asked), Page())

    assert [one.detail.booking.id for one in found.items] == [held.booking.id]


def test_stop_counts_for_every_spelling_of_a_number(
    write, sign_in, messenger, container, given, resort
):
    write("+5215512345678", "STOP")
    person = sign_in("+525512345678")
    messenger.accepted.clear()

    with container.storage().begin() as work:
        guest = work.guests.get(person.id)
    held = given.hold(given.slot(), guest=guest)
    by = Actor.guest(guest.id, door=Door.WEB)
    resort.bookings.confirm_booking(held.booking.id, by=by)
    resort.clockwork.relay.sweep()
    while_stopped = list(messenger.accepted)
    write("+5215512345678", "START")
    resort.bookings.cancel_booking(held.booking.id, by=by)
    resort.clockwork.relay.sweep()

    assert while_stopped == []
    assert {message.address for message in messenger.accepted} == {"+5215512345678"}
    assert messenger.accepted[-1].kind == "BookingCancelled"


def test_who_said_stop_after_signing_in_is_told_nothing_at_the_other_spelling(
    write, sign_in, messenger, container, given, resort
):
    person = sign_in("+525512345678")
    write("+5215512345678", "STOP")
    messenger.accepted.clear()

    with container.storage().begin() as work:
        guest = work.guests.get(person.id)
    given.hold(given.slot(), guest=guest)
    resort.clockwork.relay.sweep()

    assert messenger.accepted == []
