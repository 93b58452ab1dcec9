"""The chat's parts: engine, dialogue, and the stories that the dialogue runs."""

from typing import Any

from dependency_injector import containers, providers

from resortbook.application.chat.acts import Acts
from resortbook.application.chat.altering import Altering
from resortbook.application.chat.answering import Answering
from resortbook.application.chat.asking import Asking
from resortbook.application.chat.browsing import Browsing
from resortbook.application.chat.builtin.engine import BuiltinEngine
from resortbook.application.chat.catalogue_names import CatalogueNames
from resortbook.application.chat.composing import Composing
from resortbook.application.chat.confirming import Confirming
from resortbook.application.chat.dialogue import Dialogue
from resortbook.application.chat.facts import FactBook
from resortbook.application.chat.holding import Holding
from resortbook.application.chat.means import Means
from resortbook.application.chat.moves import Moves
from resortbook.application.chat.offering import Offering
from resortbook.application.chat.service import ChatService
from resortbook.application.chat.talking import Talking
from resortbook.application.chat.tapping import Tapping
from resortbook.application.chat.times import Times


class ChatContainer(containers.DeclarativeContainer):
    """The chat, made of parts that the whole resort shares."""

    settings: providers.Dependency[Any] = providers.Dependency()
    clock: providers.Dependency[Any] = providers.Dependency()
    reads: providers.Dependency[Any] = providers.Dependency()
    once: providers.Dependency[Any] = providers.Dependency()
    bookings: providers.Dependency[Any] = providers.Dependency()
    policy: providers.Dependency[Any] = providers.Dependency()
    words: providers.Dependency[Any] = providers.Dependency()
    taps: providers.Dependency[Any] = providers.Dependency()
    front_desk: providers.Dependency[Any] = providers.Dependency()

    engine = providers.Singleton(BuiltinEngine)
    names = providers.Singleton(CatalogueNames, reads=reads.provided.catalogue)
    facts = providers.Singleton(FactBook, read=reads.provided.catalogue.facts)
    acts = providers.Singleton(Acts, once=once, sales=reads.provided.sales)
    times = providers.Singleton(Times, reads=reads.provided.catalogue, policy=policy)
    means = providers.Singleton(
        Means,
        reads=reads,
        bookings=bookings,
        times=times,
        acts=acts,
        words=words,
        policy=policy,
    )
    offering = providers.Singleton(Offering, means=means)
    holding = providers.Singleton(Holding, means=means, offering=offering)
    confirming = providers.Singleton(Confirming, means=means, holding=holding)
    moves = providers.Singleton(Moves, means=means, holding=holding)
    altering = providers.Singleton(Altering, means=means, confirming=confirming, moves=moves)
    browsing = providers.Singleton(Browsing, means=means, holding=holding)
    asking = providers.Singleton(Asking, means=means, browsing=browsing, facts=facts)
    talking = providers.Singleton(
        Talking,
        means=means,
        front_desk=front_desk,
        resort_name=settings.provided.resort_name,
    )
    answering = providers.Singleton(
        Answering,
        means=means,
        holding=holding,
        confirming=confirming,
        altering=altering,
        talking=talking,
    )
    tapping = providers.Singleton(
        Tapping,
        means=means,
        taps=taps,
        holding=holding,
        confirming=confirming,
        altering=altering,
        answering=answering,
    )
    dialogue = providers.Singleton(
        Dialogue,
        holding=holding,
        confirming=confirming,
        altering=altering,
        browsing=browsing,
        asking=asking,
        talking=talking,
        answering=answering,
        tapping=tapping,
    )
    chat = providers.Singleton(
        ChatService,
        clock=clock,
        engine=engine,
        dialogue=dialogue,
        means=means,
        names=names,
        facts=facts,
        composing=providers.Singleton(Composing, taps=taps),
        resort_name=settings.provided.resort_name,
        desk_phone=settings.provided.desk_phone,
        web_app_url=settings.provided.web_app_url,
    )
