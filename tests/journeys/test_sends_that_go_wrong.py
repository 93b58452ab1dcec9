"""Messages on the real path: Twilio's real client behind our breaker, the relay, and a provider
that misbehaves.
"""

import threading
import time
from itertools import pairwise

import pytest
from dependency_injector import providers
from werkzeug.serving import make_server

from resortbook.adapters.guard.breaker import BreakerState, GuardedMessenger
from resortbook.application.pace import Pace
from resortbook.application.reception import Heard
from resortbook.domain.guest import Channel
from resortbook_whatsapp.app import create_app
from tests.fake_http.faults import garbled
from tests.fake_twilio import ACCOUNT_SID, AUTH_TOKEN, SENDER, broken, busy, cut, hang

PHONE = "+14155550123"
RESET_SECONDS = 0.05
BEFORE_RETRY = [2, 4, 8, 16, 32]


@pytest.fixture
def container(database_url, open_container):
    """The parts of a resort that has a Twilio account."""
    account = {
        "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
        "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
        "TWILIO_WHATSAPP_FROM": SENDER,
        "PUBLIC_URL": "https://resort.example",
    }
    return open_container(database_url, **account)


@pytest.fixture
def guarded(fake_twilio, messenger_at, container, clock):
    """The messenger of the resort under test, with a breaker that soon lets one through."""
    fake_twilio.clock = clock.now
    messenger = GuardedMessenger(
        messenger_at(fake_twilio), provider="twilio", reset_seconds=RESET_SECONDS
    )
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def write(fake_twilio, guarded, container):
    """Let so many guests write, each once."""
    written: list[str] = []

    def write_(guests):
        resort = container.resort()
        for _ in range(guests):
            phone = f"+1415555{1000 + len(written)}"
            written.append(phone)
            fake_twilio.inbound(phone)
            heard = Heard(
                provider_sid=f"SM{phone}", channel=Channel.PHONE, address=phone, body="hi"
            )
            resort.reception.receive(heard)
            resort.reception.work()

    return write_


@pytest.fixture
def sweep(container, clock):
    """Sweep every second for some time of the clock; the breaker goes by the machine's."""

    def sweep_(seconds):
        resort = container.resort()
        for _ in range(seconds):
            resort.clockwork.relay.sweep()
            clock.advance(seconds=1)
            time.sleep(RESET_SECONDS / 50)

    return sweep_


@pytest.fixture
def callbacks(resort, container, fake_twilio):
    """Let Twilio call us back for each message that it takes, over HTTP."""
    app = create_app(resort, container.settings())
    server = make_server("127.0.0.1", 0, app, threaded=True)
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    fake_twilio.routes["https://resort.example"] = f"http://127.0.0.1:{server.port}"
    fake_twilio.automatic = ("sent", "delivered")
    yield
    fake_twilio.settle()
    server.shutdown()
    serving.join()
    server.server_close()


def sends(fake):
    return [call for call in fake.calls if call.method == "POST"]


def outbox(container):
    with container.storage().engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT state, attempts FROM outbox ORDER BY id")
        return [tuple(row) for row in rows]


def deliveries(container):
    asked = "SELECT provider_sid, delivery FROM outbound_messages ORDER BY provider_sid"
    with container.storage().engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(asked)]


def test_a_twilio_account_comes_with_a_breaker_and_a_rate_and_the_simulator_with_none(
    database_url, container, open_container
):
    simulated = open_container(database_url)

    assert container.messenger().messenger.state is BreakerState.CLOSED
    assert not isinstance(simulated.messenger().messenger, GuardedMessenger)
    assert container.pace().per_second == 40
    assert simulated.pace().per_second is None


@pytest.mark.parametrize(
    "faults",
    [
        [],
        [busy(3)] * 8,
        [busy(None)] * 8,
        [broken(500)] * 5,
        [broken(400, 63018), broken(400, 30001)],
        [cut()] * 3,
        [cut(recorded=True)],
        [broken(503), cut(recorded=True), None],
        [hang(0.8), hang(0.8, recorded=True)],
        [cut(recorded=True)] * 3,
        [garbled()],
        [broken(500)] * 4 + [cut(recorded=True)] + [broken(503)] * 2,  # opens the breaker
    ],
)
def test_whatever_goes_wrong_each_message_is_accepted_exactly_once(
    write, sweep, fake_twilio, container, faults
):
    fake_twilio.script(faults)

    write(3)
    sweep(150)

    assert len({message.to for message in fake_twilio.messages}) == 3
    assert len(fake_twilio.messages) == 3
    assert {state for state, _ in outbox(container)} == {"done"}
    assert not fake_twilio.refusals


