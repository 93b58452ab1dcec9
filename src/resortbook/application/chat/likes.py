"""What a guest can say of what they like."""

from dataclasses import dataclass

from resortbook.domain.preferences import PartOfDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Likes:
    """Tell what one likes in general: kinds of activities by their codes, parts of the day.

    `keep`: it shall stand in the profile; where nothing is said with it, what was said last.
    """

    categories: tuple[str, ...] = ()
    times: tuple[PartOfDay, ...] = ()
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetLikes:
    """Have it erased again what one likes."""
