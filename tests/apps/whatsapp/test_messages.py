"""What guests send is kept as what it is, once, before anybody is answered."""

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from resortbook.domain.guest import Channel
from resortbook_whatsapp.app import create_app
from tests.apps.api.test_caching import statements
from tests.apps.whatsapp.conftest import ACCOUNT, HOOK, PHONE, Twilio, error
from tests.builders import NOON
from tests.fake_twilio import FakeTwilio


def test_a_message_is_kept_before_the_empty_answer(twilio, kept):
    form = twilio.phone().text("Jet ski tomorrow?")

    answer = twilio.post(HOOK, form)

    assert (answer.status_code, answer.mimetype) == (200, "text/xml")
    assert answer.text == "<Response/>"
    (row,) = kept()
    assert (row["provider_sid"], row["body"]) == (form["MessageSid"], "Jet ski tomorrow?")
    assert (row["channel"], row["address"]) == ("phone", PHONE)
    assert (row["received_at"], row["state"]) == (NOON, "waiting")


def told(row):
    """What of a kept form the dialogue works with."""
    return {name: value for name, value in row["form"].items() if name != "raw"}


def test_every_kind_of_message_is_kept_as_what_it_is(twilio, kept, clock):
    ana = twilio.phone()
    forms = [
        ana.text(""),
        ana.text("ñ😀" * 2_048),
        ana.text("the second one", reply_to="SM1"),
        ana.media("https://media.example/1", "image/jpeg", body="look"),
        ana.media(
            "https://media.example/2", "audio/ogg",
            MediaUrl1="https://media.example/3", MediaContentType1="text/vcard",
        ),
        ana.location(20.5, -86.9, label="Pier", place="Beach 1"),
        ana.button("confirm:1", "Yes", reply_to="SM1"),
        ana.row("slot:1", "10:00"),
    ]  # fmt: skip

    for form in forms:
        assert twilio.post(HOOK, form).status_code == 200
        clock.advance(seconds=1)

    rows = kept()
    ana_says = {"profile_name": "Ana"}
    picture = {"url": "https://media.example/1", "content_type": "image/jpeg"}
    assert [row["body"] for row in rows] == [form["Body"] for form in forms]
    assert [row["form"]["raw"] for row in rows] == forms
    assert [told(row) for row in rows] == [
        ana_says,
        ana_says,
        {"reply_to": "SM1", **ana_says},
        {"media": [picture], **ana_says},
        {
            "media": [
                {"url": "https://media.example/2", "content_type": "audio/ogg"},
                {"url": "https://media.example/3", "content_type": "text/vcard"},
            ]
        }
        | ana_says,
        {
            "location": {
                "latitude": 20.5, "longitude": -86.9, "label": "Pier", "address": "Beach 1"
            }
        }
        | ana_says,
        {"button": "confirm:1", "button_text": "Yes", "reply_to": "SM1", **ana_says},
        {"button": "slot:1", "button_text": "10:00", **ana_says},
    ]  # fmt: skip


def test_a_guest_without_a_number_is_known_by_the_id(twilio, kept, container):
    bo = twilio.phone("US.ABC123XYZ", name="Bo")

    twilio.post(HOOK, bo.text("hola"))
    twilio.post(HOOK, bo.text("¿qué tal?"))

    assert {(row["channel"], row["address"]) for row in kept()} == {
        ("whatsapp_id", "US.ABC123XYZ")
    }
    with container.storage().begin() as work:
        guest = work.guests.find_by_address(Channel.WHATSAPP_ID, "US.ABC123XYZ")
    assert (guest.name, guest.phone) == ("Bo", None)


@pytest.mark.parametrize("name", ["ExternalUserId", "ExternalUserIdentifier"])
def test_an_id_beside_a_number_changes_nobodys_address(twilio, kept, name):
    form = twilio.phone().text("hello", **{name: "whatsapp:US.ABC123XYZ"})

    twilio.post(HOOK, form)

    (row,) = kept()
    assert (row["channel"], row["address"]) == ("phone", PHONE)
    assert row["form"]["raw"][name] == "whatsapp:US.ABC123XYZ"


