import io
from pathlib import Path

import pytest
from PIL import Image

from resortbook.adapters.local.media import MediaFolder
from resortbook.domain.errors import Unavailable
from resortbook.ports.media import BadPicture


def a_picture(kind: str, size: tuple[int, int] = (12, 8), **extra) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, "teal").save(written, kind, **extra)
    return written.getvalue()


def size_of(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture:
        return picture.size


@pytest.mark.parametrize(
    ("kind", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")]
)
def test_a_picture_is_kept_once_under_its_content_and_told_by_it(tmp_path, kind, ending):
    media = MediaFolder(tmp_path / "media")
    content = a_picture(kind)

    url = media.keep(content, stem="boat")

    assert url == media.url_for(content, stem="boat") == media.keep(content, stem="boat")
    assert url.startswith("/media/boat-") and url.endswith(f".{ending}")
    assert (tmp_path / url.removeprefix("/")).read_bytes() == content
    assert len(list((tmp_path / "media").iterdir())) == 3
    assert media.has(url)


def test_a_picture_is_kept_in_smaller_sizes_too_and_they_are_made_again_where_they_are_gone(
    tmp_path,
):
    media = MediaFolder(tmp_path / "media")
    content = a_picture("WEBP", (1_200, 800))

    url = media.keep(content, stem="boat")
    name = tmp_path / url.removeprefix("/").removesuffix(".webp")
    Path(f"{name}-400.webp").unlink()
    media.keep(content, stem="boat")

    assert {path.name: size_of(path) for path in (tmp_path / "media").iterdir()} == {
        f"{name.name}.webp": (1_200, 800),
        f"{name.name}-800.webp": (800, 533),
        f"{name.name}-400.webp": (400, 267),
    }


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg/>",
        a_picture("GIF"),
        a_picture("PNG", (300, 300))[:80],
        a_picture("JPEG", (64, 64))[:-200],
        b"\xff\xd8\xff\xe0" + b"x" * 40,
        a_picture("PNG") + b"x" * 8 * 1024 * 1024,
        a_picture("PNG", (8_000, 6_000)),
        a_picture("PNG", (12_000, 9_000)),
    ],
    ids=["empty", "svg", "gif", "cut", "cut jpeg", "noise", "long", "48 Mpx", "108 Mpx"],
)
def test_what_is_no_sound_picture_is_refused(tmp_path, content):
    media = MediaFolder(tmp_path)

    with pytest.raises(BadPicture):
        media.keep(content, stem="boat")

    assert list(tmp_path.iterdir()) == []


def test_what_the_camera_noted_is_dropped_and_the_picture_stands_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera lay on its side
    exif[0x010F] = "A camera"
    media = MediaFolder(tmp_path)

    url = media.keep(a_picture("JPEG", exif=exif), stem="boat")

    with Image.open(tmp_path / url.removeprefix("/media/")) as kept:
        assert kept.size == (8, 12)
        assert not kept.getexif()


def test_addresses_outside_of_the_folder_are_never_kept_ones(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"x")
    media = MediaFolder(tmp_path / "media")

    for url in (
        "/media/../secret.png",
        "https://example.org/a.png",
        "/media/",
        "/media/a/b.png",
    ):
        assert not media.has(url)


def test_a_folder_that_takes_nothing_is_told_as_unavailable(tmp_path):
    (tmp_path / "media").write_bytes(b"a file where the folder should be")

    with pytest.raises(Unavailable):
        MediaFolder(tmp_path / "media").keep(a_picture("PNG"), stem="boat")
