"""Les pages de contenu : « L’accélérateur » et ses sept sous-pages."""

CONTENT_PAGES = [
    {
        "key": "accelerateur",
        "slug": "accelerateur",
        "title": "L’accélérateur",
        "summary": (
            "L’accélérateur national d’innovation sociale aide des solutions nées sur le terrain à "
            "grandir et à servir dans toute la France."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Une crèche ouverte aux enfants de parents sans emploi, une ligne de "
                    "covoiturage à la campagne, du matériel médical remis en état : ces solutions "
                    "existent. Elles restent souvent connues de quelques communes "
                    "seulement.</p><p>L’accélérateur national d’innovation sociale a été lancé le "
                    "18 janvier 2018 pour les aider à changer d’échelle. French Impact est le nom "
                    "et la bannière de cette démarche.</p>"
                ),
            ),
            ("heading", {"text": "Pourquoi un accélérateur", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Une association ou une entreprise de l’économie sociale et solidaire (ESS) "
                    "sait souvent répondre à un besoin local. Grandir demande autre chose : des "
                    "fonds, des appuis, une administration attentive et la preuve que la solution "
                    "fonctionne. L’accélérateur réunit ces moyens autour des projets.</p>"
                ),
            ),
            (
                "quote",
                {
                    "text": (
                        "Afin de répondre aux multiples défis de nos territoires, nous devons "
                        "encourager l’innovation sociale et la mettre au cœur de nos politiques "
                        "publiques."
                    ),
                    "speaker": "Jean-Michel Blanquer",
                    "office": "ministre de l’Éducation nationale, chargé de la vie associative",
                },
            ),
            ("heading", {"text": "Qui le conduit", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Quatre responsables publics ont lancé la démarche : Nicolas Hulot, "
                    "Jean-Michel Blanquer, Julien Denormandie et Christophe Itier. Ce dernier "
                    "était haut-commissaire à l’ESS et à l’innovation sociale depuis septembre "
                    "2017. En juillet 2020, <a "
                    'data-page="article:economie-sociale-solidaire-bercy">l’ESS a rejoint '
                    "Bercy</a>, et Olivia Grégoire a été nommée secrétaire d’État. La "
                    "Caisse des Dépôts a conduit avec l’État le premier appel à projets.</p>"
                ),
            ),
            ("heading", {"text": "Cinq objectifs, deux principes", "level": "h2"}),
            (
                "paragraph",
                (
                    '<p>L’accélérateur poursuit <a data-page="objectifs">cinq objectifs</a> : '
                    "fédérer une communauté, mobiliser des financements, simplifier, évaluer et "
                    'soutenir les territoires. Il repose sur <a data-page="principes">deux '
                    "principes</a>, l’open source et la co-construction.</p>"
                ),
            ),
            ("heading", {"text": "Où en est-on", "level": "h2"}),
            (
                "paragraph",
                (
                    '<p>En juin 2018, 22 <a data-page="pionniers">pionniers</a> ont été désignés. '
                    "En février puis en décembre 2019, 27 <a "
                    'data-page="territoires">territoires</a> ont reçu le label. Le lancement avait '
                    "aussi prévu un déploiement dans toutes les régions en janvier 2019. Le <a "
                    'data-page="calendrier">calendrier</a> distingue ce qui a été réalisé de ce '
                    "qui a été annoncé.</p>"
                ),
            ),
            (
                "key_figures",
                {
                    "title": "Repères",
                    "figures": [
                        {
                            "value": "22",
                            "unit": "pionniers",
                            "label": "retenus sur 200 candidatures en juin 2018",
                            "source": "La Gazette des communes, juin 2018",
                        },
                        {
                            "value": "27",
                            "unit": "territoires",
                            "label": "labellisés en 2019",
                            "source": "Actu-Environnement, décembre 2019",
                        },
                        {
                            "value": "1",
                            "unit": "milliard d’euros",
                            "label": "visé en cinq ans, public et privé",
                            "source": "Annonce du 18 janvier 2018",
                        },
                    ],
                },
            ),
            ("button", {"label": "Suivre le calendrier du déploiement", "page": "calendrier"}),
        ],
        "in_menu": True,
        "children": [
            {
                "key": "objectifs",
                "slug": "objectifs",
                "title": "Les cinq objectifs",
                "summary": (
                    "Fédérer, financer, simplifier, évaluer, soutenir les territoires : ce que "
                    "l’accélérateur s’est donné pour but au lancement de janvier 2018."
                ),
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>L’accélérateur a reçu cinq objectifs au moment de son lancement, "
                            "le 18 janvier 2018. Ils forment un ensemble : une solution locale ne "
                            "grandit que si elle est connue, financée, débarrassée des obstacles "
                            "inutiles, évaluée et soutenue là où elle agit.</p>"
                        ),
                    ),
                    ("heading", {"text": "1. Fédérer une communauté", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Associations, coopératives, entreprises, collectivités et "
                            "financeurs travaillent souvent sans se connaître. L’État a annoncé "
                            "une plateforme en ligne pour repérer les initiatives locales et "
                            "rassembler celles et ceux qui les portent. Les <a "
                            'data-page="pionniers">pionniers</a> et les <a '
                            'data-page="territoires">territoires labellisés</a> forment le premier '
                            "cercle de cette communauté.</p>"
                        ),
                    ),
                    ("heading", {"text": "2. Mobiliser un milliard d’euros", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>La cible est d’un milliard d’euros en cinq ans, publics et privés "
                            "réunis. Ces moyens doivent servir à deux moments : l’amorçage, quand "
                            "un projet débute, et le changement d’échelle, quand il a fait ses "
                            'preuves. La page <a data-page="financement">Financement</a> détaille '
                            "les outils annoncés.</p>"
                        ),
                    ),
                    ("heading", {"text": "3. Simplifier et expérimenter", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Une règle conçue pour un autre temps peut bloquer une bonne idée. "
                            'Un réseau de <a data-page="hackers-publics">hackers publics</a> aide '
                            "à trouver une issue, dans le respect du droit. L’expérimentation "
                            "permet ensuite de vérifier, à petite échelle, qu’une autre manière de "
                            "faire fonctionne.</p>"
                        ),
                    ),
                    ("heading", {"text": "4. Mieux évaluer l’impact social", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Un euro investi dans la prévention ou l’insertion produit des "
                            "effets difficiles à compter. L’accélérateur encourage des <a "
                            'data-page="mesure-impact">évaluations</a> sérieuses, dont les '
                            "méthodes et les limites sont dites.</p>"
                        ),
                    ),
                    ("heading", {"text": "5. Soutenir les territoires innovants", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            '<p>Le <a data-page="label">label French Impact</a> distingue les '
                            "territoires où les acteurs s’organisent ensemble. En décembre 2019, "
                            "ils étaient 27. Chacun s’engage sur trois défis : social, "
                            "environnemental et citoyen.</p>"
                        ),
                    ),
                    (
                        "cards",
                        {
                            "title": "Pour aller plus loin",
                            "pages": ["financement", "hackers-publics", "mesure-impact", "label"],
                        },
                    ),
                ],
                "in_menu": True,
                "children": [],
            },
            {
                "key": "principes",
                "slug": "principes",
                "title": "Open source et co-construction",
                "summary": (
                    "Deux principes guident l’accélérateur : ouvrir les solutions pour qu’elles "
                    "servent ailleurs, et les bâtir avec celles et ceux qu’elles concernent."
                ),
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Dès son lancement, l’accélérateur s’est appuyé sur deux principes. "
                            "L’un porte sur la diffusion des solutions, l’autre sur la manière de "
                            "les construire.</p>"
                        ),
                    ),
                    ("heading", {"text": "L’open source : partager pour essaimer", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Le mot vient du logiciel. Un programme « open source » peut être "
                            "lu, repris et amélioré par d’autres. Transposée à l’innovation "
                            "sociale, l’idée est de rendre une solution assez claire pour qu’elle "
                            "soit reprise ailleurs : méthode, coûts, erreurs à éviter, "
                            "résultats.</p><p>Ce partage prend plusieurs formes. <a "
                            'data-page="pioneer:messidor">Messidor</a> transmet son modèle par une '
                            '« franchise sociale ». <a data-page="pioneer:trait-d-union">Trait '
                            "d’Union</a> relie des coopératives qui gardent leur autonomie. Les "
                            "territoires candidats, eux, doivent dire comment ils feront profiter "
                            "les autres de leur expérience.</p>"
                        ),
                    ),
                    (
                        "highlight",
                        {
                            "text": (
                                "Une solution ouverte ne se copie pas à l’identique : elle "
                                "s’adapte, et revient enrichie."
                            ),
                        },
                    ),
                    ("heading", {"text": "La co-construction : décider avec", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Co-construire, c’est associer dès le début les personnes et les "
                            "organisations concernées. Un projet pensé sans ses usagers manque "
                            "souvent sa cible. Une politique écrite sans les acteurs de terrain "
                            "s’applique mal.</p><p>Ce principe se retrouve dans l’<a "
                            'data-page="call:territoires-french-impact">appel Territoires</a>, où '
                            "la candidature est collective. Il vaut aussi pour le <a "
                            'data-page="fonctionnement">Pass Pionnier</a>, bâti avec chaque '
                            "lauréat : plan de croissance, évaluation, partenaires privés et "
                            "ministre parrain.</p>"
                        ),
                    ),
                    (
                        "accordion",
                        {
                            "title": "Quelques mots à connaître",
                            "items": [
                                {
                                    "title": "Innovation sociale",
                                    "text": (
                                        "<p>Une réponse nouvelle à un besoin social mal couvert, "
                                        "construite avec les personnes concernées. La nouveauté "
                                        "peut tenir au service, à l’organisation ou au mode de "
                                        "financement.</p>"
                                    ),
                                },
                                {
                                    "title": "Essaimage",
                                    "text": (
                                        "<p>La reprise d’une solution dans d’autres lieux, par la "
                                        "même structure ou par d’autres. L’essaimage peut passer "
                                        "par une formation, une licence, une « franchise sociale » "
                                        "ou un simple guide.</p>"
                                    ),
                                },
                                {
                                    "title": "Changement d’échelle",
                                    "text": (
                                        "<p>L’étape où une solution éprouvée localement touche "
                                        "beaucoup plus de personnes. Elle demande des "
                                        "financements, une organisation plus solide et, parfois, "
                                        "une règle adaptée.</p>"
                                    ),
                                },
                                {
                                    "title": "Économie sociale et solidaire (ESS)",
                                    "text": (
                                        "<p>L’ensemble des associations, coopératives, mutuelles, "
                                        "fondations et entreprises qui placent l’utilité sociale "
                                        "avant le profit et partagent la décision.</p>"
                                    ),
                                },
                            ],
                        },
                    ),
                    ("button", {"label": "Découvrir les pionniers", "page": "pionniers"}),
                ],
                "in_menu": True,
                "children": [],
            },
            {
                "key": "fonctionnement",
                "slug": "fonctionnement",
                "title": "Comment ça marche",
                "summary": (
                    "Qui pouvait être candidat, comment les dossiers sont choisis, ce que comprend "
                    "le Pass Pionnier et ce qui est attendu d’un territoire."
                ),
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>L’accélérateur agit à deux niveaux. Il aide des structures déjà "
                            "solides à grandir : ce sont les pionniers. Il reconnaît aussi des "
                            "territoires où les acteurs coopèrent. Chaque voie a son appel et ses "
                            "critères.</p>"
                        ),
                    ),
                    ("heading", {"text": "Les pionniers", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            '<p>L’<a data-page="call:pionniers-french-impact">appel à projets '
                            "Pionniers</a> a été mené avec la Caisse des Dépôts, du 18 janvier au "
                            "26 février 2018. Il s’adressait aux structures de l’économie sociale "
                            "et solidaire (ESS) de plus de trois ans, au budget annuel supérieur à "
                            "500 000 euros. Il visait de 10 à 15 projets ; 22 ont été retenus, "
                            "dans 12 secteurs.</p>"
                        ),
                    ),
                    (
                        "steps",
                        {
                            "title": "De la candidature à l’accompagnement",
                            "items": [
                                {
                                    "title": "Candidater",
                                    "text": (
                                        "La structure présente sa solution et son projet de "
                                        "croissance. L’appel de 2018 a reçu 200 candidatures."
                                    ),
                                },
                                {
                                    "title": "Être entendu",
                                    "text": (
                                        "Les projets les plus avancés sont auditionnés. En 2018, "
                                        "45 équipes ont défendu leur dossier."
                                    ),
                                },
                                {
                                    "title": "Être désigné",
                                    "text": (
                                        "La liste des 22 pionniers a été rendue publique le 12 "
                                        "juin 2018, au théâtre de la Renaissance, à Paris."
                                    ),
                                },
                                {
                                    "title": "Grandir",
                                    "text": (
                                        "Le lauréat reçoit le Pass Pionnier. L’accompagnement dure "
                                        "trois ans."
                                    ),
                                },
                            ],
                        },
                    ),
                    ("heading", {"text": "Le Pass Pionnier", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Le Pass Pionnier est un ensemble d’appuis, ajusté à chaque "
                            "lauréat. Il comprend cinq volets :</p><ul><li>le financement du plan "
                            "de croissance ;</li><li>l’appui d’un « Hacker Le French Impact », "
                            "agent public chargé de lever des <a "
                            'data-page="hackers-publics">blocages '
                            "réglementaires</a> ;</li><li>l’<a "
                            'data-page="mesure-impact">évaluation de l’impact</a> ;</li><li>un '
                            "réseau de partenaires privés ;</li><li>le parrainage d’un "
                            "ministre.</li></ul>"
                        ),
                    ),
                    ("heading", {"text": "Les territoires", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            '<p>L’<a data-page="call:territoires-french-impact">appel à '
                            "manifestation d’intérêt Territoires</a>, permanent, a été ouvert le 3 "
                            "juillet 2018. La première échéance, le 22 octobre 2018, a réuni "
                            "50 candidatures. L’Avise a participé à leur évaluation.</p>"
                        ),
                    ),
                    (
                        "accordion",
                        {
                            "title": "Les critères d’un territoire",
                            "items": [
                                {
                                    "title": "Un périmètre pertinent",
                                    "text": (
                                        "<p>Quartier, agglomération, pays rural, région : l’espace "
                                        "choisi doit avoir du sens pour les acteurs et pour les "
                                        "défis retenus.</p>"
                                    ),
                                },
                                {
                                    "title": "Un écosystème et une capacité d’entreprendre",
                                    "text": (
                                        "<p>Le territoire doit compter des acteurs engagés, et des "
                                        "personnes capables de conduire des projets.</p>"
                                    ),
                                },
                                {
                                    "title": "Une stratégie collective",
                                    "text": (
                                        "<p>Les partenaires partagent un diagnostic et trois "
                                        "défis : social, environnemental et citoyen.</p>"
                                    ),
                                },
                                {
                                    "title": "Une gouvernance claire",
                                    "text": (
                                        "<p>On sait qui anime, qui décide et qui rend compte.</p>"
                                    ),
                                },
                                {
                                    "title": "Le partage avec d’autres territoires",
                                    "text": (
                                        "<p>Le territoire fait profiter les autres de ce qu’il "
                                        "apprend.</p>"
                                    ),
                                },
                            ],
                        },
                    ),
                    (
                        "table",
                        {
                            "caption": "Trois publics, trois portes d’entrée",
                            "columns": ["Public", "Conditions principales", "Appui"],
                            "rows": [
                                [
                                    "Pionniers",
                                    (
                                        "Plus de trois ans d’existence ; budget annuel de plus de "
                                        "500 000 euros"
                                    ),
                                    "Pass Pionnier, pendant trois ans",
                                ],
                                [
                                    "Jeunes entreprises",
                                    "Moins de trois ans ; budget inférieur à 300 000 euros",
                                    "Fonds d’amorçage annoncé en juin 2018",
                                ],
                                [
                                    "Territoires",
                                    "Candidature collective répondant aux cinq critères",
                                    "Label French Impact",
                                ],
                            ],
                        },
                    ),
                    (
                        "cards",
                        {
                            "title": "Les appels",
                            "pages": [
                                "call:pionniers-french-impact",
                                "call:territoires-french-impact",
                            ],
                        },
                    ),
                ],
                "in_menu": True,
                "children": [],
            },
            {
                "key": "hackers-publics",
                "slug": "hackers-publics",
                "title": "Les hackers publics",
                "summary": (
                    "Des agents publics aident les porteurs de projets à surmonter les blocages "
                    "administratifs et à expérimenter, dans le respect du droit."
                ),
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Dans l’informatique, un « hacker » comprend un système de "
                            "l’intérieur et en trouve les failles. Le hacker public fait de même "
                            "avec l’administration : il en connaît les règles et cherche, avec le "
                            "porteur de projet, un chemin praticable.</p>"
                        ),
                    ),
                    ("heading", {"text": "Un réseau dans l’administration", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Le réseau a été constitué dans une partie des ministères et des "
                            "collectivités. Ses membres sont des agents publics. Ils mettent leur "
                            "connaissance des règles et des services à la disposition des projets "
                            "d’innovation sociale.</p>"
                        ),
                    ),
                    ("heading", {"text": "Lever un blocage, pas l’ignorer", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Un projet neuf tombe souvent entre deux cases. Il relève à la fois "
                            "du logement et du handicap, de la santé et de l’insertion, de "
                            "l’énergie et de la vie locale. Chaque service applique sa règle, et "
                            "le dossier s’arrête. Personne n’a tort, mais rien n’avance.</p><p>Le "
                            "hacker public n’a pas vocation à accorder des passe-droits. Il "
                            "clarifie la règle, trouve le bon interlocuteur, fait dialoguer les "
                            "services et repère les textes qui autorisent une expérimentation. Si "
                            "la règle doit changer, il fait remonter le besoin.</p>"
                        ),
                    ),
                    (
                        "steps",
                        {
                            "title": "Une démarche type",
                            "items": [
                                {
                                    "title": "Décrire l’obstacle",
                                    "text": (
                                        "Le porteur de projet expose ce qui bloque : une "
                                        "autorisation, un financement, un statut, un délai."
                                    ),
                                },
                                {
                                    "title": "Chercher la cause",
                                    "text": (
                                        "Le hacker public distingue la règle de droit, l’habitude "
                                        "de service et le simple malentendu."
                                    ),
                                },
                                {
                                    "title": "Ouvrir une issue",
                                    "text": (
                                        "Une interprétation commune, une dérogation prévue par un "
                                        "texte ou une expérimentation sont étudiées."
                                    ),
                                },
                                {
                                    "title": "Partager la solution",
                                    "text": (
                                        "Ce qui a été résolu pour un projet peut servir à d’autres."
                                    ),
                                },
                            ],
                        },
                    ),
                    ("heading", {"text": "Qui peut en bénéficier", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Les lauréats de l’<a "
                            'data-page="call:pionniers-french-impact">appel à projets '
                            'Pionniers</a> y accèdent par le <a data-page="fonctionnement">Pass '
                            "Pionnier</a>, sous le nom de « Hacker Le French Impact ». Le réseau "
                            "sert aussi l’objectif plus large de simplification, l’un des <a "
                            'data-page="objectifs">cinq objectifs</a> de l’accélérateur.</p>'
                        ),
                    ),
                    (
                        "callout",
                        {
                            "title": "Le droit à l’expérimentation",
                            "text": (
                                "<p>Expérimenter, c’est appliquer une règle différente dans un "
                                "cadre limité : un lieu, une durée, un public. À la fin, une "
                                "évaluation dit s’il faut abandonner, ajuster ou étendre. La "
                                "simplification et l’expérimentation vont donc de pair avec la "
                                "mesure de l’impact.</p>"
                            ),
                        },
                    ),
                    (
                        "cards",
                        {"title": "À lire aussi", "pages": ["mesure-impact", "fonctionnement"]},
                    ),
                ],
                "in_menu": True,
                "children": [],
            },
            {
                "key": "financement",
                "slug": "financement",
                "title": "Financement",
                "summary": (
                    "Un milliard d’euros visé en cinq ans, publics et privés réunis : les outils "
                    "annoncés, du premier euro au changement d’échelle."
                ),
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Les montants de cette page sont ceux qui ont été annoncés. Un "
                            "montant visé n’est pas un montant versé.</p>"
                        ),
                    ),
                    (
                        "key_figures",
                        {
                            "title": "Les ordres de grandeur",
                            "figures": [
                                {
                                    "value": "1",
                                    "unit": "milliard d’euros",
                                    "label": "Objectif sur cinq ans, fonds publics et privés",
                                    "source": "Annonce du 18 janvier 2018",
                                },
                                {
                                    "value": "20",
                                    "unit": "millions d’euros",
                                    "label": "Minimum annoncé pour le fonds d’amorçage",
                                    "source": "Chorum, juin 2018",
                                },
                                {
                                    "value": "100",
                                    "unit": "millions d’euros",
                                    "label": (
                                        "NovESS, fonds de la Caisse des Dépôts, à l’horizon 2018"
                                    ),
                                    "source": "Mediatico",
                                },
                            ],
                        },
                    ),
                    ("heading", {"text": "Un objectif public et privé", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>L’objectif d’un milliard d’euros en cinq ans représente environ "
                            "200 millions par an. Christophe Itier, haut-commissaire à l’Économie "
                            "sociale et solidaire (ESS) et à l’innovation sociale, a cité "
                            "plusieurs sources :</p><ul><li>le fonds NovESS de la Caisse des "
                            "Dépôts ;</li><li>le plan pauvreté et les territoires "
                            "innovants ;</li><li>les collectivités ;</li><li>le Crédit Coopératif "
                            "et BNP Paribas.</li></ul>"
                        ),
                    ),
                    ("heading", {"text": "L’amorçage", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Une jeune entreprise sociale rassure peu les prêteurs. Un fonds "
                            "d’amorçage a donc été annoncé le 12 juin 2018. Géré par INCO, il vise "
                            "de 120 à 150 entreprises de moins de trois ans, au budget inférieur à "
                            "300 000 euros.</p><p>Le pacte de croissance de l’ESS, présenté le 29 "
                            "novembre 2018, prévoit trois fonds d’amorçage, avec une cible de "
                            "80 millions d’euros. Il comprend aussi un deuxième Fonds d’innovation "
                            "sociale (FISO), de 21 millions d’euros pour 200 projets. Le 4 février "
                            "2020, un fonds d’amorçage de France Active, de 10 millions d’euros, a "
                            "été labellisé French Impact. Ces montants ne s’additionnent pas "
                            "toujours : un même fonds peut figurer dans plusieurs annonces.</p>"
                        ),
                    ),
                    (
                        "table",
                        {
                            "caption": "Les outils annoncés",
                            "columns": ["Outil", "Montant annoncé", "Pour qui"],
                            "rows": [
                                [
                                    "Fonds d’amorçage géré par INCO (2018)",
                                    "Au moins 20 millions d’euros",
                                    "De 120 à 150 entreprises de moins de trois ans",
                                ],
                                [
                                    "Trois fonds d’amorçage (pacte de croissance de l’ESS)",
                                    "80 millions d’euros visés",
                                    "Jeunes entreprises sociales",
                                ],
                                [
                                    "FISO 2 (pacte de croissance de l’ESS)",
                                    "21 millions d’euros",
                                    "200 projets",
                                ],
                                [
                                    "Fonds d’amorçage de France Active (2020)",
                                    "10 millions d’euros",
                                    "Fonds labellisé French Impact",
                                ],
                            ],
                        },
                    ),
                    ("heading", {"text": "Le changement d’échelle", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            '<p>Pour les pionniers, le <a data-page="fonctionnement">Pass '
                            "Pionnier</a> aide à financer le plan de croissance et à rencontrer "
                            "des partenaires privés. Les sommes varient selon les projets. <a "
                            'data-page="pioneer:phenix">Phenix</a>, cité par Novethic, a indiqué '
                            "avoir reçu 300 000 euros.</p>"
                        ),
                    ),
                    ("heading", {"text": "Les contrats à impact", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Dans un contrat à impact, un investisseur avance l’argent d’une "
                            "action sociale. L’État rembourse selon les résultats constatés. "
                            "L’appel de 2016 a conduit à six contrats : Adie, Apprentis d’Auteuil, "
                            '<a data-page="pioneer:article-1">Article 1</a>, Impact Partenaires, '
                            'La Cravate Solidaire et <a data-page="pioneer:wimoov">Wimoov</a>. Ce '
                            'mécanisme suppose une <a data-page="mesure-impact">mesure de '
                            "l’impact</a> fiable.</p>"
                        ),
                    ),
                    (
                        "accordion",
                        {
                            "title": "Le vocabulaire du financement",
                            "items": [
                                {
                                    "title": "Amorçage",
                                    "text": (
                                        "<p>Les premiers fonds d’un projet, quand le modèle n’est "
                                        "pas encore stable et que le risque est élevé.</p>"
                                    ),
                                },
                                {
                                    "title": "Capital patient",
                                    "text": (
                                        "<p>Un apport dont l’investisseur n’attend ni retour "
                                        "rapide, ni rendement élevé.</p>"
                                    ),
                                },
                                {
                                    "title": "Effet de levier",
                                    "text": (
                                        "<p>L’apport d’un financeur public qui en décide d’autres "
                                        "à s’engager.</p>"
                                    ),
                                },
                            ],
                        },
                    ),
                    (
                        "cards",
                        {"title": "À lire aussi", "pages": ["mesure-impact", "fonctionnement"]},
                    ),
                ],
                "in_menu": True,
                "children": [],
            },
            {
                "key": "mesure-impact",
                "slug": "mesure-impact",
                "title": "Mesurer l’impact",
                "summary": (
                    "Savoir ce qui change vraiment pour les personnes et les territoires : ce que "
                    "l’on mesure, ce que les chiffres disent et ce qu’ils ne disent pas."
                ),
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Mieux évaluer l’impact social est l’un des <a "
                            'data-page="objectifs">cinq objectifs</a> de l’accélérateur. '
                            'L’évaluation est aussi un volet du <a data-page="fonctionnement">Pass '
                            "Pionnier</a>. Elle sert d’abord à progresser ; elle aide ensuite à "
                            "convaincre un financeur ou une administration.</p>"
                        ),
                    ),
                    ("heading", {"text": "De l’activité à l’impact", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Compter des repas servis ou des personnes reçues décrit une "
                            "activité. L’impact est autre chose : c’est le changement qui n’aurait "
                            "pas eu lieu sans l’action. Une personne a-t-elle retrouvé un emploi ? "
                            "L’aurait-elle trouvé seule ? Que devient-elle un an plus tard ?</p>"
                        ),
                    ),
                    (
                        "steps",
                        {
                            "title": "Une démarche en quatre temps",
                            "items": [
                                {
                                    "title": "Dire le changement attendu",
                                    "text": (
                                        "Pour qui l’action est-elle menée, et que doit-elle "
                                        "modifier ?"
                                    ),
                                },
                                {
                                    "title": "Choisir peu d’indicateurs",
                                    "text": (
                                        "Quelques mesures claires valent mieux qu’un long tableau. "
                                        "Chacune a une définition, une année et une source."
                                    ),
                                },
                                {
                                    "title": "Recueillir et comparer",
                                    "text": (
                                        "Les données sont suivies dans la durée et rapprochées "
                                        "d’une situation de référence."
                                    ),
                                },
                                {
                                    "title": "Publier, limites comprises",
                                    "text": (
                                        "Un résultat honnête dit aussi ce qu’il ne permet pas de "
                                        "conclure."
                                    ),
                                },
                            ],
                        },
                    ),
                    ("heading", {"text": "Lire un chiffre avec prudence", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            '<p>L’exemple de <a data-page="pioneer:wimoov">Wimoov</a> est parlant. '
                            "Pour 2017, Novethic rapporte 46 % de retours à l’emploi. En 2019, La "
                            "Tribune évoque 42 % de retours à l’emploi ou en formation. Les deux "
                            "taux ne portent ni sur la même année, ni sur la même définition : on "
                            "ne peut en déduire ni hausse, ni baisse.</p><p>De même, l’<a "
                            'data-page="pioneer:iepc">IEPC</a> publie plusieurs taux de réussite '
                            "pour ses crèches. Ce site les cite en les attribuant à "
                            "l’association.</p>"
                        ),
                    ),
                    (
                        "highlight",
                        {
                            "text": (
                                "Un chiffre sans date, sans définition et sans source n’est pas un "
                                "résultat."
                            ),
                        },
                    ),
                    ("heading", {"text": "Sur ce site", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Les fiches des pionniers n’affichent que des indicateurs dont "
                            "l’origine est connue. Lorsqu’un nombre est un objectif, il est "
                            "présenté comme tel. Lorsqu’aucun chiffre fiable n’est disponible, la "
                            "fiche n’en donne pas.</p>"
                        ),
                    ),
                    (
                        "accordion",
                        {
                            "title": "Glossaire",
                            "items": [
                                {
                                    "title": "Indicateur",
                                    "text": (
                                        "<p>Une mesure suivie dans le temps, avec sa définition et "
                                        "son unité.</p>"
                                    ),
                                },
                                {
                                    "title": "Réalisation",
                                    "text": (
                                        "<p>Ce que l’action produit directement : séances tenues, "
                                        "trajets proposés, logements ouverts.</p>"
                                    ),
                                },
                                {
                                    "title": "Résultat",
                                    "text": (
                                        "<p>Ce qui change à court terme pour les personnes : un "
                                        "savoir-faire, un emploi, un logement.</p>"
                                    ),
                                },
                                {
                                    "title": "Impact",
                                    "text": (
                                        "<p>La part du changement, dans la durée, que l’on peut "
                                        "attribuer à l’action.</p>"
                                    ),
                                },
                            ],
                        },
                    ),
                    ("cards", {"title": "À lire aussi", "pages": ["financement", "principes"]}),
                ],
                "in_menu": True,
                "children": [],
            },
            {
                "key": "label",
                "slug": "label",
                "title": "Le label et la marque",
                "summary": (
                    "French Impact est une bannière commune, inspirée de la French Tech, et un "
                    "label attribué aux territoires qui font travailler ensemble leurs acteurs."
                ),
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Sous le même nom, French Impact désigne deux choses : une "
                            "bannière, qui rassemble les acteurs de l’innovation sociale, et un "
                            "label, accordé à l’issue d’un appel.</p>"
                        ),
                    ),
                    ("heading", {"text": "Une bannière nationale", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>La marque a été présentée le 18 janvier 2018, en même temps que "
                            "l’accélérateur. Elle s’inspire de la French Tech, qui a donné un "
                            "visage commun aux jeunes entreprises du numérique. L’ambition est "
                            "comparable : rendre visible une communauté dispersée et montrer sa "
                            "diversité. Le mot-dièse #FrenchImpact l’accompagne depuis le premier "
                            "jour.</p>"
                        ),
                    ),
                    ("heading", {"text": "Une association pour l’animer", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>L’association Le French Impact relève de la loi de 1901. Elle est "
                            "née en 2019, selon La Tribune. Stéphanie Goujon en est la directrice "
                            "générale. Son action s’organise autour des pionniers, des "
                            "territoires, de défis thématiques et des hackers publics.</p>"
                        ),
                    ),
                    ("heading", {"text": "Le label des territoires", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Le label récompense un collectif plus qu’une institution. L’<a "
                            'data-page="call:territoires-french-impact">appel à manifestation '
                            "d’intérêt</a> a été ouvert en juillet 2018. Les 20 premiers "
                            "territoires ont été annoncés le 25 février 2019 au Solilab, à Nantes, "
                            "parmi 50 candidatures. Sept autres les ont rejoints en décembre "
                            "2019.</p>"
                        ),
                    ),
                    (
                        "key_figures",
                        {
                            "title": "Le label en chiffres",
                            "figures": [
                                {
                                    "value": "27",
                                    "unit": "territoires",
                                    "label": "labellisés en deux vagues",
                                    "source": "Actu-Environnement, décembre 2019",
                                },
                                {
                                    "value": "50",
                                    "unit": "candidatures",
                                    "label": "reçues lors de la première vague",
                                    "source": "Banque des Territoires, février 2019",
                                },
                                {
                                    "value": "3",
                                    "unit": "défis",
                                    "label": "par territoire : social, environnemental et citoyen",
                                    "source": "Actu-Environnement, décembre 2019",
                                },
                            ],
                        },
                    ),
                    ("heading", {"text": "Des thèmes venus du terrain", "level": "h2"}),
                    (
                        "paragraph",
                        (
                            "<p>Les priorités n’ont pas été fixées d’avance. Cinq grands thèmes se "
                            "dégagent des candidatures :</p><ul><li>l’alimentation durable et les "
                            "circuits courts ;</li><li>l’économie circulaire ;</li><li>l’inclusion "
                            "par l’emploi ;</li><li>la mobilité douce ;</li><li>le « bien "
                            "vieillir ».</li></ul>"
                        ),
                    ),
                    (
                        "callout",
                        {
                            "title": "Utiliser la marque",
                            "text": (
                                "<p>Le nom et les signes de French Impact ne sont pas couverts par "
                                "la licence ouverte de ce site. Leur emploi par un tiers demande "
                                "un accord préalable.</p><p>Les conditions de réutilisation "
                                'figurent dans les <a data-page="mentions-legales">mentions '
                                "légales</a>.</p>"
                            ),
                        },
                    ),
                    ("button", {"label": "Voir les territoires labellisés", "page": "territoires"}),
                ],
                "in_menu": True,
                "children": [],
            },
        ],
    },
]
