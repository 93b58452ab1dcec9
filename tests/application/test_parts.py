import pytest

from resortbook.application.parts import parts_of

SENTENCE = "Jet Skiing costs $1,080.50 for 2 people on Friday at 2:00 PM, and is great fun. "
LINK = "https://resort.example/activities/jet-skiing?day=2026-10-16"


def test_a_short_text_is_one_part():
    assert parts_of("Hello.") == ["Hello."]
    assert parts_of(" ") == []


def test_a_long_text_is_parted_between_sentences():
    text = SENTENCE * 60

    parts = parts_of(text)

    assert len(parts) == 4
    assert all(len(part) <= 1_300 and part.endswith("great fun.") for part in parts)
    assert " ".join(parts) == text.strip()


def test_paragraphs_and_lines_come_before_sentences():
    paragraph = SENTENCE * 10

    parts = parts_of(f"{paragraph}\n\n{paragraph}\n\n{paragraph}")

    assert [part.count("great fun.") for part in parts] == [10, 10, 10]


@pytest.mark.parametrize("whole", ["$1,080.50", "2:00 PM", "10 000 USD", LINK])
@pytest.mark.parametrize("before", range(60))
def test_prices_times_and_links_stay_whole(whole, before):
    text = f"{'a' * before} " + f"word {whole} " * 30

    parts = parts_of(text, longest=100)

    assert sum(part.count(whole) for part in parts) == 30
    assert max(map(len, parts)) <= 100


def test_what_has_no_place_to_be_parted_is_cut():
    assert parts_of("x" * 3_300) == ["x" * 1_300, "x" * 1_300, "x" * 700]
