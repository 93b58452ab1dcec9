"""What the real service checks of a request for a chat completion."""

import re
from typing import Any

from tests.fake_model.refusal import Refused
from tests.fake_model.strict_schema import check_schema

KNOWN = {
    "messages", "model", "frequency_penalty", "logit_bias", "logprobs", "max_completion_tokens",
    "max_tokens", "metadata", "modalities", "n", "parallel_tool_calls", "presence_penalty",
    "prompt_cache_key", "reasoning_effort", "response_format", "safety_identifier", "seed",
    "service_tier", "stop", "store", "temperature", "tool_choice", "tools", "top_logprobs",
    "top_p", "user", "verbosity",
}  # fmt: skip
OF_MESSAGE = {"role", "content", "name", "tool_calls", "tool_call_id", "refusal"}
ROLES = {"system", "developer", "user", "assistant", "tool"}
TOOL_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")


def check(asked: Any) -> None:
    """Refuse what the real service refuses.

    Streams, several choices and other kinds of tools are more than this fake can do.
    """
    if not isinstance(asked, dict):
        raise Refused("We could not parse the JSON body of your request.")
    if unknown := asked.keys() - KNOWN:
        raise Refused(f"Unrecognized request argument supplied: {', '.join(sorted(unknown))}")
    if not isinstance(asked.get("model"), str) or not asked["model"]:
        raise Refused("you must provide a model parameter")
    _check_numbers(asked)
    _check_messages(asked.get("messages"))
    _check_tools(asked)
    wanted = asked.get("response_format") or {}
    if wanted.get("type") == "json_schema":
        told = wanted["json_schema"]
        where = f"response_format '{told['name']}'"
        strict = bool(told.get("strict"))
        check_schema(told["schema"], where=where, param="response_format", strict=strict)


def _check_numbers(asked: dict[str, Any]) -> None:
    ranges = {
        "temperature": (0, 2),
        "top_p": (0, 1),
        "n": (1, 1),
        "max_tokens": (1, 128_000),
        "max_completion_tokens": (1, 128_000),
    }
    for name, (least, most) in ranges.items():
        value = asked.get(name)
        if value is not None and not least <= value <= most:
            raise Refused(f"Invalid '{name}': {value}, takes {least} to {most}", param=name)


def _check_messages(messages: Any) -> None:
    if not isinstance(messages, list) or not messages:
        raise Refused("Invalid 'messages': empty array.", param="messages")
    awaited: set[str] = set()
    for number, message in enumerate(messages):
        param = f"messages.[{number}]"
        _check_message(message, param)
        if message["role"] == "tool":
            if message.get("tool_call_id") not in awaited:
                raise Refused(
                    "messages with role 'tool' must be a response to a preceding message with "
                    "'tool_calls'.",
                    param=f"{param}.role",
                )
            awaited.remove(message["tool_call_id"])
            continue
        _check_answered(awaited)
        awaited = {call["id"] for call in message.get("tool_calls") or []}
    _check_answered(awaited)


def _check_answered(awaited: set[str]) -> None:
    if awaited:
        raise Refused(
            "An assistant message with 'tool_calls' must be followed by tool messages "
            "responding to each 'tool_call_id'. The following tool_call_ids did not have "
            f"response messages: {', '.join(sorted(awaited))}",
            param="messages",
        )


def _check_message(message: Any, param: str) -> None:
    if not isinstance(message, dict) or message.get("role") not in ROLES:
        raise Refused(f"Invalid value, supported are {sorted(ROLES)}", param=f"{param}.role")
    if unknown := message.keys() - OF_MESSAGE:
        raise Refused(f"Unknown parameters: {sorted(unknown)}", param=param)
    calls = message.get("tool_calls")
    if calls is not None and (message["role"] != "assistant" or not calls):
        raise Refused("Invalid 'tool_calls'", param=f"{param}.tool_calls")
    content = message.get("content")
    if not isinstance(content, (str, list)) and not calls:
        raise Refused(
            "Invalid value for 'content': expected a string, got null.",
            param=f"{param}.content",
        )


def _check_tools(asked: dict[str, Any]) -> None:
    tools = asked.get("tools")
    for name in ("tool_choice", "parallel_tool_calls"):
        if asked.get(name) is not None and not tools:
            raise Refused(f"'{name}' is only allowed when 'tools' are specified.", param=name)
    if tools is not None and not tools:
        raise Refused("Invalid 'tools': empty array.", param="tools")
    names = [_check_tool(tool, number) for number, tool in enumerate(tools or [])]
    if len(names) > len(set(names)):
        raise Refused("Tool names must be unique.", param="tools")
    choice = asked.get("tool_choice")
    if isinstance(choice, dict) and choice.get("function", {}).get("name") not in names:
        raise Refused("Tool choice not found in 'tools' parameter.", param="tool_choice")


def _check_tool(tool: Any, number: int) -> str:
    param = f"tools[{number}].function"
    function = tool.get("function") if tool.get("type") == "function" else None
    if function is None:
        raise Refused(f"Invalid tool type: {tool.get('type')}", param=f"tools[{number}].type")
    name = str(function.get("name", ""))
    if not TOOL_NAME.fullmatch(name):
        raise Refused(f"Invalid '{param}.name': {name!r}", param=f"{param}.name")
    if unknown := function.keys() - {"name", "description", "parameters", "strict"}:
        raise Refused(f"Unknown parameters: {sorted(unknown)}", param=param)
    schema = function.get("parameters", {"type": "object", "properties": {}})
    strict = bool(function.get("strict"))
    where = f"function '{name}'"
    check_schema(schema, where=where, param=f"{param}.parameters", strict=strict)
    return name
