"""Content resources: made, approved by WhatsApp or not, and filled in."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from tests.fake_twilio.content_rules import (
    CATEGORIES,
    Types,
    faults_of,
    has_malformed_variable,
    reason_to_reject,
    variables_of,
)
from tests.fake_twilio.paging import page_of
from tests.fake_twilio.refusal import BAD_PARAMETER, Refused

BASE = "https://content.twilio.com/v1"
FIELDS = {"friendly_name", "language", "variables", "types"}
APPROVAL_FIELDS = {"name", "category", "send_ttl_seconds", "bid_amount"}


@dataclass(slots=True, kw_only=True)
class Content:
    """One content resource; `approval` is what WhatsApp says of it."""

    sid: str
    friendly_name: str
    language: str
    samples: dict[str, str]
    types: Types
    at: datetime
    approval: dict[str, Any] = field(default_factory=lambda: {"status": "unsubmitted"})

    @property
    def is_approved(self) -> bool:
        """Whether it may open a conversation."""
        return bool(self.approval["status"] == "approved")


@dataclass(slots=True)
class Contents:
    """The account's content resources and what the Content API does with them."""

    account_sid: str
    now: Callable[[], datetime]
    # None: WhatsApp decides by its rules, as soon as it is asked. "pending": it takes its time.
    verdict: str | None = None
    kept: dict[str, Content] = field(default_factory=dict)

    def get(self, sid: str) -> Content:
        """Return one. Raises Refused (404)."""
        if sid not in self.kept:
            raise Refused(20404, sid, status=404)
        return self.kept[sid]

    def create(self, told: dict[str, Any]) -> dict[str, Any]:
        """Make one from the API's JSON."""
        types, samples = told.get("types"), told.get("variables") or {}
        unknown = told.keys() - FIELDS
        if unknown or not isinstance(types, dict) or not told.get("language"):
            raise Refused(
                BAD_PARAMETER, f"needs types and language; unknown: {sorted(unknown)}"
            )
        faults = faults_of(types)
        if not faults and has_malformed_variable(types):
            faults = ["a malformed variable"]
        if set(samples) - variables_of(types):
            faults.append("samples for variables that are not there")
        if faults:
            raise Refused(BAD_PARAMETER, "; ".join(faults))
        content = Content(
            sid=f"HX{uuid4().hex}",
            friendly_name=told.get("friendly_name", ""),
            language=told["language"],
            samples=samples,
            types=types,
            at=self.now(),
        )
        self.kept[content.sid] = content
        return self.shown(content)

    def delete(self, sid: str) -> None:
        """Forget one."""
        del self.kept[self.get(sid).sid]

    def submit(self, sid: str, told: dict[str, Any]) -> dict[str, Any]:
        """Ask WhatsApp for its approval, and answer as Twilio does: received."""
        content = self.get(sid)
        name, category = told.get("name", ""), told.get("category", "")
        fits = re.fullmatch(r"[a-z0-9_]{1,512}", name) and category in CATEGORIES
        if not fits or told.keys() - APPROVAL_FIELDS:
            raise Refused(BAD_PARAMETER, f"name in a-z, 0-9 and _; category of {CATEGORIES}")
        if content.approval["status"] != "unsubmitted":
            raise Refused(BAD_PARAMETER, "was submitted already")
        reason = reason_to_reject(content.types, content.samples, category)
        content.approval = {
            "type": "whatsapp",
            "name": name,
            "category": category,
            "content_type": next(iter(content.types)),
            "status": self.verdict or ("rejected" if reason else "approved"),
            "rejection_reason": reason or "",
            "allow_category_change": True,
        }
        return {**content.approval, "status": "received", "rejection_reason": ""}

    def decide(self, sid: str, status: str, reason: str = "") -> None:
        """Let WhatsApp say `approved`, `rejected`, `paused`, `disabled`, …"""
        content = self.get(sid)
        content.approval = {**content.approval, "status": status, "rejection_reason": reason}

    def listed(self, query: dict[str, str], *, with_approvals: bool = False) -> dict[str, Any]:
        """Return one page of all, newest first."""
        path = "ContentAndApprovals" if with_approvals else "Content"
        page = page_of(list(self.kept.values())[::-1], query, set())
        entries = [self.shown(content) for content in page.entries]
        if with_approvals:
            for entry, content in zip(entries, page.entries, strict=True):
                entry["approval_requests"] = content.approval
        meta = {
            "page": page.number,
            "page_size": page.size,
            "first_page_url": f"{BASE}/{path}?{page.first}",
            "previous_page_url": None,
            "next_page_url": f"{BASE}/{path}?{page.next}" if page.next else None,
            "url": f"{BASE}/{path}?{page.first}",
            "key": "contents",
        }
        return {"contents": entries, "meta": meta}

    def approval_of(self, sid: str) -> dict[str, Any]:
        """Return what WhatsApp says of one."""
        content = self.get(sid)
        url = f"{BASE}/Content/{sid}/ApprovalRequests"
        whatsapp = content.approval
        return {"sid": sid, "account_sid": self.account_sid, "whatsapp": whatsapp, "url": url}

    def shown(self, content: Content) -> dict[str, Any]:
        """Return one as the API shows it."""
        url = f"{BASE}/Content/{content.sid}"
        at = content.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return {
            "sid": content.sid,
            "account_sid": self.account_sid,
            "friendly_name": content.friendly_name,
            "language": content.language,
            "variables": content.samples,
            "types": content.types,
            "date_created": at,
            "date_updated": at,
            "url": url,
            "links": {
                "approval_create": f"{url}/ApprovalRequests/whatsapp",
                "approval_fetch": f"{url}/ApprovalRequests",
            },
        }
