"""A guest's phone: the forms that Twilio posts of what is typed, sent and tapped on it."""

import json
from dataclasses import dataclass
from uuid import uuid4

Form = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """Builds inbound forms of one guest; any further field may be added to each by name."""

    account_sid: str
    sender: str  # the resort's address, `whatsapp:+…`
    address: str  # `whatsapp:+14155550123`, or of a guest without a number `whatsapp:US.ABC1`
    name: str = "Ana"

    def text(self, body: str, *, reply_to: str | None = None, **more: str) -> Form:
        """Return the form of a text, which may be empty; `reply_to` is a message it answers."""
        return self._form("text", body, reply_to, more)

    def media(self, url: str, content_type: str, *, body: str = "", **more: str) -> Form:
        """Return the form of a picture, voice note, …, with its caption."""
        fields = {"NumMedia": "1", "MediaUrl0": url, "MediaContentType0": content_type}
        kind = content_type.partition("/")[0]
        return self._form(kind, body, None, fields | more, prefix="MM")

    def location(
        self,
        latitude: float,
        longitude: float,
        *,
        label: str = "",
        place: str = "",
        **more: str,
    ) -> Form:
        """Return the form of a pin."""
        fields = {"Latitude": str(latitude), "Longitude": str(longitude)}
        fields |= {"Label": label, "Address": place} if label or place else {}
        return self._form("location", "", None, fields | more)

    def button(
        self, payload: str, title: str, *, reply_to: str | None = None, **more: str
    ) -> Form:
        """Return the form of a tapped button."""
        fields = {"ButtonText": title, "ButtonPayload": payload}
        return self._form("button", title, reply_to, fields | more)

    def row(self, id: str, title: str, *, reply_to: str | None = None, **more: str) -> Form:
        """Return the form of a tapped row of a list."""
        fields = {"ListId": id, "ListTitle": title}
        return self._form("interactive", title, reply_to, fields | more)

    def _form(
        self, kind: str, body: str, reply_to: str | None, more: Form, *, prefix: str = "SM"
    ) -> Form:
        sid = f"{prefix}{uuid4().hex}"
        context = {"ProfileName": self.name, "Forwarded": "false"}
        form = {
            "MessageSid": sid,
            "SmsSid": sid,
            "SmsMessageSid": sid,
            "AccountSid": self.account_sid,
            "From": self.address,
            "To": self.sender,
            "Body": body,
            "NumMedia": "0",
            "NumSegments": str(max(1, -(-len(body) // 160))),
            "ReferralNumMedia": "0",
            "SmsStatus": "received",
            "ApiVersion": "2010-04-01",
            "ProfileName": self.name,
            "MessageType": kind,
            "Forwarded": "false",
            "FrequentlyForwarded": "false",
        }
        if "+" in self.address:
            form["WaId"] = context["WaId"] = self.address.partition("+")[2]
        else:
            form["ExternalUserId"] = self.address
        if reply_to:
            form["OriginalRepliedMessageSid"] = reply_to
            form["OriginalRepliedMessageSender"] = self.sender
        channel = {"type": "whatsapp", "data": {"context": context}}
        return form | {"ChannelMetadata": json.dumps(channel)} | more
