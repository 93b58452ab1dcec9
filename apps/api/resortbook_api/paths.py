"""Paths, and parts of them."""

from flask import request
from werkzeug.routing import BaseConverter


class Segment(BaseConverter):
    """An id, a slug or a reference; what has control characters in it is at no address."""

    regex = r"[^/\x00-\x1f\x7f]+"
    part_isolating = True


def route_of_request() -> str:
    """Return the rule that this request's path matched, which names no booking or person."""
    return request.url_rule.rule if request.url_rule is not None else "(none)"
