"""The description that is kept in the sources, for readers and for the web app's types."""

import json
from pathlib import Path

from flask import Flask

from resortbook_api.document import document_of

WRITTEN = Path(__file__).parents[3] / "docs/openapi.json"


def test_the_written_description_is_what_the_api_says_of_itself(one_app: Flask):
    written = json.loads(WRITTEN.read_text(encoding="utf-8"))

    told = json.loads(json.dumps(document_of(one_app)))

    assert written == told, "it is out of date: make openapi"
