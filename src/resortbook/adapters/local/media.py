"""Pictures in a folder, named by their content."""

import hashlib
import io
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from resortbook.domain.errors import Unavailable
from resortbook.ports.media import KEPT_UNDER, MAX_PICTURE_BYTES, BadPicture

MAX_PIXELS = 40_000_000
LARGEST = 1_600
SIZES = (400, 800)
# What pictures don't hold, and files that are two things at once do.
PASSENGERS = (b"<script", b"<?php", b"<html", b"<svg", b"%pdf-")
END_OF_ZIP = b"PK\x05\x06"
ZIP_ENDS_WITHIN = 65_600
KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
ENDINGS = {"JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "WEBP": ".webp"}


@dataclass(frozen=True, slots=True)
class MediaFolder:
    """Keeps pictures in a folder that all processes share; a web server may serve it as is."""

    folder: Path

    def url_for(self, content: bytes, *, stem: str) -> str:
        """Return where the picture will be found. Raises BadPicture."""
        if len(content) > MAX_PICTURE_BYTES:
            raise BadPicture("the picture is larger than 8 MB")
        digest = hashlib.sha256(content).hexdigest()[:16]
        return f"{KEPT_UNDER}{stem}-{digest}{ENDINGS[_kind_of(content)]}"

    def keep(self, content: bytes, *, stem: str) -> str:
        """Write the picture, unless it is there, without what the camera noted in it."""
        url = self.url_for(content, stem=stem)
        if not self._has_all(url):
            plain = _without_notes(content)
            with _opened(plain) as picture:
                self._write_all(url, picture, plain)
        return url

    def keep_anew(self, content: bytes, *, stem: str) -> str:
        """Write the pixels of a picture anew, in all sizes. Raises BadPicture."""
        ending = self.url_for(content, stem=stem).rpartition(".")[2]
        _refuse_passengers(content)
        with _opened(content) as picture:
            upright = ImageOps.exif_transpose(picture).copy()
        largest = _resized(upright, LARGEST, ending)
        url = self.url_for(largest, stem=stem)
        if not self._has_all(url):
            self._write_all(url, upright, largest)
        return url

    def has(self, url: str) -> bool:
        """Say whether the folder holds it."""
        name = url.removeprefix(KEPT_UNDER)
        return name == Path(name).name and (self.folder / name).is_file()

    def _has_all(self, url: str) -> bool:
        return all(self.has(one) for one in (url, *_smaller(url).values()))

    def _write_all(self, url: str, picture: Image.Image, largest: bytes) -> None:
        ending = url.rpartition(".")[2]
        for width, smaller in _smaller(url).items():
            self._write(smaller.removeprefix(KEPT_UNDER), _resized(picture, width, ending))
        self._write(url.removeprefix(KEPT_UNDER), largest)

    def _write(self, name: str, content: bytes) -> None:
        # Written whole under another name, then renamed: nobody is ever served half of it.
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.folder, prefix=".draft-") as place:
                draft = Path(place, name)
                draft.write_bytes(content)
                draft.replace(self.folder / name)
        except OSError as error:
            raise Unavailable("Pictures cannot be kept at the moment") from error


def _smaller(url: str) -> dict[int, str]:
    name, _, ending = url.rpartition(".")
    return {width: f"{name}-{width}.{ending}" for width in SIZES}


def _kind_of(content: bytes) -> str:
    with _opened(content) as picture:
        width, height = picture.size
        if width * height > MAX_PIXELS:
            raise BadPicture("the picture has more than 40 million pixels")
        try:
            picture.load()
        except (OSError, SyntaxError, ValueError) as error:
            raise BadPicture("the picture is damaged") from error
        return picture.format or ""


def _opened(content: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPicture("the picture has more than 40 million pixels") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise BadPicture("this is no JPEG, PNG or WebP picture") from error


def _refuse_passengers(content: bytes) -> None:
    plain = content.lower()
    if any(one in plain for one in PASSENGERS) or END_OF_ZIP in content[-ZIP_ENDS_WITHIN:]:
        raise BadPicture("the file holds something beside a picture")


def _resized(picture: Image.Image, longest: int, ending: str) -> bytes:
    """Return the pixels alone, at most `longest` wide and high."""
    kind = KINDS[ending]
    mode = "RGBA" if kind != "JPEG" and picture.has_transparency_data else "RGB"
    small = picture.convert(mode)
    small.thumbnail((longest, longest))
    bare = Image.new(mode, small.size)
    bare.paste(small)
    written = io.BytesIO()
    bare.save(written, kind, quality=85, method=2)
    return written.getvalue()


def _without_notes(content: bytes) -> bytes:
    """Return the picture without place, time and camera, turned as the camera was held."""
    with _opened(content) as picture:
        if not picture.getexif():
            return content
        upright = ImageOps.exif_transpose(picture)
        written = io.BytesIO()
        kind = "JPEG" if picture.format == "MPO" else picture.format
        profile = picture.info.get("icc_profile")
        upright.save(written, kind, quality=90, icc_profile=profile, exif=b"")
    return written.getvalue()
