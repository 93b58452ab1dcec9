"""The built-in engine: reads a message by rules, the contextual ones first."""

from collections.abc import Callable, Sequence

from resortbook.application.chat import commands as c
from resortbook.application.chat.builtin import answers, likings, questions, wishes
from resortbook.application.chat.builtin.said import Said
from resortbook.application.chat.commands import Command
from resortbook.application.chat.engine import Heard, Situation

LONGEST_READ = 1_000
"""So many characters of a message are read; nobody says what they want after that."""

Rule = Callable[[Said], Sequence[Command] | None]

RULES: tuple[Rule, ...] = (
    wishes.danger,
    wishes.note,
    likings.keep_or_forget,
    answers.back_to_bot,
    answers.room,
    answers.number,
    answers.not_to_cancel,
    answers.wait,
    answers.drop,
    answers.more_or_again,
    questions.cancelling,
    wishes.cancel_and_book,
    wishes.cancel,
    wishes.desk,
    answers.how_it_stands,
    answers.again,
    answers.that_one,
    answers.asks_to_confirm,
    answers.yes_or_no,
    questions.about_choice,
    answers.choice,
    answers.choice_by_words,
    answers.what_to_change,
    answers.named_booking,
    wishes.change,
    wishes.mine,
    wishes.move,
    wishes.party,
    wishes.link,
    wishes.polite,
    questions.about_activity,
    questions.about_times,
    questions.about_resort,
    likings.likes,
    wishes.recommend,
    wishes.want,
    wishes.browse,
    wishes.by_guess,
)


class BuiltinEngine:
    """Understands English well, and what a booking is made of in Spanish, French and German."""

    def understand(self, heard: Heard, situation: Situation) -> Sequence[Command]:
        """Return the first rule's commands that fits."""
        if heard.button:
            return (c.Tapped(option_id=heard.button, title=heard.button_text),)
        text = heard.text.replace("\x00", " ").strip()[:LONGEST_READ]
        if not text:
            return (c.Wordless(kind=heard.kinds[0] if heard.kinds else ""),)
        said = Said(text, situation)
        room = answers.room_said(said)
        for rule in RULES:
            if commands := rule(said):
                return (*room, *commands)
        return room or (c.OutOfScope(),)
