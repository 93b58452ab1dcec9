"""WhatsApp's customer service window: free text for 24 hours after a guest's last message."""

from datetime import datetime, timedelta

WINDOW = timedelta(hours=24)


def is_open(last_inbound_at: datetime | None, *, now: datetime) -> bool:
    """Whether free text may be sent; our own messages never extend it.

    Source: WhatsApp Business Platform, "Customer service windows".
    """
    return last_inbound_at is not None and now < last_inbound_at + WINDOW
