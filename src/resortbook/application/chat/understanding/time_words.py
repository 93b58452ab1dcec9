"""Words of four languages for days, clocks and parts of the day."""

from enum import Enum, auto

from resortbook.application.chat.understanding.numbers import CARDINALS, ORDINALS, Words


class Kind(Enum):
    """What a word says about time."""

    NUMBER = auto()
    ORDINAL = auto()
    WEEKDAY = auto()  # 0 is Monday
    MONTH = auto()
    DAY_FROM_TODAY = auto()
    PART = auto()  # an index into the parts of the day
    TONIGHT = auto()
    NOON = auto()  # the hour
    HALF_OF_DAY = auto()  # 0 a.m., 12 p.m.
    HOUR_MARK = auto()
    HALF = auto()
    QUARTER = auto()
    PAST = auto()
    TO = auto()
    MINUTE_UNIT = auto()  # minutes
    DAY_UNIT = auto()  # days
    MONTH_UNIT = auto()  # months
    WEEK = auto()
    WEEKEND = auto()
    NEXT = auto()  # 1; 0 where it may be the coming one as well
    THIS = auto()
    LAST = auto()
    IN = auto()
    LATER = auto()
    AGO = auto()
    AFTER = auto()
    BEFORE = auto()
    UNTIL = auto()
    BETWEEN = auto()
    AND = auto()
    OR = auto()
    AT = auto()
    ON = auto()
    OF = auto()
    INSIDE = auto()  # joins a part of the day to what is before it
    ABOUT = auto()
    HOLIDAY = auto()
    END_OF = auto()


