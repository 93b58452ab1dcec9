"""Words of politeness, rooms and requests, in four languages."""

import re

HELP = re.compile(
    r"^\W*(?:help|menu|options|commands|what can you do|how does (?:this|it) work|"
    r"ayuda|aide|hilfe|info|\?)\W*$|what can (?:you|i) (?:do|say|ask) (?:here|"
    r"for me)?\W*$|how do i use",
    re.IGNORECASE,
)
MORE = re.compile(
    r"^\W*(?:(?:show |see |tell )?(?:me )?(?:more|others?|next)(?: please| options|"
    r" times| of them)?|anything else|what else(?: is there| do you have)?|m[aá]s|"
    r"otras?|plus|d'autres|mehr|weitere)\W*$",
    re.IGNORECASE,
)
GREETS = re.compile(
    r"^\W*(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening|day)|howdy|"
    r"greetings|hola|buen[oa]s (?:d[ií]as|tardes|noches)|bonjour|bonsoir|salut|hallo|"
    r"guten (?:tag|morgen|abend)|moin|servus)(?:\s+(?:there|everyone|team|again|"
    r"all))?\W*$",
    re.IGNORECASE,
)
THANKS = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|great|perfect|cool|"
    r"awesome)[,!.]*\s+)?(?:thanks?(?: you)?(?: so much| very much| a lot| again)?|"
    r"thx|ty|cheers|much appreciated|(?:muchas )?gracias|merci(?: beaucoup)?|"
    r"danke(?: sch[öo]n| sehr)?|vielen dank)\W*$",
    re.IGNORECASE,
)
BYES = re.compile(
    r"^\W*(?:(?:good ?)?bye(?: bye)?|see (?:you|ya)(?: later| soon)?|good ?night|"
    r"take care|adi[oó]s|hasta (?:luego|pronto|ma[ñn]ana)|au revoir|[àa] bient[ôo]t|"
    r"tsch[üu](?:ss|ß)|auf wiedersehen|bis (?:bald|dann|sp[äa]ter))\W*$",
    re.IGNORECASE,
)
ROOM = re.compile(
    r"^\W*(?:(?:it'?s|i'?m in|we'?re in|in|my room is|we are in|i am in|estoy en|"
    r"estamos en|je suis|nous sommes|ich bin|wir sind)\s+)?(?:the\s+|la\s+|el\s+|in\s+)?"
    r"(?:(?:room|rm|no\.?|number|habitaci[oó]n|cuarto|chambre|zimmer)"
    r"\s*(?:no\.?|number|n[uú]mero|num[ée]ro|nummer|#)?\s*)?"
    r"(?P<room>#?(?:[A-Za-z]{1,10}[\s-]){0,2}[A-Za-z]?-?\d{1,5}[A-Za-z]?(?:[\s-]\d{1,4})?)"
    r"(?:\s*(?:please|por favor|s'il vous pla[iî]t|bitte))?\W*$",
    re.IGNORECASE,
)
ROOM_SAID = re.compile(
    r"\b(?:my |our |for )?(?:room|rm|habitaci[oó]n|chambre|zimmer)\s*(?:no\.?|number|#)?\s*"
    r"(?P<room>[A-Za-z]?-?\d{1,5}[A-Za-z]?)\b|"
    r"^\W*(?:we(?:'re| are)|i(?:'m| am)) (?:staying )?in (?P<in>\d{3,5}[A-Za-z]?)\W*$",
    re.IGNORECASE,
)
AGE_TOLD = re.compile(
    r"\b(?:he|she|they)(?:'s|'re| is| are| just turned| turned) (?:only )?\d{1,2}\b"
    r"(?!\s*(?:[ap]\.?m|:|o'clock))",
    re.IGNORECASE,
)
NAMED_ROOM = re.compile(
    r"^\W*(?:(?:it'?s|in|the)\s+)*(?P<room>(?:villa|suite|bungalow|casita|cabin|"
    r"penthouse)\s+[\w' -]{2,40}|[\w' -]{2,30}\s+(?:villa|suite|bungalow|casita|"
    r"penthouse))\W*$",
    re.IGNORECASE,
)
THINKS = re.compile(
    r"^\W*(?:(?:hmm+|ok(?:ay)?|well)[, ]+)?(?:let (?:me|us) think(?: about it)?|"
    r"(?:one|a) (?:moment|second|minute|sec)(?: please)?|"
    r"give me a (?:moment|minute|second)|i(?:'ll| will) (?:think|ask).{0,30}|"
    r"un momento|un moment|einen moment)\W*$",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"^\W*(?:(?:a )?special request|please note|note(?: for [\w ]{1,30})?|nota|notez|notiz|"
    r"hinweis)"
    r"(?: that)?\s*[:,]\s*(?P<wish>.{2,1000})$",
    re.IGNORECASE | re.DOTALL,
)
REQUEST = re.compile(
    r"(?:special request|please note|note that|by the way|"
    r"btw)[:,]?\s+(?P<wish>.{3,300})|(?P<other>(?:i'?m|we'?re|my \w+ is|she'?s|he'?s|"
    r"i am) (?:a )?(?:vegetarian|vegan|allergic|pregnant|celiac|gluten.free|diabetic|"
    r"in a wheelchair).{0,200})",
    re.IGNORECASE | re.DOTALL,
)
