"""Messages: taken or refused, shown as they look on the phone, and listed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from uuid import uuid4

from tests.fake_http.server import Request
from tests.fake_twilio.checks import (
    CHANNEL,
    CONTENT_SID,
    check_addresses,
    check_callback,
    check_names,
    check_words,
    read_variables,
)
from tests.fake_twilio.content import Content, Contents
from tests.fake_twilio.content_rules import (
    BUTTONS_WITHOUT_APPROVAL,
    IN_SESSION_ONLY,
    RENDERED_LIMIT,
    faults_of,
    fill,
    richest,
    variables_of,
    words_of,
)
from tests.fake_twilio.paging import page_of
from tests.fake_twilio.refusal import BAD_PARAMETER, MESSAGES, Refused

WINDOW = timedelta(hours=24)
FILTERS = {"To", "From", "DateSent", "DateSent<", "DateSent>"}


@dataclass(slots=True, kw_only=True)
class SentMessage:
    """A message that was taken: what came in, and what of it stands on the phone."""

    sid: str
    at: datetime  # by the fake's clock
    seconds: float  # by the machine's monotonic one
    to: str
    from_: str
    body: str | None
    media: list[str]
    content_sid: str | None
    variables: dict[str, str]
    content_type: str | None  # such as twilio/quick-reply
    content: dict[str, Any]  # that type's parts, variables filled in: buttons, rows, …
    rendered: str  # the words
    status_callback: str | None
    form: dict[str, str]
    headers: dict[str, str]
    status: str = "queued"
    error_code: int | None = None


@dataclass(slots=True)
class Messages:
    """The account's messages, and since when each guest's window is open."""

    account_sid: str
    sender: str
    now: Callable[[], datetime]
    contents: Contents
    kept: dict[str, SentMessage] = field(default_factory=dict)
    last_inbound: dict[str, datetime] = field(default_factory=dict)
    opted_out: set[str] = field(default_factory=set)

    def window_is_open(self, to: str) -> bool:
        """Tell whether the guest wrote within the last 24 hours."""
        last = self.last_inbound.get(address(to))
        return last is not None and self.now() - last < WINDOW

    def create(self, request: Request) -> tuple[SentMessage, dict[str, Any]]:
        """Take a message, and return it with Twilio's answer.

        Raises:
            Refused: Twilio says so at once. What it takes and fails afterwards is not that.
        """
        form = request.form
        media = [value for name, value in request.pairs if name == "MediaUrl"]
        check_names(request.pairs)
        check_addresses(form, self.sender)
        check_words(form, media)
        check_callback(form)
        content = self._content(form.get("ContentSid"))
        types = content.types if content else {}
        variables = read_variables(form.get("ContentVariables"), variables_of(types))
        if form["To"] in self.opted_out:
            raise Refused(21610)
        shown = richest(types) if types else None
        filled = fill(types[shown], variables) if shown else {}
        message = SentMessage(
            sid=f"{'MM' if media else 'SM'}{uuid4().hex}",
            at=self.now(),
            seconds=request.seconds,
            to=form["To"],
            from_=form["From"],
            body=form.get("Body"),
            media=media,
            content_sid=form.get("ContentSid"),
            variables=variables,
            content_type=shown,
            content=filled,
            rendered=words_of(shown, filled, variables) if shown else form.get("Body", ""),
            status_callback=form.get("StatusCallback"),
            form=form,
            headers=dict(request.headers.items()),
        )
        self.kept[message.sid] = message
        return message, {**self.shown(message), "date_sent": None}

    def late_failure(self, message: SentMessage) -> tuple[int, str] | None:
        """Return the code and reason with which a message that was taken fails, if it does."""
        if message.content_sid is None or message.content_type is None:
            is_open = self.window_is_open(message.to)
            return None if is_open else (63016, "free text or media, window closed")
        content = self.contents.get(message.content_sid)
        if not self.window_is_open(message.to) and message.content_type in IN_SESSION_ONLY:
            return 63016, f"{message.content_type}, window closed"
        if not self.window_is_open(message.to) and not content.is_approved:
            return 63016, f"template {content.approval['status']}, window closed"
        faults = faults_of({message.content_type: message.content})
        if len(message.rendered) > RENDERED_LIMIT:
            faults.append(f"{len(message.rendered)} characters, takes {RENDERED_LIMIT}")
        buttons = message.content.get("actions", [])
        if len(buttons) > BUTTONS_WITHOUT_APPROVAL and not content.is_approved:
            faults.append(f"{len(buttons)} buttons without approval")
        return (63021, "; ".join(faults)) if faults else None

    def _content(self, sid: str | None) -> Content | None:
        if sid is None:
            return None
        if not CONTENT_SID.fullmatch(sid) or sid not in self.contents.kept:
            raise Refused(21655, sid)
        return self.contents.kept[sid]

    def fetch(self, sid: str) -> dict[str, Any]:
        """Return one as the API shows it."""
        if sid not in self.kept:
            raise Refused(20404, sid, status=404)
        return self.shown(self.kept[sid])

    def listed(self, query: dict[str, str]) -> dict[str, Any]:
        """Return one page of the messages that fit, newest first."""
        found = [message for message in self.kept.values() if _fits(message, query)]
        page = page_of(found[::-1], query, FILTERS)
        base = f"/2010-04-01/Accounts/{self.account_sid}/Messages.json"
        return {
            "messages": [self.shown(message) for message in page.entries],
            "first_page_uri": f"{base}?{page.first}",
            "next_page_uri": f"{base}?{page.next}" if page.next else None,
            "previous_page_uri": None,
            "uri": f"{base}?{page.first}",
            "page": page.number,
            "page_size": page.size,
            "start": page.start,
            "end": page.start + max(0, len(page.entries) - 1),
        }

    def shown(self, message: SentMessage) -> dict[str, Any]:
        """Return one as the API shows it."""
        sent = format_datetime(message.at.astimezone(UTC))
        base = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{message.sid}"
        return {
            "sid": message.sid,
            "account_sid": self.account_sid,
            "messaging_service_sid": None,
            "to": message.to,
            "from": message.from_,
            "body": message.rendered,
            "num_media": str(len(message.media)),
            "num_segments": "1",
            "direction": "outbound-api",
            "status": message.status,
            "error_code": message.error_code,
            "error_message": MESSAGES.get(message.error_code or 0),
            "date_created": sent,
            "date_updated": sent,
            "date_sent": sent,
            "price": None,
            "price_unit": "USD",
            "api_version": "2010-04-01",
            "uri": f"{base}.json",
            "subresource_uris": {"media": f"{base}/Media.json"},
        }


def address(told: str) -> str:
    """Return `whatsapp:…` of a number, a business-scoped id or such an address."""
    return told if told.startswith(CHANNEL) else CHANNEL + told


def _fits(message: SentMessage, query: dict[str, str]) -> bool:
    sent = message.at.astimezone(UTC).replace(microsecond=0)
    return (
        query.get("To", message.to) == message.to
        and query.get("From", message.from_) == message.from_
        # All three take the moment itself in, although their names don't say so.
        and ("DateSent>" not in query or sent >= _moment(query["DateSent>"]))
        and ("DateSent<" not in query or sent <= _moment(query["DateSent<"]))
        and ("DateSent" not in query or sent.date() == _moment(query["DateSent"]).date())
    )


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(BAD_PARAMETER, f"no time: {text}") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
