"""What a guest reads when nothing cleverer can be said, and about STOP and START."""


def last_resort(*, resort_name: str, desk_phone: str | None, web_app_url: str) -> str:
    """Say how to reach a person, and where the activities are."""
    desk = f"call {desk_phone}" if desk_phone else "ask at the front desk"
    return (
        f"Thank you for writing to {resort_name}. To speak to a person, please {desk}.\n"
        "All activities and free times are here:\n"
        f"{web_app_url}/activities"
    )


def stopped(*, resort_name: str) -> str:
    """Confirm that nothing more will be sent."""
    return (
        f"You will get no more messages from {resort_name}, except answers to what you write "
        "yourself. Write START to change your mind."
    )


def started(*, resort_name: str) -> str:
    """Confirm that messages are sent again."""
    return f"Welcome back: {resort_name} will keep you posted about your bookings again."
