"""Guests who write Spanish, French or German, or a little of each."""

import pytest


@pytest.mark.parametrize(
    ("wish", "yes"),
    [
        ("Hola, quiero reservar jet ski mañana a las 2 de la tarde para dos personas", "sí"),
        ("Bonjour, je voudrais réserver le jet ski demain à 14h pour deux", "oui"),
        ("Hallo, ich möchte morgen um 14 Uhr Jet Ski fahren, zwei Personen", "ja"),
        ("hola! jet ski tomorrow a las 2pm for dos personas por favor", "vale"),
        ("jetski mañana 14:00 2 personas", "claro que sí"),
        ("jet ski demain après-midi à 14 heures pour 2 personnes svp", "d'accord"),
        ("jet ski morgen nachmittag um 2 für zwei bitte", "ja bitte"),
    ],
)
def test_everything_in_one_message_and_a_yes(guest, wish, yes):
    held = guest.says(wish)
    guest.says(yes)

    assert "2:00 PM" in held
    assert guest.rows == ["confirmed jet-skiing Fri 16 Oct 14:00 for 2 at 160.00"]
    assert guest.turns == 2


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("snorkel el sábado a las nueve y media", "Sat 17 Oct 09:30"),
        ("snorkeling samedi à neuf heures et demie", "Sat 17 Oct 09:30"),
        ("Schnorcheln am Samstag um halb drei", "Sat 17 Oct 14:30"),
        ("snorkeling pasado mañana a las 14:30", "Sat 17 Oct 14:30"),
        ("snorkeling après-demain à 14h30", "Sat 17 Oct 14:30"),
        ("Schnorcheln übermorgen um halb zehn", "Sat 17 Oct 09:30"),
    ],
)
def test_clock_times_as_they_are_said_elsewhere(guest, said, when):
    guest.says(said)

    assert guest.rows == [f"pending snorkeling-tour {when} for 1 at 60.00"]
    assert guest.turns == 1


@pytest.mark.parametrize(
    ("cancel", "yes"),
    [
        ("quiero cancelar mi reserva", "sí"),
        ("je voudrais annuler ma réservation", "oui"),
        ("ich möchte meine Buchung stornieren", "ja"),
    ],
)
def test_cancelling_takes_a_word_and_a_yes(guest, cancel, yes):
    guest.says("snorkeling on saturday at 9:30")
    guest.says("yes")
    guest.says("skip")
    asked = guest.says(cancel)
    still = guest.statuses
    guest.says(yes)

    assert "Snorkeling Tour" in asked
    assert still == ["confirmed"]
    assert guest.statuses == ["cancelled"]


@pytest.mark.parametrize("no", ["no gracias", "non merci", "nein danke", "nee lass mal"])
def test_no_lets_the_hold_go(guest, no):
    guest.says("jet ski tomorrow 2pm")
    guest.says(no)

    assert guest.statuses == ["cancelled"]


@pytest.mark.parametrize(
    "family", ["2 adultos y 3 niños", "2 adultes et 3 enfants", "2 Erwachsene und 3 Kinder"]
)
def test_a_family_is_counted_by_who_they_are(guest, family):
    guest.says(f"sunset cruise sunday {family}")

    assert guest.rows == [
        "pending sunset-catamaran-cruise Sun 18 Oct 17:15 for 2 adult, 3 child at 334.00"
    ]


def test_my_bookings_in_spanish(guest):
    guest.says("jet ski tomorrow 2pm")
    guest.says("sí")
    guest.says("101")
    told = guest.says("mis reservas")

    assert "Jet Skiing" in told
    assert guest.guest.room == "101"
