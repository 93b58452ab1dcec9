"""Hostile and careless input: every one of it is refused, none is an error of ours."""

import json
from io import BytesIO
from typing import Any

import pytest

from tests.apps.api.test_bookings import wish
from tests.apps.api.visitors import Visitor, details, error
from tests.resort_fixtures import Given

JSON = "application/json"
INVALID = (400, "VALIDATION_ERROR")
MALFORMED = (400, "MALFORMED_JSON")


def send(guest: Visitor, text: str | bytes, **how: Any):
    how.setdefault("content_type", JSON)
    return guest.post("/bookings/", data=text, **how)


def send_in_chunks(guest: Visitor, text: str):
    # As servers hand over a body whose length nobody has announced.
    return guest.post(
        "/bookings/",
        input_stream=BytesIO(text.encode()),
        environ_overrides={"wsgi.input_terminated": True},
        content_type=JSON,
    )


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "nope",
        "{'a': 1}",
        '{"a": NaN}',
        '{"a": Infinity}',
        '{"a": -Infinity}',
        '{"a": 1,}',
        '{"a": 1} {}',
        '{"a": "\x00"}',
        '{"a": "\n"}',
        b'{"a": "\xff"}',
        b'{"a": "\xed\xa0\x80"}',
        b'\xef\xbb\xbf{"a": 1}',
        '{"a": 1}'.encode("utf-16"),
        "[" * 30_000,
        "[" * 30_000 + "]" * 30_000,
        '{"a":' * 10_000 + "1" + "}" * 10_000,
        '{"a": ' + "[" * 30 + "]" * 30 + "}",
    ],
)
def test_what_is_no_json_is_malformed(guest: Visitor, text: str | bytes):
    assert error(send(guest, text)) == MALFORMED


@pytest.mark.parametrize("text", ["[]", '"text"', "1", "null", "true", "1e999", "-0"])
def test_a_body_is_an_object(guest: Visitor, text: str):
    answer = send(guest, text)

    assert error(answer) == INVALID
    assert list(details(answer)["fields"]) == ["body"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"participants": "1"}, "participants"),
        ({"participants": 1.5}, "participants"),
        ({"participants": 1e300}, "participants"),
        ({"participants": True}, "participants"),
        ({"participants": None}, "participants"),
        ({"participants": [1]}, "participants"),
        ({"participants": {"value": 1}}, "participants"),
        ({"participants": 0}, "participants"),
        ({"participants": -1}, "participants"),
        ({"participants": 2**31}, "participants"),
        ({"participants": 10**4_000}, "participants"),
        ({"participants": 1, "party": {"person": 1}}, "party"),
        ({"party": {}}, "party"),
        ({"party": []}, "party"),
        ({"party": {"person": "1"}}, "party.person"),
        ({"party": {"person": 1.5}}, "party.person"),
        ({"party": {"person": True}}, "party.person"),
        ({"party": {"person": -1}}, "party.person"),
        ({"party": {"person": 2**31}}, "party.person"),
        ({"party": {"person": 0}}, "party"),
        ({"party": {"pirate": 1}}, "party"),
        ({"party": {str(number): 1 for number in range(21)}}, "party"),
        ({"activity_id": "7"}, "activity_id"),
        ({"activity_id": 7}, "activity_id"),
        ({"activity_id": None}, "activity_id"),
        ({"activity_id": "0192f0c17aaa7bbb8cccddddeeeeffff"}, "activity_id"),
        ({"activity_id": "{0192f0c1-7aaa-7bbb-8ccc-ddddeeeeffff}"}, "activity_id"),
        ({"activity_id": "urn:uuid:0192f0c1-7aaa-7bbb-8ccc-ddddeeeeffff"}, "activity_id"),
        ({"time_slot_id": ["0192f0c1-7aaa-7bbb-8ccc-ddddeeeeffff"]}, "time_slot_id"),
        ({"special_requests": "r" * 1_001}, "special_requests"),
        ({"special_requests": 7}, "special_requests"),
        ({"special_requests": None}, "special_requests"),
        ({"special_requests": "bell\x07"}, "special_requests"),
        ({"lead_name": "n" * 201}, "lead_name"),
        ({"lead_name": "Two\nlines"}, "lead_name"),
        ({"room": "r" * 51}, "room"),
        ({"colour": "blue"}, "colour"),
        ({"status": "confirmed"}, "status"),
        ({"total_price": "0.01"}, "total_price"),
    ],
)
def test_a_field_takes_its_own_kind_of_value(
    guest: Visitor, given: Given, change: dict[str, Any], field: str
):
    answer = guest.post("/bookings/", {**wish(given.slot()), **change})

    assert error(answer) == INVALID
    assert list(details(answer)["fields"]) == [field]
    assert guest.get("/bookings/").get_json()["items"] == []


