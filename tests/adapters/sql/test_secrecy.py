"""Nothing that tells who somebody is lies in the clear, and erasing leaves nothing of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from uuid_utils.compat import uuid7

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.tables import metadata
from resortbook.adapters.sql.tables.messages import conversations, inbound_messages
from resortbook.adapters.sql.tables.people import stays
from resortbook.domain.actor import Role
from resortbook.domain.errors import Misconfigured
from resortbook.domain.login import SignInCode, SignInLink
from resortbook.domain.messages import Option, OutboundMessage
from resortbook.domain.note import BookingNote
from resortbook.domain.preferences import Preferences
from tests.adapters.sql.conftest import CIPHER, World, an_answer
from tests.adapters.sql.test_sessions import a_session
from tests.builders import NOON

SECRETS = {
    "phone": "+14155550123",
    "name": "Philomena Quartermaine",
    "room": "Bungalow Tangerine",
    "lead": "Bartholomew Wigglesworth",
    "wish": "allergic to hazelnuts",
    "reason": "broken collarbone",
    "interests": "bioluminescent plankton",
    "note": "grumpy precaffeine",
    "code": "739164",
    "body": "see you at sunrise",
    "button": "certainly please",
    "form": "ProfileName Philly",
    "summary": "wants the helicopter",
    "last_name": "Quartermaine-Smythe",
    "address": "203.0.113.77",
    "answer": '{"lead_name": "Bartholomew"}',
}


def fill(world: World) -> World:
    """Write every secret wherever it may be written."""
    storage, s = world.storage, SECRETS
    guest = world.guest(s["phone"], name=s["name"], room=s["room"])
    slot = world.slot()
    booking = world.booking(
        slot,
        guest=guest,
        lead_name=s["lead"],
        room=s["room"],
        special_requests=s["wish"],
        answer=an_answer(owner=f"guest:{guest.id}", body=s["answer"].encode()),
    )
    code = SignInCode(
        id=uuid7(),
        phone=s["phone"],
        code=s["code"],
        client_address=s["address"],
        created_at=NOON,
        expires_at=NOON + timedelta(minutes=5),
    )
    message = OutboundMessage(
        id=uuid7(),
        event_id=uuid7(),
        guest_id=None,
        channel="phone",
        address=s["phone"],
        kind="hello",
        body=s["body"],
        buttons=(Option(id="yes", title=s["button"]),),
        variables={"1": s["name"]},
        created_at=NOON,
    )
    note = BookingNote(
        id=uuid7(), booking_id=booking.id, author_id=None, body=s["note"], created_at=NOON
    )
    link = SignInLink(
        token_hash="l", guest_id=guest.id, created_at=NOON, expires_at=NOON + timedelta(1)
    )
    with storage.begin() as work:
        work.bookings.save(
            replace(booking, cancellation_reason=s["reason"], version=2), was=booking
        )
        work.preferences.put(Preferences(guest_id=guest.id, interests=s["interests"]))
        work.notes.add(note)
        work.codes.add(code)
        work.codes.take_try(s["phone"], "000000", now=NOON)
        work.messages.add_outbound(message)
        work.sessions.add(a_session(guest, "t"))
        work.links.add(link)
        work.staff.set_role(guest.id, Role.STAFF, at=NOON)
        work.commit()
    _fill_what_has_no_port_yet(world, guest)
    return world


def _fill_what_has_no_port_yet(world, guest):
    s = SECRETS
    said = {
        "id": uuid7(),
        "provider_sid": "SM1",
        "guest_id": guest.id,
        "channel": "phone",
        "address": s["phone"],
        "address_hash": CIPHER.index(s["phone"]),
        "body": s["body"],
        "form": {"ProfileName": s["form"]},
        "received_at": NOON,
        "state": "worked",
    }
    talk = {
        "guest_id": guest.id,
        "status": "bot",
        "state": {"wish": s["wish"]},
        "summary": s["summary"],
        "version": 1,
    }
    stay = {
        "id": uuid7(),
        "guest_id": guest.id,
        "room": s["room"],
        "room_hash": CIPHER.index(s["room"]),
        "last_name": s["last_name"],
        "last_name_hash": CIPHER.index(s["last_name"]),
        "arrives_on": NOON.date(),
        "departs_on": NOON.date(),
        "external_ref": "",
    }
    with world.storage.engine.begin() as connection:
        connection.execute(inbound_messages.insert(), said)
        connection.execute(conversations.insert(), talk)
        connection.execute(stays.insert(), stay)


def everything_in(world: World) -> str:
    """Every value of every table, as the database itself holds it."""
    values = [
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for table in metadata.tables
        for row in world.rows(f"SELECT * FROM {table}")  # without the types that open it
        for value in row
    ]
    return b"\n".join(values).decode("latin-1")


def leaks(text: str) -> list[str]:
    pieces = {piece for secret in SECRETS.values() for piece in (secret, *secret.split())}
    pieces |= {secret.encode().decode("latin-1") for secret in SECRETS.values()}
    return sorted(p for p in pieces if len(p) > 4 and p.lower() in text.lower())


def test_no_personal_value_can_be_read_in_the_database(world):
    fill(world)

    text = everything_in(world)

    assert "Jet Skiing" in text
    assert leaks(text) == []


def test_no_personal_value_can_be_read_in_the_files_of_sqlite(sqlite_url, opened, tmp_path):
    fill(World(opened(sqlite_url)))

    files = [path for path in tmp_path.iterdir() if path.name.startswith("resort.sqlite")]
    text = b"".join(path.read_bytes() for path in files).decode("latin-1")

    assert "Jet Skiing" in text
    assert leaks(text) == []


def test_what_was_sealed_with_the_old_key_is_read_with_both(url, opened):
    guest = World(opened(url)).guest("+14155550123", name="Ana")

    both = Cipher([b"n" * 32, b"k" * 32], index_secret=b"the secret of these tests")
    rotated = World(opened(url, cipher=both))
    with rotated.storage.begin() as work:
        assert work.guests.get(guest.id) == guest
        work.guests.save(guest)
        work.commit()

    new = Cipher([b"n" * 32], index_secret=b"the secret of these tests")
    with opened(url, cipher=new).begin() as work:
        assert work.guests.find_by_address(guest.addresses[0].channel, "+14155550123") == guest
    with pytest.raises(Misconfigured):
        opened(url).reads.people.person(guest.id)


def test_erasing_leaves_nothing_that_tells_who_it_was(world, storage):
    fill(world)
    (guest_id,) = [row for (row,) in world.rows("SELECT id FROM guests")]
    hashes = {CIPHER.index(SECRETS[name]) for name in ("phone", "room", "last_name")}
    hashes |= set(CIPHER.words(" ".join(SECRETS.values())))
    assert any(word in everything_in(world) for word in hashes)

    with storage.begin() as work:
        work.guests.erase(_uuid(guest_id), at=NOON + timedelta(hours=1))
        work.commit()

    text = everything_in(world)
    assert [word for word in hashes if word in text] == []
    for table in ("idempotency_keys", "sessions", "sign_in_links", "staff", "conversations"):
        assert world.rows(f"SELECT count(*) FROM {table}") == [(0,)]
    guest = storage.reads.sales.guests_of([_uuid(guest_id)])[_uuid(guest_id)]
    assert (guest.name, guest.room, guest.addresses) == ("", "", ())
    assert guest.erased_at == NOON + timedelta(hours=1)
    assert _sealed_values(world) == []


def test_answers_that_the_desk_was_given_about_a_guest_go_too(world, storage):
    member = world.guest("+14155550198", name="Dana")
    guest, other = world.guest("+14155550199", name="Ana"), world.guest(None, name="Bo")
    slot = world.slot()
    sold = [world.booking(slot, guest=whose) for whose in (guest, other)]
    with storage.begin() as work:
        work.staff.set_role(member.id, Role.STAFF, at=NOON)
        for number, booking in enumerate(sold):
            body = f'{{"id": "{booking.id}"}}'.encode()
            owner = f"guest:{member.id}"
            work.answers.add(an_answer(owner=owner, key=str(number), body=body))
        work.commit()

    with storage.begin() as work:
        work.guests.erase(guest.id, at=NOON)
        work.commit()

    assert world.rows("SELECT key FROM idempotency_keys") == [("1",)]


def test_erasing_leaves_other_guests_and_the_sums_as_they_were(world, storage):
    fill(world)
    other = world.guest("+14155550199", name="Ana")
    before = world.booking(world.slot(), guest=other, lead_name="Bo")

    (guest_id,) = [
        row for (row,) in world.rows("SELECT id FROM guests") if _uuid(row) != other.id
    ]
    with storage.begin() as work:
        work.guests.erase(_uuid(guest_id), at=NOON)
        work.commit()

    assert storage.reads.sales.guests_of([other.id]) == {other.id: other}
    assert world.booking_now(before) == before
    told = storage.reads.sales.discrepancies()
    assert {one.what for one in told} == {"a message and its event"}  # it never had one


def _uuid(value):
    return type(uuid7())(str(value))


def _sealed_values(world: World) -> list[str]:
    """Whatever opens to more than nothing in an encrypted column."""
    sealed = []
    with world.storage.engine.connect() as connection:
        for table in metadata.sorted_tables:
            columns = [c for c in table.c if type(c.type).__name__.startswith("Encrypted")]
            for column in columns:
                sealed += [
                    f"{column}: {value}"
                    for value in connection.scalars(select(column))
                    if value not in ("", None, [], {})
                ]
    return sealed
