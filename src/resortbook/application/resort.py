"""The resort: the typed facade that every app and integrator holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from resortbook.application.account import AccountService
from resortbook.application.assistant import AssistantService
from resortbook.application.bookings import BookingService
from resortbook.application.catalogue import CatalogueService
from resortbook.application.charges import ChargeService
from resortbook.application.chat.advice import Advice
from resortbook.application.clockwork import ClockworkService
from resortbook.application.closing import ClosingService
from resortbook.application.contents import ContentService
from resortbook.application.delaying import DelayService
from resortbook.application.deliveries import DeliveryService
from resortbook.application.demo import DemoService
from resortbook.application.departures import DepartureService
from resortbook.application.desk import DeskService
from resortbook.application.desk_bookings import DeskBookingService
from resortbook.application.editing import EditingService
from resortbook.application.facts import FactsService
from resortbook.application.figures import FigureService
from resortbook.application.front_desk import FrontDesk
from resortbook.application.guest_list import GuestListService
from resortbook.application.handover import HandoverService
from resortbook.application.importing.catalogue_file import CatalogueFileService
from resortbook.application.live import LiveFeed
from resortbook.application.login import LoginService
from resortbook.application.manifests import ManifestService
from resortbook.application.meters import Meters
from resortbook.application.once import OnceService
from resortbook.application.outgoing import OutgoingService
from resortbook.application.picturing import PicturingService
from resortbook.application.reception import ReceptionService
from resortbook.application.recommendations import RecommendationService
from resortbook.application.remembered import Remembered
from resortbook.application.resources import ResourceService
from resortbook.application.revising import RevisionService
from resortbook.application.schedule import ScheduleService
from resortbook.application.sessions import SessionService
from resortbook.application.staff import StaffService
from resortbook.application.stays import StayService
from resortbook.application.stopping import Stopping
from resortbook.application.verifying import Verifying
from resortbook.domain.messages import TranscriptLine
from resortbook.ports.backlog import Backlog
from resortbook.ports.discrepancies import Discrepancy
from resortbook.ports.jobs import Leadership, Waker
from resortbook.ports.memory import Cache
from resortbook.ports.migrations import Migrations
from resortbook.ports.reads import Reads
from resortbook.ports.sealing import Sealing
from resortbook.ports.webhooks import Signatures
from resortbook.ports.world import Clock, ClockHands, Codes, Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class ResortFacts:
    """What a resort is called, where its clock stands, and where it is found on the web."""

    name: str
    zone: ZoneInfo
    currency: str
    locale: str
    public_url: str
    web_app_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resort:
    """Everything the product can do, by what it is about. Made by `open_resort`; safe for many
    threads.
    """

    facts: ResortFacts
    catalogue: CatalogueService
    editing: EditingService
    picturing: PicturingService
    schedule: ScheduleService
    revising: RevisionService
    resources: ResourceService
    departures: DepartureService
    closing: ClosingService
    delaying: DelayService
    bookings: BookingService
    once: OnceService
    desk: DeskService
    desk_bookings: DeskBookingService
    manifests: ManifestService
    charges: ChargeService
    figures: FigureService
    stays: StayService
    verifying: Verifying
    login: LoginService
    sessions: SessionService
    account: AccountService
    guests: GuestListService
    sealing: Sealing
    staff: StaffService
    handover: HandoverService
    recommendations: RecommendationService
    advice: Advice
    assistant: AssistantService
    front_desk: FrontDesk
    files: CatalogueFileService
    knowledge: FactsService
    demo: DemoService
    reception: ReceptionService
    deliveries: DeliveryService
    contents: ContentService
    messages: OutgoingService
    signatures: Signatures
    clockwork: ClockworkService
    reads: Reads
    cache: Cache
    remembered: Remembered
    clock: Clock
    hands: ClockHands
    ids: Ids
    codes: Codes
    waker: Waker
    stopping: Stopping
    meters: Meters
    leadership: Leadership
    migrations: Migrations
    closers: tuple[Callable[[], None], ...] = ()

    def live_feed(self) -> LiveFeed:
        """Return a new reader of changes, for one process to poll."""
        return LiveFeed(sales=self.reads.sales)

    def check(self) -> Sequence[Discrepancy]:
        """Hold stored facts against each other; empty when everything adds up."""
        found = self.reads.backlog.discrepancies(self.clock.now())
        return [*self.reads.sales.discrepancies(), *found]

    def backlog(self) -> Backlog:
        """Count what waits to be done in the background. Raises Unavailable."""
        return self.reads.backlog.backlog(self.clock.now())

    def transcript(self, address: str) -> Sequence[TranscriptLine]:
        """Return what was said to and by an address, oldest first (the simulator shows it)."""
        return self.reads.people.transcript(address, limit=1_000)

    def is_busy(self, address: str) -> bool:
        """Say whether a message of that address is worked on or waits to be sent."""
        return self.reads.people.is_busy(address, now=self.clock.now())

    def close(self) -> None:
        """Let go of connections and files; nothing that was committed is lost."""
        for close in self.closers:
            close()
