"""Paths, and parts of them."""

from flask import Flask, Request, request
from werkzeug.routing import BaseConverter, MapAdapter


class Segment(BaseConverter):
    """An id, a slug or a reference; what has control characters in it is at no address."""

    regex = r"[^/\x00-\x1f\x7f]+"
    part_isolating = True


class EitherForm(Flask):
    """An application whose API answers alike with and without the last slash of a path.

    Werkzeug's own way answers 404 in place of 405 to the form without it.
    """

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """Look for the form with the slash, whichever was asked for."""
        adapter = super().create_url_adapter(request)
        if adapter is not None and adapter.path_info.startswith("/api/"):
            adapter.path_info = f"{adapter.path_info.removesuffix('/')}/"
        return adapter


def route_of_request() -> str:
    """Return the rule that this request's path matched, which names no booking or person."""
    return request.url_rule.rule if request.url_rule is not None else "(none)"
