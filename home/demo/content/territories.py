"""Les dix-huit régions et vingt-six territoires labellisés.

Vallée de la Marne, vingt-septième territoire, n’a pas de page : sa région n’est pas vérifiée.
Le classement des défis (social, environnemental, citoyen) n’est sourcé que pour
Aix-Marseille-Provence ; ailleurs, il suit la nature du défi.
"""

# Villes principales : code du Code officiel géographique (INSEE), latitude et longitude du centre.
SEATS = {
    "Marseille": ("13055", "43.2965", "5.3698"),
    "Grasse": ("06069", "43.6588", "6.9243"),
    "Clermont-Ferrand": ("63113", "45.7772", "3.0870"),
    "Lyon": ("69123", "45.7640", "4.8357"),
    "Valence": ("26362", "44.9334", "4.8924"),
    "Nantes": ("44109", "47.2184", "-1.5536"),
    "Le Mans": ("72181", "48.0061", "0.1996"),
    "Figeac": ("46102", "44.6087", "2.0319"),
    "Romainville": ("93063", "48.8847", "2.4353"),
    "Roissy-en-France": ("95527", "49.0040", "2.5165"),
    "Saint-Denis": ("93066", "48.9362", "2.3574"),
    "Roubaix": ("59512", "50.6942", "3.1746"),
    "Montreuil-sur-Mer": ("62588", "50.4637", "1.7635"),
    "Strasbourg": ("67482", "48.5734", "7.7521"),
    "Lons-le-Saunier": ("39300", "46.6748", "5.5532"),
    "Mamoudzou": ("97611", "-12.7806", "45.2278"),
    "Rennes": ("35238", "48.1173", "-1.6778"),
    "Rouen": ("76540", "49.4432", "1.0993"),
    "Bordeaux": ("33063", "44.8378", "-0.5792"),
    "Toulouse": ("31555", "43.6047", "1.4442"),
    "Narbonne": ("11262", "43.1843", "3.0031"),
    "Montpellier": ("34172", "43.6108", "3.8767"),
    "Grenoble": ("38185", "45.1885", "5.7245"),
    "Chambéry": ("73065", "45.5646", "5.9178"),
    "Annemasse": ("74012", "46.1934", "6.2342"),
    "Poitiers": ("86194", "46.5802", "0.3404"),
}

