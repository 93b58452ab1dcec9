"""The fake as a program, for runs with several processes.

What it did and is to do is read and said in JSON under `/_fake/`: GET `messages`, `refusals`,
`calls`, `posted`; POST `script` (`[{"fault": "busy", "retry_after": 2}, null]`), `always`,
`inbound` (`{"from": …}`), `webhook` (`{"url": …, "form": {…}}`), `status` (`{"sid": …,
"status": …}`), `content` (`{"types": …}`), `opt-out`, `opt-in` (`{"to": …}`), `reset`.
"""

import argparse
from pathlib import Path

from resortbook.adapters.local.world import SystemClock
from tests.fake_http.control import run
from tests.fake_twilio.service import ACCOUNT_SID, ALL_WELL, AUTH_TOKEN, SENDER, FakeTwilio


def main() -> None:
    """Serve until the signal to end."""
    parser = argparse.ArgumentParser("python -m tests.fake_twilio", description=__doc__)
    parser.add_argument("--port", type=int, default=9000)
    parser.add_argument("--account-sid", default=ACCOUNT_SID)
    parser.add_argument("--auth-token", default=AUTH_TOKEN)
    parser.add_argument("--sender", default=SENDER)
    parser.add_argument("--clock-file", type=Path, help="the application's CLOCK_FILE")
    parser.add_argument("--automatic", action="store_true", help="post sent, delivered, read")
    parser.add_argument(
        "--route",
        action="append",
        default=[],
        metavar="ORIGIN=ADDRESS",
        help="what listens in place of a public origin: https://resort.example=http://127.0.0.1:8001",
    )
    told = parser.parse_args()
    fake = FakeTwilio(
        account_sid=told.account_sid,
        auth_token=told.auth_token,
        sender=told.sender,
        clock=SystemClock(told.clock_file).now,
        port=told.port,
    )
    fake.automatic = ALL_WELL if told.automatic else ()
    fake.routes.update(route.split("=", 1) for route in told.route)
    run(fake, told=lambda: settings(fake))


def settings(fake: FakeTwilio) -> str:
    """Return the settings of an application that is to use it."""
    return (
        f"TWILIO_API_BASE_URL={fake.url}\nTWILIO_ACCOUNT_SID={fake.account_sid}\n"
        f"TWILIO_AUTH_TOKEN={fake.auth_token}\nTWILIO_WHATSAPP_FROM={fake.sender}"
    )


if __name__ == "__main__":
    main()
