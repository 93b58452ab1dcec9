import json
import subprocess
import sys
from collections import Counter
from datetime import timedelta

from tests.journeys.conftest import ROOT

SECONDS = 30


def test_after_thirty_seconds_of_everything_at_once_all_adds_up(
    resort, given, container, token_of, clock, database_url, tmp_path
):
    activity = given.activity(capacity_per_slot=12)
    slots = [
        given.slot(activity, clock.at + timedelta(days=3, hours=hour)) for hour in range(6)
    ]
    tokens = [token_of(given.guest(None)) for _ in range(10)]

    counts: Counter[str] = Counter()
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.load"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for number, process in enumerate(started):
        orders = {
            "url": database_url,
            "folder": str(tmp_path),
            "seconds": SECONDS,
            "activity": str(activity.id),
            "slots": [str(slot.id) for slot in slots],
            "tokens": tokens[number::2],
        }
        assert process.stdin is not None
        print(json.dumps(orders), file=process.stdin, flush=True)
    for process in started:
        out, error = process.communicate(timeout=55)
        assert process.returncode == 0, error[-3000:]
        counts += Counter(json.loads(out))

    assert set(counts) <= {"200", "201", "400", "409", "ended by the clock"}, counts
    assert counts["201"] > 50
    assert counts["ended by the clock"] > 5
    assert resort.check() == []
