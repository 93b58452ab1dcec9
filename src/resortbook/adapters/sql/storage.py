"""The door to the state: opens a database and hands out units of work and reads."""

from sqlalchemy import Engine

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.claim import Claim, claim_seats
from resortbook.adapters.sql.contents import SqlContentReads
from resortbook.adapters.sql.engine import Database, open_database
from resortbook.adapters.sql.feedback import SqlTasteReads
from resortbook.adapters.sql.leadership import PostgresLeadership, SqliteLeadership
from resortbook.adapters.sql.migrate import Migrations
from resortbook.adapters.sql.place_postgres import PlaceOnPostgres
from resortbook.adapters.sql.place_sqlite import PlaceOnSqlite
from resortbook.adapters.sql.reads.backlog import SqlBacklogReads
from resortbook.adapters.sql.reads.catalogue import SqlCatalogueReads
from resortbook.adapters.sql.reads.charges import SqlChargeReads
from resortbook.adapters.sql.reads.desk import SqlDeskReads
from resortbook.adapters.sql.reads.figures import SqlFigureReads
from resortbook.adapters.sql.reads.health import SqlHealth
from resortbook.adapters.sql.reads.holdings import SqlHoldingReads
from resortbook.adapters.sql.reads.outgoing import SqlOutgoingReads
from resortbook.adapters.sql.reads.people import SqlPeopleReads
from resortbook.adapters.sql.reads.sales import SqlSalesReads
from resortbook.adapters.sql.reads.talk import SqlTalkReads
from resortbook.adapters.sql.resealing import SqlSealing
from resortbook.adapters.sql.resources import Guard, take_resources
from resortbook.adapters.sql.stays import SqlStayReads
from resortbook.adapters.sql.unit_of_work import SqlUnitOfWork
from resortbook.adapters.sql.usage import SqlUsageReads
from resortbook.ports.backlog import BacklogReads
from resortbook.ports.changes import Changes
from resortbook.ports.charges import ChargeReads
from resortbook.ports.contents import ContentReads
from resortbook.ports.desk_reads import DeskReads
from resortbook.ports.feedback_storage import TasteReads
from resortbook.ports.figures import FigureReads
from resortbook.ports.holdings import HoldingReads
from resortbook.ports.jobs import Leadership
from resortbook.ports.outgoing import OutgoingReads
from resortbook.ports.people_reads import PeopleReads
from resortbook.ports.reads import CatalogueReads, Health, Reads, SalesReads
from resortbook.ports.sealing import Sealing
from resortbook.ports.stays import StayReads
from resortbook.ports.storage import Placement, UnitOfWork
from resortbook.ports.talk_reads import TalkReads
from resortbook.ports.usage_storage import UsageReads
from resortbook.ports.watching import StorageWatch


class SqlReads:
    """All reading as the port `Reads` asks for it."""

    catalogue: CatalogueReads
    sales: SalesReads
    charges: ChargeReads
    desk: DeskReads
    figures: FigureReads
    stays: StayReads
    people: PeopleReads
    holdings: HoldingReads
    outgoing: OutgoingReads
    tastes: TasteReads
    talk: TalkReads
    contents: ContentReads
    backlog: BacklogReads
    usage: UsageReads
    health: Health

    def __init__(self, database: Database, *, cipher: Cipher, migrations: Migrations) -> None:
        self.catalogue = SqlCatalogueReads(database)
        self.sales = SqlSalesReads(database, cipher=cipher)
        self.charges = SqlChargeReads(database)
        self.desk = SqlDeskReads(database)
        self.figures = SqlFigureReads(database)
        self.stays = SqlStayReads(database, cipher=cipher)
        self.people = SqlPeopleReads(database, cipher=cipher)
        self.holdings = SqlHoldingReads(database)
        self.outgoing = SqlOutgoingReads(database)
        self.tastes = SqlTasteReads(database)
        self.talk = SqlTalkReads(database, cipher=cipher)
        self.contents = SqlContentReads(database)
        self.backlog = SqlBacklogReads(database)
        self.usage = SqlUsageReads(database)
        self.health = SqlHealth(database, migrations)


class SqlStorage:
    """One database, for many threads. `claim` is how seats are had, `guard` how resources
    are; only tests take others.
    """

    def __init__(
        self,
        database: Database,
        *,
        cipher: Cipher,
        claim: Claim = claim_seats,
        guard: Guard = take_resources,
    ) -> None:
        self._database = database
        self._cipher = cipher
        self._claim = claim
        place = PlaceOnPostgres if database.is_postgres else PlaceOnSqlite
        self._place = place(database, cipher=cipher, claim=claim, guard=guard)
        self.leadership: Leadership = (
            PostgresLeadership(database) if database.is_postgres else SqliteLeadership()
        )
        self.migrations = Migrations(database)
        self.sealing: Sealing = SqlSealing(database, cipher=cipher)
        self.reads: Reads = SqlReads(database, cipher=cipher, migrations=self.migrations)

    @property
    def engine(self) -> Engine:
        """The engine of writers, for whoever must look behind the ports."""
        return self._database.writes

    def begin(self) -> UnitOfWork:
        """Make a unit of work; it begins with its `with` block, which raises Unavailable."""
        return SqlUnitOfWork(self._database, cipher=self._cipher, claim=self._claim)

    def place(self, placement: Placement) -> None:
        """Write a new booking with everything that belongs to it, or refuse it."""
        self._place(placement)

    def close(self) -> None:
        """Close the connections; what is in use closes when it is given back."""
        self.leadership.resign()
        self._database.close()


def open_storage(
    url: str,
    *,
    cipher: Cipher,
    pool_size: int = 20,
    claim: Claim = claim_seats,
    guard: Guard = take_resources,
    watch: StorageWatch | None = None,
    changes: Changes | None = None,
) -> SqlStorage:
    """Open the database at a URL; nothing is connected until it is used.

    `pool_size` bounds the connections to PostgreSQL, or the readers of a SQLite file; `watch`
    hears of every statement, `changes` of what was committed.

    Raises:
        Misconfigured: the URL names neither a SQLite file nor a PostgreSQL database.
    """
    database = open_database(url, cipher=cipher, pool_size=pool_size)
    if watch is not None:
        database.watched_by(watch)
    if changes is not None:
        database.heard_by(changes)
    return SqlStorage(database, cipher=cipher, claim=claim, guard=guard)
