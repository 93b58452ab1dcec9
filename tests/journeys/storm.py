"""A process at the desk that closes a day: `python -m tests.journeys.storm URL FOLDER START`.

It closes everything of the hour from START on; whoever started it may kill it on the way.
"""

import sys
from datetime import datetime, timedelta
from pathlib import Path

from resortbook.application.stretch import Stretch
from resortbook.bootstrap import build
from resortbook.domain.actor import Actor
from resortbook.settings import Settings
from tests.resort_fixtures import SECRETS


def main() -> None:
    """Do it."""
    url, folder, start = sys.argv[1:]
    settings = Settings.load({"DATABASE_URL": url, **SECRETS}, var_dir=Path(folder))
    resort = build(settings).resort()
    begin = datetime.fromisoformat(start)
    stretch = Stretch(start=begin, end=begin + timedelta(hours=1))
    resort.closing.close_stretch(stretch, reason="Storm", by=Actor.operator())
    resort.close()


if __name__ == "__main__":
    main()
