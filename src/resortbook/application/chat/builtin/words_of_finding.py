"""Words of looking for something to do, in four languages."""

import re

from resortbook.application.chat.builtin.wordlists import any_of

RECOMMEND = any_of(
    r"""
    recommend(?:ation|ed)?s?
    suggest(?:ion|ions)?
    what should (?:\w+ ){1,6}?do
    what would you do
    any ideas?
    surprise (?:me|us)
    what(?:'s| is) (?:good|best|fun|popular|nice)
    best thing
    i'?m bored
    we'?re bored
    advi[cs]e
    recom(?:ienda|endar|iendas?|endaci[oó]n(?:es)?)
    sugerencias?
    recommand(?:ez|er|e|ation)s?
    conseill(?:ez|er|e)
    empfehl(?:en|ung|ungen|t)?
    empfiehlst
    vorschl(?:ag|äge)
    """
)
BROWSE = any_of(
    r"""
    what (?:activities|tours|things|kind of|sort of|excursions|trips)
    what (?:can i do|can we do|is there to do|do you have|do you offer)
    (?:show|list|see|tell)(?: me| us)?(?: all| what| the| your| some)* activit(?:y|ies)
    (?:show|list|see|tell)(?: me| us)?(?: all| what| the| your| some)* (?:tour|option)s?
    (?:show|list|see|tell)(?: me| us)?(?: all| what| the| your| some)* excursions?
    (?:show|list|see|tell)(?: me| us)?(?: all| what| the| your| some)* things?
    (?:show|list|see|tell)(?: me| us)? (?:all |what )*(?:activit|tour)(?:y|ies|s)?
    (?:show|list|see|tell)(?: me| us)? (?:the |your |some )*(?:activit|tour)(?:y|ies|s)?
    (?:show|list|see|tell)(?: me| us)? (?:all |what )*(?:option)(?:y|ies|s)?
    (?:show|list|see|tell)(?: me| us)? (?:all |what )*(?:excursion|thing)(?:y|ies|s)?
    (?:show|list|see|tell)(?: me| us)? (?:the |your |some )*(?:option)(?:y|ies|s)?
    (?:show|list)(?: me| us)? (?:the |your |some )*(?:excursion|thing)(?:y|ies|s)?
    (?:see|tell)(?: me| us)? (?:the |your |some )*(?:excursion|thing)(?:y|ies|s)?
    available activities
    what'?s (?:on|there|available)
    anything (?:for|to do|fun|on)
    something (?:for|to do|fun|with)
    looking for (?:something|an activity|activities)
    things to do
    (?:have|got) (?:any|anything)
    what (?:else )?is there
    qu[eé] (?:actividades|hay|se puede hacer|ofrecen|podemos hacer)
    actividades
    quelles? (?:activit[ée]s|excursions)
    que (?:peut-on|proposez-vous)
    activit[ée]s
    welche (?:aktivit[äa]ten|ausfl[üu]ge)
    was (?:gibt es|kann man|k[öo]nnen wir|bietet)
    aktivit[äa]ten
    """
)
BOOK = any_of(
    r"""
    book
    reserve
    (?:i|we)(?:'d| would) (?:like|love)(?: to)?
    (?:i|we) want(?: to)?
    sign (?:me|us) up
    hold
    get (?:me|us)
    put (?:me|us) down
    can (?:i|we) (?:have|get|do|book)
    let'?s (?:do|go|book)
    reserv(?:ar|a|e|o)
    quiero
    quisiera
    me gustar[ií]a
    r[ée]server
    je (?:veux|voudrais)
    nous (?:voulons|voudrions)
    j'aimerais
    buch(?:en|e)
    reservier(?:en|e)
    (?:ich|wir) (?:m[öo]chten?|w[üu]rden?|wollen?|will)
    """
)
TIMES = any_of(
    r"""
    (?:is|are|any|still|got|have) .{0,30}(?:room|space|spaces|spots?|places?)
    (?:is|are|any|still|got|have) .{0,30}(?:slots?|seats?|availab\w*|free|left|openings?)
    availab(?:le|ility)
    what times?
    which times?
    when (?:is|are|does|do|can|could)
    at what time
    how (?:many|much) (?:places|seats|spots|space|room)
    next (?:one|departure|slot)
    (?:hay|queda|quedan) (?:lugar|sitio|plazas?|cupo|disponibilidad)
    a qu[eé] hora
    cu[aá]ndo
    disponib(?:le|ilidad|ilit[ée])
    (?:y a-t-il|il y a|reste) .{0,20}(?:place|dispo)
    [àa] quelle heure
    quand
    (?:gibt es|ist|sind|noch) .{0,20}(?:pl[äa]tze|platz|frei)
    um wie viel uhr
    wann
    verf[üu]gbar
    """
)
ASKS_TO_KNOW = re.compile(
    r"^\W*(?:(?:and|but|so|also|ok(?:ay)?)\s+)?(?:what(?!\s+about)|how(?!\s+about)|when|where|"
    r"who|why|is|are|does|do(?!\s+the)|has)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\?|^\W*(?:(?:and|but|so|also|ok(?:ay)?|y|et|und)\s+)?(?:what|when|where|who|why|how|which|is|are|do|does|can|could|will|would|"
    r"should|may|any|qu[eé]|cu[aá]l|cu[aá]nto|cu[aá]ndo|d[oó]nde|c[oó]mo|hay|puedo|"
    r"quel|quelle|quand|combien|comment|est-ce|peut|was|wann|wo|wie|welche|gibt|kann|"
    r"ist|sind|muss|darf)(?!\w)",
    re.IGNORECASE,
)
