"""Every part and what it is made of."""

from dependency_injector import containers, providers

from resortbook.adapters.local.media import MediaFolder
from resortbook.adapters.local.world import SecretCodes, SystemClock, Uuid7Ids
from resortbook.adapters.twilio.signature import TwilioSignatures
from resortbook.application.account import AccountService
from resortbook.application.amending import Amending
from resortbook.application.bookings import BookingService
from resortbook.application.catalogue import CatalogueService
from resortbook.application.changing import Changing
from resortbook.application.charges import ChargeService
from resortbook.application.charging import Charging
from resortbook.application.clockwork import ClockworkService
from resortbook.application.closing import ClosingService
from resortbook.application.contents import ContentService
from resortbook.application.courier import Courier
from resortbook.application.delaying import DelayService
from resortbook.application.deliveries import DeliveryService
from resortbook.application.demo import DemoService
from resortbook.application.departures import DepartureService
from resortbook.application.desk import DeskService
from resortbook.application.desk_bookings import DeskBookingService
from resortbook.application.desk_messages import DeskMessages
from resortbook.application.editing import EditingService
from resortbook.application.expiry import ExpiryService
from resortbook.application.facts import FactsService
from resortbook.application.figures import FigureService
from resortbook.application.guest_list import GuestListService
from resortbook.application.handover import HandoverService
from resortbook.application.hold import Holder
from resortbook.application.importing.catalogue_file import CatalogueFileService
from resortbook.application.journal import Journal
from resortbook.application.login import LoginService
from resortbook.application.manifests import ManifestService
from resortbook.application.moving import Moving
from resortbook.application.notifications import NotificationService
from resortbook.application.once import OnceService
from resortbook.application.outgoing import OutgoingService
from resortbook.application.people import People
from resortbook.application.picturing import PicturingService
from resortbook.application.placing import Placing
from resortbook.application.promises import Promises
from resortbook.application.reception import ReceptionService
from resortbook.application.offered import OfferedActivities
from resortbook.application.recommendations import RecommendationService
from resortbook.application.refusals import Refusals
from resortbook.application.relay import RelayService
from resortbook.application.resort import Resort
from resortbook.application.resources import ResourceService
from resortbook.application.revising import RevisionService
from resortbook.application.schedule import ScheduleService
from resortbook.application.sessions import SessionService
from resortbook.application.staff import StaffService
from resortbook.application.stays import StayService
from resortbook.application.stopping import Stopping
from resortbook.application.teller import Teller
from resortbook.application.verifying import Verifying
from resortbook.bootstrap import parts
from resortbook.bootstrap.chat import ChatContainer
from resortbook.settings import Settings


