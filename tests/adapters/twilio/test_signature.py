"""Whatever is odd about a request, it is nobody's; nothing of it is ever an error."""

import pytest
from twilio.request_validator import RequestValidator

from resortbook.adapters.twilio.signature import TwilioSignatures

TOKEN = "the auth token"
URL = "https://resort.example/webhooks/whatsapp"
FORM = {"Body": ["hello"], "Tag": ["b", "a"]}
GENUINE = RequestValidator(TOKEN).compute_signature(f"{URL}BodyhelloTagaTagb", {})


def test_every_value_of_every_field_is_signed():
    signatures = TwilioSignatures(TOKEN)

    assert signatures.are_genuine(GENUINE, url=URL, form=FORM)
    assert not signatures.are_genuine(GENUINE, url=URL, form={**FORM, "Tag": ["a"]})
    assert not signatures.are_genuine(GENUINE, url=URL, form={**FORM, "": [""], "New": ["x"]})
    assert not signatures.are_genuine(GENUINE, url=f"{URL}/", form=FORM)


def test_the_port_may_be_named_or_not():
    signatures = TwilioSignatures(TOKEN)

    assert signatures.are_genuine(
        GENUINE, url=URL.replace("example/", "example:443/"), form=FORM
    )


@pytest.mark.parametrize("token", [None, ""])
def test_without_a_token_nothing_is_genuine(token):
    made_without = RequestValidator("").compute_signature(URL, {})

    assert not TwilioSignatures(token).are_genuine(made_without, url=URL, form={})


@pytest.mark.parametrize("signature", [None, "", "x", GENUINE[:-1], f"{GENUINE} ", "\ud800é"])
def test_a_signature_that_is_none_is_refused(signature):
    assert not TwilioSignatures(TOKEN).are_genuine(signature, url=URL, form=FORM)


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("https://resort.example:99999/", FORM),
        ("https://[::1/", FORM),
        ("", FORM),
        (f"{URL}?\udcff", FORM),
        (URL, {"Body": ["\ud800"]}),
        (URL, {"\udfff": ["x"]}),
        (URL, {"Body": []}),
    ],
)
def test_what_no_request_of_twilio_has_is_refused(url, form):
    assert not TwilioSignatures(TOKEN).are_genuine(GENUINE, url=url, form=form)
