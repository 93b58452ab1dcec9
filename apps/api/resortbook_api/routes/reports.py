"""Figures of the resort, as JSON and for spreadsheets."""

from collections.abc import Callable
from typing import Any

from flask import Response
from flask.views import MethodView

from resortbook.application.figures import Report
from resortbook.application.shapes import Shape
from resortbook.domain.figures import Figures
from resortbook_api.auth import Access
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.reports import (
    OccupancyReport,
    ReportQuery,
    RevenueReport,
    SummaryReport,
)
from resortbook_api.spreadsheets import csv_file

blp = Blueprint("reports", "Figures of the resort", "/api/v1/staff/reports")

Show = Callable[[Figures], Shape]


@blp.route("/summary/", access=Access.STAFF)
class Summary(MethodView):
    """Everything that is counted."""

    @blp.arguments(ReportQuery, location="query")
    @blp.also_serves("text/csv")
    @blp.shows(200, SummaryReport)
    def get(self, query: dict[str, Any]) -> Shape | Response:
        """Get the summary.

        By the days of the departures, at most 366, both included. `chats` are of guests who
        wrote on those days.
        """
        report = _report(query)
        more = {"total": _summary(report.total), "chats": _chats(report)}
        return _answer("summary", report, _summary, query, **more)


@blp.route("/occupancy/", access=Access.STAFF)
class Occupancy(MethodView):
    """Seats on sale and sold."""

    @blp.arguments(ReportQuery, location="query")
    @blp.also_serves("text/csv")
    @blp.shows(200, OccupancyReport)
    def get(self, query: dict[str, Any]) -> Shape | Response:
        """Get the occupancy.

        Seats that were on sale, and those sold.
        """
        return _answer("occupancy", _report(query), _occupancy, query)


@blp.route("/revenue/", access=Access.STAFF)
class Revenue(MethodView):
    """What was sold."""

    @blp.arguments(ReportQuery, location="query")
    @blp.also_serves("text/csv")
    @blp.shows(200, RevenueReport)
    def get(self, query: dict[str, Any]) -> Shape | Response:
        """Get the revenue.

        Prices of sold bookings, without fees and complimentary ones.
        """
        return _answer("revenue", _report(query), _revenue, query)


def _report(query: dict[str, Any]) -> Report:
    return resort().figures.report(
        first=query.get("first"), last=query.get("last"), grouping=query["group"]
    )


def _answer(
    name: str, report: Report, show: Show, query: dict[str, Any], **more: Any
) -> Shape | Response:
    of = report.grouping.value
    items = [{of: group, **show(figures)} for group, figures in report.groups.items()]
    if query["format"] == "csv":
        columns = [of, *show(Figures())]
        return csv_file(name, columns, [[_cell(one[c]) for c in columns] for one in items])
    return {
        "from": report.first.isoformat(),
        "to": report.last.isoformat(),
        "group": of,
        "items": items,
        "next_cursor": None,
        **more,
    }


def _chats(report: Report) -> Shape:
    chats = resort().figures.chats(report)
    return {"guests": chats.guests, "bot_alone": chats.bot_alone}


def _cell(value: Any) -> Any:
    if isinstance(value, dict):
        return " ".join(f"{name}:{count}" for name, count in value.items())
    return value


def _occupancy(figures: Figures) -> Shape:
    return {"capacity": figures.capacity, "booked": figures.booked, "rate": figures.rate}


def _revenue(figures: Figures) -> Shape:
    return {"revenue": str(figures.revenue), "currency": resort().facts.currency}


def _summary(figures: Figures) -> Shape:
    return {
        **_occupancy(figures),
        "departures": figures.departures,
        "bookings": figures.bookings,
        "participants": figures.participants,
        **_revenue(figures),
        "cancelled": figures.cancelled,
        "no_shows": figures.no_shows,
        "expired": figures.expired,
        "lead_hours": figures.lead_hours,
        "doors": dict(sorted(figures.doors.items())),
    }
