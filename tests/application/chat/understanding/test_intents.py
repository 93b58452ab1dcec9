"""What messages are after."""

import pytest

from resortbook.application.chat.understanding.intents import INTENTS, Intent, guess_intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("what can we do tomorrow", Intent.BROWSE),
        ("show me your tours", Intent.BROWSE),
        ("I want to book snorkeling for 2 tomorrow at 10", Intent.BOOK),
        ("do I have anything booked on friday?", Intent.CHECK),
        ("please cancel my massage", Intent.CANCEL),
        ("can we move our booking to saturday", Intent.RESCHEDULE),
        ("what do you recommend for two teenagers", Intent.RECOMMEND),
        ("how long does the tour take?", Intent.ASK),
        ("yes that's right", Intent.CONFIRM),
        ("no thanks", Intent.DENY),
        ("what can you do", Intent.HELP),
        ("I want to talk to a real person", Intent.HUMAN),
        ("good morning", Intent.GREETING),
        ("thanks a lot for your help", Intent.THANKS),
        ("bye, see you", Intent.GOODBYE),
        ("what's the weather in Berlin", Intent.OUT_OF_SCOPE),
        ("quiero reservar buceo para mañana", Intent.BOOK),
        ("cancela mi reserva por favor", Intent.CANCEL),
        ("¿cuánto cuesta el masaje?", Intent.ASK),
        ("je voudrais annuler ma réservation", Intent.CANCEL),
        ("que me conseillez-vous", Intent.RECOMMEND),
        ("combien coûte le jet ski", Intent.ASK),
        ("ich möchte meine Buchung verschieben", Intent.RESCHEDULE),
        ("was kann man morgen machen", Intent.BROWSE),
        ("kann ich mit jemandem sprechen", Intent.HUMAN),
        ("i wnat to bok a jet skii for tomorow", Intent.BOOK),
        ("plese cancl my reservaton", Intent.CANCEL),
    ],
)
def test_an_intent_is_guessed(text, intent):
    guess = guess_intent(text)

    assert guess.label is intent
    assert guess.probability > guess.runner_up_probability > 0


def test_the_probabilities_are_shares_of_one():
    guess = guess_intent("book")

    assert 0 < guess.probability + guess.runner_up_probability <= 1


def test_there_are_fifteen_intents():
    assert len(INTENTS) == 15
