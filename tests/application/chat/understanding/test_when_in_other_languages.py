"""Spanish, French and German words for days and times, on Tuesday, 24 November 2026 at ten."""

from datetime import date, datetime

import pytest

from resortbook.application.chat.understanding.when import DayPart, read_when

NOW = datetime(2026, 11, 24, 10, 0)


def read(text: str) -> tuple[list[str], list[str]]:
    when = read_when(text, NOW)
    return [f"{day:%d.%m.}" for day in when.days], [f"{one:%H:%M}" for one in when.times]


@pytest.mark.parametrize(
    ("text", "days", "times"),
    [
        ("mañana a las 3", ["25.11."], ["15:00", "03:00"]),
        ("hoy a las cinco de la tarde", ["24.11."], ["17:00"]),
        ("pasado mañana a las dos y media", ["26.11."], ["14:30", "02:30"]),
        ("el viernes a las 15:30", ["27.11."], ["15:30"]),
        ("el próximo viernes", ["04.12.", "27.11."], []),
        ("el miércoles de la semana que viene", ["02.12."], []),
        ("el 5 de diciembre", ["05.12."], []),
        ("el 17", ["17.12."], []),
        ("5/12", ["05.12."], []),
        ("a las siete menos cuarto", [], ["18:45", "06:45"]),
        ("a las tres y cuarto en la tarde", [], ["15:15"]),
        ("las doce", [], ["12:00"]),
        ("al mediodía", [], ["12:00"]),
        ("en dos semanas", ["08.12."], []),
        ("dentro de una hora", ["24.11."], ["11:00"]),
        ("6 de la mañana", [], ["06:00"]),
        ("quiero jet ski tomorrow at 2pm", ["25.11."], ["14:00"]),
        ("can I book mañana at 3pm", ["25.11."], ["15:00"]),
    ],
)
def test_spanish_is_read(text, days, times):
    found = read(text) if "/" not in text else _read_as(text, "es")

    assert found == (days, times)


def _read_as(text: str, lang: str) -> tuple[list[str], list[str]]:
    when = read_when(text, NOW, lang=lang)
    return [f"{day:%d.%m.}" for day in when.days], [f"{one:%H:%M}" for one in when.times]


@pytest.mark.parametrize(
    ("text", "days", "times"),
    [
        ("demain à 15h30", ["25.11."], ["15:30"]),
        ("vendredi à 14h", ["27.11."], ["14:00"]),
        ("ce soir à huit heures", ["24.11."], ["20:00"]),
        ("après-demain à midi et demi", ["26.11."], ["12:30"]),
        ("samedi prochain", ["28.11.", "05.12."], []),
        ("mardi en huit", ["01.12."], []),
        ("le 5 décembre à 16 heures", ["05.12."], ["16:00"]),
        ("le 2/3", ["02.03."], []),
        ("huit heures moins vingt", [], ["07:40", "19:40"]),
        ("à quinze heures trente", [], ["15:30"]),
        ("midi moins cinq", [], ["11:55"]),
        ("8h du soir", [], ["20:00"]),
        ("dans une semaine", ["01.12."], []),
        ("le premier mars", ["01.03."], []),
    ],
)
def test_french_is_read(text, days, times):
    assert _read_as(text, "fr") == (days, times)


@pytest.mark.parametrize(
    ("text", "days", "times"),
    [
        ("heute um halb drei", ["24.11."], ["14:30"]),
        ("morgen früh um 8", ["25.11."], ["08:00"]),
        ("morgen um 15 Uhr", ["25.11."], ["15:00"]),
        ("übermorgen", ["26.11."], []),
        ("am 15. um 16 Uhr", ["15.12."], ["16:00"]),
        ("nächsten Freitag", ["27.11.", "04.12."], []),
        ("Mittwoch der nächsten Woche", ["02.12."], []),
        ("Mittwoch in zwei Wochen", ["09.12."], []),
        ("15.2.", ["15.02."], []),
        ("am 2. Mai", ["02.05."], []),
        ("viertel nach 3 nachmittags", [], ["15:15"]),
        ("zwanzig nach 3", [], ["15:20", "03:20"]),
        ("15 Uhr 20", [], ["15:20"]),
        ("um 4 am Nachmittag", [], ["16:00"]),
        ("in einer Woche", ["01.12."], []),
    ],
)
def test_german_is_read(text, days, times):
    assert _read_as(text, "de") == (days, times)


@pytest.mark.parametrize(
    ("text", "day", "part"),
    [
        ("mañana por la mañana", date(2026, 11, 25), DayPart.MORNING),
        ("esta tarde", date(2026, 11, 24), DayPart.AFTERNOON),
        ("après-demain matin", date(2026, 11, 26), DayPart.MORNING),
        ("demain après-midi", date(2026, 11, 25), DayPart.AFTERNOON),
        ("heute Abend", date(2026, 11, 24), DayPart.EVENING),
        ("Freitag Vormittag", date(2026, 11, 27), DayPart.MORNING),
        ("übermorgen Nachmittag", date(2026, 11, 26), DayPart.AFTERNOON),
    ],
)
def test_parts_of_a_day_are_read_in_every_language(text, day, part):
    when = read_when(text, NOW)

    assert (when.days, when.part, when.times) == ((day,), part, ())
