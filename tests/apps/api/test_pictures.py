"""Pictures of activities over HTTP: taken, made anew, put in order; hostile ones refused."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from werkzeug.test import TestResponse

from resortbook.settings import Settings
from tests.apps.api.visitors import Visitor, details, error
from tests.resort_fixtures import Given

PLACE = 0x8825
Send = Callable[..., TestResponse]


def a_picture(kind: str = "JPEG", size: tuple[int, int] = (2_000, 1_000), **how: Any) -> bytes:
    written = io.BytesIO()
    # Small as a file: the test client leaves large ones open.
    Image.linear_gradient("L").resize(size).convert("RGB").save(written, kind, **how)
    return written.getvalue()


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def a_promise_of(width: int, height: int) -> bytes:
    """A small PNG that says it is huge."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1_000)), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.fixture
def send(desk: Visitor, given: Given) -> Send:
    """Send a picture for an activity."""
    given.activity()

    def send_(
        content: bytes, name: str = "boat.jpg", headers: Any = None, **form: str
    ) -> TestResponse:
        form = {"alt_text": "A boat", **form}
        data = {"image": (io.BytesIO(content), name), **form}
        path = "/staff/activities/jet-skiing/images/"
        return desk.call("POST", path, data=data, headers=headers)

    return send_


@pytest.fixture
def kept(settings: Settings) -> Callable[[], list[Path]]:
    """Return the files that are kept."""

    def files() -> list[Path]:
        folder = settings.media_dir
        return sorted(folder.rglob("*")) if folder.is_dir() else []

    return files


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_made_anew_in_three_sizes(
    send: Send, kept: Any, anybody: Visitor, kind: str
):
    exif = Image.Exif()
    exif[PLACE] = {1: "N"}
    exif[0x010F] = "A camera"

    shown = send(a_picture(kind, exif=exif)).get_json()

    assert (shown["is_primary"], shown["order"], shown["alt_text"]) == (True, 0, "A boat")
    widths = []
    for path in kept():
        with Image.open(path) as picture:
            widths.append(picture.width)
            assert not picture.getexif()
    assert sorted(widths) == [400, 800, 1_600]
    assert "/media/jet-skiing-" in shown["url"]
    listed = anybody.get("/activities/jet-skiing/").get_json()["images"]
    assert [one["url"] for one in listed] == [shown["url"]]
    assert set(listed[0]) == {"url", "alt_text", "is_primary", "order"}


def test_pictures_are_put_in_order_and_one_is_the_primary(send: Send, desk: Visitor):
    first = send(a_picture(size=(50, 40))).get_json()
    second = send(a_picture(size=(60, 40)), is_primary="true", order="0").get_json()
    third = send(a_picture(size=(70, 40)), order="5").get_json()

    desk.patch(f"/staff/images/{first['id']}/", {"order": 9, "alt_text": "The pier"})
    desk.patch(f"/staff/images/{third['id']}/", {"is_primary": True})
    assert desk.delete(f"/staff/images/{second['id']}/").status_code == 204

    images = desk.get("/staff/activities/jet-skiing/").get_json()["images"]
    assert [(one["alt_text"], one["is_primary"], one["order"]) for one in images] == [
        ("A boat", True, 5),
        ("The pier", False, 9),
    ]
    assert error(desk.delete(f"/staff/images/{second['id']}/")) == (404, "NOT_FOUND")


def test_pictures_of_an_activity_that_somebody_has_changed_are_left_alone(
    send: Send, desk: Visitor
):
    picture = send(a_picture(size=(50, 40))).get_json()
    activity, one = "/staff/activities/jet-skiing/", f"/staff/images/{picture['id']}/"
    seen = {"If-Match": desk.get(activity).headers["ETag"]}
    desk.patch(activity, {"location": "Pier"})

    refused = [
        desk.patch(one, {"order": 3}, headers=seen),
        desk.delete(one, headers=seen),
        send(a_picture(size=(60, 40)), headers=seen),
    ]
    fresh = {"If-Match": desk.get(activity).headers["ETag"]}
    taken = desk.patch(one, {"order": 3}, headers=fresh)

    assert [error(answer) for answer in refused] == [(412, "PRECONDITION_FAILED")] * 3
    assert (taken.status_code, taken.get_json()["order"]) == (200, 3)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HOSTILE = {
    "a script in SVG": SVG,
    "a script after a picture": a_picture(size=(60, 40)) + b"<SCRIPT>alert(1)</SCRIPT>",
    "a picture that is an archive": a_picture("PNG", (60, 40)) + b"PK\x05\x06" + b"\0" * 18,
    "a picture cut off": cut(a_picture(size=(600, 400))),
    "a PNG cut off": cut(a_picture("PNG", (600, 400))),
    "a promise of 900 million pixels": a_promise_of(30_000, 30_000),
    "a promise of 64 million pixels": a_promise_of(8_000, 8_000),
    "a GIF": a_picture("GIF", (60, 40)),
    "nothing": b"",
    "text": b"just words",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_files_are_refused_clearly_and_leave_nothing_behind(
    send: Send, desk: Visitor, kept: Any, what: str
):
    answer = send(HOSTILE[what], "../../../etc/passwd.jpg")

    assert error(answer) == (400, "VALIDATION_ERROR")
    assert details(answer)["fields"]["image"][0]
    assert kept() == []
    assert desk.get("/staff/activities/jet-skiing/").get_json()["images"] == []


def test_a_name_that_climbs_out_is_not_used(send: Send, kept: Any):
    assert send(a_picture(size=(60, 40)), "../../evil.jpg").status_code == 201

    assert all(path.name.startswith("jet-skiing-") for path in kept())


def test_too_large_a_file_is_refused_before_it_is_looked_at(
    desk: Visitor, given: Given, kept: Any
):
    given.activity()

    answer = desk.call(
        "POST",
        "/staff/activities/jet-skiing/images/",
        data=b"\xff\xd8" * 10_000_000,
        content_type="multipart/form-data; boundary=x",
    )

    assert error(answer) == (413, "PAYLOAD_TOO_LARGE")
    assert kept() == []


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"alt_text": ""}, "alt_text"),
        ({"is_primary": "1"}, "is_primary"),
        ({"order": "-1"}, "order"),
        ({"colour": "blue"}, "colour"),
    ],
)
def test_what_comes_with_a_picture_is_taken_to_the_letter(
    send: Send, form: dict[str, str], field: str
):
    answer = send(a_picture(size=(60, 40)), **form)

    assert error(answer) == (400, "VALIDATION_ERROR")
    assert field in details(answer)["fields"]


def test_a_picture_is_a_file_in_a_form(desk: Visitor, given: Given):
    given.activity()
    path = "/staff/activities/jet-skiing/images/"

    as_json = desk.post(path, {"alt_text": "A boat"})
    as_text = desk.call("POST", path, data={"alt_text": "A boat", "image": "words"})
    unknown = desk.call(
        "POST",
        "/staff/activities/unknown/images/",
        data={"alt_text": "A boat", "image": (io.BytesIO(a_picture(size=(9, 9))), "a.jpg")},
    )

    assert error(as_json) == (415, "UNSUPPORTED_MEDIA_TYPE")
    assert error(as_text) == (415, "UNSUPPORTED_MEDIA_TYPE")  # a form without any file
    assert error(unknown) == (404, "NOT_FOUND")
