"""Table of texts and forms that were made at the provider."""

from sqlalchemy import Table, Text

from resortbook.adapters.sql.tables.schema import metadata, needed, one_of
from resortbook.adapters.sql.types import UtcDateTime
from resortbook.ports.contents import Approval

content_resources = Table(
    "content_resources",
    metadata,
    needed("name", Text, primary_key=True),
    needed("label", Text),
    needed("sid", Text),
    needed("approval", Text),
    needed("reason", Text),
    needed("checked_at", UtcDateTime),
    one_of("approval", Approval, name="content_resources_approval_known"),
)
