"""Templates and forms at Twilio's Content API."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from resortbook.adapters.twilio.choices import all_forms
from resortbook.ports.contents import Approval, Draft, Template, Verdict
from resortbook.ports.messaging import MessengerDown

if TYPE_CHECKING:
    from twilio.rest import Client

TIMEOUT_SECONDS = 10
CODE_MINUTES = 5
PAGE = 100
MOST_PAGES = 100
_URL = "https://content.twilio.com/v1/Content"
_JSON = {"Content-Type": "application/json"}
# What Twilio says on the way to WhatsApp means the same to us.
_APPROVALS = {one.value: one for one in Approval} | {"received": Approval.PENDING}


class TwilioContents:
    """Makes templates and forms with Twilio's account, as the port `ContentMaker` says."""

    def __init__(
        self,
        *,
        account_sid: str,
        auth_token: str,
        base_url: str | None = None,
        timeout_seconds: float = TIMEOUT_SECONDS,
    ) -> None:
        """Keep the account; `base_url` replaces scheme and host."""
        self._account = (account_sid, auth_token)
        self._base_url = base_url
        self._timeout_seconds = timeout_seconds
        self._client: Client | None = None

    def drafts(self, templates: Sequence[Template], *, language: str) -> Sequence[Draft]:
        """Return the templates, then quick replies and lists for every number of choices."""
        return [
            *(_of_template(one, language) for one in templates),
            *(_draft(form.name, form.types, {}, language) for form in all_forms()),
        ]

    def labels(self) -> Mapping[str, str]:
        """Go through everything that the account has, newest first; the newest one counts."""
        found: dict[str, str] = {}
        for content in self._all():
            found.setdefault(content["friendly_name"], content["sid"])
        return found

    def make(self, draft: Draft) -> str:
        """Post the draft."""
        return str(self._ask("POST", _URL, draft.wording)["sid"])

    def submit(self, draft: Draft, sid: str) -> None:
        """Post the request for approval."""
        request = {"name": draft.label, "category": draft.category}
        self._ask("POST", f"{_URL}/{sid}/ApprovalRequests/whatsapp", request)

    def verdict(self, sid: str) -> Verdict:
        """Ask for the approval."""
        told = self._ask("GET", f"{_URL}/{sid}/ApprovalRequests").get("whatsapp") or {}
        approval = _APPROVALS.get(str(told.get("status", "")).lower(), Approval.PENDING)
        return Verdict(approval=approval, reason=str(told.get("rejection_reason") or ""))

    def _all(self) -> Iterator[dict[str, Any]]:
        url = f"{_URL}?PageSize={PAGE}"
        for _ in range(MOST_PAGES):
            page = self._ask("GET", url)
            yield from page["contents"]
            url = page["meta"].get("next_page_url")
            if not url:
                return

    def _ask(
        self, method: str, url: str, told: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        body = {} if told is None else {"data": dict(told), "headers": _JSON}
        answer = self._ready().request(method, url, **body)
        try:
            return dict(json.loads(answer.text))
        except (ValueError, TypeError) as error:
            raise MessengerDown("twilio answers in no words of its own") from error

    def _ready(self) -> "Client":
        # The vendor's package is slow to import: only who asks pays for it.
        from resortbook.adapters.twilio.http import client_of

        if self._client is None:
            self._client = client_of(*self._account, self._base_url, self._timeout_seconds)
        return self._client


def _of_template(template: Template, language: str) -> Draft:
    samples = {str(n): sample for n, sample in enumerate(template.samples, 1)}
    if template.category == "AUTHENTICATION":
        # WhatsApp writes the words of these itself, and takes no other ones.
        wording = {
            "whatsapp/authentication": {
                "add_security_recommendation": True,
                "code_expiration_minutes": CODE_MINUTES,
                "actions": [{"type": "COPY_CODE", "copy_code_text": "Copy code"}],
            }
        }
    else:
        wording = {"twilio/text": {"body": template.body}}
    return _draft(template.name, wording, samples, language, category=template.category)


def _draft(
    name: str,
    types: dict[str, Any],
    samples: dict[str, str],
    language: str,
    *,
    category: str | None = None,
) -> Draft:
    wording = {"language": language, "variables": samples, "types": types}
    # Nothing can be changed once it is approved: other words are another resource.
    words = json.dumps([wording, category], sort_keys=True)
    label = f"resortbook_{name.lower()}_{hashlib.sha256(words.encode()).hexdigest()[:8]}"
    return Draft(
        name=name,
        label=label,
        wording={"friendly_name": label, **wording},
        category=category,
    )
