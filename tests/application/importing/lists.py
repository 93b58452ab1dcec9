"""A resort's own list as a spreadsheet gives it, with everything that makes such lists hard."""

from pathlib import Path

from resortbook.application.importing.catalogue_file import ImportReport
from resortbook.application.resort import Resort
from resortbook.domain.activity import Activity
from resortbook.domain.actor import Actor

OPERATOR = Actor.operator()

HEADING = "Activity;Type;Cost (USD);Duration;Max people;Place;Notes;Days;Times;Min age;Bring"
LIST = "\ufeff" + "\r\n".join(
    [
        HEADING,
        "Water Bikes;Watersports;45,00;30 min;6;Jetty;no licence;daily;9:00, 11:00;14;towel",
        "Banana Boat over the reef;Watersports;$25.00;20;8;East Jetty;;daily;10:00;8;",
        "Reef Snorkel (3 stops);watersports;1,060;2h;12;Hut;can swim;Mon-Sat;09.30;8;fins",
        "Glass Kayak;Water sports;35,5;1h30;20;Blue House;;daily;10:00;0;",
        "Moonlight Sail;Tours;1.295,00;3 h;1;Harbour;PRIVATE, per boat;on request;;;",
        "Lighthouse Walk;tours;free;1:15;15;Gate;;Sat;09:00;;hat, water",
        "Island Round Trip;Tours;140,00;full day;24;Harbour;lunch incl.;Sun;08:00;6;",
        "Diver's First Day;Watersports;150.00;3h;6;Hut;medical form; no flight;Mon;08:30;10;",
        "Water Bikes;watersports;49,00;30 min;6;Jetty;from January?;daily;10:00;14;",
        ";;;;;;;;;;",
        "TOTAL;;;;;;;;;;",
        "",
    ]
)


def take(
    resort: Resort,
    text: str | bytes,
    *,
    name: str = "list.csv",
    skip_bad: bool = False,
    pictures_from: Path | None = None,
) -> ImportReport:
    content = text if isinstance(text, bytes) else text.encode()
    return resort.files.import_file(
        name, content, skip_bad=skip_bad, by=OPERATOR, pictures_from=pictures_from
    )


def named(report: ImportReport) -> list[tuple[int, str]]:
    return [(bad.line, bad.column) for bad in report.bad]


def offered(resort: Resort, slug: str) -> Activity:
    return resort.catalogue.get_activity(slug, inactive_too=True)


def row(**cells: str) -> str:
    """A list with one row, sound but for what a test says."""
    sound = {
        "name": "Water Bikes",
        "category": "Watersports",
        "price": "45.00",
        "duration": "30",
        "capacity": "6",
    }
    full = {**sound, **cells}
    return ";".join(full) + "\n" + ";".join(full.values()) + "\n"


def quoted(cell: str) -> str:
    """A cell as CSV writes one that holds quotes."""
    return '"' + cell.replace('"', '""') + '"' if '"' in cell else cell
