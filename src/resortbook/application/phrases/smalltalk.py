"""What a guest reads when it is not about a booking, or nobody knows what it is about."""


def greeting(*, resort_name: str, name: str) -> str:
    """Greet, and say what can be done here."""
    hello = f"Hello {name}, welcome" if name else "Hello and welcome"
    return (
        f"{hello} to {resort_name}! I can show you what there is to do, hold a place for you, "
        "and change or cancel your bookings."
    )


def hello_again(*, name: str) -> str:
    """Greet while something is being talked about."""
    return f"Hello {name}!" if name else "Hello!"


def thanks() -> str:
    """Be pleased."""
    return "You're very welcome!"


def goodbye(*, resort_name: str) -> str:
    """Say goodbye."""
    return f"Enjoy your time at {resort_name}!"


def help_text(*, desk: str) -> str:
    """Say what can be said here, with examples."""
    return (
        "Just write as you would to a receptionist, for example:\n"
        '- "Jet ski tomorrow at 2 for two"\n'
        '- "What is there for children on Saturday?"\n'
        '- "My bookings", "Move it to 4 pm", "Cancel my massage"\n'
        f"To speak to a person, {desk}."
    )


def lost(*, desk: str) -> str:
    """Say that it was not understood, and what can be done."""
    return (
        "I'm not sure what you mean. I can show you activities, book, move or cancel them, and "
        f"answer questions about the resort. To speak to a person, {desk}."
    )


def not_our_thing() -> str:
    """Say that this is not what the bot is for."""
    return "That's beyond me, I'm afraid: I look after activities and bookings here."


def dropped() -> str:
    """Say that it was dropped."""
    return "No problem, I've dropped that."


def wordless(kind: str) -> str:
    """Say that there was something that the bot can't read, and ask for words."""
    cannot = {
        "audio": "I can't listen to voice notes",
        "image": "I can't look at pictures",
        "video": "I can't watch videos",
        "location": "I can't make use of a place on the map",
        "sticker": "I can't look at stickers",
    }.get(kind, "I can't open files")
    return f"{cannot}, I'm sorry."


def in_words() -> str:
    """Ask for words."""
    return "Could you tell me in words what you would like?"


def empty() -> str:
    """Say that the message was empty."""
    return "That message came without any words."


def nothing_to_repeat() -> str:
    """Say that nothing was said yet."""
    return "I haven't said anything yet."


def web_app() -> str:
    """Introduce the link to the web app."""
    return "Here is your own way into our web app; it works once, for 30 minutes:"


def stale() -> str:
    """Say that a button is from an earlier message."""
    return "That button belongs to an earlier message."


def no_more() -> str:
    """Say that everything was shown."""
    return "That was all of it."


def nothing_known() -> str:
    """Say that the answer is not known."""
    return "I don't know that, I'm sorry."


def pending_again() -> str:
    """Come back to what was being talked about."""
    return "Back to your booking:"


def no_hurry(until: str) -> str:
    """Leave time to think."""
    return f"No hurry: it is held for you until {until}." if until else "No hurry."


def something_else() -> str:
    """Ask what would suit better."""
    return "All right. Which day and time, or which activity, would suit you better?"


def all_right() -> str:
    """Agree."""
    return "All right."


def nothing_to_choose() -> str:
    """Say that there is nothing to choose from."""
    return "There is nothing to choose from right now."


def earlier_list(name: str) -> str:
    """Say that what was tapped is from an earlier list, and of what."""
    return f"That is from an earlier list, for {name}:"


def noted(text: str) -> str:
    """Say that a wish was written down."""
    return f'Noted: "{text}".'


def what_now() -> str:
    """Ask what to do."""
    return "What would you like to do?"
