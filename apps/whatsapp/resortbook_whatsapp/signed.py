"""The form of a request, as far as Twilio has signed it."""

from flask import request
from werkzeug.exceptions import Forbidden, RequestEntityTooLarge, UnsupportedMediaType

from resortbook.ports.webhooks import Form, Signatures

MAX_BODY_BYTES = 64 * 1024
SIGNATURE = "X-Twilio-Signature"
URLENCODED = "application/x-www-form-urlencoded"


class InvalidSignature(Forbidden):
    """The request is not signed by the account's token, or there is none to judge by."""

    description = "This was not signed by the account's auth token for this address"


def signed_form(signatures: Signatures, public_url: str) -> Form:
    """Return all fields of this request's form, if they are genuine; NULs are dropped.

    Raises:
        RequestEntityTooLarge: more than 64 KB, whatever length was announced.
        UnsupportedMediaType: encoded, or no form.
        InvalidSignature: not signed for the public address of this path.
    """
    body = request.get_data(cache=True)
    if len(body) > MAX_BODY_BYTES:
        raise RequestEntityTooLarge()
    _check_type(is_empty=not body)
    form = request.form.to_dict(flat=False)
    shown = request.headers.get(SIGNATURE)
    if not signatures.are_genuine(shown, url=_public_address(public_url), form=form):
        raise InvalidSignature()
    return {_clean(name): [_clean(one) for one in values] for name, values in form.items()}


def _check_type(*, is_empty: bool) -> None:
    encoding = request.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity"):
        raise UnsupportedMediaType()
    if is_empty and not request.headers.get("Content-Type"):
        return
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if request.mimetype != URLENCODED or charset not in ("utf-8", "utf8"):
        raise UnsupportedMediaType()


def _public_address(public_url: str) -> str:
    # Not what the request says of its host: behind a proxy that is another one, and anybody
    # can say anything there. The query is signed as it was sent.
    query = request.query_string.decode("latin-1")
    return f"{public_url}{request.path}{f'?{query}' if query else ''}"


def _clean(text: str) -> str:
    return text.replace("\0", "")
