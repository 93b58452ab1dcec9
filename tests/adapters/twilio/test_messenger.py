from typing import Any

import pytest
from uuid_utils.compat import uuid7

from resortbook.domain.messages import Option, OutboundMessage
from resortbook.ports.messaging import (
    MessageRefused,
    MessengerDown,
    OutcomeUnknown,
    TemplateMissing,
    Throttled,
    Unreachable,
)
from tests.builders import NOON
from tests.fake_twilio import broken, busy, cut, hang

PHONE = "+14155550123"
STATUS_CALLBACK = "https://resort.example/webhooks/whatsapp/status"


def a_message(**facts: Any) -> OutboundMessage:
    values: dict[str, Any] = {
        "id": uuid7(),
        "event_id": uuid7(),
        "guest_id": None,
        "channel": "phone",
        "address": PHONE,
        "kind": "BookingCreated",
        "body": "We are holding *Jet Skiing* for you.",
        "created_at": NOON,
    }
    return OutboundMessage(**{**values, **facts})


@pytest.fixture
def fake(fake_twilio):
    fake_twilio.inbound(PHONE)
    return fake_twilio


@pytest.fixture
def messenger(fake, messenger_at):
    return messenger_at(fake)


def test_inside_of_the_window_free_text_goes_out_with_a_callback(fake, messenger):
    message = a_message()

    sid = messenger.send(message)

    (sent,) = fake.messages
    assert sent.sid == sid
    assert sent.body == "We are holding *Jet Skiing* for you."
    assert sent.status_callback == f"{STATUS_CALLBACK}?message={message.id}"
    assert not fake.refusals


def test_choices_are_numbered_under_the_text(fake, messenger):
    buttons = (Option(id="a", title="Confirm"), Option(id="b", title="Let it go"))

    messenger.send(a_message(buttons=buttons))

    assert fake.messages[0].body.splitlines()[1:] == ["1. Confirm", "2. Let it go"]


def test_a_guest_without_a_number_is_written_to_at_their_id(fake, messenger):
    fake.inbound("US.ABC123")

    messenger.send(a_message(address="US.ABC123"))

    assert fake.messages[0].to == "whatsapp:US.ABC123"


def test_outside_of_the_window_a_template_goes_out_with_its_variables(
    fake_twilio, messenger_at
):
    sid = fake_twilio.add_content("Hello {{1}}, see {{2}} there.", approval="approved")
    messenger = messenger_at(fake_twilio, templates={"REMINDER_1H": sid})

    messenger.send(a_message(template="REMINDER_1H", variables={"1": "Ana", "2": "you"}))

    assert fake_twilio.messages[0].rendered == "Hello Ana, see you there."
    assert not fake_twilio.refusals


def test_a_template_that_is_not_set_up_is_waited_for(messenger):
    with pytest.raises(TemplateMissing, match="REMINDER_1H"):
        messenger.send(a_message(template="REMINDER_1H"))


def test_a_provider_that_asks_to_wait_uses_up_no_try(fake, messenger):
    fake.script([busy(7)])

    with pytest.raises(MessengerDown) as down:
        messenger.send(a_message())

    assert (down.value.retry_after_seconds, down.value.uses_a_try) == (7, False)


@pytest.mark.parametrize("code", [63017, 63018])
def test_a_rate_of_one_recipient_or_of_templates_holds_up_this_message_alone(
    fake, messenger, code
):
    fake.script([broken(429, code)])

    with pytest.raises(Throttled) as throttled:
        messenger.send(a_message())

    assert not throttled.value.uses_a_try


@pytest.mark.parametrize("fault", [broken(500), broken(503), broken(400, 63012)])
def test_a_provider_in_trouble_is_tried_again(fake, messenger, fault):
    fake.script([fault])

    with pytest.raises(MessengerDown) as down:
        messenger.send(a_message())

    assert down.value.uses_a_try


@pytest.mark.parametrize("code", [21211, 21610, 63016, 63013, 63024])
def test_what_will_never_be_accepted_is_refused(fake, messenger, code):
    fake.script([broken(400, code)])

    with pytest.raises(MessageRefused, match=str(code)) as refused:
        messenger.send(a_message())

    assert "4155550123" not in refused.value.reason


@pytest.mark.parametrize(
    ("fault", "accepted"),
    [(cut(), 0), (cut(recorded=True), 1), (hang(0.8), 0), (hang(0.8, recorded=True), 1)],
)
def test_a_connection_that_is_lost_leaves_the_outcome_to_be_asked_for(
    fake, messenger, fault, accepted
):
    fake.script([fault])
    message = a_message()

    with pytest.raises(OutcomeUnknown):
        messenger.send(message)

    assert len(messenger.find(message)) == accepted


def test_a_sign_in_code_is_found_by_its_digits_for_whatsapp_writes_the_words(
    fake_twilio, messenger_at
):
    actions = [{"type": "COPY_CODE", "copy_code_text": "Copy code"}]
    sid = fake_twilio.add_content({"whatsapp/authentication": {"actions": actions}})
    messenger = messenger_at(fake_twilio, templates={"SIGN_IN_CODE": sid})
    message, other = (
        a_message(
            kind="SignInCodeRequested",
            template="SIGN_IN_CODE",
            body=f"{code} is your code.",
            variables={"1": code},
        )
        for code in ("123456", "654321")
    )

    sent = messenger.send(message)

    assert messenger.find(message) == (sent,)
    assert messenger.find(other) == ()


def test_other_words_and_other_people_are_not_taken_for_it(fake, messenger):
    fake.inbound("+14155550199")
    messenger.send(a_message(body="Something else"))
    messenger.send(a_message(address="+14155550199"))

    assert messenger.find(a_message()) == ()


def test_an_auth_token_that_is_not_right_any_more_fails_no_message(fake, messenger_at):
    with pytest.raises(Unreachable, match="twilio 401 20003"):
        messenger_at(fake, auth_token="another one").send(a_message())


def test_a_host_that_is_down_has_certainly_not_taken_it(fake, messenger):
    with fake.away(), pytest.raises(Unreachable) as away:
        messenger.send(a_message())

    assert not away.value.uses_a_try
