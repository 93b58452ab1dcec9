"""The webhooks as a Flask application, put together from its parts."""

from flask import Flask

from resortbook.application.metrics import RequestMetrics
from resortbook.application.resort import Resort
from resortbook.settings import Settings
from resortbook_whatsapp.errors import register_error_handlers
from resortbook_whatsapp.operations import operations_of
from resortbook_whatsapp.signed import MAX_BODY_BYTES
from resortbook_whatsapp.tracing import watch_requests
from resortbook_whatsapp.webhooks import webhooks_of


def create_app(
    resort: Resort, settings: Settings, *, metrics: RequestMetrics | None = None
) -> Flask:
    """Return the application that takes the webhooks of `resort`.

    `metrics` are those of another application in the same process, if it counts there too.
    """
    counts = metrics or RequestMetrics()
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    app.url_map.merge_slashes = False
    watch_requests(app, ids=resort.ids, metrics=counts, is_https=_is_https(settings))
    register_error_handlers(app)
    app.register_blueprint(webhooks_of(resort, public_url=settings.public_url))
    app.register_blueprint(operations_of(resort, settings, counts))
    return app


def _is_https(settings: Settings) -> bool:
    return settings.public_url.startswith("https:")
