"""Run the benchmark: `make bench`, or `python -m bench --write` to keep what it tells."""

import argparse
import os
import shutil
import sys
from contextlib import ExitStack
from pathlib import Path

from bench.figures import Round
from bench.machine import described
from bench.measures import one_round
from bench.peers.installed import NotInstalled
from bench.peers.peer import Peer, made
from bench.picture import picture
from bench.processes import Broken
from bench.report import report
from bench.stage import Stage, staged
from tests.servers import NoServer, new_run_folder

RESULTS = Path(__file__).with_name("results.md")
PICTURE = Path(__file__).with_name("results.svg")


def main() -> int:
    """Measure, tell, and return the status: 1 where a seat was sold twice or nothing counts."""
    asked = argparse.ArgumentParser(prog="bench", description=main.__doc__)
    asked.add_argument(
        "--write",
        action="store_true",
        help="keep the report, and a picture of it",
    )
    write = asked.parse_args().write
    count = int(os.environ.get("ROUNDS", "3"))
    seconds = float(os.environ.get("BENCH_SECONDS", "3"))
    folder = new_run_folder()
    try:
        told, rounds = _measured(folder, count=count, seconds=seconds)
    except (Broken, NoServer) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    text = report(told, rounds, seconds=seconds)
    print(text)
    if write:
        RESULTS.write_text(f"# Results of `make bench`\n\n{text}", encoding="utf-8")
        PICTURE.write_text(picture(rounds), encoding="utf-8")
    return 0 if all(figures["rush_exact"] == 100 for figures in rounds) else 1


def _measured(folder: Path, *, count: int, seconds: float) -> tuple[str, list[Round]]:
    rounds = []
    with staged(folder) as stage, ExitStack() as stack:
        peer = _peer(stage, stack)
        told = described(folder, stage.versions)
        for number in range(count):
            print(f"Round {number + 1} of {count} …", file=sys.stderr, flush=True)
            rounds.append(one_round(stage, peer, seconds=seconds))
    return told, rounds


def _peer(stage: Stage, stack: ExitStack) -> Peer | None:
    urls = stage.env["DATABASE_URL"], stage.env["REDIS_URL"]
    try:
        return stack.enter_context(made(*urls, stage.folder, guests=stage.stock.guests))
    except NotInstalled as missing:
        print(f"Without a peer: {missing}", file=sys.stderr)
        return None


if __name__ == "__main__":
    sys.exit(main())
