"""Who is believed, and in which order a request is refused."""

import io
from urllib.parse import urlencode

import pytest

from resortbook_whatsapp.app import create_app
from tests.apps.whatsapp.conftest import ACCOUNT, HOOK, STATUS, Twilio, error

FORM = "application/x-www-form-urlencoded"
REFUSED = (403, "INVALID_SIGNATURE")


@pytest.fixture
def database_url(sqlite_url):
    """Nothing of this depends on the kind of database."""
    return sqlite_url


def test_what_twilio_signed_is_taken_with_fields_that_nobody_knows_yet(twilio, kept):
    form = twilio.phone().text("hello", ANewField="¿qué?", Empty="", **{"a b&c=": "+ %20"})

    answer = twilio.post(HOOK, form)

    assert answer.status_code == 200
    assert kept()[0]["form"]["raw"] == form


def test_fields_that_come_twice_are_signed_with_all_their_values(twilio, kept):
    once = list(twilio.phone().text("hello").items())
    form = [*once, ("Tag", "b"), ("Tag", "a"), ("Tag", "")]

    answer = twilio.post(HOOK, form)
    forged = twilio.call(
        HOOK, data=urlencode([*form, ("Tag", "c")]), headers=twilio.headers(HOOK, form)
    )

    assert answer.status_code == 200
    assert kept()[0]["form"]["raw"]["Tag"] == ["b", "a", ""]
    assert error(forged) == REFUSED


def test_the_query_is_signed_exactly_as_it_was_sent(twilio):
    path = f"{HOOK}?b=1&a=%7E+~&a=&x"
    form = twilio.phone().text("hello")

    taken = twilio.post(path, form)
    changed = twilio.call(
        f"{HOOK}?a=1", data=urlencode(form), headers=twilio.headers(HOOK, form)
    )

    assert taken.status_code == 200
    assert error(changed) == REFUSED


@pytest.mark.parametrize("path", [HOOK, STATUS])
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Twilio-Signature": ""},
        {"X-Twilio-Signature": "x"},
        {"X-Twilio-Signature": "é" * 28},
        {"X-Twilio-Signature": "A" * 27 + "="},
        {"X-Twilio-Signature": "A" * 5_000},
    ],
    ids=["none", "blank", "short", "not ASCII", "wrong", "long"],
)
def test_without_the_right_signature_nobody_is_believed(twilio, kept, path, headers):
    form = twilio.phone().text("hello")

    answer = twilio.call(path, data=urlencode(form), content_type=FORM, headers=headers)

    assert error(answer) == REFUSED
    assert kept() == []


@pytest.mark.parametrize(
    "changed", [{"Body": "bye"}, {"From": "whatsapp:+14155550124"}, {"Extra": ""}]
)
def test_whoever_changes_a_field_is_found_out(twilio, changed):
    form = twilio.phone().text("hello")
    headers = twilio.headers(HOOK, form)

    answer = twilio.call(HOOK, data=urlencode(form | changed), headers=headers)

    assert error(answer) == REFUSED


def test_a_signature_for_another_address_is_none_for_this(twilio):
    form = twilio.phone().text("hello")
    for_status = twilio.headers(STATUS, form)
    elsewhere = twilio.fake.signed(f"https://evil.example{HOOK}", form)
    unsafe = twilio.fake.signed(f"http://resort.example{HOOK}", form)

    answers = [
        twilio.call(HOOK, data=urlencode(form), headers=headers)
        for headers in (for_status, elsewhere, unsafe)
    ]

    assert [error(answer) for answer in answers] == [REFUSED] * 3


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:8001", "evil.example", "a:99999", "a:b:c", "[::1", "", "é", "a b", "x" * 3_000],
)
def test_only_the_public_address_counts_whatever_the_host_is_said_to_be(twilio, host):
    form = twilio.phone().text("hello")
    environ = {"HTTP_HOST": host, "HTTP_X_FORWARDED_HOST": host, "HTTP_X_FORWARDED_PROTO": host}

    genuine = twilio.post(HOOK, form, environ_overrides=environ)
    unsigned = twilio.call(HOOK, data=form, environ_overrides=environ)

    assert genuine.status_code == 200
    assert error(unsigned) == REFUSED


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"&&&=&;",
        b"MessageSid=SM1&Body=%",
        b"MessageSid=SM1&Body=%ED%A0%80",
        b"MessageSid=SM1&Body=%FF%FE%00",
        b"MessageSid=SM1&Body=\xff\xfe\x00\xed\xa0\x80",
        b"\x00=\x00",
        b"MessageSid=SM1&bodySHA256=" + b"0" * 64,
        b"a&" * 30_000,
        b"{" * 60_000,
        "Body=\u202e\U0001f600\ud83d".encode("utf-8", "surrogatepass"),
    ],
    ids=lambda body: repr(body[:40]),
)
def test_no_odd_body_is_more_than_a_refusal(twilio, body):
    headers = {"X-Twilio-Signature": "A" * 27 + "="}

    answer = twilio.call(HOOK, data=body, content_type=FORM, headers=headers)

    assert error(answer) == REFUSED


