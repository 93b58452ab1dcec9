"""Paths, and parts of them."""

from flask import Flask, Request, request
from werkzeug.routing import BaseConverter, Map, MapAdapter


class Segment(BaseConverter):
    """An id, a slug or a reference; what has control characters in it is at no address."""

    regex = r"[^/\x00-\x1f\x7f]+"
    part_isolating = True

    def __init__(self, map: Map, *, other_than: str = "") -> None:
        """Leave out what is an address of its own: `import|export`."""
        super().__init__(map)
        if other_than:
            self.regex = rf"(?!(?:{other_than})$){self.regex}"


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
