"""Who is served and who serves: sign-in, guests, stays, staff, and the desk's work."""

from dependency_injector import providers

from resortbook.application.account import AccountService
from resortbook.application.charges import ChargeService
from resortbook.application.desk import DeskService
from resortbook.application.desk_bookings import DeskBookingService
from resortbook.application.figures import FigureService
from resortbook.application.guest_list import GuestListService
from resortbook.application.login import LoginService
from resortbook.application.manifests import ManifestService
from resortbook.application.sessions import SessionService
from resortbook.application.staff import StaffService
from resortbook.application.stays import StayService
from resortbook.application.verifying import Verifying
from resortbook.bootstrap import parts
from resortbook.bootstrap.ground import Ground
from resortbook.bootstrap.sales import Sales


class House(Sales):
    """Who is served, and who serves."""

    desk = providers.Singleton(
        DeskService,
        storage=Ground.storage,
        reads=Ground.reads,
        clock=Ground.clock,
        ids=Ground.ids,
        policy=Ground.policy,
        holder=Sales.holder,
        placing=Sales.placing,
        refusals=Ground.refusals,
        people=Ground.people,
        journal=Ground.journal,
    )
    desk_bookings = providers.Singleton(
        DeskBookingService,
        storage=Ground.storage,
        reads=Ground.reads,
        clock=Ground.clock,
        ids=Ground.ids,
        policy=Ground.policy,
        journal=Ground.journal,
        bookings=Sales.bookings,
        changing=Sales.changing,
        passes=providers.Singleton(parts.passes_of, Ground.settings),
    )
    figures = providers.Singleton(
        FigureService,
        storage=Ground.storage,
        reads=Ground.reads.figures,
        catalogue=Ground.reads.catalogue,
        clock=Ground.clock,
        policy=Ground.policy,
    )
    stays = providers.Singleton(
        StayService,
        storage=Ground.storage,
        clock=Ground.clock,
        ids=Ground.ids,
        journal=Ground.journal,
    )
    verifying = providers.Singleton(
        Verifying, reads=Ground.reads.stays, zone=Ground.facts.provided.zone
    )
    manifests = providers.Singleton(
        ManifestService,
        reads=Ground.reads,
        clock=Ground.clock,
        refusals=Ground.refusals,
        policy=Ground.policy,
    )
    charges = providers.Singleton(
        ChargeService,
        storage=Ground.storage,
        reads=Ground.reads.charges,
        clock=Ground.clock,
        policy=Ground.policy,
        journal=Ground.journal,
    )
    csrf = providers.Singleton(parts.csrf_of, Ground.settings)
    sessions = providers.Singleton(
        SessionService,
        storage=Ground.storage,
        reads=Ground.reads.people,
        clock=Ground.clock,
        ids=Ground.ids,
        codes=Ground.codes,
        csrf=csrf,
        lengths=providers.Singleton(parts.lengths_of, Ground.settings),
    )
    login = providers.Singleton(
        LoginService,
        storage=Ground.storage,
        clock=Ground.clock,
        ids=Ground.ids,
        codes=Ground.codes,
        journal=Ground.journal,
        people=Ground.people,
        sessions=sessions,
        waker=Ground.waker,
        limits=providers.Singleton(parts.code_limits_of, Ground.settings),
        web_app_url=Ground.settings.provided.web_app_url,
    )
    account = providers.Singleton(
        AccountService,
        storage=Ground.storage,
        reads=Ground.reads,
        clock=Ground.clock,
        people=Ground.people,
        journal=Ground.journal,
    )
    staff = providers.Singleton(
        StaffService,
        storage=Ground.storage,
        reads=Ground.reads.people,
        clock=Ground.clock,
        people=Ground.people,
        journal=Ground.journal,
    )
    guests = providers.Singleton(
        GuestListService,
        storage=Ground.storage,
        clock=Ground.clock,
        people=Ground.people,
        journal=Ground.journal,
        account=account,
        bookings=Sales.bookings,
    )
