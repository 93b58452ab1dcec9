"""Other words for what resorts offer, in four languages, and words that tell nothing apart."""

from resortbook.domain.words import words_of

# The words of a catalogue's name, then what else guests call it.
_OTHER_NAMES = """
jet ski: jet ski, jetski, jet sky, jetsky, moto de agua, motos de agua, moto acuatica, motos acuaticas, scooter des mers, moto marine, jetboot, wassermotorrad, waverunner, seadoo, jet skier
parasail: parasailing, para sailing, parachute, paracaidas, parachute ascensionnel, gleitschirm, parasail
snorkel: snorkeling, snorkelling, snorkle, snorkling, snorkel, esnorquel, esnorkel, schnorcheln, schnorchel, plongee avec tuba, pmt, masque et tuba, buceo con tubo
scuba: scuba, scuba diving, diving, dive, dives, buceo, bucear, plongee, plonger, tauchen, tauchkurs, plongee sous marine
dive: scuba, scuba diving, diving, buceo, bucear, plongee, plonger, tauchen
kayak: kayak, kayaking, kayaks, kajak, canoe, canoeing, kayac, kayaquismo
paddle: paddle, paddleboard, paddle board, sup, stand up paddle, paddle surf, stehpaddeln
paddleboard: paddle, paddle board, sup, stand up paddle, stand up paddleboard, paddle surf, stehpaddeln
surf: surf, surfing, surfen, surfear
catamaran: catamaran, catamaran cruise, katamaran, velero, voilier, sailing, sail, segeln, boat cruise
yacht: yacht, yate, private boat, boat charter, jacht
boat: boat, barco, bateau, boot, boot fahren, lancha
cruise: cruise, crucero, croisiere, kreuzfahrt
fish: fishing, fish, pesca, pescar, peche, angeln
dolphin: dolphin, dolphins, delfin, delfines, dauphin, dauphins, delfine, delphine
turtle: turtle, turtles, tortuga, tortugas, tortue, tortues, schildkrote, schildkroten
whale: whale, whales, ballena, ballenas, baleine, baleines, wale
flamingo: flamingo, flamingos, flamenco, flamencos, flamant, flamants, flamant rose
horse: horse, horses, horse riding, horseback, horseback riding, horse back riding, caballo, caballos, montar a caballo, cheval, equitation, reiten, pferd, pferde, ausritt
massage: massage, massages, masaje, masajes, massagen, rub down, back rub
spa: facial, sauna, tratamiento, soin, soins, behandlung
yoga: yoga, joga
meditate: meditation, meditacion, meditation
cook: cooking, cook, cooking class, cocina, clase de cocina, cuisine, cours de cuisine, kochen, kochkurs
ceviche: ceviche, cebiche, cooking class, clase de cocina, cours de cuisine, kochkurs
wine: wine, wines, wine tasting, vino, vinos, cata de vinos, vin, degustation de vin, wein, weinprobe
barbecue: barbecue, bbq, barbeque, grill, barbacoa, asado, grillen, grillabend, barbecues
bbq: barbecue, bbq, barbeque, barbacoa, grillen
dinner: dinner, romantic dinner, cena, cena romantica, diner, abendessen
moonlight: romantic dinner, candlelight dinner, candle light dinner, cena romantica, diner romantique
breakfast: breakfast, desayuno, petit dejeuner, fruhstuck
tennis: tennis, tenis, tennis lesson, tennisstunde
padel: padel, paddle tennis, padel tennis
golf: golf, golfen, minigolf
stargaz: stargazing, star gazing, stars, astronomy, estrellas, astronomia, etoiles, sterne
salsa: salsa, dancing, dance, dance class, baile, bailar, danse, danser, tanzen, tanzkurs
tile: tile painting, painting, pintura, peinture, malen, ceramics, pottery
pinata: pinata, pinatas, pinata making
treasure: treasure hunt, treasure, busqueda del tesoro, chasse au tresor, schatzsuche, pirates, pirate
temazcal: temazcal, temezcal, sweat lodge, steam bath
cenote: cenote, cenotes, cenote swim
chichen itza: chichen itza, chichen, chichenitza, mayan ruins, pyramid, pyramids, ruinas, piramide, ruines, ruinen
sunrise: sunrise, amanecer, lever du soleil, sonnenaufgang
sunset: sunset, atardecer, puesta de sol, coucher de soleil, sonnenuntergang
mangrove: mangrove, mangroves, manglar, manglares
hop: island hopping, islands
zip: zipline, zip line, ziplining, tirolesa, tyrolienne
hike: hike, hiking, senderismo, caminata, randonnee, wandern, wanderung
bike: bike, bikes, biking, cycling, bicicleta, velo, fahrrad, radtour
kid club: kids club, kid club, club infantil, club enfants, kinderclub
sound: sound bath, sound healing, singing bowls, klangbad
cacao: cacao, chocolate, body scrub, scrub
facial: facial, facials
"""
_CATEGORIES = """
watersports: watersport, watersports, water sports, water sport, water activities, water activity, on the water, in the water, deportes acuaticos, actividades acuaticas, en el agua, acuatico, acuaticas, sports nautiques, sport nautique, activites nautiques, nautique, wassersport, wassersportarten, im wasser
tours: tour, tours, excursion, excursions, excursiones, sightseeing, trips, day trip, ausflug, ausfluge, visite, visites, visita, guided tour
dining: dining, food, culinary, gastronomy, foodie, eat out, comida, gastronomia, cenas, manger, gastronomie, essen, kulinarik, tastings
spa: spa, spas, treatment, treatments, pamper, pampering, relaxing treatment, bien etre, wellnessbehandlung
wellness: wellness, bienestar, relaxation, mindfulness, entspannung
kids: kids activities, for kids, for the kids, for children, for the children, family activities, child friendly, kid friendly, para ninos, para los ninos, pour les enfants, pour enfants, fur kinder, kids stuff, for toddlers
sports: sport, sports, deporte, deportes, fitness, workout
culture: culture, cultural, arts, art, crafts, cultura, kultur, cultural activities
nature: nature, wildlife, animals, naturaleza, natur, faune
adventure: adventure, adventures, adrenaline, thrill, aventura, aventuras, aventure, aventures, abenteuer, action
"""
# They stand in many names and sentences: alone they name nothing.
GENERIC = frozenset(
    words_of(
        """tour tours class classes lesson lessons course ride rides trip trips session sessions
        experience adventure day days half full private shared hour hours beginner beginners
        morning afternoon evening night sunset sunrise dawn dusk beach island islands bay ocean sea
        lagoon reef pool garden family kids kid children couple couples two for at the of and with
        by on in to a an la el los las de del le les der die das und y et over our your first
        discover discovery open water sports club court coaching workshop ceremony walk swim
        body ritual hunt little ones welcome group guided village market table camp teen circle
        hot warm deep stone bottom glass up stand azul village terrace evening kitchen"""
    )
)
# Never taken for a slip of the pen in a catalogue's word.
COMMON = frozenset(
    words_of(
        """about after again ahead alone along also always another around asked available away back
        before being below best better between bring called change check class close could couple
        course daily decide didn't doing early either email enjoy enough every everyone example
        extra family first flight friend friends from front girls glass great group guess happy
        having hello house hotel hours included inside instead kinds known later learn leave level
        light little looking lunch maybe meant meeting might minutes money month morning moved
        never night nothing number often onto option order other party people phone place plane
        please point price prices public question quick quite ready really reach right river room
        rooms round saturday second shall share shirt shoes short shower since sleep small someone
        something sorry sound sounds south spend spent start started still store story street
        suggest sunday sunny super table taken taste thank thanks their them then there these thing
        things think third those three through tickets time times today together tomorrow tonight
        towel town train travel tried tries trying under until using very visit wait walking wants
        watch water weather wedding week where which while white whole whose within without woman
        women wonder words working world worth would write wrong years young your house sails"""
    )
)


def stem(word: str) -> str:
    """Return the word without endings: skiing and skis are `ski`, diving and dive `div`."""
    if len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    return word


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words, in order."""
    return tuple(stem(word) for word in words_of(text))


def _table(rows: str) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    table: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row in rows.strip().splitlines():
        meant, others = row.split(": ", 1)
        for other in others.split(", "):
            key, value = stems_of(other), stems_of(meant)
            if value not in table.setdefault(key, []):
                table[key].append(value)
    return table


OTHER_NAMES = _table(_OTHER_NAMES)
CATEGORY_WORDS = _table(_CATEGORIES)
LONGEST_NAME = 4
