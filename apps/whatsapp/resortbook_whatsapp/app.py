"""The webhooks as a Flask application, put together from its parts."""

from typing import TYPE_CHECKING, Any

from flask import Flask

from resortbook.application.metrics import RequestMetrics
from resortbook.application.resort import Resort
from resortbook.settings import Settings
from resortbook_whatsapp.errors import register_error_handlers
from resortbook_whatsapp.operations import operations_of
from resortbook_whatsapp.signed import MAX_BODY_BYTES
from resortbook_whatsapp.tracing import watch_requests
from resortbook_whatsapp.webhooks import webhooks_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class AnyHost(Flask):
    """An application that takes no notice of the host that a request names.

    Anybody can name any, and Werkzeug would refuse some before their signature is looked at.
    """

    def wsgi_app(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Any:
        """Answer one request."""
        environ.pop("HTTP_HOST", None)
        return super().wsgi_app(environ, start_response)


def create_app(
    resort: Resort, settings: Settings, *, metrics: RequestMetrics | None = None
) -> Flask:
    """Return the application that takes the webhooks of `resort`.

    `metrics` are those of another application in the same process, if it counts there too.
    """
    counts = metrics or RequestMetrics()
    app = AnyHost(__name__, static_folder=None)
    # One more than may be: Werkzeug reads a body of unknown length up to this and says nothing.
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES + 1
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    app.url_map.merge_slashes = False
    watch_requests(app, ids=resort.ids, metrics=counts, is_https=_is_https(settings))
    register_error_handlers(app)
    app.register_blueprint(webhooks_of(resort, public_url=settings.public_url))
    app.register_blueprint(operations_of(resort, settings, counts))
    return app


def _is_https(settings: Settings) -> bool:
    return settings.public_url.startswith("https:")
