"""Every part and what it is made of."""

from dependency_injector import providers

from resortbook.application.clockwork import ClockworkService
from resortbook.application.contents import ContentService
from resortbook.application.courier import Courier
from resortbook.application.deliveries import DeliveryService
from resortbook.application.demo import DemoService
from resortbook.application.desk_messages import DeskMessages
from resortbook.application.facts import FactsService
from resortbook.application.handover import HandoverService
from resortbook.application.importing.catalogue_file import CatalogueFileService
from resortbook.application.notifications import NotificationService
from resortbook.application.offered import OfferedActivities
from resortbook.application.outgoing import OutgoingService
from resortbook.application.reception import ReceptionService
from resortbook.application.recommendations import RecommendationService
from resortbook.application.relay import RelayService
from resortbook.application.resort import Resort
from resortbook.application.teller import Teller
from resortbook.bootstrap import parts
from resortbook.bootstrap.chat import ChatContainer
from resortbook.bootstrap.ground import Ground
from resortbook.bootstrap.house import House
from resortbook.bootstrap.sales import Sales


class Container(House):
    """Every part, once. Built anew for each resort; nothing outside of this module sees it."""

    pace = providers.Singleton(parts.pace_of, Ground.settings, Ground.clock)
    courier = providers.Singleton(
        Courier,
        storage=Ground.storage,
        messenger=Ground.messenger,
        clock=Ground.clock,
        pace=pace,
    )
    contents = providers.Singleton(
        ContentService,
        storage=Ground.storage,
        reads=Ground.reads.contents,
        clock=Ground.clock,
        maker=providers.Singleton(parts.content_maker_of, Ground.settings),
        named=Ground.settings.provided.twilio_templates,
        locale=Ground.settings.provided.resort_locale,
    )
    notifications = providers.Singleton(
        NotificationService,
        courier=courier,
        teller=providers.Singleton(
            Teller,
            reads=Ground.reads,
            words=Ground.words,
            taps=Ground.taps,
            web_app_url=Ground.settings.provided.web_app_url,
        ),
        clock=Ground.clock,
        ids=Ground.ids,
        journal=Ground.journal,
        resort_name=Ground.settings.provided.resort_name,
    )
    relay = providers.Singleton(
        RelayService,
        storage=Ground.storage,
        clock=Ground.clock,
        ids=Ground.ids,
        tell=notifications.provided.by_kind,
        stopping=Ground.stopping,
    )
    front_desk = providers.Singleton(parts.front_desk_of, Ground.settings)
    handover = providers.Singleton(
        HandoverService,
        storage=Ground.storage,
        reads=Ground.reads.talk,
        clock=Ground.clock,
        ids=Ground.ids,
        journal=Ground.journal,
        waker=Ground.waker,
        messages=providers.Singleton(
            DeskMessages,
            ids=Ground.ids,
            has_template=providers.Singleton(
                parts.template_check_of, Ground.settings, Ground.reads.contents
            ),
        ),
        words=Ground.words,
        release_after=providers.Singleton(parts.release_after_of, Ground.settings),
    )
    recommendations = providers.Singleton(
        RecommendationService,
        storage=Ground.storage,
        reads=Ground.reads,
        tastes=Ground.reads.tastes,
        offered=providers.Singleton(OfferedActivities, reads=Ground.reads.catalogue),
        clock=Ground.clock,
        ids=Ground.ids,
        policy=Ground.policy,
        words=Ground.words,
        journal=Ground.journal,
    )
    chat = providers.Container(
        ChatContainer,
        settings=Ground.settings,
        meters=Ground.meters,
        storage=Ground.storage,
        clock=Ground.clock,
        reads=Ground.reads,
        recommendations=recommendations,
        once=Sales.once,
        bookings=Sales.bookings,
        policy=Ground.policy,
        words=Ground.words,
        taps=Ground.taps,
        front_desk=front_desk,
        cache=Ground.cache,
    )
    reception = providers.Singleton(
        ReceptionService,
        storage=Ground.storage,
        clock=Ground.clock,
        ids=Ground.ids,
        people=Ground.people,
        waker=Ground.waker,
        chat=chat.chat,
        handover=handover,
        login=House.login,
        resort_name=Ground.settings.provided.resort_name,
        stopping=Ground.stopping,
    )
    deliveries = providers.Singleton(
        DeliveryService, storage=Ground.storage, clock=Ground.clock
    )
    messages = providers.Singleton(
        OutgoingService,
        storage=Ground.storage,
        reads=Ground.reads.outgoing,
        clock=Ground.clock,
        journal=Ground.journal,
        waker=Ground.waker,
    )
    clockwork = providers.Singleton(
        ClockworkService,
        storage=Ground.storage,
        clock=Ground.clock,
        leadership=Ground.storage.provided.leadership,
        expiry=Sales.expiry,
        reception=reception,
        relay=relay,
        figures=House.figures,
        schedule=Sales.schedule,
        closing=Sales.closing,
    )
    files = providers.Singleton(
        CatalogueFileService,
        storage=Ground.storage,
        reads=Ground.reads.catalogue,
        clock=Ground.clock,
        ids=Ground.ids,
        policy=Ground.policy,
        journal=Ground.journal,
        media=Ground.media,
    )
    knowledge = providers.Singleton(
        FactsService,
        storage=Ground.storage,
        reads=Ground.reads.catalogue,
        clock=Ground.clock,
        ids=Ground.ids,
        journal=Ground.journal,
    )
    demo = providers.Singleton(
        DemoService,
        storage=Ground.storage,
        files=files,
        knowledge=knowledge,
        schedule=Sales.schedule,
        catalogue=Sales.catalogue,
        desk=House.desk,
        staff=House.staff,
    )
    resort = providers.Singleton(
        Resort,
        facts=Ground.facts,
        catalogue=Sales.catalogue,
        editing=Sales.editing,
        picturing=Sales.picturing,
        schedule=Sales.schedule,
        revising=Sales.revising,
        resources=Sales.resources,
        departures=Sales.departures,
        closing=Sales.closing,
        delaying=Sales.delaying,
        bookings=Sales.bookings,
        once=Sales.once,
        desk=House.desk,
        desk_bookings=House.desk_bookings,
        manifests=House.manifests,
        charges=House.charges,
        figures=House.figures,
        stays=House.stays,
        verifying=House.verifying,
        login=House.login,
        sessions=House.sessions,
        account=House.account,
        guests=House.guests,
        sealing=Ground.storage.provided.sealing,
        staff=House.staff,
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
        signatures=Ground.signatures,
        clockwork=clockwork,
        reads=Ground.reads,
        cache=Ground.cache,
        remembered=Ground.remembered,
        clock=Ground.clock,
        hands=Ground.hands,
        ids=Ground.ids,
        codes=Ground.codes,
        waker=Ground.waker,
        migrations=Ground.storage.provided.migrations,
        stopping=Ground.stopping,
        meters=Ground.meters,
        leadership=Ground.storage.provided.leadership,
        closers=providers.List(
            chat.closer, Ground.waker.provided.close, Ground.storage.provided.close
        ),
    )
