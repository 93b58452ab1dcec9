"""Words that tell what a question about an activity is after, in four languages."""

from resortbook.application.chat.builtin.wordlists import any_of
from resortbook.application.chat.builtin.words_of_acts import CANCEL_POLICY
from resortbook.application.chat.topics import Topic

TOPICS = {
    Topic.WHEN: any_of(
        r"""
        (?:what time|when) (?:does|do|is|will) (?:it|that|this|we)
        when do (?:i|we) (?:need to |have to )?(?:be there|arrive|leave|start)
        a qu[eé] hora (?:empieza|es|sale)
        [àa] quelle heure (?:commence|est|part)
        wann (?:f[äa]ngt|beginnt|geht|ist) (?:es|das)
        um wie viel uhr (?:f[äa]ngt|beginnt|ist) (?:es|das)
        """
    ),
    Topic.PRICE: any_of(
        r"""
        how much
        price[sd]?
        cost[s]?
        fee
        rate[s]?
        expensive
        charge
        cu[aá]nto (?:cuesta|vale|es)
        precios?
        combien
        prix
        tarifs?
        wie ?viel kostet
        was kostet
        kosten
        preis(?:e)?
        """
    ),
    Topic.DURATION: any_of(
        r"""
        how long
        duration
        last[s]?
        cu[aá]nto (?:dura|tiempo)
        dura(?:ci[oó]n)?
        combien de temps
        dur[ée]e
        dure
        wie lange
        dauert?
        dauer
        """
    ),
    Topic.PLACE: any_of(
        r"""
        where
        meet(?:ing)? (?:point|place|us|you)?
        location
        address
        how do (?:i|we) get there
        d[oó]nde
        punto de encuentro
        o[uù]
        lieu
        wo
        treffpunkt
        """
    ),
    Topic.BRING: any_of(
        r"""
        bring(?! (?:my|our|a|an|the) (?:\w+ )?(?:kid|child|son|daughter|\d))
        wear
        need to (?:bring|wear|take)
        towels?
        what (?:do|should) (?:i|we) (?:bring|wear|need|pack)
        llevar
        traer
        apporter
        amener
        mitbringen
        anziehen
        """
    ),
    Topic.RULES: any_of(
        r"""
        how old
        age
        ages
        min(?:imum)?
        (?:kids?|child(?:ren)?|toddler|baby|teen\w*) (?:allowed|ok|welcome|come|join)
        (?:suitable|safe|ok(?:ay)?|good|allowed) for
        (?:bring|take) (?:my|our|a|an|the) (?:\w+ )?(?:kids?|child(?:ren)?|son|daughter|\d+)
        can (?:my|a|an|our) (?:\w+ )?(?:kid|child|son|daughter|baby|\d+)
        licen[cs]e
        experience
        swim
        beginners?
        weight
        requirements?
        edad
        ni[ñn]os
        [âa]ge
        enfants?
        ab welchem alter
        wie alt
        kinder
        f[üu]hrerschein
        """
    ),
    Topic.HEALTH: any_of(
        r"""
        pregnan(?:t|cy)
        allerg(?:y|ic|ies)
        intoleran(?:t|ce)
        gluten
        lactose
        (?:shell)?fish allergy
        c(?:o)?eliac
        vegans?
        vegetarians?
        halal
        kosher
        wheel ?chair
        disab(?:led|ility)
        asthma
        epilep(?:sy|tic)
        diabet(?:es|ic)
        (?:bad |weak )(?:back|knee|heart)
        heart (?:condition|problem|disease)
        surgery
        medical(?:ly)?
        al[eé]rgic[oa]s?
        alergias?
        embarazadas?
        cel[ií]ac[oa]s?
        silla de ruedas
        allergi(?:e|es|que|ques)
        enceinte
        fauteuil roulant
        allergien
        allergisch
        schwanger
        rollstuhl
        """
    ),
    Topic.CANCELLING: CANCEL_POLICY,
    Topic.ALL: any_of(
        r"""
        tell me (?:more )?about
        what is
        what's
        describe
        more (?:info|information|details)
        details
        information
        includes?d?
        h[aá]blame de
        qu[eé] es
        c'est quoi
        parlez-moi
        was ist
        erz[äa]hl
        """
    ),
}
