"""The words of which a polite sentence may be made, none of which can claim anything."""

from resortbook.application.chat.understanding.vocabulary import words_in

POLITE = words_in(
    # English
    "hi hello hey there good great lovely nice wonderful warm welcome youre you are very so "
    "most thank thanks thankyou a lot much many my our pleasure its it was been glad happy "
    "to help of and the your always any anytime no problem worries at all enjoy have fun "
    "day evening morning afternoon night stay holiday holidays vacation trip bye goodbye "
    "see soon later take care cheers dear kind sweet "
    # Spanish
    "hola buenos buenas buen buena dias dia tardes tarde noches noche bienvenido bienvenida "
    "bienvenidos gracias muchas muy amable de nada con gusto mucho un una el la placer es "
    "ha sido por favor que disfrute disfrutes disfruten su tu sus vacaciones estancia "
    "estadia hay no te se preocupe preocupes encantado encantada adios hasta luego pronto "
    "feliz lindo linda lo pase pases pasen bien igualmente saludos "
    # French
    "bonjour bonsoir salut bienvenue merci beaucoup bonne bon journee soiree nuit sejour "
    "vacances avec plaisir je vous en prie rien il ny pas quoi tout le les votre vos ravi "
    "ravie tres au revoir bientot profitez bien amusez souhaite heureux heureuse "
    # German
    "hallo guten gute tag abend nacht willkommen herzlich herzlichen danke dank vielen "
    "schon schones schonen sehr gern gerne geschehen bitte viel vergnugen spass ihnen dir "
    "euch ihren ihr einen eine ein aufenthalt urlaub wunsche wunschen freut mich uns keine "
    "ursache bis bald tschuss auf wiedersehen liebe grusse freue und "
    # Italian, Portuguese, Dutch
    "ciao buongiorno buonasera buona buone giornata serata vacanze grazie mille prego "
    "piacere benvenuti benvenuto benvenuta arrivederci presto figurati si figuri ola bom "
    "boa dia noite tarde obrigado obrigada muito bem vindo vinda vindos prazer aproveite "
    "ferias ate logo por dag goedemorgen goedemiddag goedenavond welkom dank je wel u graag "
    "gedaan veel plezier fijne prettige avond vakantie tot ziens "
)

WHOLE = frozenset(
    [
        "Guten Morgen",
        "どういたしまして",  # Japanese: you're welcome
        "こんにちは",  # hello
        "不客气",  # Chinese: you're welcome
        "你好",  # hello
        "пожалуйста",  # Russian: you're welcome
        "Здравствуйте",  # hello
        "천만에요",  # Korean: you're welcome
        "안녕하세요",  # hello
        "عفوا",  # Arabic: you're welcome
        "مرحبا",  # hello
    ]
)
"""Sentences that may be said as they are, in scripts of which no words are listed."""
