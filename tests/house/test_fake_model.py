"""The fake model answers, fails and refuses as the real service does to its real client."""

import json
import math

import openai
import pytest

from tests.fake_http.program import program, steer
from tests.fake_model import (
    MODEL,
    Said,
    broken,
    busy,
    call,
    call_with,
    cut,
    cut_short,
    decline,
    drip,
    garbled,
    hang,
    say,
)

pytest_plugins = ["tests.fake_model.fixtures"]

HELLO = [{"role": "user", "content": "A jet ski tomorrow?"}]
DAY = {"type": "object", "properties": {"day": {"type": "string"}}}
STRICT = DAY | {"required": ["day"], "additionalProperties": False}


@pytest.fixture
def client(fake_model):
    with openai.OpenAI(
        base_url=fake_model.base_url, api_key=fake_model.api_key, max_retries=0, timeout=2
    ) as client:
        yield client


def a_tool(schema, name="find_slots", **fields):
    function = {"name": name, "parameters": schema, "strict": True} | fields
    return {"type": "function", "function": function}


def ask(client, messages=HELLO, **params):
    return client.chat.completions.create(model=MODEL, messages=messages, **params)


def words(completion):
    return completion.choices[0].message.content


def test_it_says_what_it_was_told_in_order(fake_model, client):
    fake_model.script([say("Yes"), say(""), Said(), cut_short("At te"), decline("No")])

    answers = [ask(client).choices[0] for _ in range(5)]

    assert [answer.message.content for answer in answers] == ["Yes", "", None, "At te", None]
    assert answers[3].finish_reason == "length"
    assert answers[4].message.refusal == "No"


def test_it_calls_tools_rightly_and_wrongly(fake_model, client):
    fake_model.script(
        [
            say("One moment") + call("find_slots", day="2026-12-01") + call("no_such_tool"),
            call_with("find_slots", '{"day": '),
        ]
    )

    both, malformed = (ask(client, tools=[a_tool(STRICT)]).choices[0] for _ in range(2))

    assert both.finish_reason == "tool_calls"
    assert both.message.content == "One moment"
    first, second = both.message.tool_calls
    assert (first.function.name, json.loads(first.function.arguments)) == (
        "find_slots",
        {"day": "2026-12-01"},
    )
    assert second.function.name == "no_such_tool"
    assert malformed.message.tool_calls[0].function.arguments == '{"day": '


def test_a_call_and_its_answer_go_back_to_it(fake_model, client):
    fake_model.script([call("find_slots", day="2026-12-01"), say("At 10:00")])
    tools = [a_tool(STRICT)]
    called = ask(client, tools=tools).choices[0].message
    history = [*HELLO, called.model_dump(exclude_none=True)]

    with pytest.raises(openai.BadRequestError, match="did not have response messages"):
        ask(client, history, tools=tools)
    answer = {"role": "tool", "tool_call_id": called.tool_calls[0].id, "content": "10:00"}
    assert words(ask(client, [*history, answer], tools=tools)) == "At 10:00"


def test_what_was_asked_is_kept_and_a_function_may_answer(fake_model, client):
    fake_model.respond(lambda asked: say(asked.last_words.upper()))

    answer = ask(client, tools=[a_tool(STRICT)], temperature=0)

    assert words(answer) == "A JET SKI TOMORROW?"
    [asked] = fake_model.requests
    assert (asked.messages, asked.tools) == (HELLO, [a_tool(STRICT)])
    assert asked.params == {"model": MODEL, "temperature": 0}
    assert asked.status == 200


def test_tokens_are_counted_by_the_stated_rule(fake_model, client):
    fake_model.script([say("x" * 10), broken()])

    usage = ask(client).usage
    with pytest.raises(openai.InternalServerError):
        ask(client)

    assert usage.prompt_tokens == math.ceil(len(json.dumps(HELLO)) / 4)
    assert usage.completion_tokens == 3
    assert usage.total_tokens == fake_model.tokens


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (broken(401), openai.AuthenticationError),
        (busy(3), openai.RateLimitError),
        (broken(500), openai.InternalServerError),
        (cut(), openai.APIConnectionError),
        (hang(9), openai.APITimeoutError),
        (drip(9), openai.APITimeoutError),
        (garbled(), ValueError),
    ],
    ids=lambda told: getattr(told, "told", None),
)
def test_it_goes_wrong_on_command(fake_model, client, fault, error):
    fake_model.script([fault])

    with pytest.raises(error) as raised:
        ask(client, timeout=0.2)

    if fault.retry_after:
        assert raised.value.response.headers["Retry-After"] == "3"
    assert not fake_model.refusals


