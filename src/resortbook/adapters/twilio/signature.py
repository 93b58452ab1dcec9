"""Twilio's signatures of webhooks, judged by Twilio's own validator."""

from typing import TYPE_CHECKING

from resortbook.ports.webhooks import Form

if TYPE_CHECKING:
    from twilio.request_validator import RequestValidator


class TwilioSignatures:
    """Signatures made with the account's auth token; without one nothing is genuine."""

    def __init__(self, auth_token: str | None) -> None:
        """Keep the token."""
        self._auth_token = auth_token
        self._validator: RequestValidator | None = None

    def are_genuine(self, signature: str | None, *, url: str, form: Form) -> bool:
        """Compute the signature over the address and all fields, and compare."""
        if not self._auth_token or not signature:
            return False
        try:
            return bool(self._ready(self._auth_token).validate(url, _Fields(form), signature))
        except ValueError:
            # The validator raises on ports and characters that no genuine request has.
            return False

    def _ready(self, auth_token: str) -> "RequestValidator":
        from twilio.request_validator import RequestValidator

        if self._validator is None:
            self._validator = RequestValidator(auth_token)
        return self._validator


class _Fields(dict[str, list[str]]):
    """A form as the validator reads it: a name may have several values, and all are signed."""

    def __init__(self, form: Form) -> None:
        super().__init__({name: list(values) for name, values in form.items()})

    def getlist(self, name: str) -> list[str]:
        return self[name]