_DAYS = {
    "en": "monday mon mondays|tuesday tue tues tuesdays|wednesday wed weds wednesdays|"
    "thursday thu thur thurs thursdays|friday fri fridays|saturday sat saturdays|"
    "sunday sun sundays",
    "es": "lunes lun lu|martes mar ma|miercoles mie mier mi|jueves jue ju|viernes vie vi|"
    "sabado sab sa|domingo dom do",
    "fr": "lundi lun|mardi mar|mercredi mer|jeudi jeu|vendredi ven|samedi sam|dimanche dim",
    "de": "montag mo montags|dienstag di die dienstags|mittwoch mi mittwochs|"
    "donnerstag do don donnerstags|freitag fr freitags|"
    "samstag sa sonnabend samstags|sonntag so sonntags",
}
_MONTHS = {
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
    "september sept sep|october oct|november nov|december dec",
    "es": "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|"
    "septiembre setiembre sept sep|octubre oct|noviembre nov|diciembre dic",
    "fr": "janvier janv jan|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|"
    "septembre sept sep|octobre oct|novembre nov|decembre dec",
    "de": "januar jan janner|februar feb feber|marz maerz mrz|april apr|mai|juni jun|juli jul|"
    "august aug|september sept sep|oktober okt|november nov|dezember dez",
}
# kind name, value, words; several words are divided by commas
_ROWS = {
    "en": """
DAY_FROM_TODAY 0 today,2day,todays
DAY_FROM_TODAY 1 tomorrow,next day,following day,tomorrows,tmrw,tmr,tmrrw,2morrow,2moro,tomoz,tom,tommorow,tommorrow,tomorow
DAY_FROM_TODAY 2 day after tomorrow,day after tmrw,overmorrow
DAY_FROM_TODAY -1 yesterday
DAY_FROM_TODAY -2 day before yesterday
NUMBER 1 a,an
NUMBER 2 couple,a couple,couple of,a couple of
NUMBER 3 few,a few
TONIGHT 4 tonight,tonite,2nite,2night
PART 0 morning,mornings,morn,breakfast,early morning
PART 1 lunch,lunchtime,lunch time
PART 2 afternoon,afternoons,arvo,after noon,aft
PART 3 evening,evenings,eve,dinner,dinnertime,sunset,late evening
PART 4 night,nights,nighttime
NOON 10 mid morning,midmorning
NOON 15 mid afternoon,midafternoon
NOON 12 noon,midday,noonish,mid day
NOON 0 midnight,mid night
HALF_OF_DAY 0 am
HALF_OF_DAY 12 pm
HOUR_MARK 0 o clock,oclock,hrs,h
HALF 0 half
QUARTER 15 quarter,a quarter
PAST 0 past,after,gone
TO 0 to,til,till,before
MINUTE_UNIT 1 minute,minutes,min,mins
MINUTE_UNIT 60 hour,hours,hr,hrs,h
DAY_UNIT 1 day,days
DAY_UNIT 7 week,weeks
DAY_UNIT 14 fortnight,fortnights
MONTH_UNIT 1 month,months
MONTH_UNIT 12 year,years
WEEK 0 week
WEEKEND 0 weekend,week end
NEXT 1 next,nxt,following
NEXT 0 coming,upcoming
THIS 0 this,current
LAST 0 last
IN 0 in,within
LATER 0 later,from now,hence,from today,from
AGO 0 ago
AFTER 0 after,past,later than,no earlier than,not before,from,since,starting
BEFORE 0 before,earlier than,no later than,by,not after
UNTIL 0 until,till,til,to,through,thru
BETWEEN 0 between,from
AND 0 and
OR 0 or
AT 0 at,at about,around,about,circa,by
ON 0 on,the
OF 0 of
INSIDE 0 in,in the,at,on,during,for,of,of the,in early,early,late,that
ABOUT 0 about,around,approximately,roughly,approx,like,say,exactly
HOLIDAY 1 christmas,christmas day,xmas,xmas day
HOLIDAY 2 christmas eve
HOLIDAY 3 new year,new years,new years day,new year s day
HOLIDAY 4 new years eve,new year s eve,new year eve
HOLIDAY 5 easter,easter sunday
HOLIDAY 6 easter monday
HOLIDAY 7 good friday
HOLIDAY 8 valentines,valentines day,valentine s day
HOLIDAY 9 halloween
HOLIDAY 10 boxing day
HOLIDAY 16 saint patrick,st patricks day,saint patricks day,st patrick
END_OF 0 end of the,end of
""",
    "es": """
DAY_FROM_TODAY 0 hoy
DAY_FROM_TODAY 1 manana,dia siguiente,proximo dia,siguiente dia
DAY_FROM_TODAY 2 pasado manana,dia despues de manana
DAY_FROM_TODAY -1 ayer
DAY_FROM_TODAY -2 anteayer,antier,antes de ayer
PART 0 manana,mananas,mananita,madrugada,desayuno
PART 1 almuerzo,comida
PART 2 tarde,tardes
PART 3 atardecer,cena,anochecer
PART 4 noche,noches
NOON 12 mediodia,medio dia
NOON 0 medianoche,media noche
HALF_OF_DAY 0 am
HALF_OF_DAY 12 pm
HOUR_MARK 0 h,hs,hrs,horas,hora,en punto
HALF 0 media
QUARTER 15 cuarto
PAST 0 y,pasadas,pasadas las,con
TO 0 menos,para las,para la
MINUTE_UNIT 1 minuto,minutos,min
MINUTE_UNIT 60 hora,horas
DAY_UNIT 1 dia,dias
DAY_UNIT 7 semana,semanas
MONTH_UNIT 1 mes,meses
MONTH_UNIT 12 ano,anos
WEEK 0 semana
WEEKEND 0 fin de semana,finde
NEXT 1 proximo,proxima,siguiente,que viene,que entra,proximos,prox
THIS 0 este,esta,estos
LAST 0 ultimo,pasado,ultima,pasada
IN 0 en,dentro de
LATER 0 despues,mas tarde,a partir de hoy,desde hoy,a partir de
AGO 0 hace
AFTER 0 despues de,despues del,a partir de,desde,tras,despues de las,a partir de las,desde las
BEFORE 0 antes de,antes del,antes de las,antes de la
UNTIL 0 hasta,a,al,hasta el,hasta las
BETWEEN 0 entre,desde,de,del,entre las,entre el,de las,desde el,desde las
AND 0 y,e
OR 0 o,u
AT 0 a las,a la,a,las,la,para las,sobre las,hacia las,al las,alrededor de las,tipo
ON 0 el,los,dia,para el,al
OF 0 de,del
INSIDE 0 de,de la,por la,en la,en el,a la,por,la,al,por el
ABOUT 0 sobre,aproximadamente,como,cerca de,alrededor de,hacia
HOLIDAY 1 navidad,dia de navidad
HOLIDAY 2 nochebuena
HOLIDAY 3 ano nuevo
HOLIDAY 4 nochevieja,fin de ano
HOLIDAY 5 pascua,domingo de pascua
HOLIDAY 7 viernes santo
HOLIDAY 8 san valentin
HOLIDAY 16 san patricio,dia de san patricio
HOLIDAY 11 dia del trabajador,dia del trabajo
END_OF 0 fin de,fin del,final de,final del,finalizar el
""",
    "fr": """
DAY_FROM_TODAY 0 aujourd hui,aujourdhui,ajd,auj
DAY_FROM_TODAY 1 demain,lendemain,jour suivant,jour d apres
DAY_FROM_TODAY 2 apres demain,apresdemain
DAY_FROM_TODAY -1 hier
DAY_FROM_TODAY -2 avant hier
TONIGHT 3 ce soir
PART 0 matin,matinee,mat,matins
PART 1 dejeuner,l heure du dejeuner
PART 2 apres midi,apresmidi,aprem,apres m
PART 3 soir,soiree,diner
PART 4 nuit
NOON 12 midi,milieu de jour,milieu de midi
NOON 10 milieu de matinee,milieu de la matinee
NOON 14 milieu d apres midi,milieu de l apres midi
NOON 0 minuit
HALF_OF_DAY 0 am
HALF_OF_DAY 12 pm
HOUR_MARK 0 h,heure,heures,hr
HALF 0 demi,demie
QUARTER 15 quart,le quart,un quart
QUARTER 45 trois quarts,trois quart
PAST 0 et,passe de
TO 0 moins
MINUTE_UNIT 1 minute,minutes,min
MINUTE_UNIT 60 heure,heures,h
DAY_UNIT 1 jour,jours
DAY_UNIT 7 semaine,semaines
MONTH_UNIT 1 mois
MONTH_UNIT 12 an,ans,annee,annees
WEEK 0 semaine
WEEKEND 0 week end,weekend,we
NEXT 0 prochain,prochaine,prochains
NEXT 1 suivant,suivante,d apres,qui vient
THIS 0 ce,cet,cette
LAST 0 dernier,derniere,passe
IN 0 dans,d ici,en
LATER 0 plus tard,apres,a partir d aujourd hui
AGO 0 il y a
AFTER 0 apres,a partir de,des,depuis,a partir du,apres le
BEFORE 0 avant,avant le
UNTIL 0 jusqu a,jusqu au,a,au,jusque
BETWEEN 0 entre,de,du,entre le
AND 0 et
OR 0 ou
AT 0 a,vers,vers les,pour,autour de,aux alentours de,peu pres,a peu pres,environ
ON 0 le,pour le,sur,sur la,au,du
OF 0 de,du,d
INSIDE 0 de,du,de la,dans,dans la,dans l,en,l,le,de l,au,en fin de,en fin d,la,dans le
ABOUT 0 environ,vers,autour de,aux alentours de,peu pres,a peu pres,aux environs de
HOLIDAY 1 noel,jour de noel
HOLIDAY 2 reveillon de noel,veille de noel
HOLIDAY 3 nouvel an,jour de l an
HOLIDAY 4 saint sylvestre,reveillon
HOLIDAY 5 paques
HOLIDAY 6 lundi de paques
HOLIDAY 8 saint valentin
HOLIDAY 12 toussaint,la toussaint
END_OF 0 fin de,la fin de,la fin,fin
""",
    "de": """
DAY_FROM_TODAY 0 heute
DAY_FROM_TODAY 1 morgen
DAY_FROM_TODAY 2 ubermorgen,uebermorgen
DAY_FROM_TODAY -1 gestern
DAY_FROM_TODAY -2 vorgestern
PART 0 morgen,morgens,fruh,frueh,vormittag,vormittags,in der fruh,in der fruhe,morgends
PART 1 mittag,mittags
PART 2 nachmittag,nachmittags
PART 3 abend,abends,spatabend
PART 4 nacht,nachts
NOON 0 mitternacht
HALF_OF_DAY 0 am
HALF_OF_DAY 12 pm
HOUR_MARK 0 uhr,h
HALF 0 halb
QUARTER 15 viertel
QUARTER 45 dreiviertel
PAST 0 nach,und
TO 0 vor
MINUTE_UNIT 1 minute,minuten,min
MINUTE_UNIT 60 stunde,stunden,std
DAY_UNIT 1 tag,tage,tagen
DAY_UNIT 7 woche,wochen
MONTH_UNIT 1 monat,monate,monaten
MONTH_UNIT 12 jahr,jahre,jahren
WEEK 0 woche
WEEKEND 0 wochenende,woe
NEXT 0 nachste,nachsten,nachster,nachstes,nachstem,kommende,kommenden,kommender,kommendes,naechste,naechsten,naechster,naechstes
THIS 0 diese,diesen,dieser,dieses,diesem
LAST 0 letzte,letzten,letzter,letztes,vorige,vorigen
IN 0 in,innerhalb von
LATER 0 spater,spaeter,von jetzt an,ab jetzt,ab heute
AGO 0 vor
AFTER 0 nach,ab,fruhestens,von
BEFORE 0 vor,spatestens,bis
UNTIL 0 bis,bis zum
BETWEEN 0 zwischen,von,vom
AND 0 und
OR 0 oder
AT 0 um,gegen,so gegen,so um,circa,ca,ungefahr,ungefaehr,etwa,so,auf,so circa um,um circa,um ca,um ungefahr,so ungefahr um,punktlich um,ab
ON 0 am,den,der,zum,dem
OF 0 des,im,in,der,den,dem
INSIDE 0 am,in der,des,im,in,zu,zum
ABOUT 0 circa,ca,ungefahr,etwa,so
HOLIDAY 1 weihnachten,weihnachtstag
HOLIDAY 2 heiligabend,heilig abend
HOLIDAY 3 neujahr
HOLIDAY 4 silvester
HOLIDAY 5 ostern,ostersonntag
HOLIDAY 6 ostermontag
HOLIDAY 7 karfreitag
HOLIDAY 13 pfingsten,pfingstsonntag
HOLIDAY 14 karsamstag
HOLIDAY 15 palmsonntag
HOLIDAY 8 valentinstag
END_OF 0 ende des,ende der,ende
""",
}

Senses = dict[Kind, int]
Lexicon = dict[Words, Senses]


def _lexicon(language: str) -> Lexicon:
    words: Lexicon = {}
    tables = (
        (Kind.NUMBER, CARDINALS[language]),
        (Kind.ORDINAL, ORDINALS[language]),
        (Kind.WEEKDAY, _numbered(_DAYS[language], first=0)),
        (Kind.MONTH, _numbered(_MONTHS[language], first=1)),
    )
    for kind, table in tables:
        for phrase, value in table.items():
            words.setdefault(phrase, {})[kind] = value
    for line in _ROWS[language].strip().splitlines():
        name, value_text, phrases = line.split(" ", 2)
        for listed in phrases.split(","):
            words.setdefault(tuple(listed.split()), {})[Kind[name]] = int(value_text)
    return words


def _numbered(rows: str, *, first: int) -> dict[Words, int]:
    return {
        (word,): value
        for value, names in enumerate(rows.split("|"), start=first)
        for word in names.split()
    }


LEXICONS: dict[str, Lexicon] = {language: _lexicon(language) for language in _ROWS}
LONGEST_PHRASE = max(len(phrase) for words in LEXICONS.values() for phrase in words)
