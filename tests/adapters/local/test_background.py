import threading
import time

from resortbook.adapters.local.background import BackgroundLoop, LocalWaker


def test_a_step_that_fails_stops_nobody_and_is_tried_again(caplog):
    tried, reached = [], threading.Event()

    def failing() -> int:
        tried.append(1)
        raise ValueError("a bug")

    def last() -> int:
        if len(tried) > 1:
            reached.set()
        return 0

    waker = LocalWaker()
    loop = BackgroundLoop(waker, [failing, last])
    waker.wake()
    seen = reached.wait(5)
    loop.stop()

    assert seen
    assert "background.failed" in caplog.text


def test_a_wake_starts_a_round_at_once():
    rounds: list[float] = []

    def step() -> int:
        rounds.append(time.monotonic())
        return 0

    waker = LocalWaker()
    loop = BackgroundLoop(waker, [step])
    while not rounds:
        pass

    woken = time.monotonic()
    waker.wake()
    while rounds[-1] < woken and time.monotonic() < woken + 5:
        pass
    loop.stop()

    assert rounds[-1] - woken < 0.4
