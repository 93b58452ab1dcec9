"""Making the templates and forms that WhatsApp has to know, and telling how they stand."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from resortbook.application.templates import TEMPLATES
from resortbook.domain.errors import Misconfigured, Unavailable
from resortbook.ports.contents import (
    Approval,
    Content,
    ContentMaker,
    ContentReads,
    Draft,
    Verdict,
)
from resortbook.ports.messaging import MessageRefused, MessengerDown, OutcomeUnknown
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock

NEEDED = "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_WHATSAPP_FROM"
ENGLISH = ("en_US", "en_GB")


class Source(StrEnum):
    """Where a template's id is from."""

    SETTINGS = "settings"
    PUSHED = "pushed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """One template or form that is at the provider now; `is_new` if it was not before."""

    draft: Draft
    content: Content
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateStanding:
    """How a template stands: where its id is from, and what WhatsApp says of it.

    `is_current` is False where its words were changed since it was pushed.
    """

    name: str
    source: Source
    sid: str = ""
    verdict: Verdict | None = None
    is_current: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentService:
    """Lets operators make what is needed at the provider, once, and look after it.

    Without an account at the provider (`maker` is None) everything raises Misconfigured.
    `named` are the templates whose ids the settings have: they come first when sending.
    """

    storage: Storage
    reads: ContentReads
    clock: Clock
    maker: ContentMaker | None
    named: Mapping[str, str]
    locale: str

    def drafts(self) -> Sequence[Draft]:
        """Return all that is wanted at the provider. Raises Misconfigured."""
        # The words are English whatever the locale writes dates in; approval asks for that.
        language = self.locale if self.locale in ENGLISH else "en"
        return self._ready().drafts(tuple(TEMPLATES.values()), language=language)

    def push(self) -> Iterator[Pushed]:
        """Make what is missing or was changed, ask for approval, keep the ids; one by one.

        What is there already is found by its label: it may be broken off and begun again.

        Raises:
            Misconfigured: there is no account.
            Unavailable: the provider is away, or does not take something.
        """
        maker = self._ready()
        with _told():
            there = maker.labels()
        for draft in self.drafts():
            with _told():
                sid = there.get(draft.label) or maker.make(draft)
                verdict = self._submitted(draft, sid)
            content = self._keep(draft, sid, verdict)
            yield Pushed(draft=draft, content=content, is_new=draft.label not in there)

    def standings(self) -> Sequence[TemplateStanding]:
        """Return how each template stands at this moment; raises as `push`."""
        maker = self._ready()
        labels = {draft.name: draft.label for draft in self.drafts()}
        kept = {content.name: content for content in self.reads.all()}
        return [self._standing(maker, name, kept.get(name), labels[name]) for name in TEMPLATES]

    def missing(self) -> Sequence[str]:
        """Return the templates that no setting names and that were not pushed; asks nobody."""
        kept = {content.name for content in self.reads.all()}
        return [name for name in TEMPLATES if name not in kept and not self.named.get(name)]

    def forms(self) -> tuple[int, int]:
        """Return how many forms for buttons and lists are there, and how many there may be."""
        wanted = {draft.label for draft in self.drafts() if draft.category is None}
        return len(wanted & {content.label for content in self.reads.all()}), len(wanted)

    def _standing(
        self, maker: ContentMaker, name: str, kept: Content | None, label: str
    ) -> TemplateStanding:
        if sid := self.named.get(name):
            verdict = self._verdict(maker, sid)
            return TemplateStanding(name=name, source=Source.SETTINGS, sid=sid, verdict=verdict)
        if kept is None:
            return TemplateStanding(name=name, source=Source.MISSING)
        verdict = self._verdict(maker, kept.sid)
        self._put(name, kept.label, kept.sid, verdict, at=self.clock.now())
        return TemplateStanding(
            name=name,
            source=Source.PUSHED,
            sid=kept.sid,
            verdict=verdict,
            is_current=kept.label == label,
        )

    def _verdict(self, maker: ContentMaker, sid: str) -> Verdict:
        try:
            with _told():
                return maker.verdict(sid)
        except Unavailable as away:
            if not isinstance(away.__cause__, MessageRefused) or _is_about_us(away.__cause__):
                raise
            return Verdict(approval=Approval.UNSUBMITTED, reason="Twilio does not know it")

    def _submitted(self, draft: Draft, sid: str) -> Verdict:
        if draft.category is None:
            return Verdict(approval=Approval.NOT_NEEDED)
        maker = self._ready()
        verdict = maker.verdict(sid)
        if verdict.approval is Approval.UNSUBMITTED:
            maker.submit(draft, sid)
            verdict = maker.verdict(sid)
        return verdict

    def _keep(self, draft: Draft, sid: str, verdict: Verdict) -> Content:
        return self._put(draft.name, draft.label, sid, verdict, at=self.clock.now())

    def _put(
        self, name: str, label: str, sid: str, verdict: Verdict, *, at: datetime
    ) -> Content:
        content = Content(name=name, label=label, sid=sid, verdict=verdict, checked_at=at)
        with self.storage.begin() as work:
            work.contents.put(content)
            work.commit()
        return content

    def _ready(self) -> ContentMaker:
        if self.maker is None:
            raise Misconfigured(
                f"Messages go to the simulator, which needs no templates; set {NEEDED}"
            )
        return self.maker


@contextmanager
def _told() -> Iterator[None]:
    """Tell failures of the provider as an operator may read them."""
    try:
        yield
    except (MessengerDown, OutcomeUnknown) as error:
        raise Unavailable(f"Twilio is away ({error.reason}): please try again") from error
    except MessageRefused as error:
        raise Unavailable(f"Twilio does not take this ({error.reason})") from error


def _is_about_us(refused: MessageRefused) -> bool:
    """Tell whether the account is what was refused, and not the thing that was asked for."""
    return " 401 " in f"{refused.reason} " or " 403 " in f"{refused.reason} "
