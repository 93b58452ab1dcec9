"""Keys change while the resort works: nothing becomes unreadable, and no guest is doubled."""

import base64
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy import LargeBinary, func, select, type_coerce

from resortbook.adapters.sql import resealing
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.tables import metadata
from resortbook.adapters.sql.tables.people import guests
from resortbook.application.reception import Heard
from resortbook.domain.actor import Actor, Door
from resortbook.domain.errors import Misconfigured
from resortbook.domain.guest import Channel
from tests.builders import TOMORROW
from tests.resort_fixtures import Given

OLD, NEW = (base64.b64encode(letter * 32).decode() for letter in (b"o", b"n"))
PHONES = [f"+1415555{number:04}" for number in range(1000, 1015)]
WRITERS = 4


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(resealing, "BATCH", 15)


@pytest.fixture
def seeded(database_url, open_container):
    """A resort under the old key, with guests who booked and wrote; return their ids."""
    container = open_container(database_url, ENCRYPTION_KEYS=OLD)
    given, resort = Given(container), container.resort()
    slot = given.slot(given.activity(capacity_per_slot=500), TOMORROW, capacity=500)
    ids = {}
    for number, phone in enumerate(PHONES):
        guest = given.guest(phone, name=f"Guest {number}", room=str(number))
        held = given.hold(slot, guest=guest, lead_name=f"Lead {number}", special_requests="tea")
        by = Actor.guest(guest.id, door=Door.WEB)
        resort.bookings.confirm_booking(held.booking.id, by=by)
        write_to(resort, phone, f"SM{number}")
        ids[phone] = guest.id
    resort.clockwork.answer()
    resort.clockwork.deliver()
    return ids, slot


def write_to(resort, phone, sid):
    heard = Heard(provider_sid=sid, channel=Channel.PHONE, address=phone, body=f"hello {sid}")
    resort.reception.receive(heard)


def work_of(container, slot, number, ended):
    """What happens in a process: known guests write and change their room, new ones book."""
    resort, given, done = container.resort(), Given(container), 0
    while not ended.is_set() or done < 5:
        phone = PHONES[(number * 7 + done) % len(PHONES)]
        write_to(resort, phone, f"SMx{number}-{done}")
        known = resort.account.guest_of_phone(phone)
        by = Actor.guest(known.id, door=Door.WEB)
        resort.account.update_profile(known.id, by=by, room=f"R{number}-{done}")
        held = given.hold(slot, guest=given.guest(None, name="New"), lead_name="New Lead")
        resort.bookings.get_booking(held.booking.id, by=Actor.operator())
        done += 1
    return done


def heads_in(container):
    """Return the beginning of every sealed value: its version and the id of its key."""
    found = set()
    with container.storage().engine.connect() as connection:
        for table in metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, resealing.SEALED):
                    raw = type_coerce(column, LargeBinary)
                    rows = connection.scalars(select(raw).where(func.length(raw) > 0))
                    found |= {bytes(value)[:5] for value in rows}
    return found


def test_keys_are_rotated_under_the_hands_of_everybody(database_url, open_container, seeded):
    ids, slot = seeded
    both = [
        open_container(database_url, ENCRYPTION_KEYS=f"{NEW},{OLD}") for _ in range(WRITERS)
    ]
    operator = open_container(database_url, ENCRYPTION_KEYS=f"{NEW},{OLD}").resort()
    ended = Event()

    with ThreadPoolExecutor(WRITERS) as pool:
        at_work = [
            pool.submit(work_of, container, slot, number, ended)
            for number, container in enumerate(both)
        ]
        sealed = 0
        while done := operator.sealing.reseal():
            sealed += done
        ended.set()
        worked = [one.result() for one in at_work]

    after = open_container(database_url, ENCRYPTION_KEYS=NEW)
    resort = after.resort()
    head = Cipher([b"n" * 32], index_secret=b"any").head
    assert sealed > 100
    assert min(worked) >= 5
    assert heads_in(after) == {head}
    assert {phone: resort.account.guest_of_phone(phone).id for phone in PHONES} == ids
    with after.storage().engine.connect() as connection:
        names = list(connection.scalars(select(guests.c.name)))
    assert len(names) == len(PHONES) + sum(worked)
    assert {name.split()[0] for name in names} == {"Guest", "New"}
    assert resort.check() == []
    assert operator.sealing.reseal() == 0


def test_a_key_that_is_missing_is_told_and_nothing_is_lost(
    database_url, open_container, seeded
):
    with pytest.raises(Misconfigured):
        open_container(database_url, ENCRYPTION_KEYS=NEW).resort().sealing.reseal()

    under_old = open_container(database_url, ENCRYPTION_KEYS=OLD)
    assert under_old.resort().account.guest_of_phone(PHONES[0]).name == "Guest 0"


def test_while_processes_are_restarted_one_by_one_each_reads_what_the_other_wrote(
    database_url, open_container, seeded
):
    """The new key comes second first, where it only opens; everywhere, before it seals."""
    ids, _ = seeded
    first = open_container(database_url, ENCRYPTION_KEYS=f"{OLD},{NEW}").resort()
    second = open_container(database_url, ENCRYPTION_KEYS=f"{NEW},{OLD}").resort()
    phone = PHONES[0]
    by = Actor.guest(ids[phone], door=Door.WEB)

    second.account.update_profile(ids[phone], by=by, name="Sealed anew")
    seen_by_first = first.account.guest_of_phone(phone).name
    first.account.update_profile(ids[phone], by=by, name="Sealed as before")

    assert seen_by_first == "Sealed anew"
    assert second.account.guest_of_phone(phone).name == "Sealed as before"