def test_a_whole_number_may_be_written_as_json_lets_it(guest: Visitor, given: Given):
    asked = wish(given.slot(), participants=2.0)

    assert guest.post("/bookings/", asked).get_json()["participants"] == 2


def test_a_number_may_have_more_digits_than_python_reads(guest: Visitor):
    answer = send(guest, '{"participants": ' + "9" * 5_000 + "}")

    assert error(answer) == INVALID
    assert "participants" in details(answer)["fields"]


@pytest.mark.parametrize(
    "number", ["1e400", "-1e400", "9" * 5_000, "[1, [1e400]]", '{"b": 1e999}']
)
def test_a_number_that_json_cannot_write_is_never_kept(
    desk: Visitor, anybody: Visitor, given: Given, number: str
):
    given.activity()

    how = {"data": '{"metadata": {"a": ' + number + "}}", "content_type": "application/json"}
    answer = desk.patch("/staff/activities/jet-skiing/", **how)

    assert error(answer) == INVALID
    assert anybody.get("/activities/jet-skiing/").get_json()["metadata"] == {}


@pytest.mark.parametrize("missing", ["activity_id", "time_slot_id"])
def test_a_missing_field_is_named(guest: Visitor, given: Given, missing: str):
    asked = wish(given.slot())
    del asked[missing]

    answer = guest.post("/bookings/", asked)

    assert error(answer) == INVALID
    assert list(details(answer)["fields"]) == [missing]


@pytest.mark.parametrize(
    "text",
    [
        '{"special_requests": "a\\u0000b"}',
        '{"special_requests": "\\ud800"}',
        '{"special_requests": "\\udc00\\ud800"}',
        '{"party": {"\\ud800": 1}}',
        '{"\\u0000": 1}',
        '{"\\ud83d": 1}',
        '{"colour": ["\\udfff"]}',
        '{"a": 1, "a": 1}',
        '{"party": {"adult": 1, "adult": 2}}',
        '{"\\ud800": 1, "\\ud800": 2}',
    ],
)
def test_nul_half_characters_and_keys_given_twice_are_refused(guest: Visitor, text: str):
    answer = send(guest, text)

    assert error(answer) == INVALID
    assert answer.data.decode("utf-8")


def test_letters_of_all_scripts_are_welcome(guest: Visitor, given: Given):
    text = json.dumps(wish(given.slot(), lead_name="Zoë 🏄 李"))  # escaped as pairs

    shown = send(guest, text).get_json()

    assert shown["lead_name"] == "Zoë 🏄 李"


