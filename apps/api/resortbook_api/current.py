"""What a request works with: the resort, its settings, and the pages that listen."""

from dataclasses import dataclass
from typing import cast

from flask import current_app

from resortbook.application.resort import Resort
from resortbook.settings import Settings
from resortbook_api.broadcast import Broadcast
from resortbook_api.metrics import Metrics
from resortbook_api.web import WebApp

EXTENSION = "resortbook"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What one application serves."""

    resort: Resort
    settings: Settings
    broadcast: Broadcast
    metrics: Metrics
    web: WebApp | None = None


def house() -> House:
    """Return what the application of this request serves."""
    return cast(House, current_app.extensions[EXTENSION])


def resort() -> Resort:
    """Return the resort of this request."""
    return house().resort


def settings() -> Settings:
    """Return the settings of this request's application."""
    return house().settings
