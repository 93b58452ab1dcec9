"""What operators ask of any process that serves: is it ready, and may they see its counts."""

import hmac
from ipaddress import ip_address

from resortbook.application.shapes import Shape
from resortbook.application.stopping import Stopping
from resortbook.domain.errors import Unavailable
from resortbook.ports.memory import Cache
from resortbook.ports.reads import Health


def readiness(health: Health, cache: Cache, stopping: Stopping, *, uses_redis: bool) -> Shape:
    """Return what works; without Redis everything does, only more slowly.

    Raises:
        Unavailable: the process is about to end, the database is away, or is not of the shape
            that this version needs.
    """
    if stopping.is_near:
        raise Unavailable("This process is about to end")
    redis = "unused"
    if uses_redis:
        redis = "up" if cache.is_up() else "down"
    checks = {"database": "up", "migrations": "head", "redis": redis}
    if not health.ping():
        checks |= {"database": "down", "migrations": "unknown"}
        raise Unavailable("The database is away", checks=checks)
    if not health.is_at_head():
        raise Unavailable(
            "Migrations are missing: run `resortbook db upgrade`",
            checks={**checks, "migrations": "behind"},
        )
    return {"status": "degraded" if redis == "down" else "ok", "checks": checks}


def is_monitoring(
    peer: str, *, is_forwarded: bool, authorization: str, metrics_token: str | None
) -> bool:
    """Say whether it is the resort's own monitoring that asks.

    That is a program on this machine which asks by itself, through no proxy, or whoever shows
    the token as `Bearer …`. `peer` is the address that the connection comes from.
    """
    if _is_loopback(peer) and not is_forwarded:
        return True
    scheme, _, shown = authorization.strip().partition(" ")
    return (
        metrics_token is not None
        and scheme.lower() == "bearer"
        and hmac.compare_digest(shown.strip().encode(), metrics_token.encode())
    )


def _is_loopback(peer: str) -> bool:
    try:
        return ip_address(peer).is_loopback
    except ValueError:
        return False  # a socket of this machine's files has no address
