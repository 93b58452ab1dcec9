"""The fake itself: what tests hold in their hands."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.fake_http.control import JSON, as_json, control
from tests.fake_http.faults import Fault, Plan, fault_of, go_wrong
from tests.fake_http.server import Loopback, Reply, Request
from tests.fake_model.checks import check
from tests.fake_model.refusal import Refused, error_reply, failure
from tests.fake_model.replies import Said, completion_of, said_of

API_KEY = "sk-fake"
MODEL = "fake-model"
PATHS = {"/v1/chat/completions", "/chat/completions"}


@dataclass(slots=True, kw_only=True)
class Asked:
    """One request, and what became of it."""

    at: datetime  # by the fake's clock
    seconds: float  # by the machine's monotonic one
    messages: list[dict[str, Any]] = field(default_factory=list)
    tools: list[dict[str, Any]] = field(default_factory=list)
    params: dict[str, Any] = field(default_factory=dict)  # all else: model, temperature, …
    status: int | None = None  # answered, or None where the client saw no answer
    refused: str | None = None  # why the real service would refuse it
    fault: str | None = None
    usage: dict[str, int] = field(default_factory=dict)  # empty where nothing was used

    @property
    def last_words(self) -> str:
        """The content of the last message of the user."""
        said = [m["content"] for m in self.messages if m["role"] == "user"]
        return str(said[-1]) if said else ""


Step = Said | Fault
Responder = Callable[[Asked], Step]


class FakeModel:
    """A model on loopback that answers as it was told, and checks what the real service checks.

    A scripted step is taken first, then a rule of `always`, then `respond`; with none of
    them the request is refused, so that a forgotten one is found. A context manager.
    """

    def __init__(
        self,
        *,
        api_key: str = API_KEY,
        clock: Callable[[], datetime] | None = None,
        port: int = 0,
    ) -> None:
        """Keep the key; nothing listens before `start()`."""
        self.api_key = api_key
        self.clock = clock or (lambda: datetime.now(UTC))
        self._server = Loopback(self._answer, port=port)
        self.reset()

    def reset(self) -> None:
        """Forget what was asked and what was planned."""
        self.requests: list[Asked] = []
        self.plan: Plan[Step] = Plan(lambda request: request.path in PATHS)
        self._responder: Responder | None = None

    def start(self) -> None:
        """Listen."""
        self._server.start()

    def stop(self) -> None:
        """Cut everything off and end; raises what came out of a `respond`."""
        self._server.stop()

    def __enter__(self) -> "FakeModel":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def base_url(self) -> str:
        """The value for `OPENAI_BASE_URL`."""
        return f"{self._server.url}/v1"

    @property
    def refusals(self) -> list[str]:
        """Why the real service would have refused requests; no planned faults."""
        return [asked.refused for asked in self.requests if asked.refused]

    @property
    def tokens(self) -> int:
        """All tokens that were used, by the rule of `usage_of`."""
        return sum(asked.usage.get("total_tokens", 0) for asked in self.requests)

    def script(self, steps: Iterable[Step]) -> None:
        """Answer, or go wrong, in this order, one step for each request."""
        self.plan.script(steps)

    def always(self, step: Step | None, times: float = float("inf")) -> None:
        """Answer so whenever the script is used up, `times` times at most; None ends it."""
        self.plan.always(step, times=times)

    def respond(self, responder: Responder) -> None:
        """Let a function answer whatever has no step: it gets the request."""
        self._responder = responder

    def _answer(self, request: Request) -> Reply:
        if told := control(self._actions(), request):
            return told
        asked = Asked(at=self.clock(), seconds=request.seconds)
        self.requests.append(asked)
        try:
            reply = self._reply(request, asked)
        except Refused as refused:
            asked.refused = refused.message
            reply = error_reply(refused)
        asked.status = None if reply.cut else reply.status
        return reply

    def _reply(self, request: Request, asked: Asked) -> Reply:
        if request.headers.get("Authorization") != f"Bearer {self.api_key}":
            raise Refused("Incorrect API key provided.", code="invalid_api_key", status=401)
        if request.method == "GET" and request.path.endswith("/models"):
            listed = [{"id": MODEL, "object": "model", "created": 0, "owned_by": "fake"}]
            return Reply(body=as_json({"object": "list", "data": listed}), headers=JSON)
        body = self._read(request)
        asked.messages = body["messages"]
        asked.tools = body.get("tools", [])
        asked.params = {name: body[name] for name in body.keys() - {"messages", "tools"}}
        step = self.plan.next(request) or (self._responder and self._responder(asked))
        if step is None:
            raise Refused("the fake model has nothing to say: script(), always(), respond()")
        if isinstance(step, Said):
            return self._complete(body, step, asked)
        asked.fault = step.told
        return go_wrong(
            step, act=lambda: self._complete(body, Said(text="…"), asked), refuse=failure
        )

    def _read(self, request: Request) -> dict[str, Any]:
        if request.method != "POST" or request.path not in PATHS:
            raise Refused(f"Unknown request URL: {request.method} {request.path}", status=404)
        try:
            body: dict[str, Any] = json.loads(request.body)
            check(body)
        except ValueError:
            raise Refused("We could not parse the JSON body of your request.") from None
        except (AttributeError, KeyError, TypeError) as error:
            raise Refused(f"Invalid type: {error!r}") from error
        return body

    def _complete(self, body: dict[str, Any], said: Said, asked: Asked) -> Reply:
        told = completion_of(body, said, at=int(asked.at.timestamp()))
        asked.usage = told["usage"]
        return Reply(body=as_json(told), headers=JSON)

    def _actions(self) -> dict[str, Callable[[Any], Any]]:
        return {
            "requests": lambda _: self.requests,
            "refusals": lambda _: self.refusals,
            "script": lambda told: self.script([step_of(step) for step in told]),
            "always": lambda told: self.always(told and step_of(told)),
            "reset": lambda _: self.reset(),
        }


def step_of(told: Any) -> Step:
    """Return the step that JSON names; see `said_of` and `fault_of`."""
    is_fault = isinstance(told, dict) and "fault" in told
    return fault_of(told) if is_fault else said_of(told)
