"""The chat's parts: engine, dialogue, and the stories that the dialogue runs."""

from collections.abc import Callable
from functools import partial
from typing import Any

from dependency_injector import containers, providers

from resortbook.adapters.guard.assistant import GuardedAssistant
from resortbook.adapters.openai.assistant import OpenAiAssistant
from resortbook.application.assistant import AssistantService, Prices
from resortbook.application.chat.acts import Acts
from resortbook.application.chat.advice import Advice
from resortbook.application.chat.altering import Altering
from resortbook.application.chat.answering import Answering
from resortbook.application.chat.asking import Asking
from resortbook.application.chat.browsing import Browsing
from resortbook.application.chat.builtin.engine import BuiltinEngine
from resortbook.application.chat.catalogue_names import CatalogueNames
from resortbook.application.chat.composing import Composing
from resortbook.application.chat.confirming import Confirming
from resortbook.application.chat.dialogue import Dialogue
from resortbook.application.chat.engine import Engine
from resortbook.application.chat.facts import FactBook
from resortbook.application.chat.finding import Finding
from resortbook.application.chat.holding import Holding
from resortbook.application.chat.means import Means
from resortbook.application.chat.model.allowance import Allowance, Limits
from resortbook.application.chat.model.choosing import ModelChoice
from resortbook.application.chat.model.engine import ModelEngine
from resortbook.application.chat.moves import Moves
from resortbook.application.chat.offering import Offering
from resortbook.application.chat.remembering import Remembering
from resortbook.application.chat.service import ChatService
from resortbook.application.chat.talking import Talking
from resortbook.application.chat.tapping import Tapping
from resortbook.application.chat.times import Times
from resortbook.application.chat.which import Which
from resortbook.application.meters import Meters
from resortbook.ports.assistant import Assistant
from resortbook.settings import Settings


def assistant_of(settings: Settings, meters: Meters) -> Assistant | None:
    """Ask a model where there is a key; the built-in engine needs none."""
    if settings.openai_api_key is None:
        return None
    return GuardedAssistant(
        OpenAiAssistant(
            api_key=settings.openai_api_key,
            model=settings.openai_model,
            base_url=settings.openai_base_url,
            timeout_seconds=settings.openai_timeout_seconds,
        ),
        on_change=partial(meters.broke, "model"),
    )


def closer_of(assistant: Assistant | None) -> Callable[[], None]:
    """Return what lets go of the model's connections."""
    return assistant.close if assistant is not None else lambda: None


def limits_of(settings: Settings) -> Limits:
    """Take how much of the model guests may use."""
    return Limits(
        turns_a_guest=settings.openai_turns_per_guest,
        tokens_a_guest=settings.openai_tokens_per_guest,
        turns=settings.openai_turns_per_day,
        tokens=settings.openai_tokens_per_day,
    )


def prices_of(settings: Settings) -> Prices:
    """Take what the model costs."""
    return Prices(
        cents_in=settings.openai_cents_per_million_in,
        cents_out=settings.openai_cents_per_million_out,
    )


def engine_of(assistant: Assistant | None, builtin: Engine, allowance: Allowance) -> Engine:
    """Let a model propose where there is one."""
    if assistant is None:
        return builtin
    return ModelEngine(assistant=assistant, builtin=builtin, allowance=allowance)


def choice_of(assistant: Assistant | None, **parts: Any) -> ModelChoice | None:
    """Let a model put recommendations in order where there is one."""
    return ModelChoice(assistant=assistant, **parts) if assistant is not None else None


class ChatContainer(containers.DeclarativeContainer):
    """The chat, made of parts that the whole resort shares."""

    settings: providers.Dependency[Any] = providers.Dependency()
    meters: providers.Dependency[Any] = providers.Dependency()
    clock: providers.Dependency[Any] = providers.Dependency()
    reads: providers.Dependency[Any] = providers.Dependency()
    once: providers.Dependency[Any] = providers.Dependency()
    bookings: providers.Dependency[Any] = providers.Dependency()
    policy: providers.Dependency[Any] = providers.Dependency()
    words: providers.Dependency[Any] = providers.Dependency()
    taps: providers.Dependency[Any] = providers.Dependency()
    recommendations: providers.Dependency[Any] = providers.Dependency()
    front_desk: providers.Dependency[Any] = providers.Dependency()
    cache: providers.Dependency[Any] = providers.Dependency()

    storage: providers.Dependency[Any] = providers.Dependency()

    builtin = providers.Singleton(BuiltinEngine)
    assistant = providers.Singleton(assistant_of, settings, meters)
    closer = providers.Singleton(closer_of, assistant)
    limits = providers.Singleton(limits_of, settings)
    allowance = providers.Singleton(
        Allowance,
        storage=storage,
        clock=clock,
        zone=settings.provided.resort_timezone,
        limits=limits,
    )
    usage = providers.Singleton(
        AssistantService,
        reads=reads,
        clock=clock,
        zone=settings.provided.resort_timezone,
        limits=limits,
        prices=providers.Singleton(prices_of, settings),
    )
    engine = providers.Singleton(engine_of, assistant, builtin, allowance)
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
    which = providers.Singleton(Which, means=means)
    altering = providers.Singleton(
        Altering, means=means, which=which, confirming=confirming, moves=moves
    )
    finding = providers.Singleton(Finding, reads=reads.provided.catalogue, policy=policy)
    browsing = providers.Singleton(
        Browsing,
        means=means,
        finding=finding,
        holding=holding,
        recommendations=recommendations,
    )
    advice = providers.Singleton(
        Advice,
        choice=providers.Singleton(
            choice_of,
            assistant,
            allowance=allowance,
            recommendations=recommendations,
            cache=cache,
            clock=clock,
            words=words,
        ),
        clock=clock,
        policy=policy,
        names=names,
        finding=finding,
        recommendations=recommendations,
    )
    remembering = providers.Singleton(
        Remembering, browsing=browsing, recommendations=recommendations
    )
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
        remembering=remembering,
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
