"""What is sold: catalogue, schedule, holds and bookings."""

from dependency_injector import providers

from resortbook.application.amending import Amending
from resortbook.application.bookings import BookingService
from resortbook.application.catalogue import CatalogueService
from resortbook.application.changing import Changing
from resortbook.application.charging import Charging
from resortbook.application.closing import ClosingService
from resortbook.application.delaying import DelayService
from resortbook.application.departures import DepartureService
from resortbook.application.editing import EditingService
from resortbook.application.expiry import ExpiryService
from resortbook.application.hold import Holder
from resortbook.application.moving import Moving
from resortbook.application.once import OnceService
from resortbook.application.picturing import PicturingService
from resortbook.application.placing import Placing
from resortbook.application.promises import Promises
from resortbook.application.resources import ResourceService
from resortbook.application.revising import RevisionService
from resortbook.application.schedule import ScheduleService
from resortbook.bootstrap import parts
from resortbook.bootstrap.ground import Ground


class Sales(Ground):
    """What is sold, and the selling of it."""

    holder = providers.Singleton(
        Holder, ids=Ground.ids, codes=Ground.codes, policy=Ground.policy
    )
    expiry = providers.Singleton(
        ExpiryService, storage=Ground.storage, clock=Ground.clock, journal=Ground.journal
    )
    promises = providers.Singleton(
        Promises,
        journal=Ground.journal,
        reminders=providers.Singleton(parts.reminders_of, Ground.settings),
    )
    charging = providers.Singleton(Charging, ids=Ground.ids, journal=Ground.journal)
    placing = providers.Singleton(
        Placing,
        storage=Ground.storage,
        codes=Ground.codes,
        journal=Ground.journal,
        expiry=expiry,
        refusals=Ground.refusals,
        promises=promises,
        charging=charging,
        waker=Ground.waker,
    )
    changing = providers.Singleton(
        Changing,
        storage=Ground.storage,
        clock=Ground.clock,
        journal=Ground.journal,
        expiry=expiry,
        refusals=Ground.refusals,
        promises=promises,
        charging=charging,
        waker=Ground.waker,
    )
    amending = providers.Singleton(
        Amending, refusals=Ground.refusals, zone=Ground.facts.provided.zone
    )
    moving = providers.Singleton(Moving, refusals=Ground.refusals)
    catalogue = providers.Singleton(
        CatalogueService, reads=Ground.reads.catalogue, clock=Ground.clock, policy=Ground.policy
    )
    editing = providers.Singleton(
        EditingService,
        storage=Ground.storage,
        clock=Ground.clock,
        ids=Ground.ids,
        policy=Ground.policy,
        journal=Ground.journal,
    )
    picturing = providers.Singleton(
        PicturingService,
        reads=Ground.reads.catalogue,
        catalogue=catalogue,
        editing=editing,
        media=Ground.media,
        ids=Ground.ids,
    )
    schedule = providers.Singleton(
        ScheduleService,
        storage=Ground.storage,
        reads=Ground.reads.catalogue,
        clock=Ground.clock,
        ids=Ground.ids,
        policy=Ground.policy,
        journal=Ground.journal,
    )
    revising = providers.Singleton(
        RevisionService,
        storage=Ground.storage,
        clock=Ground.clock,
        journal=Ground.journal,
        schedules=schedule,
    )
    resources = providers.Singleton(
        ResourceService,
        storage=Ground.storage,
        clock=Ground.clock,
        ids=Ground.ids,
        journal=Ground.journal,
    )
    departures = providers.Singleton(
        DepartureService,
        storage=Ground.storage,
        reads=Ground.reads.catalogue,
        clock=Ground.clock,
        ids=Ground.ids,
        journal=Ground.journal,
        expiry=expiry,
    )
    closing = providers.Singleton(
        ClosingService,
        storage=Ground.storage,
        clock=Ground.clock,
        ids=Ground.ids,
        journal=Ground.journal,
        charging=charging,
        waker=Ground.waker,
    )
    delaying = providers.Singleton(
        DelayService,
        storage=Ground.storage,
        clock=Ground.clock,
        journal=Ground.journal,
        expiry=expiry,
        promises=promises,
        waker=Ground.waker,
    )
    bookings = providers.Singleton(
        BookingService,
        reads=Ground.reads,
        clock=Ground.clock,
        policy=Ground.policy,
        holder=holder,
        placing=placing,
        changing=changing,
        amending=amending,
        moving=moving,
        refusals=Ground.refusals,
        expiry=expiry,
    )
    once = providers.Singleton(OnceService, sales=Ground.reads.sales, clock=Ground.clock)
