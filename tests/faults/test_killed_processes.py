"""Processes are killed between two steps: nothing is lost, nothing is done or told twice."""

import pytest

from tests.apps.worker.conftest import PHONE, await_true, in_days
from tests.faults.clients import NOTHING, book, book_until_answered, request

LEASE_OVER = "+61s"
every_point = pytest.mark.every_point


@pytest.mark.parametrize(
    "point",
    [
        pytest.param("before Placing.place", marks=every_point),
        "after Placing.place",
        pytest.param("before answer", marks=every_point),
    ],
)
def test_an_api_that_dies_while_it_books_is_followed_by_one_that_knows_what_was_done(
    house, pause_at, guests, given, token_of, all_is_well, ask_all, together, point
):
    (guest,) = guests(1)
    token, slot = token_of(guest), given.slot(start=in_days(3))
    pause = pause_at(point)
    api, _ = house.start("api", **pause.settings), house.start("worker")
    house.await_ready(api)

    first, _ = together(lambda: book(api, slot, token), pause.kill)
    status, booking = book_until_answered(api, slot, token)

    assert (first, status) == (NOTHING, 201)
    assert ask_all("SELECT id::text FROM bookings") == [booking["id"]]
    assert ask_all("SELECT booked_count FROM time_slots") == [1]
    all_is_well()


@pytest.mark.parametrize(
    "point",
    [
        pytest.param("before ReceptionService.receive", marks=every_point),
        "after ReceptionService.receive",
        pytest.param("before answer", marks=every_point),
    ],
)
def test_a_webhook_that_dies_is_called_again_and_the_message_is_answered_once(
    house, pause_at, fake, sent, all_is_well, together, point
):
    pause = pause_at(point)
    port = int(house.settings["PUBLIC_URL"].rpartition(":")[2])
    webhooks = house.start("whatsapp", port=port, **pause.settings)
    house.start("worker")
    house.await_ready(webhooks)
    said = fake.phone(PHONE).text("hello")
    url = f"{house.settings['PUBLIC_URL']}/webhooks/whatsapp"

    def is_taken():
        try:
            return fake.webhook(url, said).status == 200
        except OSError:
            return False

    first, _ = together(is_taken, pause.kill)
    again = await_true(is_taken, seconds=40)

    assert (first, again) == (False, True)
    assert len(sent(1)) == 1
    all_is_well()


@pytest.mark.parametrize(
    "point",
    [
        pytest.param("after RelayService._claim", marks=every_point),
        pytest.param("before Courier.carry", marks=every_point),
        pytest.param("after Courier.carry", marks=every_point),
        pytest.param("before Courier._send", marks=every_point),
        pytest.param("after Courier._send", marks=every_point),
        "before Courier._note_sent",
        pytest.param("after Courier._note_sent", marks=every_point),
        pytest.param("before RelayService._deliver", marks=every_point),
        pytest.param("after RelayService._deliver", marks=every_point),
    ],
)
def test_a_worker_that_dies_over_a_message_leaves_it_to_be_sent_exactly_once(
    house, pause_at, guests, given, all_is_well, fake, point
):
    slot = given.slot(start=in_days(3))
    for guest in guests(3):
        given.hold(slot, guest=guest)
    number = 1 if "_claim" in point else 2  # all are claimed at once
    pause = pause_at(point, number=number)

    house.start("worker", **pause.settings)
    pause.kill()
    house.move_clock(LEASE_OVER)
    house.start("worker")

    all_is_well()
    assert sorted(message.to for message in fake.messages) == sorted(
        f"whatsapp:+1415555{number}" for number in (1000, 1001, 1002)
    )


@every_point
def test_a_worker_that_dies_is_made_good_within_ninety_seconds_of_real_time(
    house, pause_at, guests, given, all_is_well, fake
):
    pause = pause_at("before Courier._note_sent")
    workers = [house.start("worker", **pause.settings), house.start("worker")]
    for worker in workers:
        house.await_ready(worker)
    slot = given.slot(start=in_days(3))
    for guest in guests(3):
        given.hold(slot, guest=guest)

    pause.kill()
    took = all_is_well(seconds=90)

    print(f"all was made good after {took:.0f} s")
    assert len(fake.messages) == 3


