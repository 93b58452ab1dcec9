from datetime import timedelta

import pytest
from uuid_utils.compat import uuid7

from resortbook.domain.login import SignInCode
from tests.builders import NOON

PHONE, OTHER = "+14155550123", "+14155550124"


def a_code(code="123456", *, phone=PHONE, at=NOON, address="203.0.113.9"):
    return SignInCode(
        id=uuid7(),
        phone=phone,
        code=code,
        client_address=address,
        created_at=at,
        expires_at=at + timedelta(minutes=5),
    )


@pytest.fixture
def add(storage):
    def add_(*codes):
        with storage.begin() as work:
            for code in codes:
                work.codes.add(code)
            work.commit()

    return add_


@pytest.fixture
def take_try(storage):
    def take_try_(code, *, phone=PHONE, now=NOON):
        with storage.begin() as work:
            matched = work.codes.take_try(phone, code, now=now)
            work.commit()
        return matched

    return take_try_


def test_the_right_code_matches_once(storage, add, take_try):
    code = a_code()
    add(code)

    answers = [take_try("000000"), take_try("123456"), take_try("123456")]

    assert answers == [False, True, False]
    with storage.begin() as work:
        assert work.codes.find(code.id) is None


def test_a_code_is_worth_nothing_for_another_phone_or_after_its_time(add, take_try):
    add(a_code())

    assert not take_try("123456", phone=OTHER)
    assert not take_try("123456", now=NOON + timedelta(minutes=5))
    assert take_try("123456", now=NOON + timedelta(minutes=4, seconds=59))


def test_a_new_code_ends_the_one_before(storage, add, take_try):
    first, second = a_code("111111"), a_code("222222")
    add(first, a_code("333333", phone=OTHER), second)

    assert not take_try("111111")
    assert take_try("222222")
    assert take_try("333333", phone=OTHER)
    with storage.begin() as work:
        assert work.codes.find(first.id) is None


def test_fifty_wrong_tries_at_once_get_five_and_the_right_code_comes_too_late(
    world, add, take_try, at_once
):
    add(a_code())

    answers = at_once(lambda number: take_try(f"{number:06}"), threads=50)

    assert answers == [False] * 50
    assert not take_try("123456")
    assert world.rows("SELECT attempts FROM sign_in_codes") == [(5,)]
    assert world.rows("SELECT count(*) FROM sign_in_wrong_tries") == [(51,)]


def test_ten_right_tries_at_once_match_once(add, take_try, at_once):
    add(a_code())

    answers = at_once(lambda _: take_try("123456"), threads=10)

    assert sorted(answers) == [False] * 9 + [True]


def test_requests_are_counted_by_phone_by_address_and_in_all(storage, add):
    times = [NOON + timedelta(minutes=minute) for minute in range(4)]
    add(
        a_code(at=times[0]),
        a_code(at=times[1], phone=OTHER),
        a_code(at=times[2], address="2001:db8::1"),
        a_code(at=times[3]),
    )
    since = NOON - timedelta(minutes=1)

    with storage.begin() as work:
        nth = work.codes.nth_request
        assert nth(2, since=since, phone=PHONE) == times[2]
        assert nth(3, since=since, phone=PHONE) == times[0]
        assert nth(3, since=NOON, phone=PHONE) is None
        assert nth(3, since=since, client_address="203.0.113.9") == times[0]
        assert nth(4, since=since) == times[0]
        assert nth(5, since=since) is None


def test_wrong_tries_are_counted_without_any_code_too(storage, take_try):
    for minute in range(3):
        take_try("000000", now=NOON + timedelta(minutes=minute))

    with storage.begin() as work:
        nth = work.codes.nth_wrong_try
        assert nth(1, phone=PHONE, since=NOON) == NOON + timedelta(minutes=2)
        assert nth(2, phone=PHONE, since=NOON) == NOON + timedelta(minutes=1)
        assert nth(3, phone=PHONE, since=NOON) is None
        assert nth(1, phone=OTHER, since=NOON) is None


def test_the_clear_form_goes_when_the_code_has_expired(storage, world, add):
    code = a_code()
    add(code)

    with storage.begin() as work:
        assert work.codes.forget_expired(NOON) == 0
        assert work.codes.find(code.id) is not None
        assert work.codes.forget_expired(code.expires_at) == 1
        assert work.codes.find(code.id) is None
        assert work.codes.forget_expired(code.expires_at) == 0


def test_those_who_judge_one_phone_do_so_one_after_another(storage, at_once):
    seen = []

    def judge(number):
        with storage.begin() as work:
            work.codes.serialise(PHONE)
            count = work.codes.nth_request(1, since=NOON - timedelta(days=1), phone=PHONE)
            if count is None:
                work.codes.add(a_code())
                work.commit()
                seen.append(number)

    at_once(judge, threads=8)

    assert len(seen) == 1
