"""The handover: from the bot to the desk, and back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from resortbook.application.desk_messages import DeskMessages
from resortbook.application.journal import Journal
from resortbook.application.phrases.desk_talk import asked_about
from resortbook.application.phrases.words import Words
from resortbook.application.tokens import without_tokens
from resortbook.domain.actor import Actor, Door
from resortbook.domain.booking import BookingDetail
from resortbook.domain.conversation import Conversation, ConversationStatus
from resortbook.domain.errors import NotFound
from resortbook.domain.guest import Guest
from resortbook.domain.messages import TranscriptLine
from resortbook.domain.note import BookingNote
from resortbook.ports.jobs import Waker
from resortbook.ports.paging import Page, PageOf
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.talk_reads import ConversationFilter, ConversationReading, TalkReads
from resortbook.ports.world import Clock, Ids

TRANSCRIPT_LINES = 200
LONGEST_SUMMARY = 4_000
NOBODY = "There is no such conversation"

Step = Callable[[UnitOfWork, Conversation, Guest, datetime], Conversation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A conversation as staff see it: as it reads now, whose it is, and what was said."""

    conversation: Conversation
    guest: Guest
    lines: tuple[TranscriptLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverService:
    """Lets people answer in place of the bot. A silence of `release_after` on both sides ends
    it by itself, judged whenever somebody looks.
    """

    storage: Storage
    reads: TalkReads
    clock: Clock
    ids: Ids
    journal: Journal
    waker: Waker
    messages: DeskMessages
    words: Words
    release_after: timedelta

    def current(self, work: UnitOfWork, guest_id: UUID, *, now: datetime) -> Conversation:
        """Return a guest's conversation as it reads at `now`, locked for this unit of work."""
        return self._at(work.conversations.of(guest_id), now)

    def holds(self, conversation: Conversation, now: datetime) -> bool:
        """Whether the desk answers it, so that the bot keeps quiet."""
        return conversation.is_with_desk(now, release_after=self.release_after)

    def hand_over(
        self, work: UnitOfWork, guest: Guest, *, summary: str, now: datetime
    ) -> Conversation:
        """Let the desk answer the guest, who asked for it in the chat; return the conversation.

        Within the caller's unit of work; whoever has more to save takes the one returned. What
        is with the desk already gets the summary added.
        """
        by = Actor.guest(guest.id, door=Door.WHATSAPP)
        return self._open(work, guest.id, summary=summary, by=by, now=now)

    def give_back(self, work: UnitOfWork, guest_id: UUID, *, by: Actor, now: datetime) -> None:
        """Let the bot answer again, within the caller's unit of work."""
        conversation = work.conversations.of(guest_id)
        if conversation.status is not ConversationStatus.BOT:
            work.conversations.save(conversation.released())
            self._record(work, "conversation.release", guest_id, by=by, now=now)

    def ask(self, about: BookingDetail, message: str, *, by: Actor) -> Talk:
        """Let a guest ask the desk about a booking; the conversation waits for it.

        The question stays as a note on the booking when the conversation is over.

        Raises:
            NotFound: no such guest.
        """
        booking = about.booking
        summary = asked_about(about, message, words=self.words)

        def step(
            work: UnitOfWork, conversation: Conversation, guest: Guest, now: datetime
        ) -> Conversation:
            note = BookingNote(
                id=self.ids.new(),
                booking_id=booking.id,
                author_id=by.guest_id,
                body=message.strip(),
                created_at=now,
            )
            work.notes.add(note)
            return self._open(work, guest.id, summary=summary, by=by, now=now)

        return self._change(booking.guest_id, step)

    def take_over(self, guest_id: UUID, *, by: Actor) -> Talk:
        """Answer a guest oneself; also in place of a colleague. Raises NotFound."""

        def step(
            work: UnitOfWork, conversation: Conversation, guest: Guest, now: datetime
        ) -> Conversation:
            self._record(work, "conversation.take_over", guest_id, by=by, now=now)
            return work.conversations.save(conversation.taken(now, by=by.guest_id))

        return self._change(guest_id, step)

    def reply(self, guest_id: UUID, body: str, *, by: Actor) -> TranscriptLine:
        """Write to a guest, whom that takes over unless a colleague has; return the message.

        Raises:
            NotFound: no such guest.
            InvalidInput: on `body`: nothing is said in it, or it is too long.
            Conflicting: it cannot reach the guest: no address, STOP, or no template outside of
                the 24 hours after the guest's last message.
        """
        sent: list[TranscriptLine] = []

        def step(
            work: UnitOfWork, conversation: Conversation, guest: Guest, now: datetime
        ) -> Conversation:
            sent.append(self.messages.send(work, guest, body, now=now))
            self._record(work, "conversation.reply", guest_id, by=by, now=now)
            if conversation.status is ConversationStatus.TAKEN:
                return work.conversations.save(conversation.heard(now))
            return work.conversations.save(conversation.taken(now, by=by.guest_id))

        self._change(guest_id, step)
        self.waker.wake()
        return sent[0]

    def release(self, guest_id: UUID, *, by: Actor) -> Talk:
        """Let the bot answer again; also where it does already. Raises NotFound."""

        def step(
            work: UnitOfWork, conversation: Conversation, guest: Guest, now: datetime
        ) -> Conversation:
            self.give_back(work, guest_id, by=by, now=now)
            return work.conversations.of(guest_id)

        return self._change(guest_id, step)

    def list(self, statuses: tuple[ConversationStatus, ...], page: Page) -> PageOf[Talk]:
        """Return a page of conversations, the latest first. Raises InvalidInput: bad cursor."""
        now = self.clock.now()
        wanted = ConversationFilter(
            now=now, release_after=self.release_after, statuses=statuses
        )
        found = self.reads.conversations(wanted, page)
        items = tuple(self._talk(one, now) for one in found.items)
        return PageOf(items=items, next_cursor=found.next_cursor)

    def waiting_since(self) -> Sequence[datetime]:
        """Return since when each conversation waits for the desk, longest first."""
        wanted = ConversationFilter(
            now=self.clock.now(),
            release_after=self.release_after,
            statuses=(ConversationStatus.WAITING,),
        )
        return self.reads.waiting_since(wanted)

    def get(self, guest_id: UUID) -> Talk:
        """Return a guest's conversation with what was said. Raises NotFound."""
        found = self.reads.conversation(guest_id)
        if found is None or found.guest.erased_at is not None:
            raise NotFound(NOBODY)
        said = self.reads.transcript_of(guest_id, limit=TRANSCRIPT_LINES)
        # A link in it would sign staff in as the guest.
        lines = tuple(replace(line, body=without_tokens(line.body)) for line in said)
        return self._talk(found, self.clock.now(), lines=lines)

    def _change(self, guest_id: UUID, step: Step) -> Talk:
        now = self.clock.now()
        with self.storage.begin() as work:
            guest = work.guests.get(guest_id)
            if guest.erased_at is not None:
                raise NotFound(NOBODY)
            # As the reception does: or a first conversation could be begun twice.
            for value in sorted(address.value for address in guest.addresses):
                work.codes.serialise(value)
            step(work, self.current(work, guest_id, now=now), guest, now)
            work.commit()
        return self.get(guest_id)

    def _open(
        self, work: UnitOfWork, guest_id: UUID, *, summary: str, by: Actor, now: datetime
    ) -> Conversation:
        conversation = self.current(work, guest_id, now=now)
        told = "\n".join(one for one in (conversation.summary, summary) if one)
        self._record(work, "conversation.hand_over", guest_id, by=by, now=now)
        opened = conversation.handed_over(now, summary=told[-LONGEST_SUMMARY:])
        return work.conversations.save(opened)

    def _record(
        self, work: UnitOfWork, action: str, guest_id: UUID, *, by: Actor, now: datetime
    ) -> None:
        subject = ("conversation", guest_id)
        work.audit.add(self.journal.entry(action, subject, by=by, at=now))

    def _at(self, conversation: Conversation, now: datetime) -> Conversation:
        return conversation.at(now, release_after=self.release_after)

    def _talk(
        self,
        found: ConversationReading,
        now: datetime,
        *,
        lines: tuple[TranscriptLine, ...] = (),
    ) -> Talk:
        return Talk(
            conversation=self._at(found.conversation, now), guest=found.guest, lines=lines
        )
