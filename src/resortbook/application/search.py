"""Finding activities by words, with typing errors forgiven."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from resortbook.domain.activity import Activity
from resortbook.domain.words import words_of

GOOD_ENOUGH = 72.0
WEIGHTS = {"name": 1.0, "category": 0.94, "location": 0.88, "description": 0.86}


def best_first(
    text: str, activities: Sequence[Activity], labels: Mapping[str, str]
) -> list[Activity]:
    """Return the activities that `text` may mean, best first, ties by name."""
    asked = words_of(text)
    if not asked:
        return []
    scored = [(_score(asked, activity, labels), activity) for activity in activities]
    good = [(score, activity) for score, activity in scored if score >= GOOD_ENOUGH]
    good.sort(key=lambda pair: (-pair[0], pair[1].name, pair[1].id))
    return [activity for _, activity in good]


def _score(asked: list[str], activity: Activity, labels: Mapping[str, str]) -> float:
    fields = {
        "name": words_of(activity.name),
        "category": words_of(labels.get(activity.category, activity.category)),
        "location": words_of(activity.location),
        "description": words_of(activity.description),
    }
    by_word = sum(_best(word, fields) for word in asked) / len(asked)
    # "jetski" is "jet skiing": people put blanks where they like.
    joined = fuzz.partial_ratio("".join(asked), "".join(fields["name"]))
    long_enough = len("".join(asked)) >= 4 and len("".join(fields["name"])) >= 4
    return max(by_word, joined - 3 if long_enough else 0.0)


def _best(word: str, fields: Mapping[str, list[str]]) -> float:
    return max(
        (
            WEIGHTS[name] * _likeness(word, candidate)
            for name, candidates in fields.items()
            for candidate in candidates
        ),
        default=0.0,
    )


def _likeness(word: str, candidate: str) -> float:
    if candidate.startswith(word):
        return 100.0 if len(word) == len(candidate) else 96.0
    if len(word) <= 3:
        # Of three letters every other word is only one error away.
        return 0.0
    return fuzz.ratio(word, candidate)