@pytest.mark.parametrize(
    "point",
    [
        pytest.param("after ReceptionService._claim", marks=every_point),
        pytest.param("after Changing._attempt", marks=every_point),
        "before ReceptionService._close",
        pytest.param("after ReceptionService._close", marks=every_point),
    ],
)
def test_a_yes_whose_worker_dies_confirms_once_and_is_answered_once(
    house, pause_at, fake, given, container, sent, all_is_well, ask_all, point
):
    activity = given.activity("Parasailing", slug="parasailing")
    given.slot(activity, start=in_days(1))
    port = int(house.settings["PUBLIC_URL"].rpartition(":")[2])
    for program in [house.start("whatsapp", port=port), house.start("worker")]:
        house.await_ready(program)
    house.webhook(fake.phone(PHONE).text("parasailing tomorrow for 1"))
    held = sent(1)
    first = house.started[-1]
    assert first.end() == 0

    pause = pause_at(point)
    house.start("worker", **pause.settings)
    house.webhook(fake.phone(PHONE).text("yes"))
    pause.kill()
    house.move_clock(LEASE_OVER)
    house.start("worker")
    texts = sent(2, seconds=60)

    print(held, texts)
    assert ask_all("SELECT status FROM bookings") == ["confirmed"]
    assert ask_all("SELECT count(*) FROM audit WHERE action = 'booking.confirm'") == [1]
    all_is_well()
    assert len(fake.sent_to(PHONE)) == 2


@pytest.mark.parametrize(
    "point",
    [
        pytest.param("before ExpiryService._alone", marks=every_point),
        "after ExpiryService._alone",
    ],
)
def test_a_leader_that_dies_in_the_middle_of_its_work_is_followed_by_another(
    house, pause_at, guests, given, all_is_well, ask_all, point
):
    slot, pause = given.slot(start=in_days(3)), pause_at(point, number=2)
    for guest in guests(5):
        given.hold(slot, guest=guest)
    house.start("worker")
    all_is_well()
    assert house.started[-1].end() == 0

    house.start("worker", **pause.settings)
    house.move_clock("+31m")
    pause.kill()
    house.move_clock("+33m")
    house.start("worker")
    ended = await_true(
        lambda: ask_all("SELECT count(*) FROM bookings WHERE status = 'expired'") == [5],
        seconds=60,
    )

    assert ended
    assert ask_all("SELECT booked_count FROM time_slots") == [0]
    all_is_well()


@pytest.fixture
def full(given, guests, resort, web):
    """A departure that six guests have booked, and nobody else can."""
    slot = given.slot(start=in_days(3), capacity=6)
    for guest in guests(6):
        held = given.hold(slot, guest=guest)
        resort.bookings.confirm_booking(held.booking.id, by=web(guest))
    return slot


@pytest.mark.parametrize(
    "point",
    [
        pytest.param("after ClosingService.close_slot", marks=every_point),
        pytest.param("before ClosingService._cancel_for", marks=every_point),
        "after ClosingService._cancel_for",
        pytest.param("before ClosingService._finish", marks=every_point),
    ],
)
def test_a_full_departure_whose_calling_off_is_broken_off_is_called_off_for_everybody(
    house, pause_at, full, staff_token, all_is_well, ask_all, point, together
):
    number = 3 if "_cancel_for" in point else 1
    pause = pause_at(point, number=number)
    desk = staff_token()
    api = house.started_well("api", **pause.settings)

    def close():
        path = f"/api/v1/staff/slots/{full.id}/close/"
        return request(api, path, {"reason": "high wind"}, token=desk)

    first, _ = together(close, pause.kill)
    house.start("worker")
    done = await_true(
        lambda: ask_all("SELECT count(*) FROM closings WHERE finished_at IS NULL") == [0],
        seconds=60,
    )

    assert (first, done) == (NOTHING, True)
    assert ask_all("SELECT DISTINCT status FROM bookings") == ["cancelled"]
    assert ask_all("SELECT booked_count FROM time_slots") == [0]
    all_is_well()
    told = ask_all("SELECT count(*) FROM outbound_messages WHERE kind = 'SlotClosed'")
    assert told == [6]
