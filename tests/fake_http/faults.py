"""How an outside service goes wrong on command, and in what order it does."""

import json
import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from tests.fake_http.server import Reply, Request

Step = TypeVar("Step")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One way to go wrong. A `recorded` one happens after the request has taken effect."""

    name: str
    recorded: bool = False
    status: int = 0  # answered in place of the service's own answer
    code: int | str | None = None  # the service's own code beside it, else its usual one
    retry_after: float | str | None = None
    wait_seconds: float = 0
    drip_seconds: float = 0
    cut: bool = False
    garbled: bool = False

    @property
    def told(self) -> str:
        """The fault in a word or two, for records."""
        return f"{self.name}, recorded" if self.recorded else self.name


def busy(retry_after: float | str | None = 1) -> Fault:
    """Answer 429, with `Retry-After` unless that is None; a date is given as text."""
    return Fault(name="429", status=429, retry_after=retry_after)


def broken(status: int = 500, code: int | str | None = None) -> Fault:
    """Answer with a failure, and with one of the service's own codes: `broken(400, 63018)`."""
    return Fault(name=f"{status} {code}" if code else str(status), status=status, code=code)


def hang(seconds: float, *, recorded: bool = False) -> Fault:
    """Say nothing for some seconds; then cut, or, where it was recorded, answer after all."""
    return Fault(name="hang", wait_seconds=seconds, recorded=recorded, cut=not recorded)


def cut(*, recorded: bool = False) -> Fault:
    """Reset the connection before or after the request has taken effect."""
    return Fault(name="cut", cut=True, recorded=recorded)


def drip(seconds: float) -> Fault:
    """Answer rightly, the body spread over some seconds."""
    return Fault(name="drip", drip_seconds=seconds, recorded=True)


def garbled(*, recorded: bool = True) -> Fault:
    """Answer as if all were well, with half of the JSON."""
    return Fault(name="garbled", garbled=True, recorded=recorded)


KINDS: dict[str, Callable[..., Fault]] = {
    kind.__name__: kind for kind in (busy, broken, hang, cut, drip, garbled)
}


def fault_of(told: dict[str, Any]) -> Fault:
    """Return the fault that JSON names: `{"fault": "busy", "retry_after": 2}`."""
    return KINDS[told["fault"]](**{name: told[name] for name in told.keys() - {"fault"}})


def go_wrong(
    fault: Fault, *, act: Callable[[], Reply], refuse: Callable[[Fault], Reply]
) -> Reply:
    """Return what the fault makes of the service's answer.

    `act` lets the request take effect; `refuse` gives the error of a fault
    that has a status, in the service's own form.
    """
    if fault.recorded:
        reply = act()
    elif fault.status:
        reply = refuse(fault)
        if fault.retry_after is not None:
            after = {"Retry-After": str(fault.retry_after)}
            reply = replace(reply, headers={**reply.headers, **after})
    else:
        reply = Reply(status=200, body=json.dumps({"never": "recorded"}).encode())
    return replace(
        reply,
        body=reply.body[: len(reply.body) // 2] if fault.garbled else reply.body,
        wait_seconds=fault.wait_seconds,
        drip_seconds=fault.drip_seconds,
        cut=fault.cut,
    )


class Plan(Generic[Step]):
    """What is done with the requests to come: a script, used up step by step, then rules."""

    def __init__(self, concerned: Callable[[Request], bool]) -> None:
        """Keep which requests use up a step of the script."""
        self._concerned = concerned
        self._lock = threading.Lock()
        self._steps: deque[Step | None] = deque()
        self._rules: list[_Rule[Step]] = []

    def script(self, steps: Iterable[Step | None]) -> None:
        """Add steps, one for each request; None is a step where nothing is special."""
        self._steps.extend(steps)

    def always(
        self,
        step: Step | None,
        when: Callable[[Request], bool] | None = None,
        times: float = float("inf"),
    ) -> None:
        """Add a rule for when the script is used up; None in place of a step ends them all.

        Without `when`, it is for the requests that the script is for. The first rule that
        fits is taken, `times` times at most.
        """
        with self._lock:
            if step is None:
                self._rules.clear()
            else:
                self._rules.append(_Rule(step, when or self._concerned, times))

    def clear(self) -> None:
        """Forget script and rules."""
        self._steps.clear()
        self._rules.clear()

    def next(self, request: Request) -> Step | None:
        """Return what is to be done with this request, and use it up."""
        with self._lock:
            if self._steps and self._concerned(request):
                return self._steps.popleft()
            for rule in self._rules:
                if rule.times > 0 and rule.when(request):
                    rule.times -= 1
                    return rule.step
        return None


@dataclass(slots=True)
class _Rule(Generic[Step]):
    step: Step
    when: Callable[[Request], bool]
    times: float
