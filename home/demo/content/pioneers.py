"""Les dix-huit fiches de pionniers : seize lauréats vérifiés et deux projets du lancement.

« region » n’est renseignée que si une source situe clairement la structure ; « action_regions »
ne cite que les régions où une action est attestée. Aucun chiffre n’est donné sans sa source.
"""

PIONEERS = [
    {
        "slug": "article-1",
        "name": "Article 1",
        "legal_form": "",
        "founded": None,
        "themes": ["education", "emploi-insertion"],
        "headquarters": "",
        "region": "11",
        "action_regions": ["11"],
        "website": "https://article-1.eu/",
        "entry": "laureate",
        "summary": (
            "Née du rapprochement de Passeport Avenir et de Frateli, Article 1 aide les jeunes de "
            "milieux populaires à choisir leur voie et à faire reconnaître leurs compétences."
        ),
        "indicators": [
            {
                "label": "Jeunes à accompagner (objectif annoncé, pour 10 000 au départ)",
                "value": "100 000",
                "unit": "jeunes",
                "year": 2021,
                "source": "Article 1",
            },
        ],
        "body": [
            ("heading", {"text": "Deux équipes réunies", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Article 1 est le fruit de la fusion de Passeport Avenir et de Frateli. Son "
                    "action s’adresse aux jeunes qui grandissent dans des familles de milieu "
                    "populaire. La conviction de départ tient en peu de mots : l’origine sociale "
                    "ne devrait décider ni des études, ni du métier.</p>"
                ),
            ),
            ("heading", {"text": "Nommer ce que l’on sait faire", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Avec Jobready, Article 1 travaille sur les compétences dites "
                    "transversales : coopérer, prendre la parole, tenir un délai. Elles "
                    "s’acquièrent à l’école, mais aussi dans un emploi d’été, un engagement "
                    "associatif ou la vie de famille. Encore faut-il savoir les présenter à un "
                    "recruteur. C’est ce passage que l’outil cherche à faciliter.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>L’objectif annoncé est de passer de 10 000 à 100 000 jeunes d’ici à 2021. "
                    "C’est une cible, non un résultat. Article 1 avait été citée dès le lancement "
                    "de janvier 2018. Elle fait partie des 22 structures retenues en juin 2018 par "
                    'l’<a data-page="call:pionniers-french-impact">appel à projets Pionniers</a>. '
                    'Le <a data-page="fonctionnement">Pass Pionnier</a> doit l’aider à franchir '
                    "cette étape.</p>"
                ),
            ),
        ],
        "sources": [
            ("Article 1", "https://article-1.eu/"),
            (
                "La Gazette des communes, juin 2018",
                (
                    "https://www.lagazettedescommunes.com/568784/le-french-impact-22-laureats-selectionnes-et-un-appel-aux-territoires/"
                ),
            ),
            ("CRESS Île-de-France, 2018", "https://www.cressidf.org/lappel-aux-territoires/"),
            ("RTES, janvier 2018", "https://rtes.fr/node/3817"),
        ],
    },
    {
        "slug": "baluchon",
        "name": "Baluchon",
        "legal_form": "",
        "founded": 2013,
        "themes": ["alimentation-durable", "emploi-insertion"],
        "headquarters": "Romainville",
        "region": "11",
        "action_regions": ["11"],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Baluchon prépare depuis 2013 des plats cuisinés locaux. Installé à Romainville, il "
            "fait aussi de la cuisine un chemin vers l’emploi."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Bien manger, près de chez soi", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Baluchon cuisine depuis 2013. Ses plats sont préparés localement et "
                    "destinés à des repas du quotidien. En 2015, l’activité était installée à "
                    "Romainville, en Seine-Saint-Denis. Manger sainement sans aller loin : l’idée "
                    "est simple, mais elle demande une organisation précise, de l’achat des "
                    "produits jusqu’à la livraison.</p>"
                ),
            ),
            ("heading", {"text": "La cuisine comme tremplin", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Le projet relie l’alimentation et l’insertion. Une cuisine professionnelle "
                    "offre des postes variés, un travail d’équipe et des gestes qui s’apprennent "
                    "sur place. Des personnes éloignées de l’emploi peuvent y reprendre un rythme, "
                    "acquérir un savoir-faire et préparer la suite de leur parcours.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Baluchon figure parmi les pionniers franciliens distingués en juin 2018. "
                    "Comme les autres lauréats, la structure bénéficie du <a "
                    'data-page="fonctionnement">Pass Pionnier</a>, dont l’accompagnement dure '
                    'trois ans. Romainville appartient à <a data-page="territory:est-ensemble">Est '
                    "Ensemble</a>, labellisé à son tour en février 2019.</p>"
                ),
            ),
        ],
        "sources": [
            ("CRESS Île-de-France, 2018", "https://www.cressidf.org/lappel-aux-territoires/"),
            ("In Seine-Saint-Denis", ""),
            (
                "La Gazette des communes, juin 2018",
                (
                    "https://www.lagazettedescommunes.com/568784/le-french-impact-22-laureats-selectionnes-et-un-appel-aux-territoires/"
                ),
            ),
        ],
    },
    {
        "slug": "ecov",
        "name": "Ecov",
        "legal_form": "",
        "founded": 2014,
        "themes": ["mobilite"],
        "headquarters": "Paris",
        "region": "11",
        "action_regions": ["11", "84"],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Ecov met en place depuis 2014 des lignes de covoiturage dans les territoires peu "
            "denses, là où les transports collectifs manquent."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Se déplacer sans voiture à soi", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Hors des grandes villes, l’absence de voiture ferme souvent l’accès à "
                    "l’emploi, aux soins ou aux commerces. Les bus y passent rarement, car trop "
                    "peu de voyageurs empruntent chaque trajet. Les voitures, elles, circulent "
                    "tous les jours avec des places libres.</p>"
                ),
            ),
            ("heading", {"text": "La ligne, mais en covoiturage", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Ecov part de ces places disponibles. Depuis 2014, l’entreprise conçoit des "
                    "lignes de covoiturage pour les zones de faible densité. Le principe est "
                    "proche de celui du bus : un itinéraire connu, des points d’arrêt repérés, un "
                    "conducteur qui s’arrête au passage. Le service vise les déplacements de tous "
                    "les jours, que l’on ne réserve pas longtemps à l’avance.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Ecov est établie à Paris et présente aussi à Lyon. Elle compte parmi les "
                    "22 pionniers retenus en juin 2018. Un tel service dépend des collectivités "
                    'qui organisent la mobilité : le <a data-page="fonctionnement">Pass '
                    "Pionnier</a> prévoit justement l’appui d’un <a "
                    'data-page="hackers-publics">hacker public</a> lorsque des règles font '
                    "obstacle.</p>"
                ),
            ),
        ],
        "sources": [
            ("Avise, portrait d’Ecov", "https://www.avise.org/portraits/ecov"),
            ("Admical, liste des 22 structures retenues", "https://admical.org/node/3935"),
        ],
    },
    {
        "slug": "enercoop",
        "name": "Enercoop",
        "legal_form": "scic",
        "founded": None,
        "themes": ["energie"],
        "headquarters": "",
        "region": "11",
        "action_regions": [],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Société coopérative d’intérêt collectif, Enercoop fournit une électricité issue à "
            "100 % de sources renouvelables."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Une coopérative qui vend de l’électricité", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Enercoop est une société coopérative d’intérêt collectif (SCIC). Ce statut "
                    "réunit au capital plusieurs catégories de membres : salariés, usagers, "
                    "producteurs ou collectivités, par exemple. Chacun prend part aux décisions "
                    "selon le principe coopératif, une personne, une voix.</p>"
                ),
            ),
            ("heading", {"text": "Cent pour cent renouvelable", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Son métier est de fournir aux ménages et aux organisations une électricité "
                    "issue à 100 % de sources renouvelables. Choisir son fournisseur devient alors "
                    "un acte de consommateur et de citoyen : le client sait d’où vient l’énergie "
                    "et, s’il devient sociétaire, participe à la vie de la coopérative.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Basée en Île-de-France, Enercoop compte parmi les 22 pionniers retenus en "
                    "juin 2018. Deux autres lauréats ont choisi le même statut : <a "
                    'data-page="pioneer:grap">Grap</a> et <a '
                    'data-page="pioneer:plateau-urbain">Plateau Urbain</a>. Comme eux, la '
                    'coopérative a accès au <a data-page="fonctionnement">Pass Pionnier</a>, qui '
                    "soutient sa croissance pendant trois ans.</p>"
                ),
            ),
        ],
        "sources": [
            ("ESS et société, 2018", "https://ess-et-societe.net/Les-Societes-cooperatives-48465"),
            ("CRESS Île-de-France, 2018", "https://www.cressidf.org/lappel-aux-territoires/"),
            ("Admical, liste des 22 structures retenues", "https://admical.org/node/3935"),
        ],
    },
    {
        "slug": "envie-autonomie",
        "name": "Envie Autonomie",
        "legal_form": "",
        "founded": None,
        "themes": ["sante-autonomie", "economie-circulaire"],
        "headquarters": "Angers",
        "region": "52",
        "action_regions": ["52"],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Depuis Angers, Envie Autonomie collecte et remet en état du matériel médical usagé "
            "pour lui donner une seconde vie."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Du matériel qui peut encore servir", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Un fauteuil roulant, un lit médicalisé ou un déambulateur finissent "
                    "parfois à la cave, voire à la benne, quand leur premier usage s’achève. Ils "
                    "sont pourtant souvent en bon état. Dans le même temps, d’autres personnes "
                    "renoncent à s’équiper, faute de moyens.</p>"
                ),
            ),
            ("heading", {"text": "Collecter, réparer, remettre en service", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Envie Autonomie, dont le siège est à Angers, remet en état ces "
                    "équipements. Une telle filière suppose de les récupérer, de les trier, de les "
                    "nettoyer, de les contrôler, puis de les proposer à de nouveaux utilisateurs. "
                    "Le réemploi évite des déchets et sert l’autonomie des personnes âgées ou "
                    "handicapées.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Le réseau Envie avait été présenté lors du lancement de janvier 2018. "
                    "Envie Autonomie a ensuite été retenue parmi les 22 pionniers de juin 2018. Le "
                    '<a data-page="fonctionnement">Pass Pionnier</a> accompagne pendant trois ans '
                    "le passage d’une réussite locale à d’autres régions, avec l’appui de "
                    "partenaires privés.</p>"
                ),
            ),
        ],
        "sources": [
            (
                "Uriopss Auvergne-Rhône-Alpes, 2018",
                "https://www.uriopss-ara.fr/actualites/frenchimpact-laureats-en-region-ara",
            ),
            ("RTES, janvier 2018", "https://rtes.fr/node/3817"),
        ],
    },
    {
        "slug": "grap",
        "name": "Grap",
        "legal_form": "scic",
        "founded": None,
        "themes": ["alimentation-durable"],
        "headquarters": "",
        "region": "84",
        "action_regions": ["84"],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Coopérative née en région lyonnaise, Grap rassemble des entrepreneurs de "
            "l’alimentation biologique et locale qui mettent leurs moyens en commun."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Entreprendre sans rester seul", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Ouvrir une épicerie, une boulangerie ou un restaurant qui travaille en bio "
                    "et en circuit court : le projet séduit, mais la gestion pèse vite. "
                    "Comptabilité, paie, achats ou informatique prennent un temps précieux à "
                    "celles et ceux qui se lancent.</p>"
                ),
            ),
            ("heading", {"text": "Une coopérative d’activités alimentaires", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Grap réunit des entrepreneurs de l’alimentation biologique et locale. "
                    "C’est une société coopérative d’intérêt collectif (SCIC), implantée en région "
                    "lyonnaise. Ses membres partagent des services et des outils, et gardent "
                    "chacun leur activité. La solidité du groupe profite ainsi aux plus petits "
                    "commerces.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>L’alimentation durable et les circuits courts font partie des thèmes "
                    'remontés des <a data-page="territoires">territoires labellisés</a>. Retenu en '
                    "juin 2018, Grap est l’un des deux lauréats basés en Auvergne-Rhône-Alpes que "
                    'présente ce site, avec <a data-page="pioneer:messidor">Messidor</a>. Il '
                    'bénéficie du <a data-page="fonctionnement">Pass Pionnier</a>.</p>'
                ),
            ),
        ],
        "sources": [
            (
                "Uriopss Auvergne-Rhône-Alpes, 2018",
                "https://www.uriopss-ara.fr/actualites/frenchimpact-laureats-en-region-ara",
            ),
            ("ESS et société, 2018", "https://ess-et-societe.net/Les-Societes-cooperatives-48465"),
        ],
    },
    {
        "slug": "messidor",
        "name": "Messidor",
        "legal_form": "",
        "founded": None,
        "themes": ["handicap", "emploi-insertion"],
        "headquarters": "",
        "region": "84",
        "action_regions": ["84"],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Messidor fait du travail une étape de transition pour les personnes en situation de "
            "handicap psychique, et transmet son modèle par une « franchise sociale »."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Le travail comme transition", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Messidor accompagne des personnes en situation de handicap psychique. Ces "
                    "troubles, souvent invisibles, peuvent interrompre une vie professionnelle et "
                    "rendre le retour difficile. Le choix de Messidor est de proposer un vrai "
                    "travail, dans un cadre adapté, comme une étape vers l’emploi ordinaire. Cette "
                    "pratique s’appuie sur plus de quarante ans d’expérience.</p>"
                ),
            ),
            ("heading", {"text": "Transmettre une méthode", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Pour se développer, Messidor a retenu la voie de la « franchise sociale ». "
                    "Le principe s’inspire du commerce, avec un autre but : une structure reprend "
                    "la méthode, les outils et les exigences d’origine, puis les applique sur son "
                    "propre territoire. L’essaimage peut ainsi avancer sans créer partout des "
                    "établissements nouveaux.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Implanté en Auvergne-Rhône-Alpes, Messidor fait partie des 22 pionniers "
                    "désignés en juin 2018. Ce mode de diffusion rejoint l’un des <a "
                    'data-page="principes">deux principes de l’accélérateur</a>, l’ouverture des '
                    'solutions. Le <a data-page="fonctionnement">Pass Pionnier</a> soutient son '
                    "plan de croissance pendant trois ans.</p>"
                ),
            ),
        ],
        "sources": [
            (
                "Uriopss Auvergne-Rhône-Alpes, 2018",
                "https://www.uriopss-ara.fr/actualites/frenchimpact-laureats-en-region-ara",
            ),
            ("Handicap.fr", ""),
        ],
    },
    {
        "slug": "mozaik-rh",
        "name": "Mozaïk RH",
        "legal_form": "",
        "founded": None,
        "themes": ["emploi-insertion"],
        "headquarters": "",
        "region": "11",
        "action_regions": [],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Mozaïk RH met en relation les entreprises et les talents des quartiers populaires "
            "pour faire avancer la diversité dans le recrutement."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Des candidats que l’on ne voit pas", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Dans les quartiers populaires, des candidats qualifiés peinent à décrocher "
                    "un entretien. L’adresse, le nom ou l’absence de réseau pèsent encore sur le "
                    "tri des dossiers. De leur côté, des employeurs cherchent des profils qu’ils "
                    "ne trouvent pas par leurs voies habituelles.</p>"
                ),
            ),
            ("heading", {"text": "Un recrutement ouvert à la diversité", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Mozaïk RH travaille des deux côtés. Le cœur de son activité est le "
                    "recrutement dans les quartiers populaires. Un tel métier consiste à repérer "
                    "des candidats, à les préparer, puis à les présenter à des entreprises prêtes "
                    "à revoir leurs pratiques. La diversité cesse alors d’être un discours : elle "
                    "se mesure aux embauches.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Mozaïk RH est l’un des pionniers établis en Île-de-France. L’inclusion par "
                    "l’emploi figure parmi les cinq grands thèmes exprimés par les <a "
                    'data-page="territoires">territoires labellisés</a>. Comme les autres lauréats '
                    'de juin 2018, la structure reçoit le <a data-page="fonctionnement">Pass '
                    "Pionnier</a> et le parrainage d’un membre du Gouvernement.</p>"
                ),
            ),
        ],
        "sources": [
            ("Novethic, juin 2018", ""),
            ("CRESS Île-de-France, 2018", "https://www.cressidf.org/lappel-aux-territoires/"),
        ],
    },
    {
        "slug": "phenix",
        "name": "Phenix",
        "legal_form": "",
        "founded": None,
        "themes": ["economie-circulaire", "alimentation-durable"],
        "headquarters": "",
        "region": None,
        "action_regions": [],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Phenix lutte contre le gaspillage en offrant un débouché aux invendus des commerces, "
            "notamment grâce à une application ouverte au public."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Donner une suite aux invendus", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Chaque jour, des produits encore bons restent en rayon à la fermeture des "
                    "magasins. Les jeter coûte cher au commerçant et gaspille les ressources qui "
                    "ont servi à les produire. Phenix s’est donné pour métier de leur trouver une "
                    "autre destination.</p>"
                ),
            ),
            ("heading", {"text": "Du commerce au consommateur", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>L’entreprise travaille sur les invendus des professionnels. Elle propose "
                    "aussi une application destinée aux consommateurs. Ce type d’outil signale, "
                    "près de chez soi, des produits à emporter le jour même plutôt que de les voir "
                    "perdus. L’enjeu relève à la fois de l’économie circulaire et de "
                    "l’alimentation.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Phenix est l’un des 22 pionniers retenus en juin 2018. Selon l’entreprise, "
                    "citée par Novethic, le soutien obtenu dans ce cadre s’est élevé à "
                    "300 000 euros. Ce montant lui est propre : le <a "
                    'data-page="fonctionnement">Pass Pionnier</a> associe un appui financier, une '
                    "évaluation et un parrainage ministériel, selon les besoins de chaque "
                    "lauréat.</p>"
                ),
            ),
        ],
        "sources": [
            ("Novethic, juin 2018", ""),
            ("Novethic, article sur Phenix", ""),
        ],
    },
    {
        "slug": "plateau-urbain",
        "name": "Plateau Urbain",
        "legal_form": "scic",
        "founded": 2013,
        "themes": ["logement", "lien-social"],
        "headquarters": "",
        "region": "11",
        "action_regions": [],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Plateau Urbain ouvre temporairement des bâtiments vides à des associations, des "
            "artisans ou des artistes, dans l’attente d’un projet urbain."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Des murs qui attendent", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Entre la fin d’un usage et le début d’un chantier, un immeuble peut rester "
                    "vide pendant des mois, parfois des années. Il faut alors le garder, le "
                    "chauffer un peu, le protéger. Dans la même ville, des associations et de "
                    "jeunes entreprises cherchent des locaux à un prix abordable.</p>"
                ),
            ),
            ("heading", {"text": "L’occupation temporaire", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Plateau Urbain rapproche ces deux besoins. Avec l’accord du propriétaire, "
                    "un bâtiment inoccupé accueille pour un temps des activités variées, qui "
                    "participent aux charges. Le lieu reste vivant, le quartier en profite, et "
                    "certains usages peuvent inspirer le projet futur.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Créée sous forme d’association en 2013, la structure est devenue en "
                    "juillet 2017 une société coopérative d’intérêt collectif (SCIC). Basée en "
                    "Île-de-France, elle a été retenue en juin 2018 parmi les 22 pionniers. Le <a "
                    'data-page="fonctionnement">Pass Pionnier</a> l’aide à proposer cette pratique '
                    "à d’autres villes et à d’autres propriétaires.</p>"
                ),
            ),
        ],
        "sources": [
            ("Avise, portrait de Plateau Urbain", "https://www.avise.org/portraits/plateau-urbain"),
            ("ESS et société, 2018", "https://ess-et-societe.net/Les-Societes-cooperatives-48465"),
        ],
    },
    {
        "slug": "siel-bleu",
        "name": "Siel Bleu",
        "legal_form": "",
        "founded": 1997,
        "themes": ["sante-autonomie"],
        "headquarters": "Strasbourg",
        "region": "44",
        "action_regions": ["44"],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Fondé à Strasbourg en 1997, Siel Bleu propose une activité physique adaptée aux "
            "personnes âgées ou fragiles, pour prévenir et préserver l’autonomie."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Bouger, à tout âge", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>L’activité physique entretient la force, l’équilibre et le moral. Elle "
                    "reste pourtant difficile d’accès pour beaucoup de personnes âgées, malades ou "
                    "en situation de handicap. Un cours ordinaire ne leur convient pas, et la "
                    "crainte de la chute suffit souvent à décourager.</p>"
                ),
            ),
            ("heading", {"text": "Une pratique adaptée", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Siel Bleu, fondé à Strasbourg en 1997, a choisi d’adapter l’exercice à la "
                    "personne. En activité physique adaptée, un professionnel formé part des "
                    "capacités et des envies de chacun. Les séances peuvent se tenir en groupe, "
                    "dans un établissement ou au plus près du domicile. L’enjeu est la prévention "
                    "autant que le lien avec les autres.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Siel Bleu avait été cité dès le lancement du 18 janvier 2018. Il fait "
                    "partie des 22 pionniers désignés en juin suivant et bénéficie du <a "
                    'data-page="fonctionnement">Pass Pionnier</a>. Le « bien vieillir » compte '
                    "aussi parmi les thèmes exprimés par les territoires. <a "
                    'data-page="territory:strasbourg-eurometropole">Strasbourg Eurométropole</a> a '
                    "été labellisée en février 2019.</p>"
                ),
            ),
        ],
        "sources": [
            (
                "La Gazette des communes, juin 2018",
                (
                    "https://www.lagazettedescommunes.com/568784/le-french-impact-22-laureats-selectionnes-et-un-appel-aux-territoires/"
                ),
            ),
            ("Carenews", ""),
            ("RTES, janvier 2018", "https://rtes.fr/node/3817"),
        ],
    },
    {
        "slug": "simon-de-cyrene",
        "name": "Simon de Cyrène",
        "legal_form": "",
        "founded": None,
        "themes": ["handicap", "logement"],
        "headquarters": "",
        "region": None,
        "action_regions": ["11"],
        "website": "https://simondecyrene.org/",
        "entry": "laureate",
        "summary": (
            "Simon de Cyrène crée des maisons partagées où vivent ensemble des personnes en "
            "situation de handicap et des personnes valides."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Habiter ensemble", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Après un accident ou une maladie, une personne devenue handicapée a "
                    "souvent le choix entre deux solutions : rester seule chez elle ou entrer en "
                    "établissement. Simon de Cyrène en propose une troisième, la maison "
                    "partagée.</p>"
                ),
            ),
            ("heading", {"text": "Un chez-soi et une vie commune", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Dans ces maisons vivent des personnes handicapées et des personnes "
                    "valides. Habiter ainsi, c’est disposer d’un logement à soi tout en partageant "
                    "des repas, des activités et les tâches du quotidien. L’aide nécessaire "
                    "s’organise sur place, et la solitude recule des deux côtés. Le premier lieu a "
                    "ouvert en 2009 à Vanves, dans les Hauts-de-Seine.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Un habitat de ce type se situe entre plusieurs règles : celles du "
                    "logement, celles du handicap et celles de l’action sociale. C’est un terrain "
                    'où l’appui d’un <a data-page="hackers-publics">hacker public</a> prend tout '
                    "son sens. Simon de Cyrène fait partie des 22 pionniers retenus en juin 2018 "
                    'et dispose du <a data-page="fonctionnement">Pass Pionnier</a>.</p>'
                ),
            ),
        ],
        "sources": [
            ("Simon de Cyrène", "https://simondecyrene.org/"),
            ("LMedia, juillet 2019", ""),
        ],
    },
    {
        "slug": "toit-a-moi",
        "name": "Toit à Moi",
        "legal_form": "",
        "founded": 2007,
        "themes": ["logement", "lien-social"],
        "headquarters": "Nantes",
        "region": "52",
        "action_regions": ["52"],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Lancé à Nantes en 2007, Toit à Moi achète des appartements grâce à des donateurs pour "
            "y loger des personnes sans abri."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Un don, un toit", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Toit à Moi est parti d’une idée directe : si de nombreux donateurs se "
                    "regroupent, ils peuvent acheter ensemble un appartement pour une personne "
                    "sans abri. Le projet est né à Nantes en 2007. Les dons réunis financent "
                    "l’achat de logements, qui sont ensuite proposés à des personnes sans "
                    "domicile.</p>"
                ),
            ),
            ("heading", {"text": "Le logement d’abord, puis la suite", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Avoir une adresse et une porte qui ferme change beaucoup de choses : le "
                    "repos, la santé, les démarches, la recherche d’un emploi. Un logement ne "
                    "règle pourtant pas tout. L’entourage, les visites et le soutien dans la durée "
                    "comptent autant que les murs.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Toit à Moi est l’un des pionniers distingués en juin 2018. La chambre "
                    "régionale de l’économie sociale et solidaire (ESS) d’Île-de-France le compte "
                    "parmi les lauréats franciliens ; ses origines sont nantaises. Il bénéficie du "
                    '<a data-page="fonctionnement">Pass Pionnier</a>, destiné à porter une '
                    "réussite locale vers d’autres villes.</p>"
                ),
            ),
        ],
        "sources": [
            (
                "Le Courrier de l’Atlas",
                (
                    "https://www.lecourrierdelatlas.com/societe-toit-a-moi-des-appartements-pour-les-sans-abris-20401/"
                ),
            ),
            ("Solidarum", ""),
            ("CRESS Île-de-France, 2018", "https://www.cressidf.org/lappel-aux-territoires/"),
        ],
    },
    {
        "slug": "trait-d-union",
        "name": "Trait d’Union",
        "legal_form": "cooperative",
        "founded": None,
        "themes": ["handicap", "lien-social"],
        "headquarters": "",
        "region": None,
        "action_regions": [],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Trait d’Union fédère des coopératives d’interprètes en langue des signes pour "
            "faciliter l’accès des personnes sourdes à la vie sociale."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Se comprendre, partout", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Un rendez-vous médical, un entretien d’embauche, une réunion de parents "
                    "d’élèves : pour une personne sourde, ces moments ordinaires demandent souvent "
                    "un interprète. Il doit être qualifié, disponible et tenu au secret. Sans lui, "
                    "la personne dépend d’un proche ou renonce.</p>"
                ),
            ),
            ("heading", {"text": "Des interprètes associés en coopératives", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Trait d’Union est un réseau de coopératives d’interprètes en langue des "
                    "signes. Dans une coopérative de travail, les professionnels sont associés : "
                    "ils décident ensemble de l’organisation et de la qualité du service. En "
                    "réseau, ils partagent des outils et peuvent répondre à des demandes plus "
                    "larges qu’une équipe isolée.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Le groupement est l’un des 22 pionniers retenus en juin 2018 par l’<a "
                    'data-page="call:pionniers-french-impact">appel à projets Pionniers</a>. Comme '
                    'les autres lauréats, il dispose du <a data-page="fonctionnement">Pass '
                    "Pionnier</a> : appui au plan de croissance, évaluation de l’impact, réseau de "
                    "partenaires privés et parrainage d’un ministre.</p>"
                ),
            ),
        ],
        "sources": [
            ("ESS et société, 2018", "https://ess-et-societe.net/Les-Societes-cooperatives-48465"),
            ("CRESS Île-de-France, article sur Trait d’Union", ""),
        ],
    },
    {
        "slug": "voisinmalin",
        "name": "VoisinMalin",
        "legal_form": "",
        "founded": 2011,
        "themes": ["lien-social"],
        "headquarters": "Courcouronnes",
        "region": "11",
        "action_regions": ["11"],
        "website": "",
        "entry": "laureate",
        "summary": (
            "Dans les quartiers populaires, VoisinMalin rémunère des habitants qui vont de porte "
            "en porte informer et écouter leurs voisins."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "L’information portée par un voisin", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Une affiche dans le hall ou une lettre officielle ne suffisent pas "
                    "toujours. La langue, la méfiance ou la fatigue des démarches éloignent bien "
                    "des ménages de leurs droits. VoisinMalin fait le pari de la rencontre : un "
                    "habitant frappe à la porte, explique et écoute.</p>"
                ),
            ),
            ("heading", {"text": "Un vrai travail", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Ces médiateurs habitent le quartier et sont rémunérés pour leur mission. "
                    "L’action a commencé en 2011 à Courcouronnes, dans l’Essonne. Le porte-à-porte "
                    "peut aborder la santé, les économies d’énergie, un chantier ou un service "
                    "public. Ce que disent les habitants remonte ensuite vers les organismes "
                    "concernés, qui peuvent ajuster leur action.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>VoisinMalin fait partie des lauréats franciliens de juin 2018. Grâce au <a "
                    'data-page="fonctionnement">Pass Pionnier</a>, l’équipe peut préparer sa '
                    "croissance avec l’aide de partenaires privés et d’un ministre parrain. "
                    "L’enjeu est de garder, en s’étendant, ce qui fait sa force : la confiance "
                    "entre voisins.</p>"
                ),
            ),
        ],
        "sources": [
            (
                "Fondation RAJA-Danièle Marcovici",
                (
                    "https://www.fondation-raja-marcovici.com/projet/le-voisinmalin-daulnay-sous-bois-faciliter-le-lien-entre-habitants-des-quartiers-populaires.html"
                ),
            ),
            ("CRESS Île-de-France, 2018", "https://www.cressidf.org/lappel-aux-territoires/"),
            ("Novethic", ""),
        ],
    },
    {
        "slug": "wetechcare",
        "name": "WeTechCare",
        "legal_form": "",
        "founded": None,
        "themes": ["numerique", "lien-social"],
        "headquarters": "",
        "region": None,
        "action_regions": [],
        "website": "",
        "entry": "laureate",
        "summary": (
            "WeTechCare aide les personnes en difficulté avec le numérique, pour que le passage "
            "des démarches en ligne ne laisse personne de côté."
        ),
        "indicators": [],
        "body": [
            ("heading", {"text": "Quand tout passe par un écran", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Déclarer ses revenus, chercher un emploi, prendre rendez-vous : ces gestes "
                    "se font de plus en plus en ligne. Pour qui n’a ni équipement, ni habitude, ni "
                    "adresse électronique, chaque démarche devient un obstacle. Le risque est de "
                    "perdre un droit sans même le savoir.</p>"
                ),
            ),
            ("heading", {"text": "Aider à prendre pied", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>WeTechCare agit auprès des personnes en difficulté avec le numérique. "
                    "L’inclusion numérique combine plusieurs leviers : repérer les besoins, "
                    "proposer des exercices simples, outiller celles et ceux qui aident au "
                    "quotidien. Un bénévole, un travailleur social ou un agent d’accueil peut "
                    "alors guider sans faire à la place.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Retenue parmi les 22 pionniers de juin 2018, l’équipe bénéficie du <a "
                    'data-page="fonctionnement">Pass Pionnier</a> pendant trois ans. L’enjeu '
                    "concerne tous les territoires, ruraux comme urbains. Il recoupe aussi "
                    "l’action des administrations, premières intéressées par des services en ligne "
                    "que chacun puisse utiliser.</p>"
                ),
            ),
        ],
        "sources": [
            ("LMedia, juillet 2019", ""),
            ("Admical, liste des 22 structures retenues", "https://admical.org/node/3935"),
        ],
    },
    {
        "slug": "wimoov",
        "name": "Wimoov",
        "legal_form": "association",
        "founded": 1998,
        "themes": ["mobilite", "emploi-insertion"],
        "headquarters": "Paris",
        "region": "11",
        "action_regions": ["11", "93"],
        "website": "https://wimoov.org/",
        "entry": "launch",
        "summary": (
            "Présentée au lancement de janvier 2018, l’association Wimoov accompagne les personnes "
            "fragiles vers une mobilité plus autonome, au moyen de plateformes locales."
        ),
        "indicators": [
            {
                "label": "Personnes accompagnées",
                "value": "11 000",
                "unit": "personnes",
                "year": 2017,
                "source": "Novethic",
            },
            {
                "label": "Retour à l’emploi",
                "value": "46",
                "unit": "%",
                "year": 2017,
                "source": "Novethic",
            },
            {
                "label": "Personnes accompagnées chaque année",
                "value": "13 000",
                "unit": "personnes",
                "year": 2019,
                "source": "La Tribune",
            },
            {
                "label": "Accès à l’emploi ou à la formation",
                "value": "42",
                "unit": "%",
                "year": 2019,
                "source": "La Tribune",
            },
            {
                "label": "Effectif salarié",
                "value": "150",
                "unit": "salariés",
                "year": 2019,
                "source": "La Tribune",
            },
        ],
        "body": [
            ("heading", {"text": "D’un campus à un réseau de plateformes", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>L’histoire débute en 1995 par un covoiturage organisé entre étudiants à "
                    "Nanterre. L’association Voiture &amp; Co naît le 8 janvier 1998. Sa première "
                    "plateforme de mobilité ouvre en 2005 à La Ciotat. Devenue Wimoov, elle "
                    "appartient au Groupe SOS, a son siège à Paris et déclarait en 2020 une "
                    "présence dans dix régions.</p>"
                ),
            ),
            ("heading", {"text": "Apprendre à se déplacer", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Un conseiller fait le point avec la personne : ses trajets, son budget, "
                    "ses craintes, les solutions proches de chez elle. Wimoov estime à 7 millions "
                    "le nombre de personnes en difficulté de mobilité. Les chiffres publiés "
                    "varient : 46 % de retours à l’emploi pour 2017, 42 % vers l’emploi ou la "
                    "formation en 2019. Ils ne mesurent pas la même chose.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Wimoov a été présentée le 18 janvier 2018, lors du <a "
                    'data-page="accelerateur">lancement de l’accélérateur</a>, comme exemple '
                    "d’innovation sociale. Elle est aussi l’une des six structures engagées dans "
                    'un <a data-page="financement">contrat à impact</a> issu de l’appel de '
                    "2016.</p>"
                ),
            ),
        ],
        "sources": [
            ("Wimoov, « 25 ans »", "https://wimoov.org/25-ans"),
            ("Avise, portrait de Wimoov, 2020", "https://www.avise.org/portraits/wimoov"),
            ("Novethic", ""),
            (
                "La Tribune, novembre 2019",
                (
                    "https://www.latribune.fr/entreprises-finance/services/transport-logistique/wimoov-releve-le-defi-de-l-accessibilite-pour-tous-833988.html"
                ),
            ),
            ("RTES, janvier 2018", "https://rtes.fr/node/3817"),
        ],
    },
    {
        "slug": "iepc",
        "name": "Institut d’éducation et des pratiques citoyennes (IEPC)",
        "legal_form": "association",
        "founded": 2000,
        "themes": ["petite-enfance", "emploi-insertion"],
        "headquarters": "",
        "region": None,
        "action_regions": ["11"],
        "website": "",
        "entry": "launch",
        "summary": (
            "Présentée au lancement de janvier 2018, cette association gère des crèches qui "
            "réservent la moitié de leurs places aux enfants de parents sans emploi."
        ),
        "indicators": [
            {
                "label": "Crèches gérées",
                "value": "10",
                "unit": "crèches",
                "year": None,
                "source": "France Active",
            },
            {
                "label": "Salariés",
                "value": "260",
                "unit": "salariés",
                "year": None,
                "source": "France Active",
            },
            {
                "label": "Villes d’implantation",
                "value": "9",
                "unit": "villes",
                "year": None,
                "source": "France Active",
            },
        ],
        "body": [
            ("heading", {"text": "Une place en crèche pour chercher un emploi", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Sans mode de garde, pas de recherche d’emploi ; sans emploi, pas toujours "
                    "de place en crèche. L’IEPC, association loi de 1901 créée en 2000 par Mara "
                    "Maudet, veut rompre ce cercle. Sa première crèche, Arc-en-ciel, ouvre à "
                    "Bagneux en 2003. La moitié des places revient à des parents sans emploi, et "
                    "l’accueil dure de 12 à 13 heures par jour.</p>"
                ),
            ),
            ("heading", {"text": "Un engagement réciproque", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Le parent signe un contrat de trois mois, renouvelable une fois, et reçoit "
                    "un appui dans ses recherches. L’association fait état, selon les "
                    "publications, de 85 à 90 % de réussite, ou de 70 % d’accès à l’emploi et de "
                    "20 à 25 % à la formation. Ces chiffres sont les siens.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>L’idée a trouvé un écho national : une charte des crèches « à vocation "
                    "d’insertion professionnelle » (AVIP) date du 4 mars 2016. On en comptait 43 "
                    "en janvier 2018, avec un objectif de 300 en 2020. L’IEPC a été présenté le 18 "
                    'janvier 2018, au <a data-page="accelerateur">lancement de '
                    "l’accélérateur</a>.</p>"
                ),
            ),
        ],
        "sources": [
            (
                "UP le mag",
                "http://www.up-inspirer.fr/34938-ile-de-france-creche-outil-de-reinsertion-parents",
            ),
            (
                "Pratique.fr",
                (
                    "http://www.pratique.fr/actu/connaissez-creche-associative-parents-difficultes-81787.html"
                ),
            ),
            (
                "ToutEduc, septembre 2015",
                (
                    "http://www.touteduc.fr/fr/petite-enfance/id-11366-une-creche-pour-trouver-un-emploi-une-innovation-mise-en-exergue-par-l-rossignol"
                ),
            ),
            ("France Active", "http://www.franceactive.org/default.asp?id=19&element=149"),
            ("RTES, janvier 2018", "https://rtes.fr/node/3817"),
        ],
    },
]
