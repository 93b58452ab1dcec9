"""Content resources of the fake Twilio: made, approved and filled in as by the real one."""

import json

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest.content.v1.content import ContentList
from twilio.rest.content.v1.content.approval_create import ApprovalCreateList

from tests.fake_twilio.real_client import ANA, code_of_refusal, send

pytest_plugins = ["tests.fake_twilio.fixtures"]


def create_content(twilio_client, types, **fields):
    told = {"friendly_name": "n", "language": "en", "types": types} | fields
    return twilio_client.content.v1.contents.create(ContentList.ContentCreateRequest(told))


def submit(twilio_client, sid, category="UTILITY"):
    request = ApprovalCreateList.ContentApprovalRequest({"name": "trip", "category": category})
    asked = twilio_client.content.v1.contents(sid).approval_create.create(request)
    return asked.status, twilio_client.content.v1.contents(
        sid
    ).approval_fetch().fetch().whatsapp


def test_content_is_made_approved_listed_and_deleted_by_the_real_client(
    fake_twilio, twilio_client
):
    text = {"twilio/text": {"body": "See you on {{1}}."}}
    made = [create_content(twilio_client, text, variables={"1": "Friday"}) for _ in range(3)]

    first_answer, verdict = submit(twilio_client, made[0].sid)

    assert (first_answer, verdict["status"]) == ("received", "approved")
    assert twilio_client.content.v1.contents(made[0].sid).fetch().types == text
    listed = twilio_client.content.v1.contents.list(page_size=2)
    assert [content.sid for content in listed] == [content.sid for content in made[::-1]]
    both = twilio_client.content.v1.content_and_approvals.list()
    assert [content.approval_requests["status"] for content in both] == [
        "unsubmitted",
        "unsubmitted",
        "approved",
    ]
    twilio_client.content.v1.contents(made[1].sid).delete()
    assert len(twilio_client.content.v1.contents.list()) == 2


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("{{1}} is your day.", "begins or ends"),
        ("See you on {{1}}", "begins or ends"),
        ("See {{1}} {{2}} then.", "next to each other"),
        ("See {{1}} and {{3}} then.", "gaps"),
    ],
)
def test_a_template_against_the_rules_is_rejected(fake_twilio, twilio_client, body, reason):
    samples = {name: "x" for name in "123" if f"{{{{{name}}}}}" in body}
    content = create_content(twilio_client, {"twilio/text": {"body": body}}, variables=samples)

    _, verdict = submit(twilio_client, content.sid)

    assert verdict["status"] == "rejected"
    assert reason in verdict["rejection_reason"]


@pytest.mark.parametrize(
    "types",
    [
        {},
        {"twilio/text": {"body": "Hi {{1}"}},
        {"twilio/text": {"body": ""}},
        {"twilio/text": {"body": "Hi {{a_name_that_is_long}}."}},
        {"twilio/text": {"body": " and ".join(f"{{{{{n}}}}}" for n in range(101))}},
        {"twilio/quick-reply": {"body": "Yes?", "actions": []}},
        {"twilio/quick-reply": {"body": "Yes?", "actions": [{"title": "x" * 21, "id": "a"}]}},
        {"twilio/list-picker": {"body": "When?", "button": "Times", "items": [{"item": "a"}]}},
        {
            "twilio/list-picker": {
                "body": "When?",
                "button": "Times",
                "items": [{"item": str(number), "id": str(number)} for number in range(11)],
            }
        },
    ],
)
def test_content_that_whatsapp_cannot_show_is_refused(fake_twilio, twilio_client, types):
    with pytest.raises(TwilioRestException):
        create_content(twilio_client, types)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("two\nlines", 21656),
        ("a\ttab", 21656),
        ("five     blanks", 21656),
        ("", 21656),
        ("x" * 1_601, 21658),
    ],
)
def test_a_value_that_twilio_does_not_take_is_refused(fake_twilio, twilio_client, value, code):
    sid = fake_twilio.add_content("See you on {{1}}.")
    variables = json.dumps({"1": value})

    told = code_of_refusal(twilio_client, content_sid=sid, content_variables=variables)

    assert told == code


def test_four_buttons_need_approval_even_in_an_open_window(fake_twilio, twilio_client):
    actions = [{"title": name, "id": name} for name in "abcd"]
    types = {"twilio/quick-reply": {"body": "Which?", "actions": actions}}
    fake_twilio.inbound(ANA)

    send(twilio_client, content_sid=fake_twilio.add_content(types, approval="unsubmitted"))
    send(twilio_client, content_sid=fake_twilio.add_content(types))

    assert [message.status for message in fake_twilio.messages] == ["failed", "queued"]
