"""Signing in: a code by WhatsApp, a link, a session."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from resortbook.application.journal import Journal
from resortbook.application.people import People
from resortbook.application.phones import as_e164
from resortbook.application.sessions import SessionService, SignedIn
from resortbook.application.tokens import token_hash
from resortbook.application.trace import current_request
from resortbook.domain.actor import Actor, Door
from resortbook.domain.errors import InvalidCode, RateLimited, SessionExpired
from resortbook.domain.events import Event, EventKind
from resortbook.domain.login import (
    CODE_LIVES,
    LINK_LIVES,
    PHONE_LIMITS,
    RESEND_AFTER,
    WRONG_CODES_CLOSE_AFTER,
    WRONG_CODES_WINDOW,
    Limit,
    SignInCode,
    SignInLink,
)
from resortbook.ports.jobs import Waker
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Codes, Ids

HOUR = timedelta(hours=1)
SKEW = timedelta(minutes=1)  # by which clocks of several machines may differ


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLimits:
    """How many codes may be asked for in an hour, by one client address and by all."""

    per_address_per_hour: int
    per_hour: int
    countries: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRequested:
    """What somebody who asked for a code is told, whether the number is known or not; in
    seconds.
    """

    expires_in: int = int(CODE_LIVES.total_seconds())
    resend_in: int = int(RESEND_AFTER.total_seconds())


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginService:
    """Hands out codes and turns them, or links, into sessions. Limits are judged by database
    rows.
    """

    storage: Storage
    clock: Clock
    ids: Ids
    codes: Codes
    journal: Journal
    people: People
    sessions: SessionService
    waker: Waker
    limits: CodeLimits
    web_app_url: str

    def request_code(self, phone: str, *, client_address: str) -> CodeRequested:
        """Send a sign-in code to a phone; the answer is the same for known and unknown ones.

        Raises:
            InvalidPhone: not a phone number, or not of a country that is served.
            RateLimited: too many requests for the phone, from the address, or in all.
        """
        number = as_e164(phone, countries=self.limits.countries)
        now = self.clock.now()
        with self.storage.begin() as work:
            work.codes.serialise()
            self._check_requests(work, number, client_address, now)
            code = SignInCode(
                id=self.ids.new(),
                phone=number,
                code=self.codes.digits(6),
                client_address=client_address,
                created_at=now,
                expires_at=now + CODE_LIVES,
            )
            work.codes.add(code)
            work.outbox.add(self._send_code(code))
            work.commit()
        self.waker.wake()
        return CodeRequested()

    def verify_code(self, phone: str, code: str) -> SignedIn:
        """Sign in whoever has the phone; a guest who is new is made.

        Raises:
            InvalidPhone: not a phone number.
            InvalidCode: wrong, used, expired, or tried too often.
            RateLimited: so many wrong codes that the phone is closed for a while.
        """
        number = as_e164(phone)
        now = self.clock.now()
        with self.storage.begin() as work:
            work.codes.serialise(number)
            self._check_wrong_tries(work, number, now)
            matched = work.codes.take_try(number, code, now=now)
            if matched:
                guest = self.people.by_phone(work, number, now=now)
                signed_in = self.sessions.open(work, guest, now=now)
                by = Actor.guest(guest.id, door=Door.WEB)
                subject = ("session", signed_in.session.id)
                work.audit.add(self.journal.entry("session.open", subject, by=by, at=now))
            work.commit()
        if not matched:
            raise InvalidCode("This code is wrong or no longer valid")
        return signed_in

    def new_link(self, phone: str, *, by: Actor) -> str:
        """Return the token of a link that signs the owner of a phone in, once, within 30
        minutes.

        Raises:
            InvalidPhone: not a phone number.
        """
        now = self.clock.now()
        with self.storage.begin() as work:
            guest = self.people.by_phone(work, as_e164(phone), now=now)
            token = self._write_link(work, guest.id, by=by, now=now)
            work.commit()
        return token

    def link_for(
        self, work: UnitOfWork, guest_id: UUID, *, reference: str | None, now: datetime
    ) -> str:
        """Return the address at which a guest signs in, once, within 30 minutes of `now`.

        It leads to the booking of that reference, where one is given. It becomes valid with the
        unit of work. Whoever has it is signed in: it may stand in a message to the guest alone.
        """
        by = Actor.guest(guest_id, door=Door.WHATSAPP)
        token = self._write_link(work, guest_id, by=by, now=now)
        booking = f"&booking={reference}" if reference else ""
        return f"{self.web_app_url}/link#token={token}{booking}"

    def use_link(self, token: str) -> SignedIn:
        """Sign in by a link, which that uses up. Raises SessionExpired: unknown, used or too
        old.
        """
        now = self.clock.now()
        with self.storage.begin() as work:
            guest_id = work.links.use(token_hash(token), now=now)
            if guest_id is None:
                raise SessionExpired("This link has been used or is too old")
            guest = work.guests.get(guest_id)
            signed_in = self.sessions.open(work, guest, now=now)
            by = Actor.guest(guest.id, door=Door.WEB)
            subject = ("session", signed_in.session.id)
            work.audit.add(self.journal.entry("session.open", subject, by=by, at=now))
            work.commit()
        return signed_in

    def _write_link(self, work: UnitOfWork, guest_id: UUID, *, by: Actor, now: datetime) -> str:
        token = self.codes.token()
        work.links.add(
            SignInLink(
                token_hash=token_hash(token),
                guest_id=guest_id,
                created_at=now,
                expires_at=now + LINK_LIVES,
            )
        )
        work.audit.add(self.journal.entry("link.create", ("guest", guest_id), by=by, at=now))
        return token

    def _check_requests(
        self, work: UnitOfWork, phone: str, client_address: str, now: datetime
    ) -> None:
        self._check_wrong_tries(work, phone, now)
        by_address = Limit(count=self.limits.per_address_per_hour, window=HOUR)
        by_all = Limit(count=self.limits.per_hour, window=HOUR)

        def wait_of(limit: Limit, **whose: str) -> int:
            since, until = _stretch(limit, now)
            nth = work.codes.nth_request(limit.count, since=since, until=until, **whose)
            return _wait(limit, nth, now)

        waits = [
            *(wait_of(limit, phone=phone) for limit in PHONE_LIMITS),
            wait_of(by_address, client_address=client_address),
            wait_of(by_all),
        ]
        if wait := max(waits):
            raise RateLimited(
                "Too many codes were asked for, please wait a little", retry_after_seconds=wait
            )

    def _check_wrong_tries(self, work: UnitOfWork, phone: str, now: datetime) -> None:
        limit = Limit(count=WRONG_CODES_CLOSE_AFTER, window=WRONG_CODES_WINDOW)
        since, until = _stretch(limit, now)
        nth = work.codes.nth_wrong_try(limit.count, phone=phone, since=since, until=until)
        if wait := _wait(limit, nth, now):
            raise RateLimited(
                "Too many wrong codes, please try later", retry_after_seconds=wait
            )

    def _send_code(self, code: SignInCode) -> Event:
        return Event(
            id=self.ids.new(),
            kind=EventKind.SIGN_IN_CODE_REQUESTED,
            subject_id=code.id,
            version=1,
            guest_id=None,
            door=Door.WEB.value,
            created_at=code.created_at,
            due_at=code.created_at,
            request_id=current_request.get(),
        )


def _stretch(limit: Limit, now: datetime) -> tuple[datetime, datetime]:
    # What is dated further ahead was written before the clock was moved back.
    return now - limit.window, now + SKEW


def _wait(limit: Limit, nth: datetime | None, now: datetime) -> int:
    """Return the seconds until the n-th latest request leaves the window, 0 where there is
    none.
    """
    if nth is None:
        return 0
    return max(1, -int((now - nth - limit.window).total_seconds() // 1))
