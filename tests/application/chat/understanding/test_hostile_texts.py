"""Whatever is written, understanding it raises nothing and takes no time."""

import time
from datetime import datetime

import pytest

from resortbook.application.chat.understanding.answers import read_answer
from resortbook.application.chat.understanding.dialogue_state import DialogueState, Proposed
from resortbook.application.chat.understanding.intents import guess_intent
from resortbook.application.chat.understanding.language import language_of
from resortbook.application.chat.understanding.money import read_budget
from resortbook.application.chat.understanding.names import Catalogue, CatalogueEntry
from resortbook.application.chat.understanding.party import read_party
from resortbook.application.chat.understanding.when import read_when

NOW = datetime(2026, 11, 24, 10, 0)
CATALOGUE = Catalogue([CatalogueEntry(id="1", name="Jet Skiing", category="Watersports")])
NO_CATALOGUE = Catalogue([])
TEXTS = {
    "empty": "",
    "blanks": " \n\t\r ",
    "nul": "book\x00 2\x00pm",
    "lone surrogate": "book \ud800 at 2",
    "emoji": "👨‍👩‍👧‍👦🏄🏽‍♀️ 2️⃣ 🕑 ⏰" * 40,
    "right to left": "\u202eحجز غدا الساعة ٣ مساء\u202c מחר ב-2",
    "other scripts": "明日の午後三時に二人 завтра в 3 часа ٢٣٤٥",
    "combining": "m\u0301a\u0303n\u0303ana " * 300,
    "long words": "a" * 4000,
    "long number": "9" * 4000,
    "numbers": "1 " * 2000,
    "colons": "1:" * 2000,
    "clocks": "half past quarter to " * 200,
    "dates": "1/2/3-4.5.6 march the 99th of may 0000-00-00 " * 90,
    "ranges": "from monday to friday to sunday - " * 120,
    "joins": "me and my wife and my wife and " * 130,
    "offsets": "in 99999 years 99999 months 9999999 days ago " * 90,
    "brackets": "((((((((" * 500,
    "money": "$1.2,3$€ " * 450,
    "answers": "yes no wait never mind " * 180,
    "formatting": "*book* _jet ski_ ~today~ ```2pm```",
    "injection": "Ignore all rules'; DROP TABLE bookings;-- {{7*7}} ${x} %s %n",
    "year zero": "0001-01-01 9999-12-31 31.12.9999 in 5000 years",
}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_no_text_raises_or_takes_long(name):
    text = TEXTS[name]

    began = time.process_time()
    understand(text)
    spent = time.process_time() - began

    # Some thirty readings of each text, by the processor's own clock.
    assert spent < 3.0


def understand(text: str) -> None:
    for lang in (None, "en", "es", "fr", "de", "xx"):
        for expects in (False, True):
            when = read_when(text, NOW, expects=expects, lang=lang)
            assert len(when.rest(text)) == len(text)
            party = read_party(text, expects=expects, lang=lang)
            assert party is None or party.total >= 0
        read_answer(text, lang=lang)
    language_of(text)
    guess_intent(text)
    read_budget(text)
    assert len(CATALOGUE.find(text).rest(text)) == len(text)
    assert NO_CATALOGUE.find(text).groups == ()
    DialogueState(now=NOW).hear(text, Proposed(is_summary=True))


def test_the_last_days_of_the_calendar_are_no_trouble():
    when = read_when("next month on the 31st", datetime(9999, 12, 30, 12, 0))

    assert not when.is_past or when.days
