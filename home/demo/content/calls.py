"""Les trois appels de French Impact."""

CALLS = [
    {
        "slug": "pionniers-french-impact",
        "title": "Pionniers French Impact",
        "kind": "aap",
        "opens": "2018-01-18",
        "closes": "2018-02-26",
        "permanent": False,
        "period": "",
        "summary": (
            "Cet appel à projets a sélectionné les premiers pionniers de "
            "l’innovation sociale. Ouvert du 18 janvier au 26 février 2018, il "
            "était conduit avec la Caisse des Dépôts."
        ),
        "who_may_apply": (
            "<p>L’appel s’adressait aux entreprises de l’économie sociale et "
            "solidaire (ESS) particulièrement innovantes. Elles devaient remplir "
            "deux conditions :</p><ul><li>exister depuis plus de trois ans ;</li>"
            "<li>disposer d’un budget annuel supérieur à 500 000 euros.</li></ul>"
        ),
        "body": [
            (
                "heading",
                {
                    "text": "Le but de l’appel",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>L’appel à projets Pionniers visait des structures qui "
                    "ont fait leurs preuves localement. L’objectif était d’en "
                    "retenir 10 à 15, puis de les aider à changer d’échelle. Il "
                    "a été ouvert le jour du <a "
                    'data-page="article:lancement-accelerateur-innovation-sociale">'
                    "lancement de l’accélérateur</a>.</p>"
                ),
            ),
            (
                "steps",
                {
                    "title": "Le déroulement",
                    "items": [
                        {
                            "title": "18 janvier 2018",
                            "text": "Ouverture de l’appel.",
                        },
                        {
                            "title": "26 février 2018",
                            "text": "Date limite de dépôt des dossiers.",
                        },
                        {
                            "title": "Après la clôture",
                            "text": (
                                "Examen des 200 candidatures et audition de 45 d’entre elles."
                            ),
                        },
                        {
                            "title": "12 juin 2018",
                            "text": "Annonce des 22 pionniers, à Paris.",
                        },
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "L’accompagnement des lauréats",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                ("<p>Chaque lauréat reçoit un Pass Pionnier, pour une durée de trois ans.</p>"),
            ),
            (
                "accordion",
                {
                    "title": "Le contenu du Pass Pionnier",
                    "items": [
                        {
                            "title": "Financement de la croissance",
                            "text": (
                                "<p>Le plan de croissance de la structure "
                                'bénéficie d’un <a data-page="financement">'
                                "financement</a>.</p>"
                            ),
                        },
                        {
                            "title": "Appui d’un « hacker » public",
                            "text": (
                                '<p>Un <a data-page="hackers-publics">agent '
                                "public</a> aide à lever les blocages "
                                "réglementaires.</p>"
                            ),
                        },
                        {
                            "title": "Évaluation de l’impact",
                            "text": (
                                "<p>Les effets du projet sont <a "
                                'data-page="mesure-impact">évalués</a>.</p>'
                            ),
                        },
                        {
                            "title": "Partenaires privés",
                            "text": (
                                "<p>La structure accède à un vivier de partenaires privés.</p>"
                            ),
                        },
                        {
                            "title": "Parrainage",
                            "text": "<p>Un ministre parraine le pionnier.</p>",
                        },
                    ],
                },
            ),
        ],
        "laureates": [
            "article-1",
            "baluchon",
            "ecov",
            "enercoop",
            "envie-autonomie",
            "grap",
            "messidor",
            "mozaik-rh",
            "phenix",
            "plateau-urbain",
            "siel-bleu",
            "simon-de-cyrene",
            "toit-a-moi",
            "trait-d-union",
            "voisinmalin",
            "wetechcare",
        ],
        "territories": [],
        "results_text": (
            "<p>L’appel a reçu 200 candidatures. Après 45 auditions, "
            "22 pionniers ont été désignés le 12 juin 2018, dans douze secteurs. "
            "Seize d’entre eux sont présentés sur ce site.</p>"
            "<p>Lire l’article <a "
            'data-page="article:vingt-deux-pionniers-innovation-sociale">'
            "22 pionniers pour l’innovation sociale</a>.</p>"
        ),
        "sources": [
            ("Annonce du lancement, 19 janvier 2018", ""),
            ("Banque des Territoires, janvier 2018", ""),
            (
                "La Gazette des communes, juin 2018",
                "https://lagazettedescommunes.com/568784",
            ),
            ("Novethic, juin 2018", ""),
            (
                "Chorum, juin 2018",
                "https://chorum.fr/actualite/le-french-impact-labellise-22-pionniers-0",
            ),
            (
                "Admical, « Le #French Impact, nouvelle bannière nationale »",
                "https://admical.org/node/3935",
            ),
        ],
        "extensions": [],
    },
    {
        "slug": "structures-accompagnement",
        "title": "Structures d’accompagnement",
        "kind": "aac",
        "opens": None,
        "closes": None,
        "permanent": False,
        "period": "mars 2018",
        "summary": (
            "Annoncé le 18 janvier 2018 pour le mois de mars, cet appel à "
            "candidatures devait associer les structures d’accompagnement à "
            "l’accélérateur d’innovation sociale."
        ),
        "who_may_apply": (
            "<p>L’appel était destiné aux structures qui accompagnent des "
            "projets d’innovation sociale. Les conditions détaillées ne sont pas "
            "confirmées.</p>"
        ),
        "body": [
            (
                "heading",
                {
                    "text": "Une étape annoncée au lancement",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Cet appel à candidatures faisait partie des cinq étapes "
                    "présentées le <a "
                    'data-page="article:lancement-accelerateur-innovation-sociale">'
                    "18 janvier 2018</a>. Il devait associer à la démarche les "
                    "structures qui aident les porteurs de projets. Elles "
                    "forment, avec eux, l’écosystème de l’innovation sociale et "
                    "de l’économie sociale et solidaire (ESS).</p>"
                ),
            ),
            (
                "callout",
                {
                    "title": "Ce qui reste à confirmer",
                    "text": (
                        "<p>La période annoncée est mars 2018. Les dates "
                        "d’ouverture et de clôture, le règlement et les "
                        "résultats ne sont pas confirmés. Cette page sera "
                        "complétée lorsque ces informations seront "
                        "confirmées.</p>"
                    ),
                },
            ),
            (
                "paragraph",
                (
                    "<p>Les autres étapes sont présentées dans le <a "
                    'data-page="calendrier">calendrier</a>. Pour toute question, '
                    'la page <a data-page="contact">Contact</a> est à votre '
                    "disposition.</p>"
                ),
            ),
        ],
        "laureates": [],
        "territories": [],
        "results_text": "",
        "sources": [
            ("Annonce du lancement, 19 janvier 2018", ""),
        ],
        "extensions": [],
    },
    {
        "slug": "territoires-french-impact",
        "title": "Territoires French Impact",
        "kind": "ami",
        "opens": "2018-07-03",
        "closes": None,
        "permanent": True,
        "period": "",
        "summary": (
            "Cet appel à manifestation d’intérêt permanent s’adresse aux "
            "territoires qui veulent faire grandir l’innovation sociale. Il a "
            "été ouvert le 3 juillet 2018, à Romans."
        ),
        "who_may_apply": (
            "<p>L’appel s’adresse aux territoires dont les acteurs se réunissent "
            "autour d’un projet commun. Cinq critères guident l’examen des "
            "dossiers :</p><ul><li>un périmètre pertinent ;</li>"
            "<li>un écosystème local et des entrepreneurs moteurs ;</li>"
            "<li>une stratégie collective ;</li><li>une gouvernance claire ;</li>"
            "<li>le partage avec les autres territoires.</li></ul>"
        ),
        "body": [
            (
                "heading",
                {
                    "text": "Le but de l’appel",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>L’appel distingue des territoires qui font de "
                    "l’innovation sociale une réponse à leurs besoins. Les "
                    "acteurs de l’économie sociale et solidaire (ESS), les "
                    "collectivités et leurs partenaires y construisent une "
                    "stratégie commune. Les territoires retenus reçoivent le <a "
                    'data-page="label">label</a> Territoire French Impact.</p>'
                ),
            ),
            (
                "heading",
                {
                    "text": "Trois défis à définir",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Chaque territoire se fixe trois défis :</p><ul>"
                    "<li>un défi social ;</li><li>un défi environnemental ;</li>"
                    "<li>un défi citoyen.</li></ul>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Un appel permanent",
                    "level": "h2",
                },
            ),
            (
                "callout",
                {
                    "title": "La première échéance",
                    "text": (
                        "<p>Les premiers dossiers étaient attendus le 22 octobre "
                        "2018. L’appel est ensuite resté ouvert. Une deuxième "
                        "série de territoires a été labellisée en décembre "
                        "2019.</p>"
                    ),
                },
            ),
            (
                "paragraph",
                (
                    "<p>L’Avise a contribué à l’examen des candidatures. "
                    "L’ouverture de l’appel est racontée dans l’article <a "
                    'data-page="article:appel-territoires-ouvert-romans">À '
                    "Romans, un appel permanent est ouvert aux territoires</a>"
                    ".</p>"
                ),
            ),
        ],
        "laureates": [],
        "territories": [
            "aix-marseille-provence",
            "clermont-ferrand",
            "est-ensemble",
            "figeac",
            "le-mans-sarthe",
            "lyon-metropole",
            "mayotte",
            "montreuillois",
            "nantes-metropole",
            "pays-de-grasse",
            "bretagne-territoire",
            "normandie-territoire",
            "nouvelle-aquitaine-territoire",
            "roissy-pays-de-france",
            "roubaix",
            "strasbourg-eurometropole",
            "territoire-ledonien",
            "territoire-olympique-2024",
            "valence-romans",
            "toulouse-metropole",
            "grand-narbonne",
            "occitanie-est",
            "grenoble-alpes-metropole",
            "grand-chambery",
            "genevois-innovales",
            "grand-poitiers",
        ],
        "results_text": (
            "<p>Au total, 27 territoires ont été labellisés : 20 en février "
            "2019, parmi 50 candidatures, puis sept en décembre 2019. La Vallée "
            "de la Marne, retenue en février 2019, complète la liste affichée "
            "sur cette page.</p><p>Lire les articles <a "
            'data-page="article:vingt-territoires-labellises">Les 20 premiers '
            "Territoires French Impact sont connus</a> et <a "
            'data-page="article:sept-nouveaux-territoires">Sept nouveaux '
            "territoires rejoignent French Impact</a>.</p>"
        ),
        "sources": [
            ("L’Écho Drôme-Ardèche, juillet 2018", ""),
            (
                "La Gazette des communes, juillet 2018",
                "https://lagazettedescommunes.com/586709",
            ),
            ("Environnement Magazine, juillet 2018", ""),
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
            (
                "CRESS des Pays de la Loire, février 2019",
                "https://cress-pdl.org/territoire-french-impact-nantes-et-le-mans-laureats",
            ),
            ("Actu-Environnement, décembre 2019", ""),
        ],
        "extensions": [],
    },
]
