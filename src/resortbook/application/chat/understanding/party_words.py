"""Words of four languages for people: whom a number counts, and who comes without one."""

from enum import Enum, auto

from resortbook.domain.words import normalised


class Role(Enum):
    """Whom a word stands for."""

    ANYBODY = auto()
    ADULT = auto()
    CHILD = auto()
    INFANT = auto()
    COUPLE = auto()
    FAMILY = auto()
    SELF = auto()


_COUNTED = {
    Role.ANYBODY: """people persons person peoples pax ppl guests guest folks heads seats seat
    spots spot places tickets ticket members member chairs seater participants participant diners
    visitors tourists passengers riders players attendees strong employees neighbors neighbours
    colleagues personas persona plazas plaza entradas entrada boletos boleto asientos comensales
    gente personnes personne billets billet couverts invites participants personen leute platze
    plaetze karten gaste gaeste mann teilnehmer sitze us them total""",
    Role.ADULT: """adults adult grownups grownup grown-ups seniors senior ladies lady men man women
    woman guys ups gentlemen friends mates buddies pals adultos adulto adultas adulta mayores hombres
    mujeres amigos amigas adultes adulte hommes femmes amis amies erwachsene erwachsener
    erwachsenen maenner manner frauen freunde freundinnen freunden""",
    Role.CHILD: """kids kid children child childs childern sons son daughters daughter boys boy
    girls girl toddlers toddler teenagers teenager teens teen grandkids grandchildren
    grandchild grandson granddaughter minors ninos nino nina ninas hijos hijo hija hijas crios
    menores chicos enfants enfant fils fille filles garcon garcons ados ado kinder kindern kind
    sohn sohne soehne tochter toechter jungs junge madchen maedchen biters nephew niece nephews
    nieces""",
    Role.INFANT: """baby babies infant infants newborn newborns bebe bebes nourrisson nourrissons
    saugling sauglinge babys""",
    Role.COUPLE: "couple couples pareja parejas couple couples paar paare parchen",
    Role.FAMILY: "family families familia familias famille familles familie familien",
}
# One person each; where they are two, the number says so.
_RELATIVES = """wife husband partner girlfriend boyfriend gf bf fiance fiancee spouse mom mum
mother dad father sister brother friend mate buddy grandma grandmother grandpa grandfather cousin
uncle aunt hubby missus colleague boss roommate neighbor esposa esposo marido mujer novia novio
amigo amiga madre padre mama papa hermano hermana suegra suegro abuela abuelo primo prima femme
mari copine copain ami amie mere pere soeur frere epoux epouse conjoint conjointe compagne
compagnon frau freundin freund mutter vater schwester bruder partnerin ehemann ehefrau oma opa"""
_PAIRS = "parents grandparents inlaws padres abuelos suegros eltern grosseltern schwiegereltern"


def _words(text: str) -> list[str]:
    return normalised(text).replace("-", "").split()


ROLES: dict[str, Role] = {word: role for role, row in _COUNTED.items() for word in _words(row)}
ROLES |= {"grown ups": Role.ADULT}
RELATIVES: dict[str, int] = dict.fromkeys(_words(_RELATIVES), 1) | dict.fromkeys(_words(_PAIRS), 2)
TWINS = frozenset({"twins", "gemelos", "mellizos", "jumeaux", "jumelles", "zwillinge"})
SELF = frozenset({"me", "myself", "i", "yo", "moi", "ich", "mich", "mi", "je", "conmigo"})
POSSESSIVE = frozenset(
    ["my", "our", "his", "her", "the", "mi", "mis", "nuestro", "nuestra", "nuestros", "nuestras", "su", "mon", "ma", "mes", "notre", "nos", "mein", "meine", "meinen", "meiner", "meinem", "unser", "unsere", "unseren", "unserem"]
)
JOINING = frozenset(
    ["and", "&", "+", "plus", "with", ",", "y", "e", "con", "mas", "et", "avec", "und", "mit", "sowie", "also", "a", "an", "un", "una", "une", "ein", "eine", "one", "1", "as", "well"]
)
ADDING = frozenset(["and", "&", "+", "plus", "y", "e", "con", "mas", "et", "avec", "und", "mit", "sowie", "with"])
# "party of 5", "table for four", "we are 6": a number after one of these is a party.
BEFORE_PARTY = frozenset(
    ["party", "group", "family", "table", "tables", "booking", "reservation", "seats", "seating", "gang", "crew", "us", "we", "we're", "were", "space", "room", "seat", "just", "only", "somos", "seremos", "vamos", "sommes", "est", "serons", "sind", "waren", "grupo", "mesa", "familia", "groupe", "famille", "gruppe", "tisch", "tische", "familie", "solo", "seulement", "nur", "coming", "total"]
)
FOR = frozenset({"for", "para", "pour", "fur", "fuer", "4"})
MAKING = frozenset({"it", "that", "to", "into", "say", "said", "need", "want", "have", "get", "be",
                    "number", "is", "are", "its", "like", "there", "book", "add", "least",
                    "makes", "makeit", "que", "sean", "auf", "a", "zu", "of", "de", "von", "all",
                    "mean", "meant", "about", "now", "actually", "accommodate", "for"})  # fmt: skip
# A number before one of these counts something else.
NOT_PEOPLE = frozenset(
    ["night", "nights", "day", "days", "hour", "hours", "hr", "hrs", "h", "minute", "minutes", "min", "mins", "week", "weeks", "month", "months", "year", "years", "yr", "yrs", "yo", "old", "room", "rooms", "bed", "beds", "bedroom", "bedrooms", "dollar", "dollars", "usd", "euro", "euros", "eur", "bucks", "pesos", "mxn", "pm", "am", "o", "clock", "oclock", "uhr", "percent", "%", "$", "€", "£", "km", "miles", "star", "stars", "times", "time", "option", "activities", "activity", "noches", "noche", "dias", "dia", "horas", "hora", "minutos", "semanas", "meses", "anos", "habitacion", "habitaciones", "dolares", "nuits", "nuit", "jours", "jour", "heures", "heure", "semaines", "mois", "ans", "an", "chambre", "chambres", "nachte", "tage", "tag", "stunden", "stunde", "minuten", "wochen", "monate", "jahre", "jahr", "jahrig", "zimmer", "degrees", "floor", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "th", "st", "nd", "rd", "things", "bags", "towels", "tables", "table", "kg", "lbs", "pounds"]
)
NUMBER_BEFORE = frozenset(
    ["room", "suite", "villa", "cabin", "option", "number", "no", "nr", "number", "#", "$", "€", "£", "habitacion", "chambre", "zimmer", "at", "um", "floor", "apartment", "bungalow"]
)
AGE_AFTER = frozenset(["year", "years", "yr", "yrs", "yo", "jahre", "jahriger", "jahrige", "jahriges", "ans", "anos", "anitos"])
AGE_BEFORE = frozenset(["age", "ages", "aged", "edad", "edades", "age", "ages", "alter", "agee", "agees"])
REFUSING = frozenset(["not", "nicht", "pas", "didnt", "wasnt", "isnt", "instead", "statt", "cant"])
INCLUDING = frozenset(
    ["including", "incl", "include", "includes", "inkl", "inklusive", "davon", "dont", "incluyendo", "incluidos", "incluidas", "comprenant", "which", "(", ":", "-", "being", "of"]
)
GERMAN_GROUPS = {"zweit": 2, "dritt": 3, "viert": 4, "funft": 5, "fuenft": 5, "sechst": 6,
                 "siebt": 7, "acht": 8}  # fmt: skip
