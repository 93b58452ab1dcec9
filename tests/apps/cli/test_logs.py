import json
import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest

from resortbook.application.trace import current_request
from resortbook.bootstrap.container import Container
from resortbook.bootstrap.logs import set_up_logs
from resortbook.settings import Settings

log = logging.getLogger("resortbook.somewhere")


@pytest.fixture
def written(container: Container) -> Iterator[Settings]:
    """What is logged meanwhile goes where the settings say; all is as before at the end."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    settings: Settings = container.settings()
    yield settings
    root.handlers, root.level = handlers, level
    logging.captureWarnings(False)


def in_json(settings, **changed):
    set_up_logs(replace(settings, log_format="json", **changed))


def test_facts_are_told_by_name(written, capsys):
    in_json(written)

    log.info("request.answered route=%s status=%d ms=%d", "/x/", 200, 1.7)

    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["route"], line["status"], line["ms"]) == (
        "request.answered",
        "/x/",
        200,
        1,
    )
    assert (line["level"], line["logger"]) == ("info", "resortbook.somewhere")
    assert line["timestamp"].endswith("Z")


def test_a_line_names_the_request_that_it_belongs_to(written, capsys):
    in_json(written)
    token = current_request.set("abc-1")

    log.warning("cache.away error=%s event=%s", "TimeoutError", 7)

    current_request.reset(token)
    line = json.loads(capsys.readouterr().err)
    assert (line["request"], line["event"], line["event_id"]) == ("abc-1", "cache.away", "7")


def test_a_bug_is_one_line_with_its_traceback_and_no_local_values(written, capsys):
    in_json(written)

    try:
        secret = "Maria Lopez"
        raise ValueError(len(secret))
    except ValueError:
        log.exception("request.failed")

    text = capsys.readouterr().err
    assert "Traceback" in json.loads(text)["exception"]
    assert len(text.splitlines()) == 1


def test_on_a_console_tracebacks_show_no_local_values_either(written, capsys):
    set_up_logs(written)

    def fail():
        name = "".join(["Ma", "ria"])
        raise ValueError(len(name))

    try:
        fail()
    except ValueError:
        log.exception("request.failed")

    text = capsys.readouterr().err
    assert "ValueError: 5" in text
    assert "Maria" not in text


def test_the_level_decides_what_is_written(written, capsys):
    in_json(written, log_level="WARNING")

    log.info("request.answered")

    assert capsys.readouterr().err == ""
