"""The API as a Flask application, put together from its parts."""

from pathlib import Path

from flask import Flask
from flask_smorest import Blueprint as SmorestBlueprint

from resortbook.application.metrics import RequestMetrics
from resortbook.application.resort import Resort
from resortbook.settings import Settings
from resortbook_api.answers import keep_private
from resortbook_api.body import MAX_BODY_BYTES
from resortbook_api.brand import brand_of
from resortbook_api.broadcast import Broadcast
from resortbook_api.current import EXTENSION, House
from resortbook_api.document import describe
from resortbook_api.errors import register_error_handlers
from resortbook_api.gate import guard
from resortbook_api.headers import add_headers
from resortbook_api.json_text import JsonProvider
from resortbook_api.metrics import Metrics
from resortbook_api.paths import EitherForm, Segment
from resortbook_api.routes import (
    account,
    activities,
    auth,
    bookings,
    catalogue,
    charges,
    conversations,
    departures,
    desk_bookings,
    live,
    manifests,
    operations,
    outgoing,
    pages,
    people,
    preferences,
    recommendations,
    reports,
    resort,
    resources,
    schedules,
    simulator,
    simulator_page,
    staff,
)
from resortbook_api.routes.resort import facts_of
from resortbook_api.tracing import trace_requests
from resortbook_api.web import WebApp, built_app

DEFAULT_THREADS = 8


def create_app(
    resort: Resort,
    settings: Settings,
    *,
    threads: int = DEFAULT_THREADS,
    web_folder: Path | None = None,
) -> Flask:
    """Return the application that serves `resort`.

    `threads` is how many requests the server works on at once: at most half of them are kept
    by pages that listen to changes. `web_folder` is where the guests' web app was built to.
    """
    app = EitherForm(__name__, static_folder=None)
    app.json = JsonProvider(app)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    app.url_map.converters["segment"] = Segment
    metrics = Metrics(resort, shows_house=not settings.is_production)
    house = House(
        resort=resort,
        settings=settings,
        broadcast=Broadcast(resort=resort, most=max(1, threads // 2), note=metrics.streams.set),
        metrics=metrics,
        web=_web_app(resort, settings, web_folder),
    )
    app.extensions[EXTENSION] = house
    # Hooks before a request run in this order, hooks after it in the opposite one.
    trace_requests(app)
    house.metrics.watch(app)
    add_headers(app, settings)
    keep_private(app)
    guard(app)
    register_error_handlers(app)
    describe(app, _parts(settings), settings)
    app.register_blueprint(pages.blp)
    if settings.has_simulator:
        app.register_blueprint(simulator_page.blp)
    return app


def request_metrics(app: Flask) -> RequestMetrics:
    """Return the counts that the application shows, for others in the same process to join."""
    house: House = app.extensions[EXTENSION]
    return house.metrics.requests


def close(app: Flask) -> None:
    """End the streams of an application whose process is about to end."""
    house: House = app.extensions[EXTENSION]
    house.broadcast.close()


def _web_app(resort: Resort, settings: Settings, folder: Path | None) -> WebApp | None:
    if folder is None:
        return None
    facts = facts_of(resort, settings)
    brand = brand_of(
        main=settings.resort_color,
        accent=settings.resort_accent_color,
        logo=settings.resort_logo,
    )
    return built_app(facts, brand, public_url=settings.public_url, folder=folder)


def _parts(settings: Settings) -> list[SmorestBlueprint]:
    parts = [
        activities,
        bookings,
        auth,
        account,
        preferences,
        recommendations,
        resort,
        live,
        staff,
        catalogue,
        departures,
        schedules,
        resources,
        desk_bookings,
        manifests,
        charges,
        people,
        reports,
        conversations,
        outgoing,
        operations,
    ]
    blueprints = [part.blp for part in parts]
    return [*blueprints, simulator.blp] if settings.has_simulator else blueprints
