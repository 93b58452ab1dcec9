"""What the fake model says: text, tool calls, or both, and what it costs."""

import json
import math
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

CHARACTERS_A_TOKEN = 4


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A call of a tool; `arguments` is the text that stands in the answer, right or wrong."""

    name: str
    arguments: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One answer of the model."""

    text: str | None = None
    calls: tuple[ToolCall, ...] = ()
    refusal: str | None = None
    finish_reason: str | None = None  # else `tool_calls` or `stop`

    def __add__(self, other: "Said") -> "Said":
        """Return both in one answer: `say("One moment") + call("find_slots", day="…")`."""
        text = "\n".join(text for text in (self.text, other.text) if text) or None
        return Said(text=text, calls=self.calls + other.calls)


def say(text: str) -> Said:
    """Answer with text; an empty one is an empty answer."""
    return Said(text=text)


def call(name: str, /, **arguments: Any) -> Said:
    """Call one tool, known or not, with these arguments."""
    return Said(calls=(ToolCall(name, json.dumps(arguments)),))


def call_with(name: str, arguments: str) -> Said:
    """Call one tool with arguments as they are written: malformed JSON too."""
    return Said(calls=(ToolCall(name, arguments),))


def decline(why: str) -> Said:
    """Refuse, as a model does for its own reasons."""
    return Said(refusal=why)


def cut_short(text: str) -> Said:
    """Answer with text that ran into the limit of tokens."""
    return Said(text=text, finish_reason="length")


def said_of(told: dict[str, Any] | list[dict[str, Any]]) -> Said:
    """Return the answer that JSON names.

    `{"say": "…"}`, `{"call": "name", "arguments": {…} or "text"}`, or a list of them.
    """
    if isinstance(told, list):
        whole = Said()
        for part in told:
            whole += said_of(part)
        return whole
    if "say" in told:
        return say(str(told["say"]))
    arguments = told.get("arguments", {})
    text = arguments if isinstance(arguments, str) else json.dumps(arguments)
    return call_with(told["call"], text)


def usage_of(asked: dict[str, Any], said: Said) -> dict[str, int]:
    """Count tokens by a rule that a test can repeat: four characters each, rounded up.

    The prompt is the JSON of `messages` and, where there are any, of `tools`; the
    completion is the text and each call's name and arguments.
    """
    prompt = json.dumps(asked["messages"])
    prompt += json.dumps(asked["tools"]) if asked.get("tools") else ""
    words = (said.text or "") + (said.refusal or "")
    words += "".join(call.name + call.arguments for call in said.calls)
    spent = [math.ceil(len(text) / CHARACTERS_A_TOKEN) for text in (prompt, words)]
    return dict(
        zip(
            ("prompt_tokens", "completion_tokens", "total_tokens"),
            (*spent, sum(spent)),
            strict=True,
        )
    )


def completion_of(asked: dict[str, Any], said: Said, *, at: int) -> dict[str, Any]:
    """Return the answer as chat completions write it; `at` is in seconds since 1970."""
    message: dict[str, Any] = {
        "role": "assistant",
        "content": said.text,
        "refusal": said.refusal,
    }
    if said.calls:
        message["tool_calls"] = [
            {
                "id": f"call_{uuid4().hex[:24]}",
                "type": "function",
                "function": {"name": call.name, "arguments": call.arguments},
            }
            for call in said.calls
        ]
    reason = said.finish_reason or ("tool_calls" if said.calls else "stop")
    return {
        "id": f"chatcmpl-{uuid4().hex}",
        "object": "chat.completion",
        "created": at,
        "model": asked["model"],
        "choices": [
            {"index": 0, "message": message, "logprobs": None, "finish_reason": reason}
        ],
        "usage": usage_of(asked, said),
    }
