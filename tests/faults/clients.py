"""Guests at the API who ask again until they are answered."""

import http.client
import json
import time
from typing import Any

import pytest

from resortbook.domain.slot import TimeSlot
from tests.apps.whatsapp.programs import ask
from tests.apps.worker.conftest import Program

Answer = tuple[int, Any]
NOTHING: Answer = (0, None)
FINAL = (200, 201, 400, 422)


def request(
    api: Program, path: str, body: Any = None, *, token: str = "", key: str = ""
) -> Answer:
    """Ask once; the status and the answer, or NOTHING where none came."""
    headers = {"Content-Type": "application/json"} if body is not None else {}
    headers |= {"Authorization": f"Bearer {token}"} if token else {}
    headers |= {"Idempotency-Key": key} if key else {}
    method = "GET" if body is None else "POST"
    text = None if body is None else json.dumps(body)
    try:
        status, said = ask(api.port, path, method, text, headers)
    except (OSError, http.client.HTTPException):
        return NOTHING
    return status, json.loads(said) if said.startswith("{") else said


def book(api: Program, slot: TimeSlot, token: str, key: str = "once") -> Answer:
    """Ask for a booking, once."""
    asked = {"activity_id": str(slot.activity_id), "time_slot_id": str(slot.id)}
    return request(api, "/api/v1/bookings/", asked, token=token, key=key)


def book_until_answered(
    api: Program, slot: TimeSlot, token: str, key: str = "once", seconds: float = 60
) -> Answer:
    """Ask for a booking until the answer is one that will not change."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        answer = book(api, slot, token, key)
        if answer[0] in FINAL:
            return answer
        time.sleep(0.1)
    pytest.fail("never answered")
