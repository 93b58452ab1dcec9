"""The two addresses that Twilio posts to: messages of guests, and what became of ours."""

from flask import Blueprint, Response, request

from resortbook.application.resort import Resort
from resortbook_whatsapp.inbound import heard_in
from resortbook_whatsapp.signed import signed_form
from resortbook_whatsapp.statuses import report_in


def webhooks_of(resort: Resort, *, public_url: str) -> Blueprint:
    """Return the webhooks of a resort that the world reaches at `public_url`."""
    blueprint = Blueprint("webhooks", __name__, url_prefix="/webhooks/whatsapp")

    @blueprint.post("")
    def hear() -> Response:
        """Keep a message, then answer with nothing: the reply goes out by itself."""
        form = signed_form(resort.signatures, public_url)
        resort.reception.receive(heard_in(form))
        return Response("<Response/>", mimetype="text/xml")

    @blueprint.post("/status")
    def note() -> Response:
        """Note how far one of our messages has come."""
        report = report_in(signed_form(resort.signatures, public_url), request.args)
        if report.delivery is not None:
            resort.deliveries.note(
                report.sid,
                report.delivery,
                message_id=report.message_id,
                error=report.error,
            )
        return Response(mimetype="text/plain")

    return blueprint
