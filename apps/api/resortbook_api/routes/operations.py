"""What operators ask: is it alive, is it ready, how much does it do."""

from flask import Response
from flask.views import MethodView

from resortbook.application.operations import readiness
from resortbook.application.shapes import Shape
from resortbook_api.auth import Access
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import house, resort, settings
from resortbook_api.schemas.operations import AliveSchema, ReadySchema

blp = Blueprint("operations", "For operators", "")


@blp.route("/health/live", access=Access.PUBLIC)
class Alive(MethodView):
    """Whether the process answers."""

    @blp.shows(200, AliveSchema)
    def get(self) -> Shape:
        """Say whether it is alive.

        Looks at nothing outside of the process.
        """
        return {"status": "ok"}


@blp.route("/health/ready", access=Access.PUBLIC)
class Ready(MethodView):
    """Whether requests can be served."""

    @blp.shows(200, ReadySchema)
    def get(self) -> Shape:
        """Say whether it is ready.

        503 without the database, with migrations missing, and before the process ends; without
        Redis `degraded`.
        """
        house, uses_redis = resort(), bool(settings().redis_url)
        return readiness(house.reads.health, house.cache, house.stopping, uses_redis=uses_redis)


@blp.route("/metrics", access=Access.MONITORING)
class Metrics(MethodView):
    """How much it does, and how fast."""

    @blp.serves("text/plain")
    def get(self) -> Response:
        """Get metrics.

        In the text form of Prometheus. In production for this machine itself, and for whoever
        shows `METRICS_TOKEN` as a bearer token.
        """
        return house().metrics.page()
