"""Pictures that a file names: linked on the web, kept already, or lying beside the file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from resortbook.application.importing.rows import Unclear
from resortbook.application.importing.values import check_text, read_web_address
from resortbook.domain.errors import InvalidInput
from resortbook.ports.media import KEPT_UNDER, MAX_PICTURE_BYTES, BadPicture, Media

_KEPT = re.compile(re.escape(KEPT_UNDER) + r"[A-Za-z0-9][A-Za-z0-9._-]{0,250}")


@dataclass(slots=True, kw_only=True)
class Pictures:
    """Finds pictures; `folder` is where paths begin (None: paths are refused).

    Nothing is kept before `keep`, so that a file with bad rows leaves nothing behind.
    """

    media: Media
    folder: Path | None
    lost: set[str] = field(default_factory=set)
    _paths: dict[str, tuple[Path, str]] = field(default_factory=dict)

    def url_of(self, source: str, *, stem: str) -> str:
        """Return the address under which a picture is, or will be, shown. Raises Unclear."""
        check_text(source)
        if source.startswith(("http://", "https://")):
            return read_web_address(source)
        if _KEPT.fullmatch(source):
            if not self.media.has(source):
                self.lost.add(source)
            return source
        if self.folder is None:
            raise Unclear("give a web address: pictures cannot come along with this file")
        path = self._found(source)
        try:
            url = self.media.url_for(_read(path), stem=stem)
        except BadPicture as bad:
            raise Unclear(f"{source[:80]}: {bad.reason}") from None
        self._paths[url] = (path, stem)
        return url

    def keep(self, urls: Iterable[str]) -> None:
        """Keep the local ones of these pictures. Raises Unavailable; InvalidInput on `file`."""
        for url in urls:
            path, stem = self._paths.get(url, (None, ""))
            if path is None or self.media.has(url):
                continue
            try:
                kept = self.media.keep(_read(path), stem=stem)
            except (BadPicture, Unclear):
                kept = ""
            if kept != url:
                raise InvalidInput.on("file", f"{path.name} changed while it was read")

    def _found(self, source: str) -> Path:
        beside = [] if self.folder is None else [self.folder / source]
        for path in [*beside, Path(source)]:
            try:
                if path.is_file():
                    return path
            except OSError:
                continue
        raise Unclear(f"there is no picture {source[:80]}")


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_PICTURE_BYTES:
            raise Unclear(f"{path.name} is larger than 8 MB")
        return path.read_bytes()
    except OSError as error:
        raise Unclear(f"{path.name} cannot be read: {error.strerror}") from None
