"""Alerts and dashboard ask for numbers that there are, with labels that they have."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families
from werkzeug.test import Client

from resortbook.adapters.local.background import LocalWaker
from resortbook.ports.messaging import Unreachable
from resortbook_api.app import create_app as create_api
from resortbook_whatsapp.app import create_app as create_webhooks
from resortbook_worker.metrics import WorkMetrics
from resortbook_worker.tally import numbers_for
from tests.fake_twilio import ACCOUNT_SID, AUTH_TOKEN, SENDER
from tests.monitoring.test_meters import MESSAGE
from tests.resort_fixtures import Given

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
RULES: list[dict[str, Any]] = [
    rule
    for group in yaml.safe_load((DEPLOY / "prometheus/alerts.yaml").read_text())["groups"]
    for rule in group["rules"]
]
DASHBOARD: dict[str, Any] = json.loads((DEPLOY / "grafana/resortbook.json").read_text())
PANELS = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
SHOWN = [(p["title"], target["expr"]) for p in PANELS for target in p["targets"]]
ASKED = [(rule["alert"], rule["expr"]) for rule in RULES] + SHOWN
# What Prometheus adds by itself.
TARGET = {"job", "instance"}
SPECIAL = {"up": TARGET}
COUNTER = r"(\w+)\([^()]*?resortbook_\w+_(?:total|count|bucket)\b"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Nothing of this depends on the kind of database."""
    return sqlite_url


class Queued(LocalWaker):
    """A waker behind which a job waits."""

    def waiting(self) -> dict[str, int]:
        return {"deliver": 1}


@pytest.fixture
def labels_of(database_url: str, open_container: Any) -> dict[str, set[str]]:
    """Every number that api, whatsapp and worker show, and the labels that it has, once a bit
    of everything has happened.
    """
    container = open_container(
        database_url,
        TWILIO_ACCOUNT_SID=ACCOUNT_SID,
        TWILIO_AUTH_TOKEN=AUTH_TOKEN,
        TWILIO_WHATSAPP_FROM=SENDER,
        TWILIO_API_BASE_URL="http://127.0.0.1:1",
    )
    resort, settings = container.resort(), container.settings()
    given = Given(container)
    given.hold(given.slot())
    resort.cache.get("nothing")
    with pytest.raises(Unreachable):
        container.messenger().send(MESSAGE)
    api, webhooks = create_api(resort, settings), create_webhooks(resort, settings)
    for app in (api, webhooks):
        app.test_client().get("/health/live")
    pages = [Client(app).get("/metrics").text for app in (api, webhooks)]
    queued = replace(resort, waker=Queued())
    pages.append(WorkMetrics(queued, numbers_for(1)).page().decode())
    found = dict(SPECIAL)
    for sample in (one for page in pages for one in _samples(page)):
        found.setdefault(sample.name, set()).update({*sample.labels, *TARGET})
    return found


def _samples(page: str) -> Iterator[Any]:
    for family in text_string_to_metric_families(page):
        yield from family.samples
        # Asked for, but nothing to tell yet.
        if not family.samples:
            yield type("Nothing", (), {"name": family.name, "labels": {}})()


def numbers_in(expression: str) -> list[tuple[str, str]]:
    """The numbers that an expression asks for, each with what stands in its braces."""
    return re.findall(r"\b(resortbook_\w+|process_\w+|up)\b(?:\{([^}]*)\})?", expression)


def test_every_number_that_is_asked_for_is_there_with_its_labels(labels_of: Any):
    for name, expression in ASKED:
        assert numbers_in(expression), name
        for number, braces in numbers_in(expression):
            assert number in labels_of, f"{name} asks for {number}"
            wanted = set(re.findall(r"(\w+)\s*(?:=~|!~|!=|=)", braces))
            assert wanted <= labels_of[number], f"{name} asks for {number} by {wanted}"


def test_what_is_grouped_by_is_a_label_of_what_is_grouped(labels_of: Any):
    for name, expression in ASKED:
        for by in re.findall(r"by \(([^)]*)\)", expression):
            known = set().union(*(labels_of[number] for number, _ in numbers_in(expression)))
            assert set(by.split(", ")) <= known, name


def test_every_number_of_ours_is_shown_or_watched(labels_of: Any):
    asked = " ".join(expression for _, expression in ASKED)

    ours = {re.sub(r"_(bucket|sum|count|created)$", "", name) for name in labels_of}
    for number in sorted(name for name in ours if name.startswith("resortbook_")):
        assert number.removesuffix("_total") in asked, number


def test_expressions_are_well_formed():
    for name, expression in ASKED:
        for pair in ("()", "{}", "[]"):
            assert expression.count(pair[0]) == expression.count(pair[1]), name
        assert expression.count('"') % 2 == 0, name
        # Counters are asked for their pace alone: they begin anew with each process.
        for around in re.findall(COUNTER, expression):
            assert around in ("rate", "increase"), name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_an_alert_says_how_bad_it_is_and_what_to_do(rule: dict[str, Any]):
    guide = (ROOT / "docs/operations.md").read_text()

    assert rule["labels"]["severity"] in ("page", "ticket")
    assert re.fullmatch(r"\d+[smh]", rule["for"])
    assert rule["annotations"]["summary"]
    assert f"### {rule['alert']}\n" in guide


def test_no_alert_is_explained_that_there_is_not():
    guide = (ROOT / "docs/operations.md").read_text()
    section = guide.split("## At an alert\n")[1].split("\n## ")[0]

    assert re.findall(r"^### (\w+)$", section, re.MULTILINE) == [r["alert"] for r in RULES]


def test_panels_are_told_apart_and_lie_side_by_side():
    ids = [panel["id"] for panel in DASHBOARD["panels"]]
    places = [tuple(panel["gridPos"][key] for key in "xywh") for panel in PANELS]

    assert len(set(ids)) == len(ids)
    assert len({panel["title"] for panel in PANELS}) == len(PANELS)
    assert all(panel["description"] for panel in PANELS)
    assert all(x + width <= 24 for x, _, width, _ in places)
    assert len({(x, y) for x, y, _, _ in places}) == len(places)
    assert all(p["datasource"]["uid"] == "${datasource}" for p in PANELS)


def test_the_example_asks_every_piece_and_reads_the_rules():
    told = yaml.safe_load((DEPLOY / "prometheus/prometheus.yaml").read_text())

    assert told["rule_files"] == ["alerts.yaml"]
    assert {one["job_name"] for one in told["scrape_configs"]} == {
        "resortbook-api",
        "resortbook-whatsapp",
        "resortbook-worker",
    }