class Container(containers.DeclarativeContainer):
    """Every part, once. Built anew for each resort; nothing outside of this module sees it."""

    settings = providers.Dependency(instance_of=Settings)

    clock = providers.Singleton(
        SystemClock, settings.provided.clock_file, settings.provided.simulator_clock_file
    )
    hands = providers.Singleton(parts.hands_of, settings)
    ids = providers.Singleton(Uuid7Ids)
    codes = providers.Singleton(SecretCodes)
    waker = providers.Singleton(parts.waker_of, settings)
    stopping = providers.Singleton(Stopping)
    meters = providers.Singleton(parts.meters_of)
    storage = providers.Singleton(parts.storage_of, settings, meters)
    reads = storage.provided.reads
    cache = providers.Singleton(parts.cache_of, settings, meters)
    messenger = providers.Singleton(parts.messenger_of, settings, reads.contents, meters)
    signatures = providers.Singleton(TwilioSignatures, settings.provided.twilio_auth_token)
    media = providers.Singleton(MediaFolder, settings.provided.media_dir)
    policy = providers.Singleton(parts.policy_of, settings)
    facts = providers.Singleton(parts.facts_of, settings)

    taps = providers.Singleton(parts.taps_of, settings)
    journal = providers.Singleton(Journal, ids=ids)
    people = providers.Singleton(People, ids=ids)
    refusals = providers.Singleton(Refusals, catalogue=reads.catalogue)
    holder = providers.Singleton(Holder, ids=ids, codes=codes, policy=policy)
    expiry = providers.Singleton(ExpiryService, storage=storage, clock=clock, journal=journal)
    promises = providers.Singleton(
        Promises,
        journal=journal,
        reminders=providers.Singleton(parts.reminders_of, settings),
    )
    charging = providers.Singleton(Charging, ids=ids, journal=journal)
    placing = providers.Singleton(
        Placing,
        storage=storage,
        codes=codes,
        journal=journal,
        expiry=expiry,
        refusals=refusals,
        promises=promises,
        charging=charging,
        waker=waker,
    )
    changing = providers.Singleton(
        Changing,
        storage=storage,
        clock=clock,
        journal=journal,
        expiry=expiry,
        refusals=refusals,
        promises=promises,
        charging=charging,
        waker=waker,
    )
    amending = providers.Singleton(Amending, refusals=refusals, zone=facts.provided.zone)
    moving = providers.Singleton(Moving, refusals=refusals)

    catalogue = providers.Singleton(
        CatalogueService, reads=reads.catalogue, clock=clock, policy=policy
    )
    editing = providers.Singleton(
        EditingService, storage=storage, clock=clock, ids=ids, policy=policy, journal=journal
    )
    picturing = providers.Singleton(
        PicturingService,
        reads=reads.catalogue,
        catalogue=catalogue,
        editing=editing,
        media=media,
        ids=ids,
    )
    schedule = providers.Singleton(
        ScheduleService,
        storage=storage,
        reads=reads.catalogue,
        clock=clock,
        ids=ids,
        policy=policy,
        journal=journal,
    )
    revising = providers.Singleton(
        RevisionService, storage=storage, clock=clock, journal=journal, schedules=schedule
    )
    resources = providers.Singleton(
        ResourceService, storage=storage, clock=clock, ids=ids, journal=journal
    )
    departures = providers.Singleton(
        DepartureService,
        storage=storage,
        reads=reads.catalogue,
        clock=clock,
        ids=ids,
        journal=journal,
        expiry=expiry,
    )
    closing = providers.Singleton(
        ClosingService,
        storage=storage,
        clock=clock,
        ids=ids,
        journal=journal,
        charging=charging,
        waker=waker,
    )
    delaying = providers.Singleton(
        DelayService,
        storage=storage,
        clock=clock,
        journal=journal,
        expiry=expiry,
        promises=promises,
        waker=waker,
    )
    bookings = providers.Singleton(
        BookingService,
        reads=reads,
        clock=clock,
        policy=policy,
        holder=holder,
        placing=placing,
        changing=changing,
        amending=amending,
        moving=moving,
        refusals=refusals,
        expiry=expiry,
    )
    once = providers.Singleton(OnceService, sales=reads.sales, clock=clock)
    desk = providers.Singleton(
        DeskService,
        storage=storage,
        reads=reads,
        clock=clock,
        ids=ids,
        policy=policy,
        holder=holder,
        placing=placing,
        refusals=refusals,
        people=people,
        journal=journal,
    )
    desk_bookings = providers.Singleton(
        DeskBookingService,
        storage=storage,
        reads=reads,
        clock=clock,
        ids=ids,
        policy=policy,
        journal=journal,
        bookings=bookings,
        changing=changing,
        passes=providers.Singleton(parts.passes_of, settings),
    )
    figures = providers.Singleton(
        FigureService,
        storage=storage,
        reads=reads.figures,
        catalogue=reads.catalogue,
        clock=clock,
        policy=policy,
    )
    stays = providers.Singleton(
        StayService, storage=storage, clock=clock, ids=ids, journal=journal
    )
    verifying = providers.Singleton(Verifying, reads=reads.stays, zone=facts.provided.zone)
    manifests = providers.Singleton(
        ManifestService, reads=reads, clock=clock, refusals=refusals, policy=policy
    )
    charges = providers.Singleton(
        ChargeService,
        storage=storage,
        reads=reads.charges,
        clock=clock,
        policy=policy,
        journal=journal,
    )
    csrf = providers.Singleton(parts.csrf_of, settings)
    sessions = providers.Singleton(
        SessionService,
        storage=storage,
        reads=reads.people,
        clock=clock,
        ids=ids,
        codes=codes,
        csrf=csrf,
        lengths=providers.Singleton(parts.lengths_of, settings),
    )
    login = providers.Singleton(
        LoginService,
        storage=storage,
        clock=clock,
        ids=ids,
        codes=codes,
        journal=journal,
        people=people,
        sessions=sessions,
        waker=waker,
        limits=providers.Singleton(parts.code_limits_of, settings),
        web_app_url=settings.provided.web_app_url,
    )
    account = providers.Singleton(
        AccountService,
        storage=storage,
        reads=reads,
        clock=clock,
        people=people,
        journal=journal,
    )
    staff = providers.Singleton(
        StaffService,
        storage=storage,
        reads=reads.people,
        clock=clock,
        people=people,
        journal=journal,
    )
    pace = providers.Singleton(parts.pace_of, settings, clock)
    guests = providers.Singleton(
        GuestListService,
        storage=storage,
        clock=clock,
        people=people,
        journal=journal,
        account=account,
        bookings=bookings,
    )
    courier = providers.Singleton(
        Courier, storage=storage, messenger=messenger, clock=clock, pace=pace
    )
    contents = providers.Singleton(
        ContentService,
        storage=storage,
        reads=reads.contents,
        clock=clock,
        maker=providers.Singleton(parts.content_maker_of, settings),
        named=settings.provided.twilio_templates,
        locale=settings.provided.resort_locale,
    )
    notifications = providers.Singleton(
        NotificationService,
        courier=courier,
        teller=providers.Singleton(
            Teller,
            reads=reads,
            words=providers.Singleton(parts.words_of, settings),
            taps=taps,
            web_app_url=settings.provided.web_app_url,
        ),
        clock=clock,
        ids=ids,
        journal=journal,
        resort_name=settings.provided.resort_name,
    )
    relay = providers.Singleton(
        RelayService,
        storage=storage,
        clock=clock,
        ids=ids,
        tell=notifications.provided.by_kind,
        stopping=stopping,
    )
    front_desk = providers.Singleton(parts.front_desk_of, settings)
    handover = providers.Singleton(
        HandoverService,
        storage=storage,
        reads=reads.talk,
        clock=clock,
        ids=ids,
        journal=journal,
        waker=waker,
        messages=providers.Singleton(
            DeskMessages,
            ids=ids,
            has_template=providers.Singleton(parts.template_check_of, settings, reads.contents),
        ),
        words=providers.Singleton(parts.words_of, settings),
        release_after=providers.Singleton(parts.release_after_of, settings),
    )
    recommendations = providers.Singleton(
        RecommendationService,
        storage=storage,
        reads=reads,
        tastes=reads.tastes,
        offered=providers.Singleton(OfferedActivities, reads=reads.catalogue),
        clock=clock,
        ids=ids,
        policy=policy,
        words=providers.Singleton(parts.words_of, settings),
    )
    chat = providers.Container(
        ChatContainer,
        settings=settings,
        meters=meters,
        storage=storage,
        clock=clock,
        reads=reads,
        recommendations=recommendations,
        once=once,
        bookings=bookings,
        policy=policy,
        words=providers.Singleton(parts.words_of, settings),
        taps=taps,
        front_desk=front_desk,
    )
    reception = providers.Singleton(
        ReceptionService,
        storage=storage,
        clock=clock,
        ids=ids,
        people=people,
        waker=waker,
        chat=chat.chat,
        handover=handover,
        login=login,
        resort_name=settings.provided.resort_name,
        stopping=stopping,
    )
    deliveries = providers.Singleton(DeliveryService, storage=storage, clock=clock)
    messages = providers.Singleton(
        OutgoingService,
        storage=storage,
        reads=reads.outgoing,
        clock=clock,
        journal=journal,
        waker=waker,
    )
    clockwork = providers.Singleton(
        ClockworkService,
        storage=storage,
        clock=clock,
        leadership=storage.provided.leadership,
        expiry=expiry,
        reception=reception,
        relay=relay,
        figures=figures,
        schedule=schedule,
        closing=closing,
    )
    files = providers.Singleton(
        CatalogueFileService,
        storage=storage,
        reads=reads.catalogue,
        clock=clock,
        ids=ids,
        policy=policy,
        journal=journal,
        media=media,
    )
    knowledge = providers.Singleton(
        FactsService,
        storage=storage,
        reads=reads.catalogue,
        clock=clock,
        ids=ids,
        journal=journal,
    )
    demo = providers.Singleton(
        DemoService,
        storage=storage,
        files=files,
        knowledge=knowledge,
        schedule=schedule,
        catalogue=catalogue,
        desk=desk,
        staff=staff,
    )
    resort = providers.Singleton(
        Resort,
        facts=facts,
        catalogue=catalogue,
        editing=editing,
        picturing=picturing,
        schedule=schedule,
        revising=revising,
        resources=resources,
        departures=departures,
        closing=closing,
        delaying=delaying,
        bookings=bookings,
        once=once,
        desk=desk,
        desk_bookings=desk_bookings,
        manifests=manifests,
        charges=charges,
        figures=figures,
        stays=stays,
        verifying=verifying,
        login=login,
        sessions=sessions,
        account=account,
        guests=guests,
        sealing=storage.provided.sealing,
        staff=staff,
        handover=handover,
        recommendations=recommendations,
        advice=chat.advice,
        assistant=chat.usage,
        front_desk=front_desk,
        files=files,
        knowledge=knowledge,
        demo=demo,
        reception=reception,
        deliveries=deliveries,
        contents=contents,
        messages=messages,
        signatures=signatures,
        clockwork=clockwork,
        reads=reads,
        cache=cache,
        clock=clock,
        hands=hands,
        ids=ids,
        codes=codes,
        waker=waker,
        migrations=storage.provided.migrations,
        stopping=stopping,
        meters=meters,
        leadership=storage.provided.leadership,
        closers=providers.List(chat.closer, waker.provided.close, storage.provided.close),
    )
