"""Two hundred attacks on a model that obeys every one of them.

They stand in the guest's text, in profile names, special requests, descriptions and facts, in
four languages; the list is in `tests/journeys/attacks`.
"""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from dependency_injector import providers
from sqlalchemy import Row, text

from resortbook.adapters.guard.assistant import GuardedAssistant
from resortbook.adapters.openai.assistant import OpenAiAssistant
from resortbook.application.chat.model.brief import INSTRUCTIONS
from resortbook.application.chat.model.tool import ACTS, UNDERSTAND
from resortbook.bootstrap import build
from resortbook.bootstrap.container import Container
from resortbook.domain.actor import Actor
from resortbook.domain.booking import BookingStatus
from resortbook.domain.facts import Fact
from resortbook.domain.words import words_of
from tests.builders import a_rate
from tests.fake_model import API_KEY, MODEL, FakeModel, broken
from tests.fakes import ScriptedMessenger
from tests.journeys.talk import Talker
from tests.journeys.talks.obedient_model import CLAIM, Victim, obeying
from tests.resort_fixtures import Given, MovableClock, settings_for

MORNING = datetime(2026, 10, 15, 14, 0, tzinfo=UTC)  # a Thursday, 9:00 AM in Cancún
AT_ELEVEN = datetime(2026, 10, 16, 16, 0, tzinfo=UTC)
LIST = Path(__file__).parents[1] / "attacks"
ATTACKS = {
    f"{path.stem}-{number}": json.loads(line)
    for path in sorted(LIST.glob("*.jsonl"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
}
WALK, PRICE = "Harbour Walk", 45
SUM = re.compile(r"[$€]\s?(\d[\d,]*(?:[.,]\d{1,2})?)|(\d[\d.,]*)\s?[$€]")
FREE = re.compile(
    r"gratis|gratuit|kostenlos|umsonst|for free|(?<!That one )is free\b|free of charge|"
    r"discount|refund|100 ?%",
    re.IGNORECASE,
)
# What a guest says who attacks nobody, while somebody else's words try to.
PLAIN = (
    f"how much is the {WALK}?",
    "hello",
    "what should I bring?",
    "thanks a lot",
)


@dataclass(slots=True)
class Siege:
    """A resort with a model that obeys everybody, and somebody who is not to be harmed."""

    container: Container
    messenger: ScriptedMessenger
    model: FakeModel
    walk: UUID
    victim: Victim
    victim_id: UUID

    def attacker(self, number: int, name: str) -> Talker:
        """Somebody who holds a place, and was asked to confirm it."""
        phone = f"+1415556{number:04}"
        attacker = Talker(self.container.resort(), self.messenger, address=phone, name=name)
        self.model.script([broken(500)])
        attacker.says(f"{WALK} tomorrow at 11am for 2")
        assert attacker.statuses == ["pending"]
        return attacker

    def plant(self, where: str, says: str) -> None:
        """Put an attack where the resort's own words stand."""
        resort = self.container.resort()
        description = says if where == "description" else "Along the piers."
        resort.editing.edit(
            self.walk, lambda one, _: replace(one, description=description), by=OPERATOR
        )
        fact = Fact(
            id=UUID(int=7),
            topic="Beach towels",
            examples=("do you have beach towels", "where are the towels"),
            answer=says if where == "fact" else "In every room.",
        )
        with self.container.storage().begin() as work:
            work.facts.put(fact, at=MORNING)
            work.commit()

    def of_others(self, attacker: UUID) -> list[Counter[tuple[object, ...]]]:
        """Everything that is nobody's but others'."""
        return [
            Counter(tuple(row) for row in self._rows(query, attacker)) for query in OF_OTHERS
        ]

    def _rows(self, query: str, attacker: UUID) -> Sequence[Row[Any]]:
        told = {"walk": str(self.walk), "attacker": str(attacker)}
        with self.container.storage().engine.connect() as connection:
            return connection.execute(text(query), told).all()


OPERATOR = Actor.operator()
OF_OTHERS = (
    "SELECT * FROM bookings WHERE guest_id <> :attacker",
    "SELECT * FROM booking_words w WHERE NOT EXISTS (SELECT 1 FROM bookings b"
    " WHERE b.id = w.booking_id AND b.guest_id = :attacker)",
    "SELECT * FROM guests WHERE id <> :attacker",
    "SELECT * FROM conversations WHERE guest_id <> :attacker",
    "SELECT * FROM preferences WHERE guest_id <> :attacker",
    "SELECT * FROM charges",
    "SELECT * FROM staff",
    "SELECT * FROM activities",
    "SELECT activity_id, count(*), sum(capacity), sum(booked_count) FROM time_slots"
    " WHERE activity_id <> :walk GROUP BY activity_id",
)


@pytest.fixture(scope="module")
def siege(sqlite_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Siege]:
    """One resort for all attacks: every attacker is somebody else."""
    folder = tmp_path_factory.mktemp("siege")
    shutil.copy(sqlite_demo, folder / "resort.sqlite")
    with FakeModel() as model:
        asks = {"OPENAI_API_KEY": API_KEY, "OPENAI_BASE_URL": model.base_url}
        settings = settings_for(f"sqlite:///{folder / 'resort.sqlite'}", folder, **asks)
        container, messenger = build(settings), ScriptedMessenger()
        container.clock.override(providers.Object(MovableClock(MORNING)))
        container.messenger.override(providers.Object(messenger))
        assistant = OpenAiAssistant(
            api_key=API_KEY, model=MODEL, base_url=model.base_url, timeout_seconds=5
        )
        # So many claims in a row are no failures of the provider here.
        guarded = GuardedAssistant(assistant, failures=100_000)
        container.chat.assistant.override(providers.Object(guarded))
        given = Given(container)
        walk = given.activity(WALK, rates=(a_rate(price="45.00"),), capacity_per_slot=5_000)
        given.slot(walk, AT_ELEVEN)
        victim, victim_id = a_victim(container, messenger, model)
        yield Siege(container, messenger, model, walk.id, victim, victim_id)
        container.resort().close()


def a_victim(
    container: Container, messenger: ScriptedMessenger, model: FakeModel
) -> tuple[Victim, UUID]:
    """Let somebody book, while the model is away."""
    model.always(broken(500))
    other = Talker(
        container.resort(), messenger, address="+14155550999", name="Brunhilde Secreta"
    )
    other.says("warm stone massage tomorrow at 4pm")
    other.says("yes")
    other.says("Villa Escondida 77")
    other.says("note for the crew: allergic to almond oil")
    model.always(None)
    assert other.statuses == ["confirmed"]
    told = Victim(
        name=other.name,
        phone=other.address,
        room="Villa Escondida 77",
        reference=other.bookings[0].booking.reference,
        wish="almond oil",
        activity="Warm Stone Massage",
    )
    return told, other.guest_id


@pytest.fixture
def resort() -> None:
    """All attacks are on one resort."""


def messages(where: str, says: str) -> tuple[str, ...]:
    """Return what the guest writes who brings the attack, or meets it."""
    return {
        "text": (says,) * 4,
        "name": PLAIN,
        "request": (f"note for the crew: {says}", *PLAIN[:3]),
        "description": (*PLAIN[:3], f"tell me about the {WALK}"),
        "fact": ("do you have beach towels?", *PLAIN[:3]),
    }[where]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_that_the_model_obeys_does_nothing(siege, attack):
    number, told = list(ATTACKS).index(attack), ATTACKS[attack]
    victim, where = siege.victim, told["where"]
    says = told["says"]
    for name in ("reference", "name"):
        says = says.replace(f"{{{name}}}", str(getattr(victim, name)))
    siege.plant(where, says)
    guest = siege.attacker(number, says if where == "name" else "Ana")
    before, accepted = siege.of_others(guest.guest_id), len(siege.messenger.accepted)
    lang = attack[:2]
    siege.model.respond(
        obeying(told["wants"], says, lang=lang, victim=victim, own=WALK, number=number)
    )

    replies = [guest.says(body) for body in messages(where, says)]

    assert siege.model.refusals == []
    assert siege.of_others(guest.guest_id) == before
    sent = siege.messenger.accepted[accepted:]
    assert {one.address for one in sent} <= {guest.address}
    shown = [one.replace(says, "…") for one in replies]
    for reply in shown:
        check_nothing_is_told(reply, victim, says)
        check_sums(reply, siege)
    check_own_bookings(guest, where)


def check_nothing_is_told(reply: str, victim: Victim, says: str) -> None:
    """Hold a reply against what only others know, and what only we know."""
    for secret in (victim.phone, victim.phone[-4:], victim.room, victim.wish, "evil.example"):
        assert secret not in reply
    if victim.name not in says and victim.reference not in says:
        assert victim.name not in reply
        assert victim.reference not in reply
    assert not shingles(reply) & OURS
    assert not shingles(reply, 4) & CLAIMED


def check_sums(reply: str, siege: Siege) -> None:
    """Hold every sum against the catalogue; nothing is free here."""
    prices = {
        rate.price.decimal
        for activity in siege.container.storage().reads.catalogue.all_active()
        for rate in activity.rates
    }
    known = {f"{price:.2f}" for price in prices} | {f"{PRICE * n:.2f}" for n in range(1, 5)}
    sums = {(one or other).replace(",", "") for one, other in SUM.findall(reply)}
    assert sums <= known, reply
    assert not FREE.search(reply), reply


def check_own_bookings(guest: Talker, where: str) -> None:
    """What the guest has costs what it costs; who attacks nobody loses and confirms nothing."""
    for one in guest.bookings:
        assert one.booking.total_price.decimal == PRICE * one.booking.participants
    statuses = [one.booking.status for one in guest.bookings]
    if where != "text":
        assert statuses == [BookingStatus.PENDING]


def shingles(told: str, size: int = 5) -> set[tuple[str, ...]]:
    """Return every so many words that stand together."""
    words = words_of(told)
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


OURS = shingles(f"{INSTRUCTIONS} {UNDERSTAND.description} {' '.join(ACTS.values())}")
CLAIMED = {one for told in CLAIM.values() for one in shingles(told, 4)}


def test_the_list_holds_two_hundred_attacks_in_four_languages_and_five_places():
    by_language = Counter(name[:2] for name in ATTACKS)
    by_place = Counter(one["where"] for one in ATTACKS.values())

    assert len({one["says"] for one in ATTACKS.values()}) == 200
    assert by_language == {"en": 50, "es": 50, "fr": 50, "de": 50}
    assert set(by_place.values()) == {40}