REGIONS = [
    {
        "code": "84",
        "slug": "auvergne-rhone-alpes",
        "name": "Auvergne-Rhône-Alpes",
        "iso": "FR-ARA",
        "seat": "Lyon",
        "summary": (
            "Six territoires labellisés, répartis entre les deux vagues de 2019, et deux pionniers "
            "établis sur place : Grap et Messidor."
        ),
        "body": [
            ("heading", {"text": "Six territoires, deux vagues", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Clermont-Ferrand, Lyon et Valence-Romans ont été labellisés en février "
                    "2019. Grenoble-Alpes Métropole, Grand Chambéry et le Genevois InnoVales les "
                    "ont rejoints en décembre. C’est aussi à Romans, dans la Drôme, que l’<a "
                    'data-page="call:territoires-french-impact">appel à manifestation d’intérêt '
                    "Territoires</a> a été ouvert le 3 juillet 2018. Deux pionniers ont leur base "
                    'dans la région : <a data-page="pioneer:grap">Grap</a>, pour l’alimentation '
                    'biologique et locale, et <a data-page="pioneer:messidor">Messidor</a>, pour '
                    "l’emploi des personnes en situation de handicap psychique.</p>"
                ),
            ),
        ],
    },
    {
        "code": "27",
        "slug": "bourgogne-franche-comte",
        "name": "Bourgogne-Franche-Comté",
        "iso": "FR-BFC",
        "seat": "Dijon",
        "summary": (
            "Le Territoire Lédonien – Cluster’Jura représente la région dans la première vague de "
            "labels, annoncée en février 2019."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Parmi les territoires de Bourgogne-Franche-Comté, c’est le pays de "
                    "Lons-le-Saunier qui a répondu avec succès au premier appel. Le <a "
                    'data-page="territory:territoire-ledonien">Territoire Lédonien – '
                    "Cluster’Jura</a> montre que le label n’est pas réservé aux métropoles. L’<a "
                    'data-page="call:territoires-french-impact">appel à manifestation '
                    "d’intérêt</a> étant permanent, d’autres collectifs de la région peuvent "
                    "préparer un dossier.</p>"
                ),
            ),
        ],
    },
    {
        "code": "53",
        "slug": "bretagne",
        "name": "Bretagne",
        "iso": "FR-BRE",
        "seat": "Rennes",
        "summary": (
            "En Bretagne, le label a été attribué à l’échelle de la région entière, parmi les "
            "vingt premiers territoires."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Trois régions figurent, en tant que telles, dans la liste de février "
                    "2019 : la Bretagne, la <a "
                    'data-page="territory:normandie-territoire">Normandie</a> et la <a '
                    'data-page="territory:nouvelle-aquitaine-territoire">Nouvelle-Aquitaine</a>. '
                    'La <a data-page="territory:bretagne-territoire">page du territoire breton</a> '
                    "présente ce label. Cette échelle large demande une gouvernance claire, l’un "
                    "des critères examinés dans chaque candidature.</p>"
                ),
            ),
        ],
    },
    {
        "code": "24",
        "slug": "centre-val-de-loire",
        "name": "Centre-Val de Loire",
        "iso": "FR-CVL",
        "seat": "Orléans",
        "summary": (
            "Aucun territoire du Centre-Val de Loire ne figure sur ce site à ce jour. L’appel "
            "permanent reste la voie d’entrée pour un collectif local."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Un territoire candidat définit d’abord un périmètre pertinent, puis réunit "
                    "associations, entreprises et collectivités autour de trois défis. D’Orléans "
                    "aux communes rurales de la région, ce travail peut s’engager sans attendre "
                    'une date : l’<a data-page="call:territoires-french-impact">appel à '
                    "manifestation d’intérêt</a> ouvert en juillet 2018 n’a pas de terme. La page "
                    '<a data-page="fonctionnement">Comment ça marche</a> en rappelle les '
                    "critères.</p>"
                ),
            ),
        ],
    },
    {
        "code": "94",
        "slug": "corse",
        "name": "Corse",
        "iso": "FR-20R",
        "seat": "Ajaccio",
        "summary": (
            "Collectivité à statut particulier, la Corse n’a pas de territoire présenté ici. "
            "L’insularité peut nourrir une candidature."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Le programme s’adresse à toutes les régions, îles comprises. Déplacements, "
                    "gestion des déchets, approvisionnement : ces questions se posent autrement "
                    "dans une île, et les réponses trouvées peuvent servir ailleurs. <a "
                    'data-page="territory:mayotte">Mayotte</a>, autre territoire insulaire, a '
                    "ainsi retenu l’économie circulaire parmi ses défis.</p>"
                ),
            ),
        ],
    },
    {
        "code": "44",
        "slug": "grand-est",
        "name": "Grand Est",
        "iso": "FR-GES",
        "seat": "Strasbourg",
        "summary": (
            "À Strasbourg se croisent un territoire labellisé en février 2019 et un pionnier fondé "
            "sur place en 1997, Siel Bleu."
        ),
        "body": [
            ("heading", {"text": "Strasbourg, deux fois présente", "level": "h2"}),
            (
                "paragraph",
                (
                    '<p><a data-page="territory:strasbourg-eurometropole">Strasbourg '
                    "Eurométropole</a> fait partie des vingt premiers territoires labellisés. La "
                    'ville a aussi vu naître <a data-page="pioneer:siel-bleu">Siel Bleu</a>, qui '
                    "propose une activité physique adaptée aux personnes fragiles. Ce pionnier "
                    "travaille sur la prévention et l’autonomie, proches du thème du « bien "
                    "vieillir » exprimé par les territoires.</p>"
                ),
            ),
        ],
    },
    {
        "code": "32",
        "slug": "hauts-de-france",
        "name": "Hauts-de-France",
        "iso": "FR-HDF",
        "seat": "Lille",
        "summary": (
            "Une ville, Roubaix, et un pays rural, le Montreuillois : deux labels des "
            "Hauts-de-France, aux profils très différents."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Les deux labels ont été annoncés le même jour, le 25 février 2019. <a "
                    'data-page="territory:roubaix">Roubaix</a> est une ville dense, au passé '
                    'industriel. Le <a data-page="territory:montreuillois">Montreuillois</a> '
                    "rassemble des communes plus petites autour de Montreuil-sur-Mer. Le partage "
                    "d’expérience entre territoires, prévu par le label, prend ici une portée "
                    "particulière.</p>"
                ),
            ),
        ],
    },
    {
        "code": "11",
        "slug": "ile-de-france",
        "name": "Île-de-France",
        "iso": "FR-IDF",
        "seat": "Paris",
        "summary": (
            "Trois territoires franciliens sont présentés sur ce site. Sept lauréats y ont leur "
            "base, d’Article 1 à VoisinMalin."
        ),
        "body": [
            ("heading", {"text": "Trois périmètres originaux", "level": "h2"}),
            (
                "paragraph",
                (
                    '<p><a data-page="territory:est-ensemble">Est Ensemble</a>, <a '
                    'data-page="territory:roissy-pays-de-france">Roissy Pays-de-France</a> et le '
                    '<a data-page="territory:territoire-olympique-2024">Territoire Olympique '
                    "2024</a> ont reçu le label en février 2019. Aucun ne se confond avec une "
                    "seule commune : le label reconnaît des coopérations plus larges.</p>"
                ),
            ),
            ("heading", {"text": "Des pionniers nombreux", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Sept lauréats ont leur base dans la région : <a "
                    'data-page="pioneer:article-1">Article 1</a>, <a '
                    'data-page="pioneer:baluchon">Baluchon</a>, <a '
                    'data-page="pioneer:ecov">Ecov</a>, <a '
                    'data-page="pioneer:enercoop">Enercoop</a>, <a '
                    'data-page="pioneer:mozaik-rh">Mozaïk RH</a>, <a '
                    'data-page="pioneer:plateau-urbain">Plateau Urbain</a> et <a '
                    'data-page="pioneer:voisinmalin">VoisinMalin</a>. L’association <a '
                    'data-page="pioneer:wimoov">Wimoov</a>, présentée au lancement, a son siège à '
                    "Paris.</p>"
                ),
            ),
        ],
    },
    {
        "code": "28",
        "slug": "normandie",
        "name": "Normandie",
        "iso": "FR-NOR",
        "seat": "Rouen",
        "summary": (
            "La Normandie a obtenu le label en février 2019 pour l’ensemble de la région, comme la "
            "Bretagne et la Nouvelle-Aquitaine."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Choisir l’échelle régionale, c’est faire travailler ensemble des villes, "
                    "des ports et des campagnes. La <a "
                    'data-page="territory:normandie-territoire">page du territoire normand</a> '
                    "revient sur ce label. L’animation repose sur une stratégie collective, que le "
                    "dossier de candidature devait décrire.</p>"
                ),
            ),
        ],
    },
    {
        "code": "75",
        "slug": "nouvelle-aquitaine",
        "name": "Nouvelle-Aquitaine",
        "iso": "FR-NAQ",
        "seat": "Bordeaux",
        "summary": (
            "Deux labels s’y complètent : celui de la région, dès février 2019, et celui de Grand "
            "Poitiers, en décembre de la même année."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>La <a "
                    'data-page="territory:nouvelle-aquitaine-territoire">Nouvelle-Aquitaine</a> a '
                    "orienté son label vers la santé et la « silver économie », l’alimentation et "
                    'la qualité de vie au travail. <a data-page="territory:grand-poitiers">Grand '
                    "Poitiers</a> a ensuite été retenu dans la seconde vague. Un label régional "
                    "n’empêche donc pas un territoire de la même région d’être distingué à son "
                    "tour.</p>"
                ),
            ),
        ],
    },
    {
        "code": "76",
        "slug": "occitanie",
        "name": "Occitanie",
        "iso": "FR-OCC",
        "seat": "Toulouse",
        "summary": (
            "Quatre territoires labellisés : Figeac dès la première vague, puis Toulouse "
            "Métropole, le Grand Narbonne et Occitanie Est."
        ),
        "body": [
            ("heading", {"text": "De Figeac à la Méditerranée", "level": "h2"}),
            (
                "paragraph",
                (
                    '<p><a data-page="territory:figeac">Figeac</a>, dans le Lot, a ouvert la voie '
                    "en février 2019. Trois labels ont suivi en décembre : <a "
                    'data-page="territory:toulouse-metropole">Toulouse Métropole</a>, le <a '
                    'data-page="territory:grand-narbonne">Grand Narbonne</a> et <a '
                    'data-page="territory:occitanie-est">Occitanie Est</a>. Des labels ont été '
                    "remis les 5 et 6 février 2020 à Montpellier, Narbonne et Toulouse.</p>"
                ),
            ),
        ],
    },
    {
        "code": "52",
        "slug": "pays-de-la-loire",
        "name": "Pays de la Loire",
        "iso": "FR-PDL",
        "seat": "Nantes",
        "summary": (
            "C’est à Nantes que les vingt premiers labels ont été annoncés. La région en compte "
            "deux, Nantes Métropole et Le Mans–Sarthe."
        ),
        "body": [
            ("heading", {"text": "Au cœur de la première vague", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Le 25 février 2019, le Solilab, à Nantes, accueillait l’annonce des "
                    'premiers territoires. <a data-page="territory:nantes-metropole">Nantes '
                    'Métropole</a> et <a data-page="territory:le-mans-sarthe">Le Mans–Sarthe</a> '
                    "figuraient dans la liste. Deux pionniers ont leurs origines dans la région : "
                    '<a data-page="pioneer:toit-a-moi">Toit à Moi</a>, né à Nantes, et <a '
                    'data-page="pioneer:envie-autonomie">Envie Autonomie</a>, basée à Angers.</p>'
                ),
            ),
        ],
    },
    {
        "code": "93",
        "slug": "provence-alpes-cote-d-azur",
        "name": "Provence-Alpes-Côte d’Azur",
        "iso": "FR-PAC",
        "seat": "Marseille",
        "summary": (
            "De Marseille à Grasse, la région réunit deux territoires de la première vague, l’un "
            "métropolitain, l’autre à taille plus modeste."
        ),
        "body": [
            (
                "paragraph",
                (
                    '<p><a data-page="territory:aix-marseille-provence">Aix-Marseille-Provence</a> '
                    'et le <a data-page="territory:pays-de-grasse">Pays de Grasse</a> ont été '
                    "labellisés en février 2019. L’agriculture urbaine compte parmi les défis "
                    "choisis du côté de Marseille. C’est également dans la région, à La Ciotat, "
                    'que <a data-page="pioneer:wimoov">Wimoov</a> a ouvert en 2005 sa première '
                    "plateforme de mobilité.</p>"
                ),
            ),
        ],
    },
    {
        "code": "01",
        "slug": "guadeloupe",
        "name": "Guadeloupe",
        "iso": "FR-971",
        "seat": "Basse-Terre",
        "summary": (
            "La Guadeloupe n’a pas encore de territoire présenté sur ce site. L’appel permanent y "
            "est ouvert comme ailleurs."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Une candidature peut couvrir une île, une agglomération ou un bassin de "
                    "vie : c’est au collectif local de dire quel périmètre a du sens. Les <a "
                    'data-page="call:territoires-french-impact">critères de l’appel</a> portent '
                    "sur l’écosystème, la stratégie commune et la gouvernance, non sur la "
                    "taille.</p>"
                ),
            ),
        ],
    },
    {
        "code": "02",
        "slug": "martinique",
        "name": "Martinique",
        "iso": "FR-972",
        "seat": "Fort-de-France",
        "summary": (
            "Collectivité territoriale unique, la Martinique peut prendre part au programme par "
            "les deux portes : les pionniers et les territoires."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Ce site ne présente pas encore de territoire martiniquais. Le label "
                    "suppose un collectif, et non un porteur isolé : associations, entreprises de "
                    "l’économie sociale et solidaire (ESS), collectivité, financeurs. La page <a "
                    'data-page="fonctionnement">Comment ça marche</a> décrit ce qui est attendu '
                    "d’une candidature.</p>"
                ),
            ),
        ],
    },
    {
        "code": "03",
        "slug": "guyane",
        "name": "Guyane",
        "iso": "FR-973",
        "seat": "Cayenne",
        "summary": (
            "En Guyane, aucun label n’est présenté à ce jour. Les distances y donnent un sens "
            "particulier à l’innovation sociale."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>La Guyane est une collectivité territoriale unique d’Amérique du Sud, très "
                    "étendue. Mobilité, éducation, accès aux droits : les thèmes du programme y "
                    "prennent un relief propre. Un collectif local peut s’appuyer sur l’expérience "
                    'de <a data-page="territory:mayotte">Mayotte</a>, premier territoire '
                    "d’outre-mer présenté ici.</p>"
                ),
            ),
        ],
    },
    {
        "code": "04",
        "slug": "la-reunion",
        "name": "La Réunion",
        "iso": "FR-974",
        "seat": "Saint-Denis",
        "summary": (
            "La Réunion ne figure pas encore parmi les territoires présentés sur ce site. Le label "
            "y reste accessible à tout collectif local."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Le label n’est pas une récompense finale : il ouvre une période de travail "
                    "entre territoires. Pour un collectif réunionnais, les échanges peuvent "
                    'commencer avec <a data-page="territory:mayotte">Mayotte</a>, également dans '
                    'l’océan Indien. Les <a data-page="territoires">pages des territoires</a> '
                    "indiquent, quand ils sont connus, les défis choisis.</p>"
                ),
            ),
        ],
    },
    {
        "code": "06",
        "slug": "mayotte",
        "name": "Mayotte",
        "iso": "FR-976",
        "seat": "Mamoudzou",
        "summary": (
            "Mayotte est à la fois une région et un territoire labellisé : l’île fait partie des "
            "vingt premiers, avec un défi sur les déchets."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Labellisée en février 2019, l’île a placé l’exportation des déchets et "
                    "l’économie circulaire au rang de ses défis. La <a "
                    'data-page="territory:mayotte">page du territoire</a> les présente. Pour une '
                    "île, traiter sur place, réemployer ou expédier sont des choix qui engagent "
                    "toute l’économie locale.</p>"
                ),
            ),
        ],
    },
]

