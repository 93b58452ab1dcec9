"""The guests' web app as it was built: its files, ready to be sent, and what answers where."""

import hashlib
import json
import mimetypes
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from flask import Response, request

from resortbook_api.brand import Brand
from resortbook_api.json_text import json_bytes

FOLDER = Path(__file__).parent / "static" / "web"
INDEX = "index.html"
PARTS = "parts.json"  # the bundler's list of what imports what
ASSETS = "assets/"  # named by their content, so that they never change
YEAR_SECONDS = 31_536_000
# With credentials, as the app asks: else it would be asked twice.
PRELOAD = "rel=preload; as=fetch; crossorigin=use-credentials"
ENCODINGS = {"br": ".br", "gzip": ".gz"}
# Everything else under the root belongs to programs, who are answered in JSON.
FOR_PROGRAMS = re.compile(
    r"/(?:api|docs|openapi\.json|health|metrics|simulator|webhooks|media|assets)(?:/.*)?"
)
# The pages that the app has, each with its own part; a test holds them against its router.
PAGES = {
    "/": "HomePage",
    "/activities": "ActivitiesPage",
    "/activities/[^/]+": "ActivityPage",
    "/bookings": "BookingsPage",
    "/bookings/[^/]+": "BookingPage",
    "/login": "LoginPage",
    "/link": "LinkPage",
    "/profile": "ProfilePage",
    "/desk(?:/.+)?": "routes",
}
NOWHERE = ""
NAMED = re.compile(r"(?<=data-resort-name)([^>]*>)")  # the place for it in the document
_CARD = "id,slug,name,category,price,currency,price_per,rates,duration_minutes,location,images"
_KINDS = "/api/v1/activities/categories/"
# What a page asks for first, to the letter: it is fetched while the app itself still is. A test
# in a browser holds these against what the app asks for.
FIRST_READS = {
    "HomePage": (
        f"/api/v1/activities/?limit=100&include=next_slots&fields={_CARD}",
        _KINDS,
    ),
    "ActivitiesPage": (
        f"/api/v1/activities/?sort=name&include=next_slots&limit=60&fields={_CARD}",
        _KINDS,
    ),
    "ActivityPage": ("/api/v1{path}/",),
}


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
    documents: Mapping[str, BuiltFile]
    policy: str

    def page(self, path: str) -> Response:
        """Return the document of the page at a path; where there is none, with status 404."""
        plain = path.removesuffix("/") or "/"
        part = next((PAGES[page] for page in PAGES if re.fullmatch(page, plain)), NOWHERE)
        response = self._send(self.documents[part])
        if part in FIRST_READS and not request.query_string:
            reads = [read.replace("{path}", quote(plain)) for read in FIRST_READS[part]]
            response.headers["Link"] = ", ".join(f"<{read}>; {PRELOAD}" for read in reads)
        if part == NOWHERE and response.status_code == 200:
            response.status_code = 404
        return response

    def answer(self, path: str) -> Response | None:
        """Return what the app has at a path: a file, a page, its own "nothing here".

        None where the path is one for programs.
        """
        name = path.removeprefix("/")
        if name in self.files:
            return self._send(self.files[name], is_for_good=name.startswith(ASSETS))
        if FOR_PROGRAMS.fullmatch(path):
            return None
        return self.page(path)

    def _send(self, file: BuiltFile, *, is_for_good: bool = False) -> Response:
        compressed = [form for form in ENCODINGS if form in file.forms]
        encoding = request.accept_encodings.best_match(compressed, default="identity")
        response = Response(file.forms[encoding], mimetype=file.kind)
        if encoding != "identity":
            response.headers["Content-Encoding"] = encoding
        response.vary.add("Accept-Encoding")
        response.headers["Content-Security-Policy"] = self.policy
        if is_for_good:
            response.headers["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
        else:
            response.headers["Cache-Control"] = "no-cache"
        response.set_etag(file.tag if encoding == "identity" else f"{file.tag}-{encoding}")
        response.make_conditional(request)
        return response


def built_app(
    facts: Mapping[str, object], brand: Brand, *, public_url: str, folder: Path = FOLDER
) -> WebApp | None:
    """Return the app that was built into `folder`; None where there is none.

    `facts` of the resort are written into the documents, so that its name is there at once,
    and in the preview that a messenger makes of a link.
    """
    if not (folder / INDEX).is_file():
        return None
    plain = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in ENCODINGS.values()
    }
    own = {name: _file(kind, {"identity": data}) for name, (kind, data) in brand.files.items()}
    built = {name: _read(path) for name, path in plain.items() if name not in (INDEX, PARTS)}
    document = _with_facts((folder / INDEX).read_text(encoding="utf-8"), facts)
    documents = {
        part: _document(document, [*_preloads(plain.get(PARTS), part), *brand.links])
        for part in (*PAGES.values(), NOWHERE)
    }
    return WebApp(files=built | own, documents=documents, policy=_policy(public_url))


def _document(text: str, links: list[str]) -> BuiltFile:
    head = "".join(f"  {link}\n  " for link in links)
    return _file("text/html", {"identity": text.replace("</head>", f"{head}</head>").encode()})


def _preloads(parts: Path | None, page: str) -> Iterator[str]:
    """Links to what the page's own part is made of, so that it is fetched along with the app.

    What the app itself is made of stands in the document already.
    """
    if parts is None:
        return
    known = json.loads(parts.read_text(encoding="utf-8"))
    entry = {key for key, part in known.items() if part.get("isEntry")}
    always = _with_imports(known, entry)
    own = {key for key in known if Path(key).stem == page}
    for key in sorted(_with_imports(known, own) - always):
        yield f'<link rel="modulepreload" href="/{known[key]["file"]}" />'


def _with_imports(parts: Mapping[str, Any], keys: set[str]) -> set[str]:
    found, following = set[str](), set(keys)
    while following:
        found |= following
        following = {one for key in following for one in parts[key].get("imports", ())} - found
    return found


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
    document = re.sub(r"<title>.*?</title>", lambda _: head, document, count=1)
    return NAMED.sub(lambda found: found[1] + name, document, count=1)


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
