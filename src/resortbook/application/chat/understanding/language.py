"""In which of four languages a message is written."""

from resortbook.application.chat.understanding.tokens import Shape, tokens_of

LANGUAGES = ("en", "es", "fr", "de")
# Words that tell a language by themselves count 2, small words that two languages share 1.
_SURE = {
    "en": "the is are and you we what how can could would book booking want like for with my this "
    "at on please thanks thank yes yeah hello hi hey tomorrow today tonight morning afternoon "
    "evening noon next week half past quarter o'clock it's im i'd people persons adults kids "
    "children monday tuesday wednesday thursday friday saturday sunday one two three four five "
    "seven eight nine ten eleven twelve not don't cancel change make do does have there any when "
    "where which who i me us of it to that be january february march may june july august "
    "october december midnight midday pm am actually sorry ok okay need looking show",
    "es": "el los las una unos es son esta este y quiero quiere quisiera para por con hola "
    "gracias mañana hoy tarde noche lunes martes miercoles jueves viernes sabado domingo que "
    "cuando cuanto cuantos donde como reservar reserva personas niños adultos somos favor si "
    "puedo podemos hay nos del al enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre diciembre dos tres cuatro cinco siete ocho nueve diez menos media cuarto "
    "mediodia medianoche proximo proxima pasado semana vale claro necesito tengo cancelar "
    "volvere volver volveremos cambiar mejor esposa mujer hijos quince veinte horas hora dia quiera ayuda buenos buenas "
    "adios hasta dentro ahora mas algo muy pero",
    "fr": "le les des une est et je tu nous vous pour avec bonjour merci demain aujourd'hui soir "
    "matin midi minuit lundi mardi mercredi jeudi vendredi samedi dimanche quand combien "
    "comment réserver réservation personnes enfants adultes s'il plaît oui c'est ce cette "
    "prochain prochaine semaine janvier février mars avril mai juin juillet août septembre "
    "octobre novembre décembre deux trois quatre cinq sept huit neuf dix heures heure quart "
    "demie demi moins vers après apres-midi aprem je voudrais j'aimerais dans jour jours mois du "
    "au aux veux peux annuler changer femme mari salut bonsoir ma mon mes sommes quinze vingt "
    "suivant suivante jusqu'à rendez noel toussaint premier onze douze quelque chose très mais retournerai reviendrai milieu matinée",
    "de": "der die das und ist ich wir sie für mit bitte danke hallo morgen heute abend "
    "nachmittag mittag uhr montag dienstag mittwoch donnerstag freitag samstag sonntag wann "
    "wieviel wie wo was können kann möchte würde buchen buchung personen kinder erwachsene ja "
    "nein nächste nächsten woche januar februar märz juni juli oktober dezember zwei drei vier "
    "fünf sechs sieben acht neun zehn elf zwölf halb viertel nach vor gegen um am im zu den dem "
    "des ein eine einen haben gibt es uns meine mein frau mann stornieren ändern übermorgen "
    "wochenende nacht früh tag tagen stunden stunde ende doch gerne klar nicht noch auf für "
    "tisch reservieren guten spiel spiele lied wetter mir bei zum zur von bis",
}
_WEAK = {
    "en": "in a no so hour hours day days min",
    "es": "la de en a no un se lo me te o mi tu su noche",
    "fr": "la de a un en on se me non te sur d l j c qu n s",
    "de": "in so da mich dich er mo di do fr sa",
}
_ONLY = {"ñ": "es", "¿": "es", "¡": "es", "ß": "de", "œ": "fr", "ç": "fr", "ê": "fr", "è": "fr"}
_UMLAUTS = frozenset("äöü")


def _weights() -> dict[str, dict[str, int]]:
    weights: dict[str, dict[str, int]] = {}
    for table, weight in ((_WEAK, 1), (_SURE, 2)):
        for language, words in table.items():
            for token in tokens_of(words, longest=None):
                weights.setdefault(token.word, {})[language] = weight
    return weights


_WEIGHTS = _weights()


def surely(text: str) -> str | None:
    """Return the code of the language that the words of the text speak for, None if none."""
    votes = dict.fromkeys(LANGUAGES, 0)
    for token in tokens_of(text):
        if token.shape is Shape.WORD:
            for language, weight in _WEIGHTS.get(token.word, {}).items():
                votes[language] += weight
    for letter, language in _ONLY.items():
        votes[language] += 2 * (letter in text.lower())
    votes["de"] += 2 * any(letter in _UMLAUTS for letter in text.lower())
    ranked = sorted(votes.values(), reverse=True)
    if ranked[0] == ranked[1] or ranked[0] < 2:
        return None
    return max(votes, key=lambda language: votes[language])


def language_of(text: str, *, default: str = "en") -> str:
    """Return the code of the language that the text is in; `default` where it can't be told."""
    return surely(text) or default
