"""The floor: the same SQL run by pgbench, with nothing of ours between it and PostgreSQL."""

import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Dialect

from bench.pattern import SLOT, Pattern, Row
from bench.processes import Broken
from bench.sqltext import literal, written
from bench.stock import ACTIVITIES, HOLDS_EACH, HOT_SLOT, SPREAD_SLOTS
from resortbook.adapters.sql.claim import claim_seats
from resortbook.adapters.sql.place_statement import LISTS, lists_of, place_statement, values_of
from resortbook.adapters.sql.tables.sales import bookings, idempotency_keys

CLIENTS = 16

_SETUP = """\
\\set k :k + 1
\\set n :k * {clients} + :client_id
\\set guest :n % {guests}
\\set hold_no :n / {guests} + 1
\\set slot {slot}
\\set activity :slot % {activities}
"""
SPREAD = f"random(0, {SPREAD_SLOTS - 1})"
HOT = str(HOT_SLOT)


def five_trips(pattern: Pattern, *, slot: str, guests: int) -> str:
    """Write the classic transaction: each statement goes to the server and is waited for.

    Begin; claim the seat if there is one; insert the booking; insert what goes with it, all in
    one trip; commit.
    """
    (booking,) = pattern["bookings"]
    *others, (last_table, last_rows) = [
        (table, rows) for table, rows in pattern.items() if table != "bookings"
    ]
    along = ", ".join(
        f"added_{table} AS ({_insert(table, rows)})" for table, rows in others if rows
    )
    claim = (
        "UPDATE time_slots SET booked_count = booked_count + 1"
        f" WHERE id = {SLOT.text} AND is_available AND booked_count + 1 <= capacity"
    )
    trips = [
        "BEGIN",
        claim,
        _insert("bookings", [booking]),
        f"WITH {along} {_insert(last_table, last_rows)}",
        "COMMIT",
    ]
    return _script(trips, slot=slot, guests=guests)


def one_statement(pattern: Pattern, dialect: Dialect, *, slot: str, guests: int) -> str:
    """Write the product's own statement, which does all of it in one trip."""
    statement = place_statement(claim_seats, counted=True, keyed=True).compile(dialect=dialect)
    values = {name: value for name, value in statement.params.items() if value is not None}
    values |= {"claim_slot_id": SLOT, "claim_seats": 1, "claim_whole": False}
    values |= {"claim_shares": False, "claim_start": None, "hold_limit": HOLDS_EACH}
    for table in (bookings, idempotency_keys):
        (row,) = pattern[table.name]
        values |= values_of(table, row)
    values |= lists_of({table: pattern[table.name] for table in LISTS})
    text = written(str(statement), [values[name] for name in statement.positiontup or ()])
    return _script([text], slot=slot, guests=guests)


def reading(statements: Iterable[tuple[str, Sequence[Any]]]) -> str:
    """Write a script of reads, each with the values that it was run with."""
    return _lines(written(text, values) for text, values in statements)


class Pgbench:
    """Runs scripts with as many clients as the load has connections, statements prepared."""

    def __init__(self, program: Path, url: str, folder: Path) -> None:
        self._program = program
        self._url = url
        self._folder = folder

    def run(self, name: str, script: str, *, seconds: float) -> tuple[float, int]:
        """Return transactions a second, and how many there were.

        Raises:
            Broken: a transaction failed.
        """
        path = self._folder / f"{name}.sql"
        path.write_text(script, encoding="utf-8")
        command = [str(self._program), "--no-vacuum", "--protocol=prepared"]
        command += [f"--client={CLIENTS}", "--jobs=2", f"--time={max(1, round(seconds))}"]
        command += ["--define=k=0", f"--file={path}", self._url]
        done = subprocess.run(command, capture_output=True, text=True)
        rate = re.search(r"tps = ([\d.]+)", done.stdout)
        processed = re.search(r"actually processed: (\d+)", done.stdout)
        if done.returncode or not rate or not processed or "ERROR" in done.stderr:
            raise Broken(f"pgbench {name}: {done.stderr.strip()[-2000:]}")
        return float(rate[1]), int(processed[1])


def _insert(table: str, rows: Sequence[Row]) -> str:
    columns = ", ".join(f'"{column}"' for column in rows[0])
    values = ", ".join(f"({', '.join(map(literal, row.values()))})" for row in rows)
    return f"INSERT INTO {table} ({columns}) VALUES {values}"


def _script(trips: Iterable[str], *, slot: str, guests: int) -> str:
    setup = _SETUP.format(clients=CLIENTS, guests=guests, slot=slot, activities=ACTIVITIES)
    return setup + _lines(trips)


def _lines(statements: Iterable[str]) -> str:
    return "".join(f"{statement};\n" for statement in statements)
