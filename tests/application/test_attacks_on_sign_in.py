"""Guessing, spending twice, and listening for who is known: signing in gives nothing away."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import event, text

from resortbook.domain.actor import Actor
from resortbook.domain.errors import InvalidCode, RateLimited, SessionExpired, Unavailable

PHONE, OTHER = "+14155550123", "+14155550124"
TRIES = 200
LATER: set[Any] = {RateLimited, Unavailable}


@pytest.fixture
def code_of(resort):
    """Ask for a code, and read it where the phone would show it."""

    def ask(phone=PHONE):
        resort.login.request_code(phone, client_address="198.51.100.7")
        resort.clockwork.deliver()
        [line] = resort.transcript(phone)
        return re.findall(r"\b\d{6}\b", line.body)[0]

    return ask


def outcomes(call: Callable[[int], Any], *, times: int) -> list[Any]:
    """Call from that many threads at the same moment; return what each returned or raised."""
    start = Barrier(times)

    def one(number: int) -> Any:
        start.wait()
        try:
            return call(number)
        except (InvalidCode, RateLimited, SessionExpired, Unavailable) as error:
            return type(error)

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def judged(container):
    with container.storage().engine.connect() as connection:
        return connection.scalar(text("SELECT max(attempts) FROM sign_in_codes"))


def test_of_two_hundred_tries_at_once_five_are_judged_and_none_is_taken_afterwards(
    container, resort, code_of
):
    code = code_of()
    wrong = [f"{number:06}" for number in range(TRIES + 1) if f"{number:06}" != code]

    found = outcomes(lambda n: resort.login.verify_code(PHONE, wrong[n]), times=TRIES)

    assert found
    assert set(found) <= LATER | {InvalidCode}
    assert judged(container) == 5
    with pytest.raises((InvalidCode, RateLimited)):
        resort.login.verify_code(PHONE, code)


def test_the_right_code_among_two_hundred_at_once_is_taken_once_at_most(
    container, resort, code_of
):
    code = code_of()

    def guess(number):
        return resort.login.verify_code(PHONE, code if number % 4 == 0 else "000000")

    found = outcomes(guess, times=TRIES)

    signed_in = [one for one in found if not isinstance(one, type)]
    assert len(signed_in) <= 1
    assert judged(container) <= 5
    with container.storage().engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM sessions")) == len(signed_in)


def asked_for(container):
    with container.storage().engine.connect() as connection:
        return connection.scalar(text("SELECT count(*) FROM sign_in_codes"))


def test_of_two_hundred_who_ask_for_a_phone_at_once_one_gets_a_code(container, resort):
    found = outcomes(
        lambda _: resort.login.request_code(PHONE, client_address="198.51.100.7"), times=TRIES
    )

    assert len([one for one in found if not isinstance(one, type)]) == 1
    assert {one for one in found if isinstance(one, type)} <= LATER
    assert asked_for(container) == 1


@pytest.mark.parametrize(
    "limit", ["OTP_PER_ADDRESS_PER_HOUR", "OTP_PER_HOUR"], ids=["an-address", "all"]
)
def test_of_two_hundred_phones_at_once_as_many_get_codes_as_the_limit_says(
    database_url, open_container, limit
):
    container = open_container(database_url, **{limit: "10"})
    login = container.resort().login

    def ask(number):
        address = "198.51.100.7" if "ADDRESS" in limit else f"198.51.100.{number}"
        return login.request_code(f"+1415555{1000 + number}", client_address=address)

    found = outcomes(ask, times=TRIES)

    let_through = len([one for one in found if not isinstance(one, type)])
    assert {one for one in found if isinstance(one, type)} <= LATER
    assert let_through == asked_for(container) == 10


def test_a_link_that_many_spend_at_once_signs_in_once(container, resort):
    token = resort.login.new_link(PHONE, by=Actor.operator())

    found = outcomes(lambda _: resort.login.use_link(token), times=20)

    assert len([one for one in found if not isinstance(one, type)]) == 1
    assert set(one for one in found if isinstance(one, type)) <= {SessionExpired, Unavailable}
    with container.storage().engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM sessions")) == 1


@pytest.fixture
def statements_of(container):
    """Return the statements that a call sends to the database."""

    def of(call):
        sent = []
        engine = container.storage().engine

        def note(_connection, _cursor, statement, *_):
            sent.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        try:
            call()
        except InvalidCode:
            sent.append("refused")
        event.remove(engine, "before_cursor_execute", note)
        return sent

    return of


def test_a_phone_that_is_known_makes_no_other_work_than_one_that_is_not(
    container, resort, given, statements_of
):
    given.guest(PHONE)

    def ask(phone):
        return lambda: resort.login.request_code(phone, client_address="198.51.100.7")

    def guess(phone):
        return lambda: resort.login.verify_code(phone, "000000")

    assert statements_of(ask(PHONE)) == statements_of(ask(OTHER))
    assert statements_of(guess(PHONE)) == statements_of(guess(OTHER))
