import io
import json

import pytest
from PIL import Image

from tests.application.importing.lists import named, offered, row, take


def a_picture(kind: str = "PNG", color: str = "teal", **extra) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (8, 6), color).save(written, kind, **extra)
    return written.getvalue()


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "lists"
    place.mkdir()
    (place / "bikes.png").write_bytes(a_picture())
    (place / "not-a-picture.png").write_bytes(b"<svg onload='x'>")
    return place


def test_a_picture_beside_the_file_is_kept_under_its_content(resort, folder, media):
    report = take(resort, row(image="bikes.png"), pictures_from=folder)

    [image] = offered(resort, "water-bikes").images
    assert report.bad == ()
    assert image.is_primary
    assert image.alt_text == "Water Bikes"
    assert image.url.startswith("/media/water-bikes-") and image.url.endswith(".png")
    name = image.url.removeprefix("/media/").removesuffix(".png")
    kept = sorted(path.name for path in media.iterdir())
    assert kept == [f"{name}-400.png", f"{name}-800.png", f"{name}.png"]


def test_the_same_picture_again_is_no_change_and_another_takes_its_place(resort, folder):
    take(resort, row(image="bikes.png"), pictures_from=folder)
    assert take(resort, row(image="bikes.png"), pictures_from=folder).unchanged == 1
    first = offered(resort, "water-bikes").images

    (folder / "bikes.png").write_bytes(a_picture(color="red"))
    assert take(resort, row(image="bikes.png"), pictures_from=folder).updated == 1

    [image] = offered(resort, "water-bikes").images
    assert image.url != first[0].url


def test_a_web_address_is_linked_and_never_fetched(resort, media):
    url = "https://pictures.invalid/bikes.jpg?size=2"

    take(resort, row(image=url))

    assert [image.url for image in offered(resort, "water-bikes").images] == [url]
    assert not media.exists()


@pytest.mark.parametrize("source", ["missing.png", "not-a-picture.png", ".", "nul\x00"])
def test_what_is_no_picture_makes_the_row_bad(resort, folder, source):
    text = json.dumps(
        [{"name": "A", "category": "B", "price": 1, "duration": 9, "capacity": 1}]
    ).replace("}", f', "image": {json.dumps(source)}}}')

    assert named(take(resort, text, pictures_from=folder)) == [(1, "image")]


def test_paths_are_refused_where_no_files_come_along(resort, folder):
    report = take(resort, row(image=str(folder / "bikes.png")))

    assert named(report) == [(2, "image")]


def test_nothing_is_kept_while_a_row_is_bad(resort, folder, media):
    text = row(image="bikes.png") + "Boat;Watersports;free?;30;6;bikes.png\n"

    report = take(resort, text, pictures_from=folder)

    assert not report.written
    assert not media.exists()


def test_images_name_several_pictures_one_of_them_first(resort, folder):
    images = [
        {"url": "https://example.org/a.jpg", "alt_text": "From above"},
        {"url": "bikes.png", "is_primary": True, "order": 7},
    ]
    item = {"name": "Water Bikes", "category": "B", "price": 1, "duration": 9, "capacity": 1}
    text = json.dumps([{**item, "images": images}])

    take(resort, text, pictures_from=folder)
    before = offered(resort, "water-bikes")

    assert [(one.alt_text, one.is_primary, one.order) for one in before.images] == [
        ("From above", False, 0),
        ("", True, 7),
    ]
    assert take(resort, text, pictures_from=folder).unchanged == 1


def test_image_beside_images_must_be_their_primary_one(resort):
    images = '"[{""url"":""https://example.org/a.jpg""}]"'

    same = take(resort, row(image="https://example.org/a.jpg", images=images))
    other = take(resort, row(image="https://example.org/b.jpg", images=images))

    assert same.created == 1
    assert named(other) == [(2, "image")]


def test_a_kept_picture_that_is_not_here_is_told(resort):
    report = take(resort, row(image="/media/water-bikes-0123456789abcdef.png"))

    assert report.created == 1
    assert "/media/water-bikes-0123456789abcdef.png" in report.notes[0]
