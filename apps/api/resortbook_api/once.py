"""Doing what a client asks once, however often the request arrives."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, request

from resortbook.application.once import Answer
from resortbook.application.shapes import Shape, booking_shape
from resortbook.domain.booking import BookingDetail
from resortbook.ports.idempotency import Once
from resortbook_api.answers import JSON
from resortbook_api.auth import signed_in
from resortbook_api.body import body
from resortbook_api.current import resort
from resortbook_api.json_text import json_bytes

Work = Callable[[Once | None], BookingDetail]
Show = Callable[[BookingDetail], Shape]


class _Writer:
    def __init__(self, show: Show) -> None:
        self._show = show
        self._last: tuple[BookingDetail, bytes] | None = None

    def __call__(self, detail: BookingDetail) -> bytes:
        if self._last is None or self._last[0] is not detail:
            self._last = detail, json_bytes(self._show(detail))
        return self._last[1]


def answer_once(
    headers: Mapping[str, Any], work: Work, *, status: int = 200, shape: Show | None = None
) -> Response:
    """Answer with the booking that `work` leads to; under a key the first answer again.

    `shape` shows it, by default as its guest sees it.

    Raises:
        KeyReused, RequestInProgress: see `OnceService.run`; and whatever `work` raises.
    """
    render = rendering(shape or _shown)
    key = headers.get("idempotency_key")
    if key is None:
        return _response(Answer(status=status, body=render(work(None))))
    once = Once(
        owner=f"guest:{signed_in().person.id}",
        key=key,
        fingerprint=_fingerprint(),
        render=render,
        status=status,
    )
    return _response(resort().once.run(once, lambda: work(once)))


def rendering(shape: Show) -> Callable[[BookingDetail], bytes]:
    """Return what writes the answer that `shape` shows: what is kept and then given once."""
    return _Writer(shape)


def _shown(detail: BookingDetail) -> Shape:
    return booking_shape(detail, now=resort().clock.now())


def _response(answer: Answer) -> Response:
    response = Response(answer.body, answer.status, mimetype=JSON)
    if answer.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    if answer.status == 201:
        made = json.loads(answer.body)["id"]
        response.headers["Location"] = f"{request.path.rstrip('/')}/{made}/"
    return response


def _fingerprint() -> str:
    said = json.dumps(body(), sort_keys=True)
    text = f"{request.method} {request.path.rstrip('/')} {said}"
    return hashlib.sha256(text.encode()).hexdigest()
