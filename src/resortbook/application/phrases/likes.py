"""What a guest reads about what is known of their likes."""

from collections.abc import Sequence

from resortbook.application.phrases.offers import listed
from resortbook.domain.preferences import PartOfDay

TIMES = {
    PartOfDay.MORNING: "mornings",
    PartOfDay.AFTERNOON: "afternoons",
    PartOfDay.EVENING: "evenings",
}


def can_be_kept(likes: Sequence[str]) -> str:
    """Say how it is kept for the next time; nothing is, until the guest says so."""
    return (
        f'Write "remember that" if your profile shall say that you like {listed(likes)}; '
        "it does not yet."
    )


def kept(likes: Sequence[str]) -> str:
    """Say what is kept, and where it can be seen and erased."""
    return (
        f"I'll remember that you like {listed(likes)}. It stands in your profile: change it "
        'there, or write "forget what I like".'
    )


def nothing_to_keep() -> str:
    """Say that nothing was said that could be kept."""
    return "I have nothing to remember yet: tell me what you like to do."


def forgotten() -> str:
    """Say that it is erased."""
    return "It is erased: your profile says nothing any more of what you like."