def test_a_megabyte_of_text_comes_through(fake_model, client):
    fake_model.always(say("x" * 1_000_000))

    assert len(words(ask(client))) == 1_000_000


@pytest.mark.parametrize(
    ("schema", "fault"),
    [
        (DAY | {"required": ["day"]}, "'additionalProperties' is required"),
        (DAY | {"additionalProperties": False}, "every key in properties"),
        (STRICT | {"required": ["day", "time"]}, "'time'"),
        ({"type": "string"}, "schema must be a JSON Schema of"),
        (STRICT | {"properties": {"day": {"description": "when"}}}, "'type' key"),
        (STRICT | {"properties": {"day": {"type": "array"}}}, "missing items"),
        (STRICT | {"properties": {"day": {"type": "string", "default": ""}}}, "'default'"),
        (
            STRICT | {"properties": {"day": {"anyOf": [DAY, {"type": "null"}]}}},
            "context=('properties', 'day', 'anyOf', '0')",
        ),
    ],
)
def test_a_strict_tool_that_leaves_anything_open_is_refused(fake_model, client, schema, fault):
    fake_model.always(say("never said"))

    with pytest.raises(openai.BadRequestError) as refused:
        ask(client, tools=[a_tool(schema)])

    assert fault in str(refused.value)
    assert refused.value.code == "invalid_function_parameters"
    assert len(fake_model.refusals) == 1


def test_a_strict_tool_may_leave_out_by_null_and_a_loose_one_by_leaving_out(fake_model, client):
    fake_model.always(say("yes"))
    nullable = STRICT | {"properties": {"day": {"type": ["string", "null"], "enum": ["a"]}}}

    assert ask(client, tools=[a_tool(nullable)])
    assert ask(client, tools=[a_tool(DAY, strict=False)])


@pytest.mark.parametrize(
    "wrong",
    [
        {"messages": []},
        {"messages": [{"role": "guest", "content": "hi"}]},
        {"messages": [{"role": "user", "content": None}]},
        {"messages": [{"role": "tool", "content": "hi", "tool_call_id": "call_1"}]},
        {"messages": [{"role": "user", "content": "hi", "phone": "+14155550123"}]},
        {"temperature": 3},
        {"temperature": "hot"},
        {"tool_choice": "auto"},
        {"tools": []},
        {"tools": [a_tool(STRICT), a_tool(STRICT)]},
        {"tools": [a_tool(STRICT, name="find slots")]},
        {"tools": [a_tool(STRICT)], "extra_body": {"temprature": 0}},
        {"tools": [a_tool(STRICT)], "tool_choice": {"type": "function", "function": {}}},
    ],
    ids=str,
)
def test_a_request_that_the_real_service_refuses_is_refused(fake_model, client, wrong):
    fake_model.always(say("never said"))

    with pytest.raises(openai.BadRequestError):
        ask(client, **wrong)

    assert len(fake_model.refusals) == 1
    assert fake_model.tokens == 0


def test_a_wrong_key_opens_nothing(fake_model):
    with openai.OpenAI(base_url=fake_model.base_url, api_key="sk-other") as client:
        with pytest.raises(openai.AuthenticationError):
            ask(client)
        with pytest.raises(openai.AuthenticationError):
            client.models.list()


def test_it_lists_its_model(client):
    assert [model.id for model in client.models.list()] == [MODEL]


def test_who_forgot_to_script_it_is_told(client):
    with pytest.raises(openai.BadRequestError, match="nothing to say"):
        ask(client)


def test_it_runs_as_a_program_that_other_processes_steer():
    with program("tests.fake_model", "--say", "Hello") as settings:
        url, key, _ = settings.values()
        steer(url, "script", [[{"say": "So"}, {"call": "f", "arguments": {"a": 1}}]])

        with openai.OpenAI(base_url=url, api_key=key) as client:
            called = ask(client).choices[0].message
            assert words(ask(client)) == "Hello"

        assert (called.content, called.tool_calls[0].function.arguments) == ("So", '{"a": 1}')
        assert [asked["messages"] for asked in steer(url, "requests")] == [HELLO, HELLO]
        steer(url, "reset", {})
        assert steer(url, "requests") == []