@pytest.mark.parametrize("query", ["x=%FF", "bodySHA256=1", "\xff=\xfe", "%", "?", "a#b"])
def test_no_odd_query_is_more_than_a_refusal(twilio, query):
    headers = {"X-Twilio-Signature": "A" * 27 + "="}

    answer = twilio.call(
        HOOK, data=b"a=b", content_type=FORM, headers=headers,
        environ_overrides={"QUERY_STRING": query},
    )  # fmt: skip

    assert error(answer) == REFUSED


@pytest.mark.parametrize("path", [HOOK, STATUS])
def test_without_an_auth_token_nobody_is_believed(sqlite_url, open_container, twilio, path):
    known = {name: value for name, value in ACCOUNT.items() if "TOKEN" not in name}
    container = open_container(sqlite_url, **known)
    tokenless = Twilio(create_app(container.resort(), container.settings()), twilio.fake)

    answer = tokenless.post(path, twilio.phone().text("hello"))

    assert error(answer) == REFUSED


@pytest.mark.parametrize(
    ("how", "refused"),
    [
        ({"path": "/webhooks/other"}, (404, "NOT_FOUND")),
        ({"path": f"/{HOOK}"}, (404, "NOT_FOUND")),
        ({"method": "PUT", "data": b"x" * 70_000}, (405, "METHOD_NOT_ALLOWED")),
        ({"method": "TRACE"}, (405, "METHOD_NOT_ALLOWED")),
        ({"data": b"x" * 65_537, "content_type": "text/plain"}, (413, "PAYLOAD_TOO_LARGE")),
        ({"data": b"x" * 65_536, "content_type": FORM}, REFUSED),
        ({"data": b"{}", "content_type": "application/json"}, (415, "UNSUPPORTED_MEDIA_TYPE")),
        ({"data": b"x", "content_type": ""}, (415, "UNSUPPORTED_MEDIA_TYPE")),
        ({"data": b"x", "content_type": f"{FORM}; charset=latin-1"},
         (415, "UNSUPPORTED_MEDIA_TYPE")),
        ({"data": b"x", "content_type": FORM, "headers": {"Content-Encoding": "gzip"}},
         (415, "UNSUPPORTED_MEDIA_TYPE")),
        ({"data": b"x", "content_type": "multipart/form-data; boundary=x"},
         (415, "UNSUPPORTED_MEDIA_TYPE")),
        ({"data": b"x", "content_type": FORM}, REFUSED),
        ({}, REFUSED),
    ],
)  # fmt: skip
def test_refusals_come_in_their_order(twilio, how, refused):
    answer = twilio.call(**{"path": HOOK, **how})

    assert error(answer) == refused
    assert ("Allow" in answer.headers) == (answer.status_code == 405)


def test_a_body_without_a_length_is_not_read_beyond_the_limit(twilio):
    class Endless(io.RawIOBase):
        """A body that never ends, as a server hands it on that takes chunks."""

        taken = 0

        def readinto(self, buffer):
            self.taken += len(buffer)
            buffer[:] = b"x" * len(buffer)
            return len(buffer)

    body = Endless()
    environ = {
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "HTTP_TRANSFER_ENCODING": "chunked",
        "CONTENT_LENGTH": "",
    }

    answer = twilio.call(HOOK, content_type=FORM, environ_overrides=environ)

    assert error(answer) == (413, "PAYLOAD_TOO_LARGE")
    assert body.taken < 200_000


def test_what_is_signed_but_says_too_little_is_refused_last(twilio, kept):
    whole = twilio.phone().text("hello")
    for missing in ("MessageSid", "From"):
        form = {name: value for name, value in whole.items() if name != missing}

        answer = twilio.post(HOOK, form)

        assert error(answer) == (400, "VALIDATION_ERROR")
        assert list(answer.get_json()["error"]["details"]["fields"]) == [missing]
    assert kept() == []
