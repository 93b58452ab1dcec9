"""What a guest reads when signing in."""

from datetime import timedelta

from resortbook.application.phrases.plain import plain
from resortbook.application.phrases.text import Text


def sign_in_code(code: str, *, resort_name: str, lives: timedelta) -> Text:
    """Tell a sign-in code; its digits stand first, so that phones offer to copy them."""
    minutes = int(lives.total_seconds() // 60)
    return Text(
        name="SIGN_IN_CODE",
        body=(
            f"{code} is your {plain(resort_name)} sign-in code. It works once, for {minutes} "
            "minutes. Never share it with anybody."
        ),
        variables=(code,),
    )
