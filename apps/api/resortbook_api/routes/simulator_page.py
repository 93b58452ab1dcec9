"""The simulator's page: phones on which guests write to the resort as on WhatsApp."""

from pathlib import Path

import flask
from flask import Response, render_template

from resortbook_api.current import resort
from resortbook_api.routes.pages import as_page

blp = flask.Blueprint("simulator_page", __name__, url_prefix="/simulator")

ASSETS = Path(__file__).parents[1] / "static" / "simulator"
PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)


@blp.get("")
def simulator() -> Response:
    """Show the phones; who is simulated is kept by the browser."""
    return as_page(render_template("simulator.html", facts=resort().facts), PAGE)


@blp.get("/assets/<name>")
def asset(name: str) -> Response:
    """Serve what the page is made of; it is asked for anew each time, and mostly unchanged."""
    response = flask.send_from_directory(ASSETS, name, max_age=0)
    response.headers["Cache-Control"] = "no-cache"
    return response
