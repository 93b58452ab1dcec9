"""Which content resource a message goes out by."""

import time
from collections.abc import Callable, Mapping

from resortbook.adapters.twilio.choices import Form
from resortbook.ports.contents import Approval, ContentReads, Verdict
from resortbook.ports.messaging import (
    MessageRefused,
    MessengerDown,
    OutcomeUnknown,
    TemplateMissing,
)

LOOK_AGAIN_SECONDS = 60


class Shelf:
    """The resources that settings name, and those that were made and kept.

    A kept template that was not approved when it was looked at last is asked about again, at
    most once a minute: approval comes hours after it was made, and nobody should have to tell
    us.
    """

    def __init__(
        self,
        *,
        templates: Mapping[str, str],
        contents: ContentReads | None,
        verdict: Callable[[str], Verdict],
    ) -> None:
        """Keep where to look; the settings' `templates` come first."""
        self._templates = templates
        self._contents = contents
        self._verdict = verdict
        self._looked: dict[str, tuple[float, Approval]] = {}

    def template(self, name: str) -> str:
        """Return the SID of a template that may be sent.

        Raises:
            TemplateMissing: there is none, or WhatsApp has not approved it.
            MessengerDown: that could not be asked.
        """
        if named := self._templates.get(name):
            return named
        kept = self._contents.find(name) if self._contents else None
        if kept is None:
            raise TemplateMissing(name)
        is_approved = kept.verdict.approval is Approval.APPROVED
        if not is_approved and self._approval(kept.sid) is not Approval.APPROVED:
            raise TemplateMissing(name)
        return kept.sid

    def form(self, form: Form) -> str | None:
        """Return the SID of a form, if it was made."""
        kept = self._contents.find(form.name) if self._contents else None
        return None if kept is None else kept.sid

    def _approval(self, sid: str) -> Approval:
        at, approval = self._looked.get(sid, (float("-inf"), Approval.PENDING))
        if approval is Approval.APPROVED or time.monotonic() - at < LOOK_AGAIN_SECONDS:
            return approval
        try:
            approval = self._verdict(sid).approval
        except MessageRefused:
            approval = Approval.UNSUBMITTED  # it is gone there
        except OutcomeUnknown as error:
            raise MessengerDown(error.reason) from error
        self._looked[sid] = (time.monotonic(), approval)
        return approval
