"""A day at the desk: who works there, who has booked, and what they are told."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from dependency_injector import providers

from tests.fakes import ScriptedMessenger


@pytest.fixture
def messenger(container):
    """To be asked for before the resort is put together."""
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def dana(given):
    return given.staff()


@pytest.fixture
def people(given):
    return [given.guest(f"+1415555010{number}") for number in range(6)]


@pytest.fixture
def both_at_once():
    """Do the same thing twice at the same moment."""

    def run(act):
        with ThreadPoolExecutor(2) as pool:
            for done in [pool.submit(act) for _ in range(2)]:
                done.result()

    return run


@pytest.fixture
def told(messenger, resort):
    """Deliver what is due, and return whom that told of departures, so far."""

    def deliver():
        while resort.clockwork.deliver():
            pass
        about = [one for one in messenger.accepted if one.kind.startswith("Slot")]
        return [(one.address, one.kind) for one in about]

    return deliver