TERRITORIES = [
    {
        "slug": "aix-marseille-provence",
        "name": "Aix-Marseille-Provence",
        "region": "93",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [
            {"kind": "environmental", "text": "Développer l’agriculture urbaine à Marseille."},
        ],
        "partners": [],
        "summary": (
            "La métropole provençale a choisi de développer l’agriculture urbaine à Marseille, "
            "l’un des trois défis attachés à son label."
        ),
        "body": [
            ("heading", {"text": "Cultiver en ville", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Labellisé le 25 février 2019, le territoire a fait de l’agriculture "
                    "urbaine à Marseille son défi écologique. Cultiver en ville touche à la fois à "
                    "l’alimentation, au cadre de vie et au lien entre habitants. Le sujet rejoint "
                    "l’alimentation durable, thème exprimé par de nombreux acteurs locaux. Dans la "
                    'même région, le <a data-page="territory:pays-de-grasse">Pays de Grasse</a> a '
                    "reçu le label le même jour.</p>"
                ),
            ),
        ],
        "seat": "Marseille",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
            (
                "Actu-Environnement, décembre 2019",
                (
                    "https://www.actu-environnement.com/ae/news/territoires-labellises-french-impact-34718.php4"
                ),
            ),
        ],
    },
    {
        "slug": "pays-de-grasse",
        "name": "Pays de Grasse",
        "region": "93",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Entre littoral et arrière-pays, le Pays de Grasse est l’un des vingt premiers "
            "territoires labellisés, en février 2019."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Le Pays de Grasse réunit des communes des Alpes-Maritimes autour de "
                    "Grasse. Son dossier a été retenu parmi 50 candidatures, au terme de la "
                    'première échéance de l’<a data-page="call:territoires-french-impact">appel à '
                    "manifestation d’intérêt</a>, fixée au 22 octobre 2018. Le label reconnaît un "
                    "collectif d’acteurs, et pas seulement une collectivité. Comme les autres "
                    "lauréats, le territoire porte trois défis : social, environnemental et "
                    "citoyen.</p>"
                ),
            ),
        ],
        "seat": "Grasse",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "clermont-ferrand",
        "name": "Clermont-Ferrand",
        "region": "84",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [
            {"kind": "environmental", "text": "Préparer les mobilités du futur."},
        ],
        "partners": [],
        "summary": (
            "Clermont-Ferrand veut se préparer aux mobilités du futur : c’est le défi connu de ce "
            "territoire de la première vague."
        ),
        "body": [
            ("heading", {"text": "Les mobilités de demain", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Pour son label, obtenu en février 2019, Clermont-Ferrand a mis en avant "
                    "les mobilités du futur. Se déplacer autrement suppose d’associer des "
                    "entreprises, des associations, des chercheurs et les habitants eux-mêmes. La "
                    "mobilité douce figure d’ailleurs parmi les cinq thèmes remontés des "
                    "territoires. Plusieurs structures travaillent sur le sujet, comme <a "
                    'data-page="pioneer:ecov">Ecov</a> ou <a '
                    'data-page="pioneer:wimoov">Wimoov</a>.</p>'
                ),
            ),
        ],
        "seat": "Clermont-Ferrand",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
            (
                "Actu-Environnement, décembre 2019",
                (
                    "https://www.actu-environnement.com/ae/news/territoires-labellises-french-impact-34718.php4"
                ),
            ),
        ],
    },
    {
        "slug": "lyon-metropole",
        "name": "Lyon-Métropole",
        "region": "84",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Lyon-Métropole a été labellisée le 25 février 2019, en même temps que deux autres "
            "territoires d’Auvergne-Rhône-Alpes."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Le label récompense une stratégie collective et une gouvernance lisible, "
                    "deux critères qui comptent dans une grande agglomération où les initiatives "
                    "sont nombreuses. Deux pionniers sont liés à Lyon : <a "
                    'data-page="pioneer:grap">Grap</a>, implanté en région lyonnaise, et <a '
                    'data-page="pioneer:ecov">Ecov</a>, qui y est présente. <a '
                    'data-page="territory:clermont-ferrand">Clermont-Ferrand</a> et <a '
                    'data-page="territory:valence-romans">Valence-Romans</a> font partie de la '
                    "même vague.</p>"
                ),
            ),
        ],
        "seat": "Lyon",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "valence-romans",
        "name": "Valence-Romans",
        "region": "84",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Dans la Drôme, Valence-Romans a obtenu le label quelques mois après avoir accueilli "
            "l’ouverture de l’appel national."
        ),
        "body": [
            ("heading", {"text": "Là où l’appel a été ouvert", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Le 3 juillet 2018, Christophe Itier, haut-commissaire à l’Économie sociale "
                    "et solidaire (ESS) et à l’innovation sociale, ouvrait l’<a "
                    'data-page="call:territoires-french-impact">appel Territoires</a> à Romans. La '
                    "rencontre se tenait à Pôle Sud, lieu du groupe Archer. Moins de huit mois "
                    "plus tard, Valence-Romans figurait parmi les vingt premiers territoires. Deux "
                    "villes proches y conjuguent leurs forces.</p>"
                ),
            ),
        ],
        "seat": "Valence",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
            (
                "L’Écho Drôme-Ardèche, juillet 2018",
                (
                    "http://echo-valentinois.com/actu-french-impact-les-territoires-a-prix-dami,1693.html"
                ),
            ),
        ],
    },
    {
        "slug": "nantes-metropole",
        "name": "Nantes Métropole",
        "region": "52",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "Les Ecossolies",
        "challenges": [
            {"kind": "social", "text": "Faciliter un accès partagé au foncier."},
        ],
        "partners": [
            {"name": "Les Ecossolies", "kind": "ess", "url": ""},
        ],
        "summary": (
            "Sous la conduite des Ecossolies, le collectif nantais travaille notamment à un accès "
            "partagé au foncier."
        ),
        "body": [
            ("heading", {"text": "Un collectif conduit par Les Ecossolies", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>À Nantes, la candidature a été portée par Les Ecossolies, chef de file du "
                    "collectif. L’un de ses défis concerne le foncier : permettre à plusieurs "
                    "acteurs d’accéder ensemble à des lieux, dans une métropole où l’espace est "
                    "rare. C’est aussi à Nantes, au Solilab, que les vingt premiers labels ont été "
                    "annoncés le 25 février 2019. Le pionnier <a "
                    'data-page="pioneer:toit-a-moi">Toit à Moi</a> est né dans cette ville.</p>'
                ),
            ),
        ],
        "seat": "Nantes",
        "sources": [
            (
                "CRESS Pays de la Loire, février 2019",
                "https://www.cress-pdl.org/territoire-french-impact-nantes-et-le-mans-laureats/",
            ),
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "le-mans-sarthe",
        "name": "Le Mans–Sarthe",
        "region": "52",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Une ville et son département avancent ensemble : Le Mans–Sarthe est le second label "
            "des Pays de la Loire."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Le nom du territoire dit son périmètre : une agglomération, Le Mans, et le "
                    "département qui l’entoure. Cette alliance entre ville et campagne répond au "
                    "premier critère de l’appel, celui d’un espace pertinent. Le label a été "
                    "annoncé à Nantes le 25 février 2019, avec celui de <a "
                    'data-page="territory:nantes-metropole">Nantes Métropole</a>.</p>'
                ),
            ),
        ],
        "seat": "Le Mans",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
            (
                "CRESS Pays de la Loire, février 2019",
                "https://www.cress-pdl.org/territoire-french-impact-nantes-et-le-mans-laureats/",
            ),
        ],
    },
    {
        "slug": "figeac",
        "name": "Figeac",
        "region": "76",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Dans le Lot, Figeac est le premier territoire d’Occitanie à avoir reçu le label, dès "
            "février 2019."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Figeac montre que l’innovation sociale n’est pas affaire de taille. Dans "
                    "un bassin de vie rural, les acteurs se connaissent et peuvent bâtir vite une "
                    "stratégie commune. Leur dossier a été instruit avec le concours de l’Avise, "
                    "qui a participé à l’évaluation des candidatures. Trois autres territoires "
                    "d’Occitanie ont suivi en décembre 2019, dont <a "
                    'data-page="territory:toulouse-metropole">Toulouse Métropole</a>.</p>'
                ),
            ),
        ],
        "seat": "Figeac",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "est-ensemble",
        "name": "Est Ensemble",
        "region": "11",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Aux portes de Paris, Est Ensemble réunit des communes de Seine-Saint-Denis au sein de "
            "la première vague de labels."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Est Ensemble est un regroupement de communes de Seine-Saint-Denis. Le "
                    "label lui a été attribué en février 2019. L’un des pionniers de 2018, <a "
                    'data-page="pioneer:baluchon">Baluchon</a>, s’était installé à Romainville, '
                    "dans ce périmètre. Entre une entreprise qui grandit et un territoire qui "
                    "s’organise, le lien est naturel : c’est l’esprit de l’<a "
                    'data-page="accelerateur">accélérateur</a>.</p>'
                ),
            ),
        ],
        "seat": "Romainville",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "roissy-pays-de-france",
        "name": "Roissy Pays-de-France",
        "region": "11",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Autour de l’aéroport, au nord de Paris, Roissy Pays-de-France a rejoint le programme "
            "en février 2019."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Ce territoire du nord francilien associe des communes très urbaines et des "
                    "villages. L’aéroport y marque l’économie comme les déplacements. L’inclusion "
                    "par l’emploi et la mobilité, deux thèmes exprimés par les territoires, y "
                    "trouvent un terrain évident. Ses défis propres ne sont pas encore détaillés "
                    "sur ce site.</p>"
                ),
            ),
        ],
        "seat": "Roissy-en-France",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "territoire-olympique-2024",
        "name": "Territoire Olympique 2024",
        "region": "11",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Un périmètre dessiné par un événement : le Territoire Olympique 2024 fait partie des "
            "vingt premiers labels."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Ici, le périmètre ne suit pas une frontière administrative. Le nom du "
                    "territoire renvoie aux Jeux olympiques et paralympiques de 2024, attribués à "
                    "Paris. Un événement de cette taille pose une question simple : que "
                    "restera-t-il aux habitants ? Le label, donné en février 2019, invite les "
                    'acteurs à y répondre par trois <a data-page="label">défis</a> : social, '
                    "environnemental et citoyen.</p>"
                ),
            ),
        ],
        "seat": "Saint-Denis",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "roubaix",
        "name": "Roubaix",
        "region": "32",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Ville dense au passé industriel, Roubaix est l’un des deux territoires des "
            "Hauts-de-France présentés sur ce site."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Roubaix a été retenue à l’échelle de la ville, quand d’autres candidats se "
                    "présentaient à celle d’une métropole ou d’une région. L’<a "
                    'data-page="call:territoires-french-impact">appel</a> laisse ce choix au '
                    "collectif, pourvu que le périmètre ait du sens. Le label a été annoncé le 25 "
                    "février 2019, comme celui du <a "
                    'data-page="territory:montreuillois">Montreuillois</a>.</p>'
                ),
            ),
        ],
        "seat": "Roubaix",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "montreuillois",
        "name": "Montreuillois",
        "region": "32",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Le Montreuillois, dans le Pas-de-Calais, apporte à la première vague la voix d’un "
            "territoire de petites communes."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Autour de Montreuil-sur-Mer, le Montreuillois rassemble des communes "
                    "rurales et littorales. Dans de tels espaces, une solution n’existe que si "
                    "plusieurs communes s’accordent pour la porter. Le label, reçu en février "
                    "2019, prévoit que les territoires partagent ce qu’ils apprennent. <a "
                    'data-page="territory:figeac">Figeac</a> et le <a '
                    'data-page="territory:territoire-ledonien">Territoire Lédonien</a> ont des '
                    "profils voisins.</p>"
                ),
            ),
        ],
        "seat": "Montreuil-sur-Mer",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "strasbourg-eurometropole",
        "name": "Strasbourg Eurométropole",
        "region": "44",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Ville européenne et frontalière, Strasbourg a obtenu le label pour son Eurométropole "
            "en février 2019."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Le label a été attribué à l’échelle de l’Eurométropole, et non de la seule "
                    "ville. Strasbourg est aussi le lieu de naissance de <a "
                    'data-page="pioneer:siel-bleu">Siel Bleu</a>, fondé en 1997 et distingué parmi '
                    "les pionniers en 2018. Le programme gagne à ces proximités : un pionnier "
                    "apporte une solution éprouvée, un territoire offre des partenaires et un "
                    "public.</p>"
                ),
            ),
        ],
        "seat": "Strasbourg",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "territoire-ledonien",
        "name": "Territoire Lédonien – Cluster’Jura",
        "region": "27",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Dans le Jura, le pays de Lons-le-Saunier s’est présenté avec le Cluster’Jura et "
            "figure dans la première vague."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Le nom retenu associe un territoire, celui de Lons-le-Saunier, et un "
                    "regroupement d’acteurs, le Cluster’Jura. Cette association illustre deux "
                    "critères de l’appel : un écosystème vivant et une capacité d’entreprendre "
                    "ensemble. Le label a été annoncé le 25 février 2019. C’est le premier de <a "
                    'data-page="region:27">Bourgogne-Franche-Comté</a> présenté sur ce site.</p>'
                ),
            ),
        ],
        "seat": "Lons-le-Saunier",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "mayotte",
        "name": "Mayotte",
        "region": "06",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [
            {
                "kind": "environmental",
                "text": "Organiser l’exportation des déchets et bâtir une économie circulaire.",
            },
        ],
        "partners": [],
        "summary": (
            "Sur l’île de Mayotte, l’économie circulaire et l’exportation des déchets forment l’un "
            "des défis du label."
        ),
        "body": [
            ("heading", {"text": "Que faire des déchets sur une île ?", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Sur une île, la place est comptée et le moindre transport passe par la "
                    "mer. Mayotte a inscrit parmi ses défis l’exportation des déchets et l’essor "
                    "d’une économie circulaire. Réparer, réemployer et trier réduit ce qui doit "
                    "être expédié. L’île est le seul territoire d’outre-mer parmi ceux que "
                    "présente ce site.</p>"
                ),
            ),
        ],
        "seat": "Mamoudzou",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
            (
                "Actu-Environnement, décembre 2019",
                (
                    "https://www.actu-environnement.com/ae/news/territoires-labellises-french-impact-34718.php4"
                ),
            ),
        ],
    },
    {
        "slug": "bretagne-territoire",
        "name": "Région Bretagne",
        "region": "53",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Le label breton couvre toute la région : c’est l’un des trois de la première vague à "
            "cette échelle."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>En Bretagne, le périmètre labellisé en février 2019 est celui de la "
                    "région. L’ambition est d’entraîner des pays, des îles et des agglomérations "
                    "dans une même stratégie. À cette échelle, la gouvernance compte plus encore "
                    "qu’ailleurs : il faut dire qui anime, qui décide et comment les résultats "
                    "sont partagés. Ces points font partie des <a "
                    'data-page="fonctionnement">critères examinés</a>.</p>'
                ),
            ),
        ],
        "seat": "Rennes",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "normandie-territoire",
        "name": "Région Normandie",
        "region": "28",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "De Rouen au Cotentin, la Normandie a été labellisée d’un seul tenant, le 25 février "
            "2019."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>La candidature normande a été retenue parmi les 50 dossiers de la première "
                    "échéance. Elle porte sur l’ensemble de la région, avec ses vallées "
                    "industrielles, ses ports et ses campagnes. L’enjeu est de faire coopérer des "
                    "acteurs déjà engagés, chacun de leur côté, dans l’innovation sociale. La <a "
                    'data-page="territory:bretagne-territoire">Bretagne</a> et la <a '
                    'data-page="territory:nouvelle-aquitaine-territoire">Nouvelle-Aquitaine</a> '
                    "ont fait le même choix d’échelle.</p>"
                ),
            ),
        ],
        "seat": "Rouen",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
    },
    {
        "slug": "nouvelle-aquitaine-territoire",
        "name": "Région Nouvelle-Aquitaine",
        "region": "75",
        "status": "labelled",
        "date": "2019-02-25",
        "date_precision": "day",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Santé, alimentation, qualité de vie au travail : la Nouvelle-Aquitaine a annoncé "
            "trois priorités pour son label régional."
        ),
        "body": [
            ("heading", {"text": "Trois priorités régionales", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>La Nouvelle-Aquitaine a été labellisée en février 2019 à l’échelle de la "
                    "région. Trois orientations sont connues : la santé et la « silver économie », "
                    "c’est-à-dire les activités liées au vieillissement, l’alimentation, et la "
                    "qualité de vie au travail. Les sources ne disent pas laquelle répond au défi "
                    "social, au défi environnemental ou au défi citoyen. <a "
                    'data-page="territory:grand-poitiers">Grand '
                    "Poitiers</a>, dans la même région, a obtenu son propre label en décembre "
                    "suivant.</p>"
                ),
            ),
        ],
        "seat": "Bordeaux",
        "sources": [
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
            ("Mecanic Vallée", ""),
        ],
    },
    {
        "slug": "toulouse-metropole",
        "name": "Toulouse Métropole",
        "region": "76",
        "status": "labelled",
        "date": "2019-12-01",
        "date_precision": "month",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Toulouse Métropole a rejoint le programme en décembre 2019, avec six autres "
            "territoires."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>La seconde vague a porté de 20 à 27 le nombre de territoires labellisés. "
                    "Toulouse Métropole en fait partie, comme le <a "
                    'data-page="territory:grand-narbonne">Grand Narbonne</a> et <a '
                    'data-page="territory:occitanie-est">Occitanie Est</a>. Une étape de remise '
                    "des labels s’est tenue à Toulouse dans les premiers jours de février 2020.</p>"
                ),
            ),
        ],
        "seat": "Toulouse",
        "sources": [
            (
                "Actu-Environnement, décembre 2019",
                (
                    "https://www.actu-environnement.com/ae/news/territoires-labellises-french-impact-34718.php4"
                ),
            ),
            ("La Tribune", ""),
        ],
    },
    {
        "slug": "grand-narbonne",
        "name": "Grand Narbonne",
        "region": "76",
        "status": "labelled",
        "date": "2019-12-01",
        "date_precision": "month",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Dans l’Aude, le Grand Narbonne compte parmi les sept territoires labellisés à la fin "
            "de l’année 2019."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Le Grand Narbonne est une agglomération du littoral audois. Son label, "
                    "attribué en décembre 2019, s’inscrit dans un ensemble de trois candidatures "
                    'retenues en <a data-page="region:76">Occitanie</a> au même moment. Narbonne a '
                    "accueilli l’une des rencontres organisées les 5 et 6 février 2020 pour la "
                    "remise des labels.</p>"
                ),
            ),
        ],
        "seat": "Narbonne",
        "sources": [
            (
                "Actu-Environnement, décembre 2019",
                (
                    "https://www.actu-environnement.com/ae/news/territoires-labellises-french-impact-34718.php4"
                ),
            ),
            ("La Tribune", ""),
        ],
    },
    {
        "slug": "occitanie-est",
        "name": "Occitanie Est",
        "region": "76",
        "status": "labelled",
        "date": "2019-12-01",
        "date_precision": "month",
        "lead": "URSCOP Occitanie",
        "challenges": [],
        "partners": [
            {"name": "URSCOP Occitanie", "kind": "ess", "url": ""},
        ],
        "summary": (
            "Dix-sept acteurs réunis autour de l’URSCOP Occitanie portent ce label, obtenu en "
            "décembre 2019."
        ),
        "body": [
            ("heading", {"text": "Dix-sept acteurs, un chef de file", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Occitanie Est se distingue par la composition de son collectif : "
                    "17 acteurs, conduits par l’URSCOP Occitanie, l’union régionale des sociétés "
                    "coopératives. Réunir autant de partenaires demande des règles claires de "
                    "décision et de suivi. Le label date de décembre 2019. Une remise des labels a "
                    "eu lieu à Montpellier au début de février 2020.</p>"
                ),
            ),
        ],
        "seat": "Montpellier",
        "sources": [
            ("La Tribune", ""),
            (
                "Actu-Environnement, décembre 2019",
                (
                    "https://www.actu-environnement.com/ae/news/territoires-labellises-french-impact-34718.php4"
                ),
            ),
        ],
    },
    {
        "slug": "grenoble-alpes-metropole",
        "name": "Grenoble-Alpes Métropole",
        "region": "84",
        "status": "labelled",
        "date": "2019-12-01",
        "date_precision": "month",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Grenoble-Alpes Métropole figure dans la seconde vague de labels, aux côtés de deux "
            "voisins savoyards."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Trois territoires alpins ont été retenus ensemble en décembre 2019 : "
                    'Grenoble-Alpes Métropole, <a data-page="territory:grand-chambery">Grand '
                    'Chambéry</a> et le <a data-page="territory:genevois-innovales">Genevois '
                    "InnoVales</a>. Leur proximité facilite l’échange de méthodes, l’un des "
                    'engagements attendus des lauréats. La page <a data-page="label">Le label et '
                    "la marque</a> explique ce que recouvre cette distinction.</p>"
                ),
            ),
        ],
        "seat": "Grenoble",
        "sources": [
            (
                "Actu-Environnement, décembre 2019",
                (
                    "https://www.actu-environnement.com/ae/news/territoires-labellises-french-impact-34718.php4"
                ),
            ),
        ],
    },
    {
        "slug": "grand-chambery",
        "name": "Grand Chambéry",
        "region": "84",
        "status": "labelled",
        "date": "2019-12-01",
        "date_precision": "month",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "En Savoie, l’agglomération de Chambéry a obtenu le label lors de la seconde vague, en "
            "décembre 2019."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Sept territoires ont été retenus à la fin de l’année 2019, et Grand "
                    "Chambéry est l’un d’eux. Comme tout territoire labellisé, il doit tenir trois "
                    "défis, social, environnemental et citoyen, et en partager les enseignements. "
                    '<a data-page="territory:grenoble-alpes-metropole">Grenoble-Alpes '
                    "Métropole</a>, toute proche, a été distinguée au même moment.</p>"
                ),
            ),
        ],
        "seat": "Chambéry",
        "sources": [
            (
                "Actu-Environnement, décembre 2019",
                (
                    "https://www.actu-environnement.com/ae/news/territoires-labellises-french-impact-34718.php4"
                ),
            ),
        ],
    },
    {
        "slug": "genevois-innovales",
        "name": "Genevois InnoVales",
        "region": "84",
        "status": "labelled",
        "date": "2019-12-01",
        "date_precision": "month",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "À la frontière suisse, le Genevois InnoVales est l’un des six territoires labellisés "
            "d’Auvergne-Rhône-Alpes."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Le Genevois français vit au rythme d’une agglomération qui dépasse la "
                    "frontière. Logement, déplacements, emploi : bien des questions s’y posent à "
                    "l’échelle du bassin de vie. Labellisé en décembre 2019, le Genevois InnoVales "
                    "fait partie des sept territoires venus compléter la <a "
                    'data-page="territoires">liste des vingt premiers</a>.</p>'
                ),
            ),
        ],
        "seat": "Annemasse",
        "sources": [
            (
                "Actu-Environnement, décembre 2019",
                (
                    "https://www.actu-environnement.com/ae/news/territoires-labellises-french-impact-34718.php4"
                ),
            ),
        ],
    },
    {
        "slug": "grand-poitiers",
        "name": "Grand Poitiers",
        "region": "75",
        "status": "labelled",
        "date": "2019-12-01",
        "date_precision": "month",
        "lead": "",
        "challenges": [],
        "partners": [],
        "summary": (
            "Seul lauréat de Nouvelle-Aquitaine dans la seconde vague, Grand Poitiers a reçu le "
            "label en décembre 2019."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Grand Poitiers rassemble Poitiers et des communes de la Vienne, urbaines "
                    "comme rurales. Son label complète celui que la <a "
                    'data-page="territory:nouvelle-aquitaine-territoire">région '
                    "Nouvelle-Aquitaine</a> avait obtenu dix mois plus tôt. Les deux niveaux "
                    "peuvent ainsi se répondre : la région donne un cadre, l’agglomération agit au "
                    "plus près des habitants.</p>"
                ),
            ),
        ],
        "seat": "Poitiers",
        "sources": [
            (
                "Actu-Environnement, décembre 2019",
                (
                    "https://www.actu-environnement.com/ae/news/territoires-labellises-french-impact-34718.php4"
                ),
            ),
        ],
    },
]
