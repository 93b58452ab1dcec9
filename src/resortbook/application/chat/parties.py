"""Who comes, as an activity's rates name them."""

from collections.abc import Mapping

from resortbook.application.chat.understanding.party import PartySaid
from resortbook.domain.activity import Activity, Rate
from resortbook.domain.errors import RuleViolated

GROWN_UP = 18
CHILD_WORDS = ("child", "kid", "junior", "youth", "teen")
INFANT_WORDS = ("infant", "baby", "toddler")
TYPICAL_CHILD = 9
TYPICAL_INFANT = 1


def rates_of(activity: Activity, said: PartySaid | None) -> Mapping[str, int] | int:
    """Return a party by rates, or a number of the first rate; nobody said is one person.

    A child's rate goes by the age that was said, else by the word.

    Raises:
        RuleViolated: somebody is too young.
    """
    if said is None:
        return 1
    if said.total < 1:
        raise RuleViolated(
            f"{activity.name} is for at least 1 person", rule="min_party", limit=1
        )
    _check_ages(activity, said)
    children, infants = said.children or 0, said.infants or 0
    if not (children or infants or said.ages) or len(activity.rates) < 2:
        return said.total
    party: dict[str, int] = {}
    young = [age for age in said.ages if age < GROWN_UP]
    for age in young:
        _count(party, _rate_for(activity, age))
    for _ in range(max(0, children + infants - len(young))):
        by_word = infants > 0 and not young
        wordless = _by_words(activity, INFANT_WORDS if by_word else CHILD_WORDS)
        infants -= 1 if by_word else 0
        typical = TYPICAL_INFANT if by_word else TYPICAL_CHILD
        _count(party, wordless or _rate_for(activity, typical))
    grown_up = said.total - sum(party.values())
    if grown_up > 0:
        rate = _grown_up_rate(activity)
        party[rate.code] = party.get(rate.code, 0) + grown_up
    return party


def _check_ages(activity: Activity, said: PartySaid) -> None:
    least = activity.min_age
    if least is None:
        return
    told = (said.children or 0) + (said.infants or 0)
    too_young = any(age < least for age in said.ages)
    by_word = told > len(said.ages) and least > TYPICAL_CHILD
    if too_young or by_word or (said.infants and not said.ages and least > TYPICAL_INFANT):
        raise RuleViolated(
            f"{activity.name} is for ages {least} and over", rule="min_age", limit=least
        )


def _count(party: dict[str, int], rate: Rate) -> None:
    party[rate.code] = party.get(rate.code, 0) + 1


def _rate_for(activity: Activity, age: int) -> Rate:
    for rate in activity.rates:
        is_limited = rate.min_age is not None or rate.max_age is not None
        if is_limited and (rate.min_age or 0) <= age <= (rate.max_age or 200):
            return rate
    return activity.rates[0]


def _by_words(activity: Activity, words: tuple[str, ...]) -> Rate | None:
    for rate in activity.rates:
        told = f"{rate.code} {rate.label}".casefold()
        if any(word in told for word in words):
            return rate
    return None


def _grown_up_rate(activity: Activity) -> Rate:
    for rate in activity.rates:
        if rate.max_age is None and (rate.min_age or 0) <= GROWN_UP:
            return rate
    return activity.rates[0]
