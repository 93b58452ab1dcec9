"""Families as people tell them: children by their ages, and who is left unsaid."""

import re

from resortbook.application.chat.understanding.party import PartySaid

GROWN_UP = 18
_AGES = re.compile(
    r"\b(?:kids?|children|child|(?:little|young|small) ones|kiddos|peques|"
    r"sons?|daughters?|boys?|girls?|ni[ñn][oa]s?|hij[oa]s?|enfants?|"
    r"fils|filles?|kinder|kind|s[öo]hne?|t[öo]chter)\b\s*"
    r"(?:\(|aged?|ages|who are|of|are|de|[âa]g[ée]s? de|im alter von|,|:)?\s*"
    r"(?P<ages>\d{1,2}(?:\s*(?:,|and|y|et|und|&|/)\s*\d{1,2})+)",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:and|plus|with)\s+(?:me|myself)\b|\band i\b|\by yo\b|\bet moi\b|\bund (?:ich|mich)\b",
    re.IGNORECASE,
)
_SPOUSE = re.compile(
    r"\bmy (?:husband|wife|partner|spouse|boyfriend|girlfriend)\b|"
    r"\bmi (?:espos[oa]|marido|mujer|pareja)\b|\bm(?:on mari|a femme)\b|"
    r"\bmeine[rmn]? (?:mann|frau|partner(?:in)?)\b",
    re.IGNORECASE,
)
_WITH_MINE = re.compile(r"\b(?:with (?:my|our)|con mis?|avec m(?:es|on|a)|mit mein\w*)\b", re.I)


def whole_family(text: str, party: PartySaid | None) -> PartySaid | None:
    """Return the party with the children whose ages are listed, and the grown-ups who are
    named beside them; unchanged where no children are told by age.
    """
    match = _AGES.search(text)
    ages = tuple(int(age) for age in re.findall(r"\d{1,2}", match["ages"])) if match else ()
    if not ages or not all(age < GROWN_UP for age in ages):
        return party
    adults = party.adults if party is not None else None
    if adults is None:
        adults = _grown_ups(text)
    infants = party.infants if party is not None else None
    children = len(ages) - (infants or 0)
    return PartySaid(
        total=(adults or 0) + len(ages),
        adults=adults or None,
        children=children,
        infants=infants,
        ages=ages,
        spans=party.spans if party is not None else (),
    )


def _grown_ups(text: str) -> int:
    spouse, me = bool(_SPOUSE.search(text)), bool(_SELF.search(text))
    # "With my kids and my husband": whoever says so comes, too.
    is_along = me or (spouse and bool(_WITH_MINE.search(text)))
    return int(spouse) + int(is_along)