@pytest.mark.parametrize(
    "sender",
    [
        "",
        PHONE,
        "whatsapp:",
        "whatsapp:14155550123",
        "whatsapp:+0155550123",
        "whatsapp:+1415555012345678",
        "whatsapp:+١٤١٥٥٥٥٠١٢٣",
        "whatsapp:us.ABC",
        "whatsapp:US.",
        "whatsapp:US.A-C",
        f"whatsapp:US.{'A' * 129}",
        "messenger:123",
        "whatsapp:+14155550123\n",
    ],
)
def test_a_sender_of_no_known_kind_is_refused(twilio, kept, sender):
    answer = twilio.post(HOOK, twilio.phone().text("hello") | {"From": sender})

    assert error(answer) == (400, "VALIDATION_ERROR")
    assert kept() == []


@pytest.mark.parametrize("sid", ["", "\0", " ", "S" * 256])
def test_a_message_without_an_id_of_its_own_is_refused(twilio, kept, sid):
    answer = twilio.post(HOOK, twilio.phone().text("hello") | {"MessageSid": sid})

    assert error(answer) == (400, "VALIDATION_ERROR")
    assert kept() == []


def test_odd_characters_are_kept_and_nuls_dropped(twilio, kept):
    ana = twilio.phone(name=f" A\0n\na  {'x' * 300}")
    form = ana.text(
        "\0a\0\r\n\u202e😀\x01<b>&amp;",
        **{"Odd\0": "\0", "Latitude": "nan", "Longitude": "1e9"},
    )

    answer = twilio.post(HOOK, form)

    assert answer.status_code == 200
    (row,) = kept()
    assert row["body"] == "a\r\n\u202e😀\x01<b>&amp;"
    assert row["form"]["raw"]["Odd"] == ""
    assert told(row) == {"profile_name": f"An a {'x' * 195}"}


def test_ten_copies_at_once_and_another_later_are_one_message(twilio, kept, resort):
    form = twilio.phone().text("hello")

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: twilio.post(HOOK, form), range(10)))
    worked_on = resort.reception.work()
    answers.append(twilio.post(HOOK, form))

    assert {answer.status_code for answer in answers} == {200}
    assert {answer.text for answer in answers} == {"<Response/>"}
    assert [row["provider_sid"] for row in kept()] == [form["MessageSid"]]
    assert (worked_on, resort.reception.work()) == (1, 0)


def test_what_had_to_wait_for_another_message_of_the_guest_counts_as_later(
    twilio, container, kept, clock
):
    with ThreadPoolExecutor(1) as pool:
        with container.storage().begin() as work:
            work.codes.serialise(PHONE)
            late = pool.submit(twilio.post, HOOK, twilio.phone().text("me too"))
            with pytest.raises(TimeoutError):
                late.result(timeout=0.3)
            clock.advance(seconds=1)
        assert late.result().status_code == 200

    assert kept()[0]["received_at"] == NOON + timedelta(seconds=1)


def test_with_the_database_away_twilio_is_asked_to_come_again(own_server, open_container):
    server = own_server("postgres")
    container = open_container(server.url, **ACCOUNT)
    container.resort().migrations.upgrade()
    app = create_app(container.resort(), container.settings())
    with FakeTwilio() as fake:
        twilio = Twilio(app, fake)
        form = twilio.phone().text("hello")

        server.kill()
        began = time.monotonic()
        answer = twilio.post(HOOK, form)
        took = time.monotonic() - began
        server.start()
        again = twilio.post(HOOK, form)

    assert error(answer) == (503, "SERVICE_UNAVAILABLE")
    assert int(answer.headers["Retry-After"]) > 0
    assert took < 2
    assert again.status_code == 200


def test_no_log_line_tells_who_wrote_what(twilio, caplog):
    ana = twilio.phone(name="Anastasia")
    with caplog.at_level(logging.DEBUG):
        twilio.post(HOOK, ana.text("my secret wish"))
        twilio.post(HOOK, ana.text("my secret wish") | {"From": "whatsapp:4155550123"})
        twilio.call(HOOK, data=ana.text("my secret wish"))
        twilio.call(f"{HOOK}/+14155550123")

    assert "request.answered" in caplog.text
    for personal in ("4155550123", "Anastasia", "secret"):
        assert personal not in caplog.text


def test_a_further_message_asks_little_of_the_database(twilio, resort):
    twilio.post(HOOK, twilio.phone().text("Hello"))
    before = statements(resort)

    twilio.post(HOOK, twilio.phone().text("Jet ski tomorrow?"))

    assert statements(resort) - before <= 10
