"""Runs of a fuzzer over the API as it is described."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from tests.apps.api.visitors import Visitor

EXAMPLES = int(os.environ.get("FUZZ") or 4)  # of each operation; `make fuzz` asks for more
IS_LONG = EXAMPLES > 4
MOST_SECONDS = 7_200 if IS_LONG else 60

# The one keeps streaming, the others end the session that the run goes on with.
APART = ["/api/v1/live/", "/api/v1/auth/logout/", "/api/v1/auth/logout-all/"]
# What no schema can say: which cursors there are, which phones and categories, how far a clock
# goes, what reaches a guest, which times have passed, and that one parameter must not stand
# beside another. Everything else that fits the description is taken.
WITH_RULES_BEYOND_SCHEMAS = [
    "GET /api/v1/activities/",
    "GET /api/v1/activities/search/",
    "GET /api/v1/activities/{key}/availability/",
    "GET /api/v1/bookings/",
    "GET /api/v1/staff/bookings/",
    "PATCH /api/v1/staff/bookings/{key}/",
    "GET /api/v1/staff/slots/",
    "GET /api/v1/staff/conversations/",
    "GET /api/v1/staff/messages/",
    "POST /api/v1/staff/conversations/{key}/reply/",
    "POST /api/v1/staff/activities/{key}/slots/",
    "POST /api/v1/staff/activities/{key}/schedules/",
    "PATCH /api/v1/staff/schedules/{schedule_id}/",
    "PUT /api/v1/staff/activities/{key}/resources/",
    "POST /api/v1/staff/slots/close/",
    "POST /api/v1/staff/slots/reopen/",
    "POST /api/v1/staff/resources/",
    "PATCH /api/v1/staff/resources/{resource_id}/",
    "GET /api/v1/staff/activities/",
    "POST /api/v1/staff/activities/",
    "PATCH /api/v1/staff/activities/{key}/",
    "POST /api/v1/staff/activities/{key}/images/",
    "POST /api/v1/staff/activities/import/",
    "GET /api/v1/staff/charges/",
    "GET /api/v1/staff/audit/",
    "GET /api/v1/staff/reports/summary/",
    "GET /api/v1/staff/reports/occupancy/",
    "GET /api/v1/staff/reports/revenue/",
    "POST /api/v1/staff/people/",
    "GET /simulator/messages",
    "POST /simulator/clock",
    "POST /simulator/messages",
    "POST /api/v1/auth/request-otp/",
    "POST /api/v1/auth/verify-otp/",
    "PUT /api/v1/preferences/",
]
ONE_BY_ONE = {"stateful": {"enabled": False}}
# What a request finds depends on the ones before it: whether it is taken no schema can say.
IN_A_ROW = {
    "examples": {"enabled": False},
    "coverage": {"enabled": False},
    "fuzzing": {"enabled": False},
    "stateful": {
        "enabled": True,
        "max-steps": 20,
        "generation": {"max-examples": 5 * EXAMPLES},
        "checks": {"positive_data_acceptance": {"enabled": False}},
    },
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found: where server and description disagree, and what was answered."""

    faults: list[str] = field(default_factory=list)
    answers: set[tuple[str, int]] = field(default_factory=set)


Run = Callable[..., Outcome]


def run_on(
    port: int,
    document: dict[str, Any],
    visitor: Visitor,
    pattern: str,
    *,
    phases: dict[str, Any] = ONE_BY_ONE,
) -> Outcome:
    """Ask a server, as a visitor, for all that a document describes at paths of a pattern."""
    chosen = SchemathesisConfig.from_dict(
        {
            "seed": 1,
            "base-url": f"http://127.0.0.1:{port}",
            "headers": {"Authorization": f"Bearer {visitor.token}"} if visitor.token else {},
            "generation": {"max-examples": EXAMPLES},
            "phases": phases,
            "operations": [
                {"exclude-path-regex": pattern, "enabled": False},
                {"include-path": APART, "enabled": False},
                {"include-name": "DELETE /api/v1/auth/me/", "enabled": not visitor.token},
                {
                    "include-name": WITH_RULES_BEYOND_SCHEMAS,
                    "checks": {"positive_data_acceptance": {"enabled": False}},
                },
            ],
        }
    )
    schema = schemathesis.openapi.from_dict(document, config=chosen)
    found = Outcome()
    for event in from_schema(schema).execute():
        found.faults.extend(_faults(event))
        found.answers.update(_answers(event))
    return found


def _faults(event: Any) -> list[str]:
    if isinstance(event, events.NonFatalError):
        return [f"{event.label}: {event.info}"]
    if isinstance(event, events.FatalError):
        return [repr(event.exception)]
    if not isinstance(event, events.ScenarioFinished):
        return []
    return [
        f"{event.recorder.label}: {check.failure_info.failure}"
        for checks in event.recorder.checks.values()
        for check in checks
        if check.failure_info is not None
    ]


def _answers(event: Any) -> list[tuple[str, int]]:
    if not isinstance(event, events.ScenarioFinished):
        return []
    return [
        (one.request.method, one.response.status_code)
        for one in event.recorder.interactions.values()
        if one.response is not None
    ]
