"""Words of wishes that change something or need a person, in four languages."""

from resortbook.application.chat.builtin.wordlists import any_of

DANGER = any_of(
    r"""
    hurt (?:my|him|her|them)sel(?:f|ves)
    (?:is|am|are|got|been) (?:badly |seriously )?(?:hurt|injured)
    (?:is|am|are|got|been) (?:badly |seriously )?(?:bleeding|drowning|unconscious)
    (?:was|badly|he's|she's|i'm) (?:badly |seriously )?(?:hurt|injured)
    (?:was|badly|he's|she's|i'm) (?:badly |seriously )?(?:bleeding|drowning|unconscious)
    injur(?:y|ed)
    bleeding
    drowning
    unconscious
    not breathing
    ambulance
    emergency
    heart attack
    seizure
    stung by
    broke(?:n)? (?:my|his|her) \w+
    can'?t breathe
    accident
    herid[oa]s?
    sangra(?:ndo)?
    ambulancia
    emergencia
    accidente
    me (?:lastim[eé]|ca[ií])
    se ahoga
    bless[ée]e?s?
    saigne
    urgence
    se noie
    verletzt
    blutet
    krankenwagen
    notfall
    notarzt
    unfall
    ertrinkt
    """
)
NO_DANGER = any_of(
    r"""
    in case of
    what if
    travel insurance
    insurance
    by accident
    """
)
DESK = any_of(
    r"""
    (?:get|give|send|find) (?:me |us )?(?:a |an |some )?(?:real )?(?:person|human|somebody)
    (?:need|want) (?:a |an |some )?(?:real )?(?:person|human|somebody)
    (?:front )?desk
    reception(?:ist)?
    (?:a |real |actual )?human(?: being)?
    (?:real|actual|live) (?:person|human|agent)
    (?:talk|speak|chat) (?:to|with) (?:a |an |the |some)?(?:person|someone|somebody|body)
    (?:talk|speak|chat) (?:to|with) (?:a |an |the |some)?(?:agent|manager)
    (?:talk|speak|chat) (?:to|with) (?:a |an |the |some)?(?:staff|operator|human)
    (?:an? )?agent
    manager
    concierge
    operator
    call me
    representative
    recepci[oó]n
    (?:hablar|habla) con (?:una? |el |la )?(?:persona|alguien|humano|gerente)
    r[ée]ception
    parler (?:à|a|avec) (?:une? |quelqu'un|un )?(?:personne|humain|agent)?
    rezeption
    mitarbeiter(?:in)?
    mit (?:einem |einer )?(?:menschen|person) sprechen
    """
)
WHERE_DESK = any_of(
    r"""
    where(?:'s| is)
    when (?:is|does)
    opening hours
    what time
    d[oó]nde
    o[uù]
    wo ist
    """
)
ANGRY = any_of(
    r"""
    (?:really |so |very )?(?:angry|furious|disgusted|disgusting|outraged)
    worst .{0,20} ever
    (?:this|that|it) is (?:ridiculous|unacceptable|outrageous|a joke|terrible|useless)
    (?:worst|terrible|awful|horrible) (?:service|experience|bot)
    useless (?:bot|thing|app)?
    stupid (?:bot|machine|thing)
    complain(?:t|ing)?
    refund
    furious
    wtf
    what the (?:hell|fuck|heck)
    fuck(?:ing)?
    bullshit
    idiots?
    scam
    inaceptable
    quiero quejarme
    queja
    inadmissible
    r[ée]clamation
    unversch[aä]mt
    beschwer(?:de|en)
    frechheit
    """
)
BACK = any_of(
    r"""
    (?:back to|go on with|continue with|talk to|use) (?:the |you,? )?bot
    bot
    never ?mind the desk
    don'?t need (?:a|the) (?:person|human|desk)(?: any ?more)?
    (?:go on|continue|carry on) (?:here|with you|without (?:them|the desk))
    """
)
CANCEL = any_of(
    r"""
    (?:can'?t|cannot|won'?t|will not|not able to) (?:come|go|join|be there)(?: after all)?
    cancel(?:l?ed|l?ing|lation)?
    call (?:it|that|this) off
    call off
    (?:don'?t) (?:want|need) (?:my|the|that) \w*\s?(?:booking|reservation)
    (?:do not|no longer) (?:want|need) (?:my|the|that) \w*\s?(?:booking|reservation)
    (?:can'?t|cannot) (?:make|be able to make|come to|attend)(?: it| to)?
    (?:won'?t|will not|not going to) (?:make|be able to make|come to|attend)(?: it| to)?
    drop (?:my|the) \w*\s?(?:booking|reservation)
    get rid of (?:my|the)
    anul(?:ar|a|en|e|o)
    cancel(?:ar|a|en|e|o|ando)
    annul(?:er|ez|e|ation)
    stornier(?:en|e|ung|t)?
    absagen
    sag(?:e|en)? .{0,30} ab
    abbestellen
    """
)
NOT_CANCEL = any_of(
    r"""
    (?:don'?t|do not|dont|not|never|no) (?:want to )?(?:cancel|call it off)
    keep (?:it|them|that|my booking|the booking)
    no (?:lo |la )?cancel(?:es|ar|e|en)?
    n'annul(?:ez|e)(?: pas)?
    ne (?:l')?annul(?:ez|e) pas
    nicht (?:stornieren|absagen)
    doch nicht (?:stornieren|absagen)
    """
)
CANCEL_POLICY = any_of(
    r"""
    cancel+ation (?:policy|fee|rule|deadline|terms)s?
    (?:can|could|may) (?:i|we) (?:still )?cancel .{0,40}(?:later|if|until|free|after)
    until when .{0,20}cancel
    how (?:late|long) .{0,20}cancel
    what (?:happens )?if (?:i|we) (?:need to |have to )?cancel
    free cancel+ation
    politique d'annulation
    pol[ií]tica de cancelaci[oó]n
    stornobedingungen
    kostenlos stornieren
    """
)
EVERYTHING = any_of(
    r"""
    all (?:of )?(?:my|the|them|our|it|bookings)
    everything
    both(?: of them)?
    all
    tod[oa]s?
    tout(?:es)?
    alle(?:s)?
    beide
    """
)
