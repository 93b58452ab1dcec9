"""English words for days and times, said at ten in the morning of Tuesday, 24 November 2026."""

from datetime import date, datetime, time

import pytest

from resortbook.application.chat.understanding.when import DayPart, read_when

NOW = datetime(2026, 11, 24, 10, 0)
TODAY = date(2026, 11, 24)


def nov(day: int) -> date:
    return date(2026, 11, day)


def dec(day: int) -> date:
    return date(2026, 12, day)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("today", [TODAY]),
        ("tonight", [TODAY]),
        ("later today", [TODAY]),
        ("tomorrow", [nov(25)]),
        ("tmrw 2pm", [nov(25)]),
        ("day after tomorrow in the afternoon", [nov(26)]),
        ("the day before yesterday", [nov(22)]),
        ("friday", [nov(27)]),
        ("this friday", [nov(27)]),
        ("next friday", [dec(4), nov(27)]),
        ("next monday", [nov(30)]),
        ("Tuesday", [dec(1), TODAY]),
        ("Friday next week", [dec(4)]),
        ("next week on friday", [dec(4)]),
        ("friday week", [dec(4)]),
        ("a week from friday", [dec(4)]),
        ("wednesday 2nd", [dec(2)]),
        ("friday 10", [nov(27)]),
        ("three fridays from now", [dec(11)]),
        ("last day of october", [date(2027, 10, 31)]),
        ("thanksgiving", [nov(26)]),
        ("easter monday", [date(2027, 3, 29)]),
        ("in 3 adys", [nov(27)]),
        ("monday the 30th", [nov(30)]),
        ("mon 30 nov 9am", [nov(30)]),
        ("sun 3pm", [nov(29)]),
        ("the 28th", [nov(28)]),
        ("the 5th of this month", [dec(5)]),
        ("the 5th of next month", [dec(5)]),
        ("16th of March", [date(2027, 3, 16)]),
        ("March 16", [date(2027, 3, 16)]),
        ("March the 16th, 2027", [date(2027, 3, 16)]),
        ("twenty second of june", [date(2027, 6, 22)]),
        ("3/14", [date(2027, 3, 14)]),
        ("14/3", [date(2027, 3, 14)]),
        ("5.12.", [dec(5)]),
        ("2026-12-05", [dec(5)]),
        ("20261205", [dec(5)]),
        ("Dec/5/26", [dec(5)]),
        ("29 feb", [date(2028, 2, 29)]),
        ("first tuesday of october", [date(2027, 10, 5)]),
        ("in 3 days", [nov(27)]),
        ("in a couple of days", [nov(26)]),
        ("in two weeks", [dec(8)]),
        ("three weeks from tomorrow", [date(2026, 12, 16)]),
        ("christmas eve", [dec(24)]),
        ("new year's day", [date(2027, 1, 1)]),
        ("friday or saturday", [nov(27), nov(28)]),
        ("wendesday", [nov(25)]),
        ("satuday morning", [nov(28)]),
        ("tommorow at 2 pm", [nov(25)]),
    ],
)
def test_days_are_read(text, days):
    when = read_when(text, NOW)

    assert list(when.days) == days


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("2pm", ["14:00"]),
        ("2 p.m.", ["14:00"]),
        ("at 3", ["15:00", "03:00"]),
        ("at 7", ["07:00", "19:00"]),
        ("at 12", ["12:00"]),
        ("noon", ["12:00"]),
        ("midnight", ["00:00"]),
        ("half past four", ["16:30", "04:30"]),
        ("half 7", ["07:30", "19:30"]),
        ("quarter to 8", ["07:45", "19:45"]),
        ("quarter past nine in the morning", ["09:15"]),
        ("20 minutes to 2pm", ["13:40"]),
        ("15 to noon", ["11:45"]),
        ("4:30", ["16:30", "04:30"]),
        ("16:30", ["16:30"]),
        ("9.30", ["09:30", "21:30"]),
        ("8.30 pm", ["20:30"]),
        ("jet ski at 1430", ["14:30"]),
        ("1140 a.m.", ["11:40"]),
        ("340pm", ["15:40"]),
        ("seven thirty pm", ["19:30"]),
        ("4 25 p.m.", ["16:25"]),
        ("evening 7", ["19:00"]),
        ("at afternoon 3", ["15:00"]),
        ("6 in the morning", ["06:00"]),
        ("8 tonight", ["20:00"]),
        ("12 at night", ["00:00"]),
        ("2:10 night", ["02:10"]),
        ("around 3ish", ["15:00", "03:00"]),
        ("tomorrow morning at 9", ["09:00"]),
        ("at 2 or 3", ["14:00", "02:00", "15:00", "03:00"]),
        ("10:15am or 2pm", ["10:15", "14:00"]),
        ("in two hours", ["12:00"]),
        ("in 30 minutes", ["10:30"]),
        ("in half an hour", ["10:30"]),
        ("in two and a half hours", ["12:30"]),
        ("friday 10", ["10:00", "22:00"]),
        ("tomorrow 2", ["14:00", "02:00"]),
        ("fivve pm", ["17:00"]),
        ("quuarter past 4 in the evening", ["16:15"]),
    ],
)
def test_times_are_read(text, times):
    when = read_when(text, NOW)

    assert [f"{one:%H:%M}" for one in when.times] == times


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("this weekend", nov(28), nov(29)),
        ("next weekend", dec(5), dec(6)),
        ("next week", nov(30), dec(6)),
        ("next month", dec(1), dec(31)),
        ("between 12 and 14 March", date(2027, 3, 12), date(2027, 3, 14)),
        ("12-14 March", date(2027, 3, 12), date(2027, 3, 14)),
        ("March 10-15", date(2027, 3, 10), date(2027, 3, 15)),
        ("from Monday to Wednesday", nov(30), dec(2)),
        ("in march", date(2027, 3, 1), date(2027, 3, 31)),
    ],
)
def test_ranges_of_days_have_an_end(text, first, last):
    when = read_when(text, NOW)

    assert (when.days[0], when.until) == (first, last)


