"""Words of four languages that answer a question: yes, no, drop it, both, the second one."""

from enum import Enum, auto

from resortbook.domain.words import normalised


class Says(Enum):
    """What a word or two say in answer."""

    YES = auto()
    SOFT_YES = auto()  # a yes only where it is the whole message
    NO = auto()
    SOFT_NO = auto()
    NEVER_MIND = auto()
    WAIT = auto()
    SKIP = auto()
    BOTH = auto()
    REPEAT = auto()
    MORE = auto()
    FILLER = auto()


_PHRASES = {
    Says.YES: """yes|yeah|yep|yup|yea|yess|yesss|yeh|yass|yes please|sure|sure thing|of course|
    absolutely|definitely|certainly|affirmative|confirm|confirmed|i confirm|confirm it|confirm both|
    confirm all|go ahead|go for it|do it|book it|reserve it|please do|sounds good|sounds great|
    sounds perfect|sounds fine|sounds lovely|that works|works for me|that will work|that ll work|
    that would work|that should work|that works for me|it works|let s do it|lets do it|let s do that|
    lets do that|let s go|lets go|let s book it|lets book it|id love to|i d love to|i d like that|
    for sure|you bet|why not|that s right|thats right|that is right|that s correct|thats correct|
    that is correct|that s it|thats it|that s fine|thats fine|that is fine|that would be great|
    that would be perfect|that would be fine|that would be good|that ll do|i ll take it|ill take it|
    we ll take it|i want it|count me in|i m in|im in|make it so|looks good|looks great|no problem|
    no worries|correct|exactly|indeed|very well|i agree|agreed|done deal|deal|yes sir|yes ma am|
    i do|i would|we would|we do|i am sure|im sure|i m sure|all good|good to go|
    si|si por favor|claro|claro que si|vale|dale|por supuesto|de acuerdo|confirmo|confirmar|
    confirmado|confirmalo|adelante|esta bien|me parece bien|hagalo|hazlo|reservalo|perfecto si|
    correcto|asi es|eso es|desde luego|cómo no|venga|sale|sip|
    oui|ouais|oui merci|d accord|daccord|bien sur|je confirme|confirme|confirmer|c est bon|
    c est parfait|ca marche|volontiers|avec plaisir|allez y|vas y|absolument|tout a fait|exact|
    oui s il vous plait|oui s il te plait|je veux bien|ca me va|bien entendu|
    ja|ja bitte|jawohl|jep|klar|na klar|ja klar|gerne|ja gerne|gern|naturlich|naturlich gerne|
    einverstanden|in ordnung|bestatigen|bestatige|ich bestatige|stimmt|passt|das passt|genau|
    auf jeden fall|unbedingt|sicher|mach das|machen wir|abgemacht|buchen sie|jo|selbstverstandlich|
    👍|👌|✅|✔|☑|💯|🆗|🙆""",
    Says.SOFT_YES: """ok|okay|okey|okey dokey|k|kk|y|ya|ye|alright|all right|fine|good|great|perfect|
    cool|lovely|awesome|excellent|right|amazing|wonderful|brilliant|nice|super|please|fantastic|
    true|bueno|bien|perfecto|genial|excelente|estupendo|muy bien|buenisimo|parfait|super|top|
    tres bien|bon|ca va|genial|impeccable|gut|super|toll|prima|perfekt|sehr gut|wunderbar|ok ok|
    that one|it is|i think so|i guess so|i guess|i suppose so|why yes|hell yes|heck yes|fair enough|
    i like it|like it|i like that|love it|book|🙂|😊|😀|😃|🎉|🤙|🙌|👏|❤|😍""",
    Says.NO: """no|nope|nah|naw|noo|nooo|no thanks|no thank you|no ty|not really|no way|negative|
    rather not|i d rather not|id rather not|don t|dont|do not|please don t|i don t want it|
    i don t want to|i dont want to|not interested|wrong|incorrect|that s wrong|thats wrong|
    that s not right|thats not right|not right|not correct|that is wrong|not good|no good|
    doesn t work|doesnt work|won t work|wont work|that doesn t work|that won t work|
    does not work|not ok|not okay|certainly not|absolutely not|definitely not|of course not|
    not at all|i don t think so|i dont think so|don t think so|i disagree|no longer|
    i changed my mind|changed my mind|not this one|not that one|none|none of them|none of these|
    neither|no gracias|no quiero|no por favor|para nada|de ninguna manera|claro que no|tampoco|
    incorrecto|ninguno|ninguna|nunca|mejor no|nop|
    non|non merci|pas du tout|pas question|certainement pas|surtout pas|aucun|aucune|pas vraiment|
    je ne veux pas|je prefere pas|c est faux|faux|
    nein|nein danke|nee|ne|auf keinen fall|lieber nicht|bitte nicht|keinesfalls|falsch|keine|
    keins|stimmt nicht|passt nicht|ich will nicht|ich mochte nicht|
    👎|❌|✖|🚫|🙅|⛔""",
    Says.SOFT_NO: """n|na|not|false|never|pas|nicht|nada|nothing|nichts|rien|that s all|thats all|
    that is all|that will be all|that s it for now""",
    Says.NEVER_MIND: """never mind|nevermind|nvm|forget it|forget about it|forget that|leave it|
    drop it|drop that|not now|not right now|not today|not at this time|not at the moment|not yet|
    maybe later|later maybe|perhaps later|another time|some other time|don t bother|dont bother|
    scratch that|it doesn t matter|doesn t matter|doesnt matter|let it go|let me think|
    i ll think about it|ill think about it|let me think about it|
    olvidalo|olvida|olvidelo|dejalo|dejelo|no importa|da igual|ahora no|mas tarde|luego|otro dia|
    laisse tomber|laissez tomber|oublie|oubliez|tant pis|pas maintenant|plus tard|peu importe|
    une autre fois|vergiss es|vergessen sie es|egal|lass es|lass mal|doch nicht|schon gut|
    jetzt nicht|spater|ein anderes mal|nicht jetzt""",
    Says.WAIT: """wait|no wait|hold on|hang on|one moment|just a moment|one sec|one second|a second|
    a sec|a moment|a minute|hold up|oh wait|espera|espere|un momento|un segundo|momentito|attends|
    attendez|un instant|une seconde|un moment|minute|warte|warten sie|moment|einen moment|
    moment mal|augenblick|✋|🤚""",
    Says.SKIP: """skip|skip it|skip this|skip that|pass|i d rather not say|rather not say|
    prefer not to say|i prefer not to|no room|no room number|none of your business|saltar|omitir|
    prefiero no decirlo|passer|sauter|ignorer|uberspringen|keine angabe|don t know|dont know|
    i don t know|i dont know|no idea|not sure|idk|no se|je ne sais pas|weiss nicht|
    ich weiss nicht|keine ahnung|⏭""",
    Says.BOTH: """both|both of them|all|all of them|all of it|everything|both please|each of them|
    the two of them|the lot|confirm both|confirm all|book both|all three|both times|ambos|ambas|
    los dos|las dos|todos|todas|todo|les deux|tous les deux|toutes les deux|tous|toutes|tout|
    beide|beides|alle|alles|alle beide""",
    Says.REPEAT: """repeat|repeat that|repeat please|say again|say that again|say it again|
    come again|what was that|again please|huh|pardon|sorry what|what|what did you say|
    can you repeat|can you repeat that|could you repeat that|i don t understand|
    i dont understand|repite|repita|otra vez|puedes repetir|puede repetir|como|repete|repetez|
    pouvez vous repeter|comment|nochmal|noch mal|noch einmal|wie bitte|wiederholen|
    konnen sie das wiederholen|❓|❔""",
    Says.MORE: """more|show more|more please|show me more|more options|more times|what else|
    other options|any other options|others|any others|any other|next page|anything else|
    something else|see more|other times|more choices|different options|mas|ver mas|mas opciones|
    otras|otros|otras opciones|que mas|plus|plus d options|autres|d autres|autre chose|voir plus|
    d autres options|mehr|mehr anzeigen|weitere|andere|andere optionen|was noch|etwas anderes""",
    Says.FILLER: """please|pls|plz|thanks|thank you|thx|ty|thank you so much|thanks a lot|then|just|
    it|that|this|the|so|very|much|well|oh|ah|um|uh|hmm|actually|sorry|indeed|now|us|me|for|
    for me|for us|i|we|and|is|s|one|there|you|hey|hi|hello|por favor|gracias|muchas gracias|
    muy|pues|entonces|lo|la|el|s il vous plait|s il te plait|svp|stp|merci|merci beaucoup|alors|
    bitte|bitte schon|danke|danke schon|vielen dank|dann|doch|das|mal|man|dear|sir|mate|buddy|lol|
    haha|xd|🙏|😅|😂|🤣|😁|😉|🏻|🏼|🏽|🏾|🏿""",
}


