"""The form in which a model proposes: typed commands without phone, price or status."""

from typing import Any

from resortbook.application.chat.commands import Liking, Talk
from resortbook.application.chat.topics import Topic
from resortbook.application.chat.understanding.when import DayPart
from resortbook.ports.assistant import Tool

MOST_COMMANDS = 4

ACTS = {
    "book": "wants an activity, or says more about what is being booked (activity, day, party)",
    "ask_times": "asks whether or when there is room; holds nothing",
    "browse": "wants to see what there is",
    "recommend": "wants advice what to do",
    "likes": "tells what is liked in general (category, part); no wish for now",
    "remember": "asks to keep what is liked (category, part, if said with it)",
    "forget_likes": "asks to erase what is kept of likes",
    "ask_activity": "asks about an activity (topics)",
    "ask_resort": "asks about the resort itself",
    "pick": "takes one of what was offered (number, from 1; last: -1; that: 1; people)",
    "pick_best": "takes the cheapest, earliest… of what was offered (liking, people)",
    "yes": "agrees to the pending question, in own words, without any condition "
    "(activities: to these alone)",
    "no": "refuses the pending question",
    "hold_again": "wants back what was cancelled or let go just now",
    "never_mind": "drops what is being talked about",
    "skip": "does not want to answer the pending question",
    "wait": "wants time to think",
    "room": "tells the room (text)",
    "list_bookings": "asks what is booked",
    "cancel": "wants to cancel a booking or let go of a hold",
    "move": "wants to move a booking; days and times are the new ones",
    "change_party": "changes how many come to a booking",
    "more": "wants to see more of what was offered",
    "repeat": "wants to hear the last words again",
    "help": "asks what can be done here",
    "desk": "wants a person, is angry, or has a problem only people can solve",
    "hurt": "somebody is hurt or in danger",
    "link": "wants a link to the web app",
    "small_talk": "is polite (talk); text may be a short warm answer in the guest's language",
    "out_of_scope": "none of these",
}


def _nullable(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": [kind, "null"], **more}


def _choice(values: list[str]) -> dict[str, Any]:
    return {"anyOf": [{"type": "string", "enum": values}, {"type": "null"}]}


def _listed(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_FIELDS: dict[str, Any] = {
    "act": {"type": "string", "enum": list(ACTS)},
    "activities": _listed({"type": "string"}),
    "category": _nullable("string"),
    "days": _listed({"type": "string"}),
    "until": _nullable("string"),
    "times": _listed({"type": "string"}),
    "part": _choice([one.value for one in DayPart]),
    "after": _nullable("string"),
    "before": _nullable("string"),
    "of_days": _listed({"type": "string"}),
    "of_times": _listed({"type": "string"}),
    "people": _nullable("integer"),
    "adults": _nullable("integer"),
    "children": _nullable("integer"),
    "infants": _nullable("integer"),
    "ages": _listed({"type": "integer"}),
    "more_people": _nullable("integer"),
    "number": _nullable("integer"),
    "liking": _choice([one.value for one in Liking]),
    "topics": _listed({"type": "string", "enum": [one.value for one in Topic]}),
    "talk": _choice([one.value for one in Talk]),
    "instead": {"type": "boolean"},
    "besides": {"type": "boolean"},
    "all": {"type": "boolean"},
    "text": _nullable("string"),
}

FIELDS = frozenset(_FIELDS)
"""Every field that a command may have; one that is not among them was invented."""

UNDERSTAND = Tool(
    name="understand",
    description="Say what the guest wants, in the order in which it was said.",
    schema={
        "type": "object",
        "properties": {
            "commands": _listed(
                {
                    "type": "object",
                    "properties": _FIELDS,
                    "required": list(_FIELDS),
                    "additionalProperties": False,
                }
            )
        },
        "required": ["commands"],
        "additionalProperties": False,
    },
)
