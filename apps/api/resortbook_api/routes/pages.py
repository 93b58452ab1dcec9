"""Pages and files for people: the front page, the API's description, pictures."""

import re
from importlib.resources import files
from pathlib import Path

import flask
from flask import Response, current_app, render_template, request

from resortbook_api.current import house, resort, settings
from resortbook_api.document import document_of
from resortbook_api.json_text import json_bytes

blp = flask.Blueprint("pages", __name__)

SWAGGER_UI = Path(str(files("flask_swagger_ui"))) / "dist"
ASSETS = {"swagger-ui.css", "swagger-ui-bundle.js"}
DAY_SECONDS = 86_400
YEAR_SECONDS = 31_536_000
PAGE = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'"
# The page of others sets styles on its elements and draws its icons from data.
DOCS_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
PICTURE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
_NAMED_BY_CONTENT = re.compile(r".*-[0-9a-f]{16,}\.[a-z0-9]+")


@blp.get("/")
def home() -> Response:
    """Show the web app; where it has not been built, where everything else is."""
    web = house().web
    if web is not None:
        return web.page("/")
    page = render_template(
        "home.html", facts=resort().facts, has_simulator=settings().has_simulator
    )
    return as_page(page, PAGE)


@blp.get("/docs")
def docs() -> Response:
    """Show the API's description in a form to read and to try."""
    return as_page(render_template("docs.html", facts=resort().facts), DOCS_PAGE)


@blp.get("/docs/assets/<name>")
def docs_asset(name: str) -> Response:
    """Serve what the description's page is made of; it needs nothing from elsewhere."""
    folder = SWAGGER_UI if name in ASSETS else Path(__file__).parents[1] / "static"
    return flask.send_from_directory(folder, name, max_age=DAY_SECONDS)


@blp.get("/openapi.json")
def openapi() -> Response:
    """Serve the API's description."""
    response = Response(json_bytes(document_of(current_app)), mimetype="application/json")
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


@blp.get("/media/<path:name>")
def media(name: str) -> Response:
    """Serve a picture; one named by its content never changes."""
    is_final = _NAMED_BY_CONTENT.fullmatch(name) is not None
    folder = settings().media_dir.absolute()
    response = flask.send_from_directory(
        folder, name, max_age=YEAR_SECONDS if is_final else DAY_SECONDS
    )
    response.cache_control.public = True
    if is_final:
        response.cache_control.immutable = True
    response.headers["Content-Security-Policy"] = PICTURE
    return response


def as_page(text: str, policy: str) -> Response:
    """Return a page for browsers, which may load what `policy` says."""
    response = Response(text, mimetype="text/html")
    response.headers["Content-Security-Policy"] = policy
    response.headers["Cache-Control"] = "no-cache"
    return response
