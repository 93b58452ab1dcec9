from datetime import timedelta

from uuid_utils.compat import uuid7

from resortbook.domain.actor import Role
from resortbook.domain.login import Session
from tests.builders import NOON


def a_session(guest, token_hash, **facts):
    values = {
        "id": uuid7(),
        "token_hash": token_hash,
        "guest_id": guest.id,
        "is_staff": False,
        "created_at": NOON,
        "last_used_at": NOON,
        "expires_at": NOON + timedelta(days=30),
        "idle_after": timedelta(days=7),
    }
    return Session(**{**values, **facts})


def test_a_session_is_touched_and_ended(storage, world):
    guest = world.guest()
    session = a_session(guest, "one")

    with storage.begin() as work:
        work.sessions.add(session)
        work.sessions.touch(session.id, NOON + timedelta(minutes=1))
        work.sessions.end(session.id, NOON + timedelta(minutes=2))
        work.sessions.end(session.id, NOON + timedelta(minutes=3))
        work.commit()

    found, _ = storage.reads.people.session("one")
    assert found.last_used_at == NOON + timedelta(minutes=1)
    assert found.ended_at == NOON + timedelta(minutes=2)
    assert storage.reads.people.session("two") is None


def test_all_sessions_of_one_person_are_ended(storage, world):
    guest, other = world.guest(), world.guest()

    with storage.begin() as work:
        for name in ("one", "two"):
            work.sessions.add(a_session(guest, name))
        work.sessions.add(a_session(guest, "over", expires_at=NOON))
        work.sessions.add(a_session(other, "other"))

        assert work.sessions.end_all(guest.id, NOON) == 2
        assert work.sessions.end_all(guest.id, NOON) == 0
        work.commit()

    assert storage.reads.people.session("other")[0].ended_at is None


def test_staff_are_told_by_name_and_a_role_can_be_taken_away(storage, world):
    people = [world.guest(name=name) for name in ("Zoë", "ana", "Émile")]

    with storage.begin() as work:
        for person in people:
            work.staff.set_role(person.id, Role.STAFF, at=NOON)
        assert [member.name for member in work.staff.all()] == ["ana", "Émile", "Zoë"]
        assert work.staff.remove(people[0].id)
        assert not work.staff.remove(people[0].id)
        assert work.staff.role_of(people[0].id) is None
        work.commit()

    assert len(storage.reads.people.staff()) == 2
    assert storage.reads.people.person(people[0].id).role is Role.GUEST
    assert storage.reads.people.person(uuid7()) is None
