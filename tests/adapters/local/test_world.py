from datetime import UTC, datetime, timedelta

from resortbook.adapters.local.world import (
    REFERENCE_ALPHABET,
    SecretCodes,
    SystemClock,
    Uuid7Ids,
)


def offset(clock):
    return round((clock.now() - datetime.now(UTC)).total_seconds())


def test_a_clock_file_moves_the_clock_whenever_it_changes(tmp_path):
    path = tmp_path / "clock"
    path.write_text("+90m\n")
    clock = SystemClock(path)

    first = offset(clock)
    path.write_text("-2h")
    second = offset(clock)
    path.write_text("  ")

    assert (first, second, offset(clock)) == (5400, -7200, 0)


def test_a_clock_file_gone_wrong_keeps_the_last_good_offset_and_warns_once(tmp_path, caplog):
    path = tmp_path / "clock"
    path.write_text("+1d")
    clock = SystemClock(path)
    good = clock.now()

    path.write_text("tomorrow")
    wrong = [clock.now() for _ in range(3)]
    path.unlink()

    assert all(moment - good < timedelta(seconds=5) for moment in [*wrong, clock.now()])
    assert len(caplog.records) == 2


def test_a_file_that_need_not_be_there_moves_the_clock_while_it_is(tmp_path, caplog):
    path = tmp_path / "clock"
    clock = SystemClock(None, path)

    missing = offset(clock)
    path.write_text("+1h")
    moved = offset(clock)
    path.unlink()

    assert (missing, moved, offset(clock)) == (0, 3600, 0)
    assert not caplog.records


def test_ids_sort_by_their_making():
    ids = [Uuid7Ids().new() for _ in range(1_000)]

    assert ids == sorted(ids)
    assert {one.version for one in ids} == {7}


def test_codes_are_of_their_kind():
    codes = SecretCodes()

    assert all(len(codes.digits(6)) == 6 and codes.digits(6).isdigit() for _ in range(50))
    assert all(set(codes.reference()) <= set(REFERENCE_ALPHABET) for _ in range(50))
    assert len({codes.token() for _ in range(50)}) == 50
