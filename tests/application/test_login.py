import re
from datetime import timedelta

import pytest
from uuid_utils.compat import uuid7

from resortbook.domain.actor import Actor, Role
from resortbook.domain.errors import (
    AuthRequired,
    InvalidCode,
    InvalidPhone,
    RateLimited,
    SessionExpired,
)
from resortbook.domain.guest import Channel, ChannelAddress

PHONE = "+14155550123"


def code_for(resort, phone=PHONE, address="10.0.0.1"):
    resort.login.request_code(phone, client_address=address)
    resort.clockwork.relay.sweep()
    told = resort.transcript(phone)[-1].body
    return told[:6] if re.match(r"\d{6} ", told) else ""


def wrong(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_a_code_signs_a_new_guest_in_once(resort):
    code = code_for(resort)

    signed_in = resort.login.verify_code(" +1 (415) 555-0123", code)
    with pytest.raises(InvalidCode):
        resort.login.verify_code(PHONE, code)

    assert signed_in.person.phone == PHONE
    assert signed_in.person.role is Role.GUEST
    assert resort.sessions.signed_in(signed_in.token).person == signed_in.person


def test_the_same_phone_is_the_same_guest(resort, clock):
    first = resort.login.verify_code(PHONE, code_for(resort)).person
    clock.advance(seconds=31)

    assert resort.login.verify_code(PHONE, code_for(resort)).person.id == first.id


def test_a_code_dies_after_five_minutes(resort, clock):
    code = code_for(resort)

    clock.advance(minutes=5)

    with pytest.raises(InvalidCode):
        resort.login.verify_code(PHONE, code)


def test_a_new_code_ends_the_one_before(resort, clock):
    first = code_for(resort)
    clock.advance(seconds=31)
    second = code_for(resort)

    if first != second:
        with pytest.raises(InvalidCode):
            resort.login.verify_code(PHONE, first)
    assert resort.login.verify_code(PHONE, second).person.phone == PHONE


def test_the_right_code_on_the_sixth_try_is_refused(resort):
    code = code_for(resort)

    for _ in range(5):
        with pytest.raises(InvalidCode):
            resort.login.verify_code(PHONE, wrong(code))

    with pytest.raises(InvalidCode):
        resort.login.verify_code(PHONE, code)


def test_requests_for_a_phone_are_limited_by_three_windows(resort, clock):
    waits = []
    for pause in (0, 10, 20, 30, 30):
        clock.advance(seconds=pause)
        try:
            resort.login.request_code(PHONE, client_address="10.0.0.1")
            waits.append(0)
        except RateLimited as limited:
            waits.append(limited.retry_after_seconds)

    assert waits == [0, 20, 0, 0, 15 * 60 - 90]


def test_ten_codes_a_day_are_enough_for_a_phone(resort, clock):
    for _ in range(10):
        resort.login.request_code(PHONE, client_address="10.0.0.1")
        clock.advance(minutes=15)

    with pytest.raises(RateLimited) as limited:
        resort.login.request_code(PHONE, client_address="10.0.0.1")

    assert limited.value.retry_after_seconds == 24 * 3600 - 150 * 60


def test_requests_from_an_address_are_limited_by_the_hour(open_container, sqlite_url):
    resort = open_container(sqlite_url, OTP_PER_ADDRESS_PER_HOUR="2").resort()
    for number in ("+14155550101", "+14155550102"):
        resort.login.request_code(number, client_address="10.0.0.1")

    with pytest.raises(RateLimited):
        resort.login.request_code("+14155550103", client_address="10.0.0.1")

    resort.login.request_code("+14155550103", client_address="10.0.0.2")


def test_twenty_wrong_codes_close_the_phone_until_they_are_a_day_old(resort, clock):
    start = clock.now()
    for _ in range(4):
        code = code_for(resort)
        for _ in range(5):
            with pytest.raises(InvalidCode):
                resort.login.verify_code(PHONE, wrong(code))
        clock.advance(minutes=16)

    with pytest.raises(RateLimited):
        resort.login.request_code(PHONE, client_address="10.0.0.1")
    clock.at = start + timedelta(hours=24, seconds=1)

    assert resort.login.verify_code(PHONE, code_for(resort)).person.phone == PHONE


@pytest.mark.parametrize(
    "phone",
    ["4155550123", "+1", "+1415555012345678", "", "+1800FLOWERS", "+\uff11\uff14155550123"],
)
def test_what_is_no_phone_is_refused(open_container, sqlite_url, phone):
    resort = open_container(sqlite_url).resort()

    with pytest.raises(InvalidPhone):
        resort.login.request_code(phone, client_address="10.0.0.1")


def test_countries_that_are_not_served_are_refused(open_container, sqlite_url):
    resort = open_container(sqlite_url, OTP_COUNTRIES="MX,US").resort()

    with pytest.raises(InvalidPhone):
        resort.login.request_code("+442071838750", client_address="10.0.0.1")
    resort.login.request_code(PHONE, client_address="10.0.0.1")


def test_a_guests_session_idles_out_after_a_week_and_ends_after_thirty_days(resort, clock):
    token = resort.login.verify_code(PHONE, code_for(resort)).token
    for _ in range(4):
        clock.advance(days=7, seconds=-1)
        resort.sessions.signed_in(token)

    clock.advance(days=2, seconds=4)

    with pytest.raises(SessionExpired):
        resort.sessions.signed_in(token)


def test_an_idle_session_is_over(resort, clock):
    token = resort.login.verify_code(PHONE, code_for(resort)).token

    clock.advance(days=7)

    with pytest.raises(SessionExpired):
        resort.sessions.signed_in(token)


def test_staff_have_shorter_sessions(resort, clock):
    resort.staff.add(PHONE, name="Dana", role=Role.ADMIN, by=Actor.operator())
    signed_in = resort.login.verify_code(PHONE, code_for(resort))

    clock.advance(hours=2)

    assert signed_in.person.role is Role.ADMIN
    with pytest.raises(SessionExpired):
        resort.sessions.signed_in(signed_in.token)


def test_ending_all_sessions_ends_every_one(resort, clock):
    first = resort.login.verify_code(PHONE, code_for(resort))
    clock.advance(minutes=1)
    second = resort.login.verify_code(PHONE, code_for(resort))

    resort.sessions.end_all(first.person.id)

    for token in (first.token, second.token):
        with pytest.raises(SessionExpired):
            resort.sessions.signed_in(token)


def test_a_token_that_never_was_is_no_session(resort):
    with pytest.raises(AuthRequired):
        resort.sessions.signed_in("\ud800 made up")


def test_a_link_signs_in_once_within_half_an_hour(resort, clock):
    token = resort.login.new_link(PHONE, by=Actor.operator())
    late = resort.login.new_link(PHONE, by=Actor.operator())

    signed_in = resort.login.use_link(token)
    with pytest.raises(SessionExpired):
        resort.login.use_link(token)
    clock.advance(minutes=30)
    with pytest.raises(SessionExpired):
        resort.login.use_link(late)

    assert signed_in.person.phone == PHONE


@pytest.fixture
def link_for(container, resort):
    def link_for_(guest, reference=None):
        with container.storage().begin() as work:
            now = resort.clock.now()
            link = resort.login.link_for(work, guest.id, reference=reference, now=now)
            work.commit()
        return link

    return link_for_


def test_the_links_of_the_chat_lead_to_the_web_app_or_to_a_booking(resort, given, link_for):
    guest = given.guest(PHONE)

    plain, booking = link_for(guest), link_for(guest, "ABCD2345")

    address, _, token = plain.partition("/link#token=")
    assert address == resort.facts.web_app_url
    assert resort.login.use_link(token).person.id == guest.id
    assert booking.endswith("&booking=ABCD2345")
    token = booking.partition("#token=")[2].removesuffix("&booking=ABCD2345")
    assert resort.login.use_link(token).person.id == guest.id


def test_a_guest_without_a_number_signs_in_by_the_chats_link(resort, given, link_for):
    scoped = ChannelAddress(id=uuid7(), channel=Channel.WHATSAPP_ID, value="US.ABC123")
    guest = given.guest(None, addresses=(scoped,))

    signed_in = resort.login.use_link(link_for(guest).partition("#token=")[2])

    assert signed_in.person.id == guest.id
    assert signed_in.person.phone is None


def test_a_link_of_a_unit_that_failed_opens_nothing(container, resort, given):
    guest = given.guest(PHONE)
    with container.storage().begin() as work:
        link = resort.login.link_for(work, guest.id, reference=None, now=resort.clock.now())

    with pytest.raises(SessionExpired):
        resort.login.use_link(link.partition("#token=")[2])


def test_only_a_hash_of_a_link_is_kept(container, given, link_for):
    token = link_for(given.guest(PHONE)).partition("#token=")[2]

    with container.storage().engine.connect() as connection:
        for table in ("sign_in_links", "audit", "outbox"):
            assert token not in str(connection.exec_driver_sql(f"SELECT * FROM {table}").all())


def test_a_clock_that_is_moved_back_locks_nobody_out(resort, clock):
    clock.advance(days=3)
    for _ in range(3):
        resort.login.request_code(PHONE, client_address="10.0.0.1")
        clock.advance(seconds=31)

    clock.advance(days=-3)

    assert resort.login.verify_code(PHONE, code_for(resort)).person.phone == PHONE
