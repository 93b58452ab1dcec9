"""`resortbook templates`: what WhatsApp has to know before it is sent."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from resortbook_cli.output import as_json, print_json, print_table

if TYPE_CHECKING:
    from resortbook.application.contents import Pushed, TemplateStanding


@click.group(short_help="WhatsApp's templates: make them, see whether they are approved.")
def templates() -> None:
    """Templates for messages outside of WhatsApp's 24-hour window, and forms for buttons."""


@templates.command(short_help="Make what is missing at Twilio.")
@as_json
def push(json_wanted: bool) -> None:
    """Make every template and form for buttons and lists at Twilio, and ask for approval.

    What is there already is left alone; changed words are made anew. The ids are kept in the
    database. Settings named TWILIO_TEMPLATE_… come before them.

    \b
    Example:
      resortbook templates push
    """
    from resortbook_cli.opened import opened

    with opened() as resort:
        wanted = len(resort.contents.drafts())
        bar = click.progressbar(resort.contents.push(), length=wanted, file=sys.stderr)
        with bar as steps:
            pushed = list(steps)
    if json_wanted:
        print_json([_pushed_shape(one) for one in pushed])
        return
    ours = [one for one in pushed if one.draft.category]
    print_table(
        ("template", "made", "approval", "sid", "reason"),
        [_pushed_row(one) for one in ours],
        empty="There are no templates.",
    )
    _tell_forms(pushed)
    _tell_settings(ours)


@templates.command(short_help="Show which templates there are, and whether they are approved.")
@as_json
def status(json_wanted: bool) -> None:
    """Show where each template's id is from, and what WhatsApp says of it at this moment.

    \b
    Example:
      resortbook templates status
    """
    from resortbook_cli.opened import opened

    with opened() as resort:
        standings = resort.contents.standings()
        made, wanted = resort.contents.forms()
    if json_wanted:
        print_json([_standing_shape(one) for one in standings])
        return
    print_table(
        ("template", "from", "approval", "sid", "reason"),
        [_standing_row(one) for one in standings],
        empty="There are no templates.",
    )
    click.echo(f"Forms for buttons and lists: {made} of {wanted}.", err=True)


def _tell_forms(pushed: Sequence["Pushed"]) -> None:
    forms = [one for one in pushed if not one.draft.category]
    new = sum(one.is_new for one in forms)
    click.echo(f"Forms for buttons and lists: {len(forms)}, {new} of them new.", err=True)


def _tell_settings(ours: Sequence["Pushed"]) -> None:
    click.echo("The ids are kept in the database. Who prefers settings:", err=True)
    for one in ours:
        click.echo(f"TWILIO_TEMPLATE_{one.draft.name}={one.content.sid}", err=True)


def _pushed_row(one: "Pushed") -> tuple[str, ...]:
    verdict = one.content.verdict
    made = "now" if one.is_new else "before"
    return (one.draft.name, made, verdict.approval.value, one.content.sid, verdict.reason)


def _pushed_shape(one: "Pushed") -> dict[str, Any]:
    return {
        "name": one.draft.name,
        "label": one.content.label,
        "sid": one.content.sid,
        "is_new": one.is_new,
        "approval": one.content.verdict.approval.value,
        "reason": one.content.verdict.reason,
    }


def _standing_row(one: "TemplateStanding") -> tuple[str, ...]:
    approval = one.verdict.approval.value if one.verdict else ""
    reason = one.verdict.reason if one.verdict else ""
    if not one.is_current:
        reason = "; ".join(part for part in (reason, "words were changed: push again") if part)
    return (one.name, one.source.value, approval, one.sid, reason)


def _standing_shape(one: "TemplateStanding") -> dict[str, Any]:
    return {
        "name": one.name,
        "source": one.source.value,
        "sid": one.sid or None,
        "approval": one.verdict.approval.value if one.verdict else None,
        "reason": one.verdict.reason if one.verdict else "",
        "is_current": one.is_current,
    }