def test_words_of_the_greatest_length_are_taken(guest: Visitor, given: Given):
    words = {"special_requests": "é" * 1_000, "lead_name": "n" * 200}

    made = guest.post("/bookings/", wish(given.slot(), **words)).get_json()
    ended = guest.post(f"/bookings/{made['id']}/cancel/", {"reason": "r" * 500})
    too_long = guest.post(f"/bookings/{made['id']}/cancel/", {"reason": "r" * 501})

    assert {name: made[name] for name in words} == words
    assert ended.get_json()["cancellation_reason"] == "r" * 500
    assert error(too_long) == INVALID


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/merge-patch+json",
        "application/json; charset=utf-16",
        "json",
        "",
    ],
)
def test_another_type_than_json_is_refused(guest: Visitor, given: Given, content_type: str):
    answer = send(guest, json.dumps(wish(given.slot())), content_type=content_type)

    assert error(answer) == (415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate", "x", "identity, gzip"])
def test_an_encoded_body_is_refused(guest: Visitor, encoding: str):
    answer = send(guest, "{}", headers={"Content-Encoding": encoding})

    assert error(answer) == (415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize("content_type", [JSON, "application/json; charset=UTF-8"])
def test_json_may_say_that_it_is_utf8(guest: Visitor, given: Given, content_type: str):
    text = json.dumps(wish(given.slot()))

    assert send(guest, text, content_type=content_type).status_code == 201


def test_nothing_at_all_is_an_empty_object(guest: Visitor, given: Given):
    made = guest.post("/bookings/", wish(given.slot())).get_json()
    path = f"/bookings/{made['id']}"

    nothing = guest.post(f"{path}/confirm/")
    typed = guest.post(f"{path}/cancel/", data="", content_type=JSON)
    where_something_is_required = guest.post("/bookings/")

    assert (nothing.status_code, typed.status_code) == (200, 200)
    assert error(where_something_is_required) == INVALID


def test_64_kb_are_taken_and_not_a_byte_more(guest: Visitor):
    start = '{"special_requests": "'
    full = start + "x" * (65_536 - len(start) - 2) + '"}'

    for way in (send, send_in_chunks):
        assert error(way(guest, full)) == INVALID
        assert error(way(guest, full + " ")) == (413, "PAYLOAD_TOO_LARGE")
        assert error(way(guest, full + " " * 70_000)) == (413, "PAYLOAD_TOO_LARGE")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/activities/"),
        ("GET", "/activities/categories/"),
        ("GET", "/activities/search/?q=a"),
        ("GET", "/activities/jet-skiing/"),
        ("GET", "/activities/jet-skiing/availability/"),
        ("GET", "/bookings/"),
        ("POST", "/bookings/"),
        ("GET", "/bookings/ABCD2345/"),
        ("PATCH", "/bookings/ABCD2345/"),
        ("POST", "/bookings/ABCD2345/confirm/"),
        ("GET", "/bookings/ABCD2345/calendar.ics"),
        ("GET", "/auth/me/"),
        ("DELETE", "/auth/me/"),
        ("POST", "/auth/logout/"),
        ("PUT", "/preferences/"),
        ("GET", "/live/"),
        ("GET", "//health/live"),
        ("GET", "//simulator/messages?phone=%2B14155550123"),
    ],
)
def test_an_unknown_parameter_is_refused_everywhere(guest: Visitor, method: str, path: str):
    sign = "&" if "?" in path else "?"

    answer = guest.call(method, f"{path}{sign}colour=blue")

    assert error(answer) == INVALID
    assert "colour" in details(answer)["fields"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=-1", "limit"),
        ("limit=%2B5", "limit"),
        ("limit=05", "limit"),
        ("limit=5.0", "limit"),
        ("limit=%EF%BC%95", "limit"),
        ("limit=%D9%A5", "limit"),
        ("limit=", "limit"),
        ("limit=" + "9" * 5_000, "limit"),
        ("limit=5&limit=5", "limit"),
        ("cursor=", "cursor"),
        ("cursor=nonsense", "cursor"),
        ("cursor=WyJhIl0", "cursor"),
        ("cursor=%00", "cursor"),
        ("sort=colour", "sort"),
        ("sort=NAME", "sort"),
        ("include=everything", "include"),
        ("min_price=-1", "min_price"),
        ("min_price=1e5", "min_price"),
        ("min_price=1.234", "min_price"),
        ("min_price=123456789", "min_price"),
        ("max_price=NaN", "max_price"),
        ("min_price=5&max_price=4", "max_price"),
        ("date=2026-02-30", "date"),
        ("date=2026-W01-1", "date"),
        ("date=20261015", "date"),
        ("date=2026-10-15T00:00:00Z", "date"),
        ("date=%EF%BC%92026-10-15", "date"),
        ("participants=1.5", "participants"),
        ("participants=2147483648", "participants"),
        ("fields=", "fields"),
        ("fields=id,", "fields"),
        ("fields=id&fields=name", "fields"),
        ("q=a%00b", "q"),
        ("q=" + "q" * 201, "q"),
        ("q=%FF", "query"),
        ("q=%ED%A0%80", "query"),
        ("&".join(f"a{number}=1" for number in range(101)), "query"),
    ],
)
def test_a_parameter_takes_its_own_kind_of_value(anybody: Visitor, query: str, field: str):
    answer = anybody.get(f"/activities/?{query}")

    assert error(answer) == INVALID
    assert list(details(answer)["fields"]) == [field]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("status=unknown", "status.0"),
        ("status=pending&status=gone", "status.1"),
        ("when=now", "when"),
        ("when=past&when=past", "when"),
        ("cursor=nonsense", "cursor"),
        ("fields=phone", "fields"),
    ],
)
def test_bookings_are_not_listed_by_what_they_do_not_have(
    guest: Visitor, query: str, field: str
):
    answer = guest.get(f"/bookings/?{query}")

    assert error(answer) == INVALID
    assert list(details(answer)["fields"]) == [field]


def test_a_search_needs_words(anybody: Visitor):
    assert list(details(anybody.get("/activities/search/"))["fields"]) == ["q"]
    assert anybody.get("/activities/search/?q=").get_json()["items"] == []


@pytest.mark.parametrize(
    "code", ["12345", "1234567", "abcdef", "12345\n", "１２３４５６", 123456]
)
def test_a_code_is_six_digits(anybody: Visitor, code: Any):
    answer = anybody.post("/auth/verify-otp/", {"phone": "+14155550123", "code": code})

    assert error(answer) == INVALID
    assert list(details(answer)["fields"]) == ["code"]
