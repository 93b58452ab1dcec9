"""The resort itself."""

from marshmallow import fields

from resortbook_api.schemas.shapes import Shown


class ResortSchema(Shown):
    """What a page about the resort needs; numbers are E.164, null where there is none.

    `logo` is an address, relative ones to the API's root; null for the app's own sign.
    """

    name = fields.String()
    timezone = fields.String()
    currency = fields.String()
    locale = fields.String()
    whatsapp = fields.String(allow_none=True)
    desk_phone = fields.String(allow_none=True)
    has_simulator = fields.Boolean()
    logo = fields.String(allow_none=True)