@pytest.mark.parametrize(
    ("text", "after", "before"),
    [
        ("after 3", time(15), None),
        ("after 3pm tomorrow", time(15), None),
        ("before noon", None, time(12)),
        ("by 5pm", None, time(17)),
        ("until 6", None, time(18)),
        ("after lunch", time(13), None),
        ("before dinner", None, time(18)),
        ("between 2 and 4", time(14), time(16)),
        ("from 10 to 12", time(10), time(12)),
        ("2-4pm", time(14), time(16)),
        ("5pm-6pm", time(17), time(18)),
        ("friday 6-7pm", time(18), time(19)),
    ],
)
def test_bounds_of_the_time_are_read(text, after, before):
    when = read_when(text, NOW)

    assert (when.after, when.before, when.times) == (after, before, ())


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("tomorrow morning", DayPart.MORNING),
        ("at sunrise", DayPart.MORNING),
        ("at lunch", DayPart.NOON),
        ("saturday afternoon", DayPart.AFTERNOON),
        ("this evening", DayPart.EVENING),
        ("friday night", DayPart.NIGHT),
        ("the afternoon one", DayPart.AFTERNOON),
    ],
)
def test_parts_of_the_day_are_read(text, part):
    when = read_when(text, NOW)

    assert (when.part, when.times) == (part, ())


@pytest.mark.parametrize(
    ("text", "days", "times"),
    [
        ("at 2pm, no wait, 4pm", [], ["16:00"]),
        ("friday... actually saturday", [nov(28)], []),
        ("not friday, saturday", [nov(28)], []),
        ("instead of friday can we do saturday", [nov(28)], []),
        ("move it from friday to saturday", [nov(28)], []),
        ("change it from 2pm to 4pm", [], ["16:00"]),
        ("we are off today, book it for tomorrow at 3 pm", [nov(25)], ["15:00"]),
        ("that's all for today", [], []),
        ("not at 2", [], []),
    ],
)
def test_a_correction_takes_what_is_wanted(text, days, times):
    when = read_when(text, NOW)

    assert list(when.days) == days
    assert [f"{one:%H:%M}" for one in when.times] == times


@pytest.mark.parametrize(
    "text",
    [
        "2 adults and 9 kids",
        "at 5 people",
        "10 people",
        "for 3 hours",
        "5 minutes",
        "i'm 5 minutes late",
        "I am 30 years old",
        "kids 5 and 7",
        "$50",
        "room 12",
        "option 2",
        "the 2nd one",
        "the second",
        "may I book",
        "we sat in the sun",
        "24/7",
        "2",
        "only 2",
        "a match",
    ],
)
def test_other_numbers_and_words_are_no_times(text):
    when = read_when(text, NOW)

    assert not when


@pytest.mark.parametrize(
    ("text", "is_past"),
    [
        ("yesterday", True),
        ("last friday", True),
        ("today at 9am", True),
        ("today at 9", False),
        ("today at 11am", False),
        ("tomorrow at 9am", False),
        ("9am", False),
    ],
)
def test_what_has_gone_by_is_told(text, is_past):
    when = read_when(text, NOW)

    assert when.is_past is is_past


def test_today_at_nine_can_only_be_this_evening_at_ten_in_the_morning():
    when = read_when("today at 9", NOW)

    assert when.times == (time(21),)


def test_tonight_at_one_is_tomorrow_by_the_calendar():
    by_day = read_when("tonight at 1am", NOW)
    after_midnight = read_when("tonight", datetime(2026, 11, 25, 0, 30))

    assert (by_day.days, by_day.times) == ((nov(25),), (time(1),))
    assert after_midnight.days == (nov(25),)


def test_a_bare_number_is_a_time_or_a_day_where_that_was_asked():
    hour = read_when("4", NOW, expects=True)
    day = read_when("the second", NOW, expects=True)

    assert hour.times == (time(16), time(4))
    assert day.days == (dec(2),)


def test_the_rest_of_a_text_is_without_what_was_read():
    text = "Jet ski for 4 tomorrow at 2pm please"

    rest = read_when(text, NOW).rest(text)

    assert rest.split() == ["Jet", "ski", "for", "4", "please"]
    assert len(rest) == len(text)
