"""Words of changes to bookings and of questions about them, in four languages."""

import re

from resortbook.application.chat.builtin.wordlists import any_of

MOVE = any_of(
    r"""
    move(?:d)?
    reschedul(?:e|ed|ing)
    re-schedule
    postpone(?:d)?
    push (?:it|my|the)
    bring (?:it|that) forward
    shift (?:it|my|the)
    switch (?:it|my|the|to)
    change (?:the |my )?(?:time|date|day|slot|hour)
    (?:another|different|other|new) (?:time|day|date|slot) (?:for|please)
    change (?:it|that|this|my|the) .{0,40}?(?:to|for)
    change to
    (?:make it|do it) (?:at|on|for|tomorrow|later|earlier)
    can we do .{0,20} instead
    reprogramar
    cambi(?:ar|a|e|en) .{0,30}(?:hora|d[ií]a|fecha|para|a las|al)
    mover
    aplazar
    posponer
    d[ée]placer
    reporter
    d[ée]caler
    changer .{0,20}(?:heure|date|jour)
    verschieb(?:en|e|t)?
    verleg(?:en|e|t)?
    umbuch(?:en|e|t)?
    """
)
PARTY = any_of(
    r"""
    make (?:it|that)(?: for)? (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)
    (?:we|we're|we are|there are|it's|i'm)(?: now| only| actually)* (?:\d+|one|two|three|four)
    (?:we|there) will be (?:only |actually )?(?:\d+|one|two|three|four|five|six|seven|eight)
    (?:add|plus) (?:one|two|a|an|another|\d+) (?:more )?(?:person|people|guest|adult|friend)s?
    (?:add|plus) (?:one|two|a|an|another|\d+) (?:more )?(?:child|kid|children|teen|baby)s?
    (?:one|two|three|four|five|six|\d) (?:people |persons? )?more(?: people| persons?)?
    (?:change|increase|reduce|update) (?:the |my )?(?:party|number|group|headcount)
    (?:one|two|three|four|five|six|\d) (?:people |persons? )?(?:less|fewer)
    instead of (?:\d+|one|two|three|four|five)
    somos (?:\d+|dos|tres|cuatro|cinco|seis)
    seremos (?:\d+|dos|tres|cuatro|cinco|seis)
    nous serons (?:\d+|deux|trois|quatre|cinq)
    on sera (?:\d+|deux|trois|quatre|cinq)
    wir sind (?:jetzt |doch )?(?:zu )?(?:\d+|zwei|zweit|drei|dritt|vier|viert)
    doch (?:\d+|zwei|drei|vier) (?:personen|leute)?
    """
)
ONE_MORE = any_of(
    r"""
    (?:add|plus) (?:one|a|an|another) (?:more )?(?:person|guest|adult|friend)
    one more
    una persona m[aá]s
    une personne de plus
    eine person mehr
    """
)
ONE_LESS = any_of(
    r"""
    one (?:person )?(?:less|fewer)
    una persona menos
    une personne de moins
    eine person weniger
    """
)
ANOTHER = any_of(
    r"""
    another
    one more
    second
    otr[oa]
    un(?:e)? autre
    noch ein(?:e|en)?
    """
)
INSTEAD = any_of(
    r"""
    (?:switch|change|swap) (?:it )?(?:to|for)
    instead
    rather
    actually
    no wait
    wait
    sorry
    i mean(?:t)?
    make (?:it|that)
    change (?:it|that)
    en (?:su )?lugar
    mejor
    plut[oô]t
    en fait
    lieber
    doch
    stattdessen
    eigentlich
    """
)
MINE = any_of(
    r"""
    (?:my|our) (?:current |upcoming |existing |next )?(?:booking)(?:s|y|ies)?
    (?:my|our) (?:current |upcoming |existing |next )?(?:reservation)(?:s|y|ies)?
    (?:my|our) (?:current |upcoming |existing |next )?(?:appointment)(?:s|y|ies)?
    (?:my|our) (?:current |upcoming |existing |next )?(?:activit)(?:s|y|ies)?
    (?:my|our) (?:current |upcoming |existing |next )?(?:plan|schedule)(?:s|y|ies)?
    what (?:have) (?:i) (?:have )?(?:book(?:ed)?|reserve(?:d)?|got booked|scheduled|planned)
    what (?:have) (?:we) (?:have )?(?:book(?:ed)?|reserve(?:d)?|got booked|scheduled|planned)
    what (?:did) (?:i) (?:have )?(?:book(?:ed)?|reserve(?:d)?|got booked|scheduled|planned)
    what (?:did) (?:we) (?:have )?(?:book(?:ed)?|reserve(?:d)?|got booked|scheduled|planned)
    what (?:do) (?:i) (?:have )?(?:book(?:ed)?|reserve(?:d)?|got booked|scheduled|planned)
    what (?:do) (?:we) (?:have )?(?:book(?:ed)?|reserve(?:d)?|got booked|scheduled|planned)
    (?:do|have) (?:i|we) (?:have|got) (?:any|a|anything) (?:booking|reservation)s?
    (?:do|have) (?:i|we) (?:have|got) (?:any|a|anything) (?:booked|planned)s?
    what(?:'s| is) (?:booked|planned|my schedule)
    (?:show|list|check|see|view) (?:me )?(?:my|our|all my) (?:booking|reservation)s?
    am i booked
    when is my
    what time is my
    where is my
    mis reservas?
    mi reserva
    qu[eé] (?:he|tengo) reservad[oa]
    mes r[ée]servations?
    ma r[ée]servation
    qu'est-ce que j'ai r[ée]serv[ée]
    meine (?:buchung|reservierung|termine)(?:en)?
    was habe ich (?:gebucht|reserviert)
    """
)
LINK = any_of(
    r"""
    (?:web ?app|website|web ?site|web page|link|url|online page)
    (?:p[aá]gina|sitio) web
    enlace
    site (?:web|internet)
    lien
    webseite
    internetseite
    """
)
CONFIRM = any_of(
    r"""
    confirm(?:ed|ing)?
    book (?:it|that|them)
    confirm(?:a|ar|o|e|er|ez)
    best[äa]tig(?:e|en|t)
    """
)
CONFIRM_IT = re.compile(
    r"^\W*(?:(?:great|perfect|ok(?:ay)?|good|nice|lovely|super|fine|please|and|then|so)\W+)*"
    r"(?:can|could|would|will) you (?:please )?(?:confirm|book) (?:it|that|this|them|us in)"
    r"(?: (?:for (?:me|us)|then|now|please))*\W*$",
    re.IGNORECASE,
)
"""A question by its form, a yes by its meaning."""
ONLY = any_of(
    r"""
    only
    just
    solo
    s[oó]lo
    seulement
    nur
    """
)
ANOTHER_ONE = any_of(
    r"""
    (?:and )?another (?:one|booking|time)
    (?:and )?one more (?:at|on|for|time)
    the same again
    otra (?:igual|a las|reserva)
    encore une? (?:[àa]|pour|autre)
    noch (?:eine?|einmal)
    """
)
BESIDES = any_of(
    r"""
    also
    another
    as well
    too
    besides
    in addition
    one more
    tambi[eé]n
    adem[aá]s
    otr[oa]
    aussi
    en plus
    une? autre
    auch
    au[ßs]+erdem
    noch ein(?:e|en)?
    """
)
CHANGE = any_of(
    r"""
    (?:change|modify|edit|alter|amend|update) (?:my|our|this|that|the) (?:booking|reservation)s?
    (?:cambiar|modificar) (?:mi|la|nuestra) reserva
    (?:changer|modifier) (?:ma|la|notre) r[ée]servation
    (?:meine|die|unsere) (?:buchung|reservierung) [äa]ndern
    """
)
AGAIN = any_of(
    r"""
    (?:book|hold|reserve|take) (?:it|that|them|this) (?:all )?(?:again|back)
    (?:want|need|like) (?:it|that|them) (?:again|back)
    (?:i|we) (?:do )?want it after all
    res[ée]rv(?:alo|ar|er|ez)(?:la|lo|le)? (?:otra vez|de nouveau)
    (?:doch )?wieder buchen
    """
)
STANDS = re.compile(
    r"\b(?:is|are|was) (?:it|this|that|everything|(?:my|the|our) [\w ]{2,30}?)"
    r" (?:now |already |all |really )*(?:confirmed|booked|reserved)\b"
    r"|\b(?:did|have) (?:you|we|i) (?:already |really )*(?:confirm|book|reserve)(?:ed|d)?\b"
    r"|^\W*(?:already |all )?(?:confirmed|booked|reserved)\s*\?"
    r"|\bconfirm (?:that )?(?:it'?s|it is|i am|i'm|we are|we're) (?:booked|confirmed)\b",
    re.IGNORECASE,
)
NO_NUMBER = re.compile(r"^\W*(?:no|nope|nah|nein|non)\W+\d{1,2}\W*$", re.IGNORECASE)
SO_MANY_MORE = re.compile(
    r"\b(?P<n>\d|one|two|three|four|five|six) (?:people |persons? )?"
    r"(?P<sign>more|less|fewer)\b",
    re.IGNORECASE,
)
_FOUR = "[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{4}"
REFERENCE = re.compile(rf"(?<!\w)({_FOUR})[- ]?({_FOUR})(?!\w)", re.IGNORECASE)
