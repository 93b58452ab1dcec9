"""Asking a model by OpenAI's client: any service that speaks chat completions with tools."""

import json
from typing import TYPE_CHECKING, Any

from resortbook.ports.assistant import AssistantFailed, Brief, Proposal

if TYPE_CHECKING:
    from openai import OpenAI

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

        try:
            answer = self._ready().chat.completions.create(
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
        except (OpenAIError, ValueError) as error:
            raise AssistantFailed(type(error).__name__) from error
        return _proposal_of(answer, brief)

    def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            self._client.close()
            self._client = None

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


def _proposal_of(answer: Any, brief: Brief) -> Proposal:
    usage = answer.usage
    calls = (answer.choices[0].message.tool_calls or []) if answer.choices else []
    if len(calls) != 1 or calls[0].function.name != brief.tool.name:
        raise AssistantFailed("no call of the tool")
    try:
        arguments = json.loads(calls[0].function.arguments)
    except ValueError as error:
        raise AssistantFailed("malformed arguments") from error
    if not isinstance(arguments, dict):
        raise AssistantFailed("malformed arguments")
    return Proposal(
        arguments=arguments,
        tokens_in=usage.prompt_tokens if usage else 0,
        tokens_out=usage.completion_tokens if usage else 0,
    )