def _table() -> dict[tuple[str, ...], Says]:
    table: dict[tuple[str, ...], Says] = {}
    for says, rows in _PHRASES.items():
        for phrase in rows.replace("\n", " ").split("|"):
            words = tuple(normalised(phrase).split())
            # The stronger meaning was written first.
            if words:
                table.setdefault(words, says)
    return table


ANSWERS: dict[tuple[str, ...], Says] = _table()
LONGEST_ANSWER = max(len(words) for words in ANSWERS)

_BY = {
    "cheapest": """cheaper cheapest cheap barato barata baratos economico economica moins chere
    billigste billigere billiger gunstigste gunstigere gunstigsten billigsten preiswerteste""",
    "dearest": "dearest priciest fanciest teuerste teuersten",
    "earliest": """earlier earliest sooner soonest temprano temprana antes tot fruher fruhere
    fruheste fruhesten""",
    "latest": "later latest tarde tardio spater spatere spateste spatesten",
    "shortest": "shorter shortest quickest corto corta court courte kurzere kurzeste kurzesten",
    "longest": "longer longest largo larga long longue langere langste langsten",
    "other": "other otro otra autre andere anderen anderer anderes",
    "any": "either any whichever whatever cualquiera egal importe irgendeine irgendeins",
}
CHOSEN_BY: dict[str, str] = {word: by for by, row in _BY.items() for word in row.split()}
PHRASES_BY: dict[tuple[str, ...], str] = {
    ("least", "expensive"): "cheapest",
    ("most", "expensive"): "dearest",
    ("more", "expensive"): "dearest",
    ("mas", "barato"): "cheapest",
    ("mas", "barata"): "cheapest",
    ("mas", "caro"): "dearest",
    ("mas", "cara"): "dearest",
    ("moins", "cher"): "cheapest",
    ("moins", "chere"): "cheapest",
    ("plus", "cher"): "dearest",
    ("plus", "chere"): "dearest",
    ("plus", "tot"): "earliest",
    ("plus", "tard"): "latest",
    ("mas", "tarde"): "latest",
    ("mas", "temprano"): "earliest",
    ("mas", "temprana"): "earliest",
    ("you", "choose"): "any",
    ("don", "t", "care"): "any",
    ("dont", "care"): "any",
    ("no", "preference"): "any",
    ("n", "importe"): "any",
}
LAST_WORDS = frozenset("last ultimo ultima dernier derniere letzte letzten letzter letztes".split())
FIRST_WORDS = frozenset("former".split())
CHOICE_NOUNS = frozenset(
    "one option choice opcion choix wahl slot time hora number numero nummer nr".split()
)
ARTICLES = frozenset("the la el lo le les der die das den dem option opcion number #".split())
