"""Asking a model by OpenAI's client: any service that speaks chat completions with tools."""

import json
from typing import TYPE_CHECKING, Any

from resortbook.adapters.openai.deadline import Late, within
from resortbook.ports.assistant import AssistantFailed, Brief, Failure, Proposal

if TYPE_CHECKING:
    from openai import OpenAI, OpenAIError

MOST_TOKENS_OUT = 700


class OpenAiAssistant:
    """Asks once, with a time-out and without the client's own hidden retries."""

    def __init__(
        self, *, api_key: str, model: str, base_url: str | None, timeout_seconds: float
    ) -> None:
        """Keep the account; the client is made when it is needed first."""
        self._api_key = api_key
        self._model = model
        self._base_url = base_url
        self._timeout_seconds = timeout_seconds
        self._client: OpenAI | None = None

    def propose(self, brief: Brief) -> Proposal:
        """Ask the model for one call of the tool; raises as the port says."""
        from openai import OpenAIError

        client = self._ready()
        try:
            answer = within(self._timeout_seconds, lambda: self._ask(client, brief))
        except Late as error:
            raise AssistantFailed(Failure.TIMED_OUT) from error
        except OpenAIError as error:
            raise AssistantFailed(_failure_of(error)) from error
        except (ValueError, TypeError, AttributeError) as error:
            raise AssistantFailed(Failure.MALFORMED) from error
        return _proposal_of(answer, brief)

    def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _ask(self, client: "OpenAI", brief: Brief) -> Any:
        # What is the same for everybody stands first, the tool before all: providers find the
        # beginning of a prompt in their cache, up to where it differs.
        return client.chat.completions.create(
            model=self._model,
            messages=[
                {"role": "system", "content": brief.instructions},
                {"role": "system", "content": brief.situation},
                {"role": "user", "content": brief.said},
            ],
            tools=[_tool_of(brief)],
            tool_choice={"type": "function", "function": {"name": brief.tool.name}},
            parallel_tool_calls=False,
            temperature=0,
            max_completion_tokens=MOST_TOKENS_OUT,
        )

    def _ready(self) -> "OpenAI":
        # The vendor's package takes a second and a half to import: only who asks pays for it.
        from openai import OpenAI

        if self._client is None:
            self._client = OpenAI(
                api_key=self._api_key,
                base_url=self._base_url,
                timeout=self._timeout_seconds,
                max_retries=0,
            )
        return self._client


def _tool_of(brief: Brief) -> Any:
    return {
        "type": "function",
        "function": {
            "name": brief.tool.name,
            "description": brief.tool.description,
            "parameters": dict(brief.tool.schema),
            "strict": True,
        },
    }


def _failure_of(error: "OpenAIError") -> Failure:
    from openai import APIConnectionError, APIStatusError, APITimeoutError, RateLimitError

    if isinstance(error, APITimeoutError):
        return Failure.TIMED_OUT
    if isinstance(error, RateLimitError):
        return Failure.BUSY
    if isinstance(error, APIStatusError):
        return Failure.AWAY if error.status_code >= 500 else Failure.REFUSED
    return Failure.AWAY if isinstance(error, APIConnectionError) else Failure.MALFORMED


def _proposal_of(answer: Any, brief: Brief) -> Proposal:
    tokens = _tokens_of(answer)
    choices = getattr(answer, "choices", None)
    calls = (choices[0].message.tool_calls or []) if choices else []
    if len(calls) != 1 or calls[0].function.name != brief.tool.name:
        raise AssistantFailed(Failure.NO_CALL, **tokens)
    try:
        arguments = json.loads(calls[0].function.arguments)
    except ValueError as error:
        raise AssistantFailed(Failure.MALFORMED, **tokens) from error
    if not isinstance(arguments, dict):
        raise AssistantFailed(Failure.MALFORMED, **tokens)
    return Proposal(arguments=arguments, **tokens)


def _tokens_of(answer: Any) -> dict[str, int]:
    usage = getattr(answer, "usage", None)
    if usage is None:
        return {}
    return {
        "tokens_in": max(0, int(usage.prompt_tokens or 0)),
        "tokens_out": max(0, int(usage.completion_tokens or 0)),
    }
