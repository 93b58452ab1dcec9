"""The guests' web app as it was built: its files, ready to be sent, and what answers where."""

import hashlib
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from flask import Response, request

from resortbook_api.json_text import json_bytes

FOLDER = Path(__file__).parent / "static" / "web"
INDEX = "index.html"
ASSETS = "assets/"  # named by their content, so that they never change
YEAR_SECONDS = 31_536_000
ENCODINGS = {"br": ".br", "gzip": ".gz"}
# Everything else under the root belongs to programs, who are answered in JSON.
FOR_PROGRAMS = re.compile(
    r"/(?:api|docs|openapi\.json|health|metrics|simulator|webhooks|media|assets)(?:/.*)?"
)
# The pages that the app has; a test holds them against its router.
PAGES = re.compile(
    r"/|/activities(?:/[^/]+)?|/bookings(?:/[^/]+)?|/login|/link|/profile|/desk(?:/.+)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltFile:
    """A file of the build, plain and in the forms that it was compressed to."""

    kind: str
    tag: str
    forms: Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class WebApp:
    """The built app; it is read once, at the start, and sent from memory."""

    files: Mapping[str, BuiltFile]
    policy: str

    def page(self, *, status: int = 200) -> Response:
        """Return the one document of the app, which then shows the page of its address."""
        response = self._send(INDEX)
        if response.status_code == 200:
            response.status_code = status
        return response

    def answer(self, path: str) -> Response | None:
        """Return what the app has at a path: a file, a page, its own "nothing here".

        None where the path is one for programs.
        """
        name = path.removeprefix("/")
        if name in self.files:
            return self._send(name)
        if FOR_PROGRAMS.fullmatch(path):
            return None
        is_page = PAGES.fullmatch(path.removesuffix("/") or "/")
        return self.page(status=200 if is_page else 404)

    def _send(self, name: str) -> Response:
        file = self.files[name]
        compressed = [form for form in ENCODINGS if form in file.forms]
        encoding = request.accept_encodings.best_match(compressed, default="identity")
        response = Response(file.forms[encoding], mimetype=file.kind)
        if encoding != "identity":
            response.headers["Content-Encoding"] = encoding
        response.vary.add("Accept-Encoding")
        response.headers["Content-Security-Policy"] = self.policy
        if name.startswith(ASSETS):
            response.headers["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
        else:
            response.headers["Cache-Control"] = "no-cache"
        response.set_etag(file.tag if encoding == "identity" else f"{file.tag}-{encoding}")
        response.make_conditional(request)
        return response


def built_app(
    facts: Mapping[str, object], *, public_url: str, folder: Path = FOLDER
) -> WebApp | None:
    """Return the app that was built into `folder`; None where there is none.

    `facts` of the resort are written into the document, so that its name is there at once,
    and in the preview that a messenger makes of a link.
    """
    if not (folder / INDEX).is_file():
        return None
    plain = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in ENCODINGS.values()
    }
    files = {name: _read(path) for name, path in plain.items() if name != INDEX}
    document = _with_facts((folder / INDEX).read_text(encoding="utf-8"), facts)
    files[INDEX] = _file("text/html", {"identity": document.encode()})
    return WebApp(files=files, policy=_policy(public_url))


def _read(path: Path) -> BuiltFile:
    forms = {"identity": path.read_bytes()}
    for encoding, suffix in ENCODINGS.items():
        compressed = path.with_name(path.name + suffix)
        if compressed.is_file():
            forms[encoding] = compressed.read_bytes()
    kind = {".webmanifest": "application/manifest+json", ".js": "text/javascript"}.get(
        path.suffix, mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    )
    return _file(kind, forms)


def _file(kind: str, forms: Mapping[str, bytes]) -> BuiltFile:
    tag = hashlib.sha256(forms["identity"]).hexdigest()[:32]
    return BuiltFile(kind=kind, tag=tag, forms=forms)


def _with_facts(document: str, facts: Mapping[str, object]) -> str:
    name = _escaped(str(facts["name"]))
    told = _escaped(json_bytes(facts).decode())
    head = (
        f"<title>{name}</title>\n"
        f'    <meta property="og:title" content="{name}" />\n'
        f'    <meta name="resort" content="{told}" />'
    )
    return re.sub(r"<title>.*?</title>", lambda _: head, document, count=1)


def _escaped(text: str) -> str:
    for sign, entity in (("&", "&amp;"), ('"', "&quot;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, entity)
    return text


def _policy(public_url: str) -> str:
    parts = urlsplit(public_url)
    # Pictures of a catalogue may be linked from anywhere; nothing else comes from elsewhere.
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        f"img-src 'self' data: https: {parts.scheme}://{parts.netloc}; connect-src 'self'; "
        "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
