"""Whether this process can serve requests."""

from resortbook.application.resort import Resort
from resortbook.application.shapes import Shape
from resortbook.domain.errors import Unavailable
from resortbook.settings import Settings


def readiness(resort: Resort, settings: Settings) -> Shape:
    """Return what works; without Redis everything does, only more slowly.

    Raises:
        Unavailable: the database is away, or is not of the shape that this version needs.
    """
    redis = _redis(resort, settings)
    checks = {"database": "up", "migrations": "head", "redis": redis}
    if not resort.reads.health.ping():
        checks |= {"database": "down", "migrations": "unknown"}
        raise Unavailable("The database is away", checks=checks)
    if not resort.reads.health.is_at_head():
        raise Unavailable(
            "Migrations are missing: run `resortbook db upgrade`",
            checks={**checks, "migrations": "behind"},
        )
    return {"status": "degraded" if redis == "down" else "ok", "checks": checks}


def _redis(resort: Resort, settings: Settings) -> str:
    if not settings.redis_url:
        return "unused"
    return "up" if resort.cache.is_up() else "down"
