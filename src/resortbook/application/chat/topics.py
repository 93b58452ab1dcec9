"""What a guest can ask about an activity."""

from enum import StrEnum


class Topic(StrEnum):
    """What can be asked about an activity."""

    ALL = "all"
    PRICE = "price"
    DURATION = "duration"
    PLACE = "place"
    BRING = "bring"
    RULES = "rules"
    CANCELLING = "cancelling"
    WHEN = "when"
    HEALTH = "health"
