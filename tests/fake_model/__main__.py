"""The fake as a program, for runs with several processes.

What it was asked and is to say is read and said in JSON under `/_fake/`: GET `requests`,
`refusals`; POST `script` (a list of `{"say": "…"}`, `{"call": "name", "arguments": {…}}`, a
list of those for one answer, or `{"fault": "busy", "retry_after": 2}`), `always` (one of
them, or null), `reset`.
"""

import argparse
from pathlib import Path

from resortbook.adapters.local.world import SystemClock
from tests.fake_http.control import run
from tests.fake_model.replies import say
from tests.fake_model.service import API_KEY, MODEL, FakeModel


def main() -> None:
    """Serve until the signal to end."""
    parser = argparse.ArgumentParser("python -m tests.fake_model", description=__doc__)
    parser.add_argument("--port", type=int, default=9100)
    parser.add_argument("--api-key", default=API_KEY)
    parser.add_argument("--clock-file", type=Path, help="the application's CLOCK_FILE")
    parser.add_argument("--say", help="the answer where nothing else is scripted")
    told = parser.parse_args()
    fake = FakeModel(
        api_key=told.api_key, clock=SystemClock(told.clock_file).now, port=told.port
    )
    if told.say is not None:
        fake.respond(lambda _: say(told.say))
    run(fake, told=lambda: settings(fake))


def settings(fake: FakeModel) -> str:
    """Return the settings of an application that is to use it."""
    return (
        f"OPENAI_BASE_URL={fake.base_url}\nOPENAI_API_KEY={fake.api_key}\nOPENAI_MODEL={MODEL}"
    )


if __name__ == "__main__":
    main()
