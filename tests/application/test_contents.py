"""Messages at a fake Twilio that knows our templates and forms, or does not (yet)."""

import pytest

from resortbook.domain.guest import Channel, ChannelAddress
from tests.builders import a_guest
from tests.fake_twilio import broken

pytest_plugins = ["tests.fake_twilio.fixtures"]

PHONE = "+14155550123"


@pytest.fixture
def twilio(fake_twilio, clock):
    fake_twilio.clock = clock.now
    return fake_twilio


@pytest.fixture
def open_process(sqlite_url, open_container, twilio):
    """Open one more process that works on the same database, with Twilio."""
    return lambda: open_container(
        sqlite_url,
        TWILIO_ACCOUNT_SID=twilio.account_sid,
        TWILIO_AUTH_TOKEN=twilio.auth_token,
        TWILIO_WHATSAPP_FROM=twilio.sender,
        TWILIO_API_BASE_URL=twilio.url,
    )


@pytest.fixture
def container(open_process):
    return open_process()


@pytest.fixture
def push(container):
    return lambda: list(container.resort().contents.push())


@pytest.fixture
def wrote(container, twilio, clock):
    """Let a guest be one who wrote just now."""

    def wrote(guest):
        address = ChannelAddress(
            id=guest.addresses[0].id,
            channel=Channel.PHONE,
            value=PHONE,
            last_inbound_at=clock.now(),
        )
        with container.storage().begin() as work:
            work.guests.save(a_guest(id=guest.id, addresses=(address,)))
            work.commit()
        twilio.inbound(PHONE)
        return guest

    return wrote


def sweep(container):
    return container.resort().clockwork.relay.sweep()


def test_a_hold_comes_with_buttons_that_only_its_guest_can_tap(
    container, given, push, wrote, twilio
):
    push()
    guest = wrote(given.guest(PHONE))
    held = given.hold(given.slot(), guest=guest)
    sweep(container)

    (sent,) = twilio.sent_to(PHONE)
    assert sent.content_type == "twilio/quick-reply"
    assert [action["title"] for action in sent.content["actions"]] == ["Confirm", "Let it go"]
    assert "We are holding *Jet Skiing* for you:" in sent.rendered.splitlines()
    tap = container.taps().read(sent.content["actions"][0]["id"], guest_id=guest.id)
    assert (tap.act, tap.subject) == ("confirm", str(held.booking.id))
    assert not twilio.refusals


def test_without_forms_choices_are_numbered(container, given, wrote, twilio):
    given.hold(given.slot(), guest=wrote(given.guest(PHONE)))
    sweep(container)

    assert twilio.sent_to(PHONE)[0].body.splitlines()[-2:] == ["1. Confirm", "2. Let it go"]
    assert not twilio.refusals


def test_a_form_that_is_gone_at_twilio_gives_way_to_numbers(
    container, given, push, wrote, twilio
):
    push()
    twilio.contents.kept.clear()
    given.hold(given.slot(), guest=wrote(given.guest(PHONE)))
    sweep(container)

    assert twilio.sent_to(PHONE)[0].body.splitlines()[-2:] == ["1. Confirm", "2. Let it go"]


def test_a_pushed_template_needs_no_setting(container, given, push, twilio):
    push()
    given.hold(given.slot(), guest=given.guest(PHONE), party=2)
    sweep(container)

    (sent,) = twilio.sent_to(PHONE)
    assert sent.rendered.splitlines()[:5] == [
        "We are holding *Jet Skiing* for you.",
        "When: Friday, October 16 at 12:00 PM",
        "Who: 2 people, $160.00",
        "Good to know: You can cancel until Thursday, October 15 at 12:00 PM.",
        "Please confirm by 12:30 PM:",
    ]
    assert not twilio.refusals


def test_a_template_that_the_settings_name_comes_first(
    sqlite_url, open_container, container, given, push, twilio
):
    push()
    theirs = twilio.add_content(
        "A: {{1}}, {{2}}, {{3}}. {{4}} Please by {{5}} here: {{6}} - bye.", approval="approved"
    )
    other = open_container(
        sqlite_url,
        TWILIO_ACCOUNT_SID=twilio.account_sid,
        TWILIO_AUTH_TOKEN=twilio.auth_token,
        TWILIO_WHATSAPP_FROM=twilio.sender,
        TWILIO_API_BASE_URL=twilio.url,
        TWILIO_TEMPLATE_BOOKING_CREATED=theirs,
    )
    given.hold(given.slot(), guest=given.guest(PHONE))

    sweep(other)

    assert twilio.sent_to(PHONE)[0].content_sid == theirs


@pytest.mark.parametrize("verdict", ["pending", "rejected", "paused"])
def test_a_template_that_is_not_approved_is_waited_for(
    container, open_process, given, push, twilio, clock, verdict
):
    twilio.contents.verdict = verdict
    push()
    given.hold(given.slot(), guest=given.guest(PHONE))
    closed = sweep(container)
    clock.advance(minutes=6)
    closed += sweep(container)

    for sid in twilio.contents.kept:
        twilio.contents.decide(sid, "approved")
    clock.advance(minutes=6)
    sweep(open_process())

    assert (closed, len(twilio.sent_to(PHONE))) == (0, 1)
    assert not twilio.refusals


def test_a_template_that_twilio_says_no_to_is_waited_for(container, given, push, twilio, clock):
    push()
    given.hold(given.slot(), guest=given.guest(PHONE))
    twilio.script([broken(400, 63041)])
    refused = sweep(container)
    clock.advance(minutes=6)
    sweep(container)

    assert refused == 0
    assert len(twilio.sent_to(PHONE)) == 1


def test_a_sign_in_code_goes_out_by_whatsapps_own_template(container, push, twilio):
    push()
    container.resort().login.request_code(PHONE, client_address="10.0.0.1")
    sweep(container)

    (sent,) = twilio.sent_to(PHONE)
    assert sent.content_type == "whatsapp/authentication"
    assert not twilio.refusals
