import pytest

from resortbook.application.chat.builtin.family import whole_family
from resortbook.application.chat.understanding.party import PartySaid, read_party


@pytest.mark.parametrize(
    ("text", "adults", "ages"),
    [
        ("for my kids 8 and 12", None, (8, 12)),
        ("for 2 kids 6 and 7 and me", 1, (6, 7)),
        ("with my 3 kids (3, 7, 14) and my husband", 2, (3, 7, 14)),
        ("2 adults and kids aged 8 and 12", 2, (8, 12)),
        ("kids of 6 and 9", None, (6, 9)),
        ("con mis hijos de 5 y 9 y mi marido", 2, (5, 9)),
        ("meine Kinder 4 und 6 und ich", 1, (4, 6)),
    ],
)
def test_children_by_age_and_who_comes_with_them(text, adults, ages):
    party = whole_family(text, read_party(text))

    assert party is not None
    assert (party.adults, party.ages, party.total) == (adults, ages, (adults or 0) + len(ages))


@pytest.mark.parametrize("text", ["for 3 people", "2 adults and 2 kids", "kids club at 4", ""])
def test_other_parties_stay_as_they_are(text):
    assert whole_family(text, None) is None
    assert whole_family(text, PartySaid(total=3)) == PartySaid(total=3)
