"""Every sentence that a guest can read in a message."""

from datetime import timedelta


def sign_in_code(code: str, *, resort_name: str, lives: timedelta) -> str:
    """Tell a sign-in code; its clear digits stand first, so that phones offer to copy them."""
    minutes = int(lives.total_seconds() // 60)
    return (
        f"{code} is your {resort_name} sign-in code. It works once, for {minutes} minutes. "
        "Never share it with anybody."
    )
