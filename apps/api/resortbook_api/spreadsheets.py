"""Lists as CSV files that spreadsheets open safely."""

import csv
import io
from collections.abc import Iterable, Sequence

from flask import Response

FORMULA_SIGNS = ("=", "+", "-", "@")


def csv_file(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """Answer with a CSV file in UTF-8; cells that a spreadsheet would run are quoted with an
    apostrophe.
    """
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    response = Response(written.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    # Spreadsheets leave out blanks at the beginning before they look for a formula.
    return f"'{text}" if text.lstrip().startswith(FORMULA_SIGNS) else text
