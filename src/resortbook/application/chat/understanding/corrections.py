"""Which of the things that a message says about time it wants: `at 2, no wait, 4`."""

from resortbook.application.chat.understanding.items import Items, sense, word_at
from resortbook.application.chat.understanding.said import Said
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.vocabulary import words_in

# What comes after one of these replaces what came before.
_CORRECTING = words_in(
    "no wait actually sorry instead rather mean correction oops better mejor perdon "
    "espera digo plutot pardon non attends finalement nein doch lieber stattdessen "
    "sondern warte quatsch but make change"
)
# What comes right after one of these is not wanted.
_REFUSING = words_in("not instead isn't cant can't statt anstatt nicht pas")
_TODAY = frozenset({"today", "hoy", "aujourd hui", "heute", "tonight"})


def wanted(items: Items, said: list[Said]) -> list[Said]:
    """Return those that the guest wants, in order: of two days or two clocks the last, unless
    they are joined by `or` and are choices.
    """
    kept = [one for one in said if not _is_refused(items, one)]
    days = _latest(items, [one for one in kept if one.day is not None])
    clocks = _latest(items, [one for one in kept if one.clock or one.exact is not None])
    parts = [one for one in kept if one.part is not None and one.day is None][-1:]
    chosen = {id(one) for one in (*days, *clocks, *parts)}
    return [one for one in kept if id(one) in chosen]


def _is_refused(items: Items, one: Said) -> bool:
    before = [word_at(items, place) for place in range(max(0, one.first - 2), one.first)]
    if not before:
        return False
    if "all" in before and word_at(items, one.last - 1) in _TODAY:
        # "that's all for today"
        return True
    is_of = before[-1] in {"of", "de", "du"} and before[0] in {
        "instead",
        "lugar",
        "lieu",
        "vez",
    }
    return before[-1] in _REFUSING or is_of


def _latest(items: Items, same: list[Said]) -> list[Said]:
    """Return the last of several of a kind, with those before it that are joined by `or`."""
    if len(same) < 2:
        return same
    kept = [same[-1]]
    for earlier, later in zip(reversed(same[:-1]), reversed(same[1:]), strict=True):
        between = range(earlier.last, later.first)
        if not any(sense(items, place, Kind.OR) is not None for place in between):
            break
        if len(between) > 3 or any(word_at(items, place) in _CORRECTING for place in between):
            break
        kept.insert(0, earlier)
    return kept
