"""What is written comes back the same, field by field, on both databases."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from uuid_utils.compat import uuid7

from resortbook.domain.activity import ActivityImage, Category, PricePer
from resortbook.domain.actor import Actor, Role
from resortbook.domain.booking import BookingStatus
from resortbook.domain.closing import Closing
from resortbook.domain.errors import FieldConflict, NotFound
from resortbook.domain.guest import Channel, ChannelAddress
from resortbook.domain.login import Session, SignInCode, SignInLink, StaffMember
from resortbook.domain.messages import Option, OutboundMessage
from resortbook.domain.money import Money
from resortbook.domain.note import BookingNote
from resortbook.domain.preferences import PartOfDay, Preferences
from resortbook.domain.resource import Need, Resource
from resortbook.domain.schedule import Closure, Schedule
from resortbook.domain.terms import Settlement
from tests.adapters.sql.conftest import an_answer, an_audit_entry, an_event
from tests.builders import NOON, TOMORROW, a_guest, a_rate, a_slot, an_activity

EXACT = datetime(2026, 3, 4, 5, 6, 7, 891_011, tzinfo=UTC)


def filled(entity: Any) -> Any:
    """The same entity, having made sure that each of its fields was given a telling value."""
    plain = {"", 0, None, ()}
    dull = [
        field.name
        for field in fields(entity)
        if isinstance(value := getattr(entity, field.name), str | int | tuple | None)
        and value in plain
    ]
    assert dull == [], f"these would not be missed: {dull}"
    return entity


def a_full_activity(**facts: Any) -> Any:
    return an_activity(
        "Reef Dive",
        rates=(
            a_rate("adult", "99999999.99", min_age=12, label="Adult"),
            a_rate("infant", "0.00", max_age=2, takes_seat=False),
        ),
        price_per=PricePer.SEAT,
        people_per_seat=2,
        meeting_point="Dive shop",
        requirements="Can swim",
        bring="Towel",
        min_age=10,
        min_party=2,
        max_party=8,
        arrive_minutes_before=15,
        booking_cutoff_minutes=45,
        cancellation_deadline_hours=48,
        images=(
            ActivityImage(id=uuid7(), url="/media/b.webp", alt_text="Fish", order=7),
            ActivityImage(id=uuid7(), url="/media/a.webp", alt_text="Boat", is_primary=True),
        ),
        metadata={"level": 3, "tags": ["calm", "ünï"]},
        created_at=EXACT,
        updated_at=EXACT + timedelta(days=1),
        version=3,
        **facts,
    )


def test_an_activity_comes_back_with_its_rates_and_images_in_order(storage):
    activity = filled(a_full_activity())

    with storage.begin() as work:
        work.activities.add(activity)
        work.commit()

    with storage.begin() as work:
        assert work.activities.get(activity.id) == activity
        assert work.activities.find_by_slug("reef-dive") == activity
    assert storage.reads.catalogue.activity(activity.id) == activity
    assert storage.reads.catalogue.activity("reef-dive") == activity


def test_an_activity_is_saved_with_other_rates_and_images(storage):
    was = a_full_activity()
    now = an_activity(
        id=was.id,
        rates=(a_rate("person", "70.00"), was.rates[0]),
        images=was.images[1:],
        is_active=False,
        version=4,
    )

    with storage.begin() as work:
        work.activities.add(was)
        work.activities.save(now, was=was)
        work.commit()

    with storage.begin() as work:
        assert work.activities.get(was.id) == now


def test_a_slug_that_is_taken_is_told_as_such(storage, world):
    world.activity()

    with pytest.raises(FieldConflict) as refused:
        world.activity()

    assert refused.value.details == {"field": "slug"}


def test_a_category_keeps_the_label_first_seen(storage):
    with storage.begin() as work:
        work.activities.name_category(Category(code="spa", label="Spa"))
        work.activities.name_category(Category(code="spa", label="SPA & more"))
        work.commit()

    assert storage.reads.catalogue.category_labels() == {"spa": "Spa"}


def test_a_resource_and_needs_come_back(storage, world):
    activity = world.activity()
    boat = filled(Resource(id=uuid7(), name="Boat", units=3, created_at=EXACT, version=2))
    need = filled(Need(resource_id=boat.id, units=2, minutes_before=5, minutes_after=10))

    with storage.begin() as work:
        work.resources.add(boat)
        work.resources.set_needs(activity.id, [need])
        work.commit()

    with storage.begin() as work:
        assert work.resources.get(boat.id) == boat
        assert work.resources.needs_of([activity.id]) == {activity.id: (need,)}


def test_a_closing_comes_back(storage, world):
    slots = sorted(world.slot().id for _ in range(2))
    by = Actor.staff(uuid7())
    closing = Closing(id=uuid7(), reason="Storm", by=by, closed_at=EXACT)

    with storage.begin() as work:
        work.closings.add(closing, slots)
        work.commit()

    with storage.begin() as work:
        assert work.closings.unfinished() == [closing]
        assert work.closings.slot_ids(closing.id) == slots
        assert work.closings.is_closing(slots[0])
        work.closings.finish(closing.id, at=EXACT)
        assert work.closings.unfinished() == []


def test_a_slot_comes_back(storage, world):
    activity = world.activity()
    schedule = a_schedule(activity)
    slot = filled(
        a_slot(
            activity,
            EXACT,
            booked_count=4,
            lane="boat two",
            closed_reason="Storm",
            schedule_id=schedule.id,
            version=5,
            uses_resources=True,
            planned_start=TOMORROW,
        )
    )
    boat = Resource(id=uuid7(), name="The boat", units=2, created_at=EXACT)

    with storage.begin() as work:
        work.resources.add(boat)
        work.resources.set_needs(activity.id, [Need(resource_id=boat.id)])
        work.schedules.add(schedule)
        assert work.slots.add_missing([slot]) == [slot]
        work.commit()

    assert world.slot_now(slot) == slot


def test_a_slot_that_is_there_is_not_made_again(storage, world):
    slot = world.slot()
    twin = replace(slot, id=uuid7())
    other_lane = replace(slot, id=uuid7(), lane="boat two")

    with storage.begin() as work:
        inserted = work.slots.add_missing([twin, other_lane])
        work.commit()

    assert inserted == [other_lane]


def test_times_of_any_zone_come_back_as_the_same_moment_in_utc(storage, world):
    in_nepal = datetime(2026, 10, 16, 9, 45, tzinfo=timezone(timedelta(hours=5, minutes=45)))

    slot = world.slot(start=in_nepal)

    found = world.slot_now(slot).start_time
    assert found == in_nepal
    assert found.tzinfo is UTC


def a_schedule(activity: Any) -> Schedule:
    return Schedule(
        id=uuid7(),
        activity_id=activity.id,
        rrule="FREQ=WEEKLY;BYDAY=MO,WE",
        times=(time(9, 0), time(14, 30)),
        starts_on=date(2026, 12, 1),
        ends_on=date(2026, 12, 31),
        capacity=6,
        lane="boat two",
        except_dates=(date(2026, 12, 25),),
        filled_until=date(2026, 12, 20),
        created_at=EXACT,
    )


def test_a_schedule_comes_back_and_is_found_by_what_it_says(storage, world):
    schedule = filled(a_schedule(world.activity()))
    changed = replace(schedule, ends_on=None, filled_until=None)

    with storage.begin() as work:
        work.schedules.add(schedule)
        assert work.schedules.get(schedule.id) == schedule
        assert work.schedules.find_same(replace(schedule, id=uuid7())) == schedule
        assert work.schedules.find_same(replace(schedule, times=(time(9, 0),))) is None
        assert work.schedules.open_ended() == []
        work.schedules.save(changed)
        assert work.schedules.open_ended() == [changed]
        with pytest.raises(NotFound):
            work.schedules.get(uuid7())


def test_a_closure_comes_back_when_it_touches_the_stretch(storage, world):
    closure = Closure(
        id=uuid7(),
        activity_id=world.activity().id,
        starts_at=NOON,
        ends_at=TOMORROW,
        reason="Storm",
        created_at=EXACT,
    )

    with storage.begin() as work:
        work.closures.add(filled(closure))

        assert work.closures.between(NOON - timedelta(days=1), NOON) == []
        assert work.closures.between(NOON, NOON + timedelta(hours=1)) == [closure]
        assert work.closures.between(TOMORROW, TOMORROW + timedelta(days=1)) == []


def test_a_booking_comes_back_with_its_lines_in_order(storage, world):
    activity = world.activity(
        rates=(a_rate("adult", "80.00"), a_rate("child", "40.50"), a_rate("baby", "0.00"))
    )
    slot, guest = world.slot(activity), world.guest()
    placement = world.placement(slot, guest=guest)
    booking = replace(
        placement.booking,
        party={"child": 2, "adult": 1},
        status=BookingStatus.CANCELLED,
        special_requests="Vegetarian, please: 🥗",
        lead_name="Zoë Ångström",
        room="Villa 7",
        settlement=Settlement.COMP,
        expires_at=None,
        confirmed_at=EXACT,
        cancelled_at=EXACT + timedelta(hours=1),
        cancellation_reason="Ill",
        checked_in_at=EXACT + timedelta(hours=2),
        checked_in_count=3,
        is_private=True,
        group_id=uuid7(),
        external_ref="FO-77",
        metadata={"table": 4},
        version=9,
        lines=tuple(reversed(placement.booking.lines)),
    )
    filled(replace(booking, expires_at=EXACT))

    storage.place(replace(placement, booking=booking))

    assert world.booking_now(booking) == booking
    assert list(world.booking_now(booking).party) == ["child", "adult"]
    detail = storage.reads.sales.booking(booking.id)
    assert detail.booking == booking
    assert detail.slot == world.slot_now(slot)
    assert detail.activity.slug == activity.slug
    with storage.begin() as work:
        assert work.bookings.find_id(booking.reference) == booking.id


def test_a_booking_is_saved_with_other_lines_and_words(storage, world):
    slot = world.slot()
    was = world.booking(slot, lead_name="Ana Ruiz")
    line = replace(was.lines[0], quantity=3)
    now = replace(was, lines=(line, *was.lines), lead_name="Bo Lind", version=2)

    with storage.begin() as work:
        work.bookings.save(now, was=was)
        work.commit()

    assert world.booking_now(was) == now
    assert world.rows("SELECT count(*) FROM booking_words") == [(2,)]


def test_a_note_is_kept(storage, world):
    booking = world.booking(world.slot())
    note = BookingNote(
        id=uuid7(), booking_id=booking.id, author_id=uuid7(), body="Late", created_at=EXACT
    )

    with storage.begin() as work:
        work.notes.add(filled(note))
        work.commit()

    assert world.rows("SELECT count(*) FROM booking_notes") == [(1,)]


def test_a_guest_comes_back_and_is_found_by_any_address(storage):
    phone = ChannelAddress(
        id=uuid7(),
        channel=Channel.PHONE,
        value="+14155550123",
        last_inbound_at=EXACT,
        opted_out_at=EXACT + timedelta(days=1),
    )
    scoped = ChannelAddress(id=uuid7(), channel=Channel.WHATSAPP_ID, value="US.ABC123")
    guest = a_guest(name="Zoë", room="12", language="sv", addresses=(scoped, phone))
    guest = filled(replace(guest, created_at=EXACT, erased_at=EXACT))

    with storage.begin() as work:
        work.guests.add(guest)
        work.commit()

    with storage.begin() as work:
        assert work.guests.get(guest.id) == guest
        assert work.guests.find_by_address(Channel.PHONE, "+14155550123") == guest
        assert work.guests.find_by_address(Channel.WHATSAPP_ID, "US.ABC123") == guest
        assert work.guests.find_by_address(Channel.PHONE, "US.ABC123") is None
    assert storage.reads.sales.guests_of([guest.id, uuid7()]) == {guest.id: guest}


def test_a_guest_is_saved_with_other_addresses(storage, world):
    was = world.guest("+14155550123", name="Ana")
    address = replace(was.addresses[0], opted_out_at=EXACT)
    now = replace(was, name="Ana Ruiz", room="9", addresses=(address,), updated_at=EXACT)

    with storage.begin() as work:
        work.guests.save(now)
        work.commit()

    assert storage.reads.sales.guests_of([was.id]) == {was.id: now}


def test_a_number_that_another_guest_has_is_told_as_such(world):
    world.guest("+14155550123")

    with pytest.raises(FieldConflict) as refused:
        world.guest("+14155550123")

    assert refused.value.details == {"field": "phone"}


def test_preferences_come_back_and_are_written_over(storage, world):
    guest = world.guest()
    preferences = Preferences(
        guest_id=guest.id,
        preferred_categories=("spa", "watersports"),
        preferred_times=(PartOfDay.EVENING, PartOfDay.MORNING),
        budget_min=Money(500),
        budget_max=Money(123_456),
        interests="Turtles",
        last_updated=EXACT,
    )

    for given in (Preferences(guest_id=guest.id, interests="Rays"), filled(preferences)):
        with storage.begin() as work:
            assert work.preferences.get(uuid7()).interests == ""
            work.preferences.put(given)
            work.commit()

    assert storage.reads.people.preferences(guest.id) == preferences


def test_a_session_comes_back_with_whose_it_is(storage, world):
    guest = world.guest("+14155550123", name="Dana", room="1", language="en")
    session = Session(
        id=uuid7(),
        token_hash="t" * 64,
        guest_id=guest.id,
        is_staff=True,
        created_at=EXACT,
        last_used_at=EXACT + timedelta(minutes=1),
        expires_at=EXACT + timedelta(days=30),
        idle_after=timedelta(days=7),
        ended_at=EXACT + timedelta(minutes=2),
    )

    with storage.begin() as work:
        work.sessions.add(filled(session))
        work.staff.set_role(guest.id, Role.STAFF, at=EXACT)
        work.staff.set_role(guest.id, Role.ADMIN, at=NOON)
        assert work.staff.role_of(guest.id) is Role.ADMIN
        work.commit()

    found, person = storage.reads.people.session("t" * 64)
    assert found == session
    assert person == storage.reads.people.person(guest.id)
    assert (person.phone, person.name, person.room, person.language, person.role) == (
        "+14155550123",
        "Dana",
        "1",
        "en",
        Role.ADMIN,
    )
    member = StaffMember(
        guest_id=guest.id,
        phone="+14155550123",
        name="Dana",
        role=Role.ADMIN,
        created_at=EXACT,
    )
    assert storage.reads.people.staff() == [member]


def test_a_link_opens_once_and_in_time(storage, world):
    guest = world.guest()
    link = SignInLink(
        token_hash="l" * 64,
        guest_id=guest.id,
        created_at=NOON,
        expires_at=NOON + timedelta(minutes=30),
    )

    with storage.begin() as work:
        work.links.add(link)

        assert work.links.use("l" * 64, now=link.expires_at) is None
        assert work.links.use("l" * 64, now=NOON) == guest.id
        assert work.links.use("l" * 64, now=NOON) is None
        assert work.links.use("unknown", now=NOON) is None


def test_a_code_comes_back_without_the_address_that_asked_for_it(storage):
    code = SignInCode(
        id=uuid7(),
        phone="+14155550123",
        code="012345",
        client_address="203.0.113.9",
        created_at=EXACT,
        expires_at=EXACT + timedelta(minutes=5),
    )

    with storage.begin() as work:
        work.codes.add(filled(code))

        # Only its hash is stored: nothing but the count of requests needs it.
        assert work.codes.find(code.id) == replace(code, client_address="")


def test_an_event_comes_back_when_it_is_claimed(storage):
    event = an_event(
        version=3,
        guest_id=uuid7(),
        created_at=EXACT,
        due_at=EXACT + timedelta(hours=1),
        request_id="r-1",
    )
    silent = an_event(notify=False, due_at=EXACT)
    token = uuid7()

    with storage.begin() as work:
        work.outbox.add(filled(event))
        work.outbox.add(silent)
        claimed = work.outbox.claim_due(NOON, limit=9, lease=timedelta(minutes=1), token=token)

    assert [one.event for one in claimed] == [silent, event]
    assert {(one.attempts, one.token) for one in claimed} == {(0, token)}


def test_a_message_comes_back_as_the_one_kept_for_its_event(storage, world):
    message = OutboundMessage(
        id=uuid7(),
        event_id=uuid7(),
        guest_id=world.guest().id,
        channel="phone",
        address="+14155550123",
        kind="sign_in_code",
        body="Your code is 012345",
        buttons=(Option(id="yes", title="Yes", description="Go"),),
        rows=(Option(id="1", title="One"), Option(id="2", title="Two")),
        template="HX1",
        variables={"1": "012345"},
        created_at=EXACT,
    )

    with storage.begin() as work:
        assert work.messages.add_outbound(filled(message)) == message
        again = replace(message, id=uuid7(), body="Something else")
        assert work.messages.add_outbound(again) == message


def test_a_kept_answer_comes_back_until_its_time(storage):
    answer = filled(an_answer(body=b"\x00\xff{}"))

    with storage.begin() as work:
        work.answers.add(answer)
        assert work.answers.find(answer.owner, answer.key, now=NOON) == answer
        assert work.answers.find(answer.owner, answer.key, now=answer.expires_at) is None
        assert work.answers.drop_expired(answer.expires_at) == 1
        assert work.answers.find(answer.owner, answer.key, now=NOON) is None


def test_an_audit_entry_is_written_whole(storage, world):
    entry = an_audit_entry(changed=("status", "party"), reason="lapsed", request_id="r-1")

    with storage.begin() as work:
        work.audit.add(filled(entry))
        work.commit()

    row = world.rows(
        "SELECT actor_kind, door, action, subject_kind, reason, request_id FROM audit"
    )
    assert row == [("guest", "web", "booking.create", "booking", "lapsed", "r-1")]
