"""What everybody may know of the resort itself."""

from flask.views import MethodView

from resortbook.application.resort import Resort
from resortbook.application.shapes import Shape
from resortbook.settings import Settings
from resortbook_api.auth import Access
from resortbook_api.blueprint import Blueprint
from resortbook_api.brand import logo_address
from resortbook_api.current import resort, settings
from resortbook_api.schemas.resort import ResortSchema

blp = Blueprint("resort", "The resort itself", "/api/v1/resort")


@blp.route("/", access=Access.PUBLIC)
class TheResort(MethodView):
    """The resort's name, clock and phones."""

    @blp.shows(200, ResortSchema)
    def get(self) -> Shape:
        """Get the resort.

        Its name, time zone, currency and locale, and by which numbers it is reached.
        """
        return facts_of(resort(), settings())


def facts_of(resort: Resort, settings: Settings) -> Shape:
    """Return what any page about the resort needs."""
    facts = resort.facts
    sender = settings.twilio_whatsapp_from
    return {
        "name": facts.name,
        "timezone": facts.zone.key,
        "currency": facts.currency,
        "locale": facts.locale,
        "whatsapp": sender.removeprefix("whatsapp:") if sender else None,
        "desk_phone": settings.desk_phone,
        "has_simulator": settings.has_simulator,
        "logo": logo_address(settings.resort_logo),
    }