@pytest.mark.parametrize("fault", [cut(recorded=True), hang(0.8, recorded=True), garbled()])
def test_a_send_that_was_cut_off_is_settled_by_its_callback_without_any_look_up(
    write, sweep, callbacks, fake_twilio, container, fault
):
    fake_twilio.script([fault])

    write(2)
    sweep(1)
    fake_twilio.settle()
    sweep(5)
    fake_twilio.settle()

    assert len(fake_twilio.messages) == 2
    assert {post.status for post in fake_twilio.posted} == {200}
    assert [call.method for call in fake_twilio.calls] == ["POST", "POST"]
    assert deliveries(container) == sorted((m.sid, "delivered") for m in fake_twilio.messages)


def test_the_waits_are_those_of_the_port(write, sweep, fake_twilio, container):
    fake_twilio.script([broken(500)] * 5)

    write(1)
    sweep(120)

    tried = [call.at for call in sends(fake_twilio)]
    waits = [(later - early).total_seconds() for early, later in pairwise(tried)]
    assert len(tried) == 6
    for wait, least in zip(waits, BEFORE_RETRY, strict=True):
        assert least <= wait <= least * 1.5 + 2  # a sweep a second, and the breaker's wait
    assert outbox(container) == [("done", 5)]


def test_waits_that_are_asked_for_use_up_no_try(write, sweep, fake_twilio, container):
    fake_twilio.script([busy(7)] * 9)

    write(1)
    sweep(80)

    tried = [call.at for call in sends(fake_twilio)]
    waits = [(later - early).total_seconds() for early, later in pairwise(tried)]
    assert waits == [7] * 9
    assert outbox(container) == [("done", 0)]


def test_a_message_on_which_the_provider_breaks_is_given_up_after_six_tries(
    write, sweep, fake_twilio, container, messenger_at
):
    # To others the provider is well, so that no breaker opens.
    container.messenger.override(providers.Object(messenger_at(fake_twilio)))
    fake_twilio.always(broken(500))

    write(1)
    sweep(200)

    assert fake_twilio.messages == []
    assert len(sends(fake_twilio)) == 6
    assert outbox(container) == [("failed", 6)]


def test_a_provider_in_trouble_for_hours_is_given_up_at_last(
    write, sweep, fake_twilio, container, clock
):
    fake_twilio.always(broken(500))
    write(1)

    sweep(200)
    assert outbox(container) == [("pending", 5)]
    clock.advance(hours=4)
    sweep(200)

    assert outbox(container) == [("failed", 6)]


def test_a_provider_in_trouble_is_left_alone(write, sweep, fake_twilio, guarded, container):
    fake_twilio.always(broken(503))
    write(20)

    container.relay().sweep()

    assert guarded.state is BreakerState.OPEN
    assert len(sends(fake_twilio)) == 5
    assert outbox(container) == [("pending", 1)] * 5 + [("pending", 0)] * 15


def test_after_two_hours_away_all_goes_out_once_in_order_and_at_the_sender_s_rate(
    write, sweep, fake_twilio, container, clock
):
    pace = Pace(clock=clock, sender=SENDER, per_second=4)
    container.pace.override(providers.Object(pace))
    with fake_twilio.away():
        write(40)
        for _ in range(24):
            sweep(1)
            clock.advance(minutes=5)
    time.sleep(RESET_SECONDS)

    for _ in range(200):
        container.relay().sweep()
        clock.advance(seconds=0.1)

    sent = fake_twilio.messages
    at = [message.at for message in sent]
    assert [message.to for message in sent] == sorted({message.to for message in sent})
    assert len(sent) == 40
    assert set(outbox(container)) == {("done", 0)}
    assert all((at[n + 4] - at[n]).total_seconds() >= 1 for n in range(36))
    assert (at[-1] - at[0]).total_seconds() < 12
