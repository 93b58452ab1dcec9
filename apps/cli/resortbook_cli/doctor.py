"""`resortbook doctor`: what is there, and what is missing."""

import os
from typing import TYPE_CHECKING

import click

from resortbook_cli.output import print_table

if TYPE_CHECKING:
    from resortbook.application.resort import Resort
    from resortbook.settings import Settings

Row = tuple[str, str, str]


@click.command(short_help="Say what is set up, and what is missing.")
def doctor() -> None:
    """Say of settings, database, Redis, Twilio, AI and the rest what is there and what is not.

    Ends with status 1 only where something is missing without which nothing works.

    \b
    Example:
      resortbook doctor
    """
    from resortbook.settings import Settings
    from resortbook_cli.errors import Refused
    from resortbook_cli.opened import opened_as_it_is

    settings = Settings.load()
    with opened_as_it_is() as resort:
        database = _database(resort)
        rows = [
            ("settings", "ok", f"{'production' if settings.is_production else 'embedded'}"),
            *database,
            _redis(settings, resort),
            _twilio(settings, resort, asks=all(state == "ok" for _, state, _ in database)),
            _assistant(settings),
            _desk(settings),
            _pictures(settings),
            _metrics(settings),
            _reports(settings),
        ]
    print_table(("what", "state", "notes"), rows, empty="")
    if any(state == "missing" for _, state, _ in database):
        raise Refused("What is missing is needed")


def _database(resort: "Resort") -> list[Row]:
    health = resort.reads.health
    if not health.ping():
        return [("database", "missing", "it does not answer")]
    if not health.is_at_head():
        return [
            ("database", "ok", ""),
            ("migrations", "missing", "run “resortbook db upgrade”"),
        ]
    return [("database", "ok", ""), ("migrations", "ok", "at head")]


def _redis(settings: "Settings", resort: "Resort") -> Row:
    if settings.redis_url is None:
        return ("redis", "not used", "cache and background work are in the process")
    if resort.cache.is_up():
        return ("redis", "ok", "")
    return ("redis", "away", "everything works, only more slowly")


def _twilio(settings: "Settings", resort: "Resort", *, asks: bool) -> Row:
    if not settings.uses_twilio:
        return ("twilio", "not set", "messages go to the simulator")
    missing = resort.contents.missing() if asks else ()
    if missing:
        how = "without these nothing goes out a day after a guest wrote: push templates"
        return ("twilio", "incomplete", f"{how} ({', '.join(missing)})")
    return ("twilio", "ok", "“resortbook templates status” asks whether they are approved")


def _assistant(settings: "Settings") -> Row:
    if settings.openai_api_key is None:
        return ("ai", "not set", "the built-in engine answers alone")
    return ("ai", "ok", settings.openai_model)


def _desk(settings: "Settings") -> Row:
    if settings.desk_phone is None:
        return ("desk", "not set", "DESK_PHONE: guests in danger are told no number")
    return ("desk", "ok", settings.desk_phone)


def _pictures(settings: "Settings") -> Row:
    there = settings.media_dir
    while not there.exists() and there != there.parent:
        there = there.parent  # it is made when the first picture comes
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return ("pictures", "ok", str(settings.media_dir))
    return ("pictures", "no way", f"MEDIA_DIR: {settings.media_dir} cannot be written to")


def _metrics(settings: "Settings") -> Row:
    if settings.is_production and settings.metrics_token is None:
        return ("metrics", "not set", "METRICS_TOKEN: nobody but this machine sees them")
    return ("metrics", "ok", "")


def _reports(settings: "Settings") -> Row:
    if settings.sentry_dsn is None:
        return ("sentry", "not set", "bugs are told in the log alone")
    return ("sentry", "ok", "")
