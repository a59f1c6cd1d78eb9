"""Articles d’actualité, du plus ancien au plus récent."""

ARTICLES = [
    {
        "slug": "lancement-accelerateur-innovation-sociale",
        "title": "L’État lance un accélérateur national de l’innovation sociale",
        "summary": (
            "Le 18 janvier 2018, trois membres du Gouvernement et le "
            "haut-commissaire à l’Économie sociale et solidaire ont présenté "
            "l’accélérateur d’innovation sociale et sa bannière, French Impact."
        ),
        "section": "programme",
        "themes": ["mobilite", "petite-enfance"],
        "region": None,
        "published": "2018-01-19",
        "modified": "2018-04-18",
        "hashtag": "FrenchImpact",
        "people": [
            {
                "slug": "jean-michel-blanquer",
                "name": "Jean-Michel Blanquer",
                "office": ("ministre de l’Éducation nationale, chargé de la vie associative"),
            },
            {
                "slug": "nicolas-hulot",
                "name": "Nicolas Hulot",
                "office": ("ministre d’État, ministre de la Transition écologique et solidaire"),
            },
            {
                "slug": "julien-denormandie",
                "name": "Julien Denormandie",
                "office": ("secrétaire d’État auprès du ministre de la Cohésion des territoires"),
            },
            {
                "slug": "christophe-itier",
                "name": "Christophe Itier",
                "office": (
                    "haut-commissaire à l’Économie sociale et solidaire et à l’innovation sociale"
                ),
            },
        ],
        "body": [
            (
                "paragraph",
                (
                    "<p>Jeudi 18 janvier 2018, l’État a présenté l’accélérateur "
                    "national de l’innovation sociale et sa marque, French "
                    "Impact. Quatre responsables publics ont porté cette "
                    "annonce :</p><ul>"
                    "<li>Nicolas Hulot, ministre d’État, ministre de la "
                    "Transition écologique et solidaire ;</li>"
                    "<li>Jean-Michel Blanquer, ministre de l’Éducation "
                    "nationale, chargé de la vie associative ;</li>"
                    "<li>Julien Denormandie, secrétaire d’État auprès du "
                    "ministre de la Cohésion des territoires ;</li>"
                    "<li>Christophe Itier, haut-commissaire à l’Économie sociale "
                    "et solidaire et à l’innovation sociale.</li>"
                    '</ul><p><a data-page="accelerateur">L’accélérateur</a> '
                    "s’adresse aux projets nés localement pour répondre à un "
                    "besoin social. Il doit les aider à grandir, puis à se "
                    "diffuser dans tout le pays. La marque French Impact, dont "
                    "le nom fait écho à la French Tech, donne une identité "
                    "commune à celles et ceux qui les portent.</p>"
                ),
            ),
            (
                "quote",
                {
                    "text": (
                        "Afin de répondre aux multiples défis de nos "
                        "territoires, nous devons encourager l’innovation "
                        "sociale et la mettre au cœur de nos politiques "
                        "publiques."
                    ),
                    "speaker": "Jean-Michel Blanquer",
                    "office": ("ministre de l’Éducation nationale, chargé de la vie associative"),
                },
            ),
            (
                "heading",
                {
                    "text": "Cinq objectifs",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    '<p>L’accélérateur poursuit <a data-page="objectifs">cinq '
                    "objectifs</a> :</p><ol>"
                    "<li>rassembler les acteurs de l’innovation sociale autour "
                    "d’une plateforme numérique ;</li>"
                    '<li>réunir <a data-page="financement">1 milliard '
                    "d’euros</a> publics et privés en cinq ans, pour démarrer "
                    "les projets et les faire changer d’échelle ;</li>"
                    "<li>alléger les démarches et faciliter les essais sur le "
                    'terrain, avec l’appui de <a data-page="hackers-publics">'
                    "« hackers publics »</a> ;</li>"
                    '<li>mieux <a data-page="mesure-impact">mesurer les effets '
                    "sociaux</a> des projets ;</li>"
                    "<li>appuyer les territoires innovants et leurs acteurs "
                    'grâce à un <a data-page="label">label</a>.</li></ol>'
                ),
            ),
            (
                "heading",
                {
                    "text": "Deux principes",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    '<p>Deux <a data-page="principes">principes</a> guident la '
                    "méthode. Avec l’open source, ce qui fonctionne est partagé "
                    "pour être repris ailleurs. Avec la co-construction, les "
                    "solutions se bâtissent avec les acteurs concernés.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Des projets présentés en exemple",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Plusieurs projets ont illustré la démarche. L’<a "
                    'data-page="pioneer:iepc">Institut d’éducation et des '
                    "pratiques citoyennes</a> (IEPC) ouvre ses crèches à des "
                    "parents à la recherche d’un emploi. L’association <a "
                    'data-page="pioneer:wimoov">Wimoov</a> aide des personnes '
                    "fragiles à se déplacer. Leur présentation ne préjuge pas "
                    "des résultats de l’appel à projets.</p>"
                ),
            ),
            (
                "steps",
                {
                    "title": "Les étapes annoncées",
                    "items": [
                        {
                            "title": "18 janvier 2018",
                            "text": (
                                "Lancement de l’accélérateur et ouverture de "
                                "l’appel à projets Pionniers, jusqu’au 26 "
                                "février 2018. Il vise 10 à 15 entreprises de "
                                "l’économie sociale et solidaire (ESS)."
                            ),
                        },
                        {
                            "title": "Février 2018",
                            "text": "Ouverture prévue de la plateforme dédiée.",
                        },
                        {
                            "title": "Mars 2018",
                            "text": (
                                "Appel à candidatures destiné aux structures d’accompagnement."
                            ),
                        },
                        {
                            "title": "Mai–juin 2018",
                            "text": "Démarrage prévu dans des territoires pilotes.",
                        },
                        {
                            "title": "Janvier 2019",
                            "text": "Extension prévue à l’ensemble des régions.",
                        },
                    ],
                },
            ),
            (
                "button",
                {
                    "label": "Consulter l’appel à projets Pionniers",
                    "page": "call:pionniers-french-impact",
                },
            ),
        ],
        "sources": [
            ("Annonce du lancement, 19 janvier 2018", ""),
            ("RTES, présentation du lancement", "https://rtes.fr/node/3817"),
        ],
        "related": ["creches-insertion-iepc", "wimoov-mobilite-emploi"],
        "pioneers": ["iepc", "wimoov"],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "creches-insertion-iepc",
        "title": "Des crèches qui accompagnent les parents vers l’emploi",
        "summary": (
            "Présenté au lancement de French Impact, l’Institut d’éducation et "
            "des pratiques citoyennes réserve la moitié des places de ses "
            "crèches aux enfants de parents sans emploi."
        ),
        "section": "ess",
        "themes": ["petite-enfance", "emploi-insertion"],
        "region": None,
        "published": "2018-01-22",
        "modified": None,
        "hashtag": "FrenchImpact",
        "people": [
            {
                "slug": "mara-maudet",
                "name": "Mara Maudet",
                "office": ("fondatrice de l’Institut d’éducation et des pratiques citoyennes"),
            },
        ],
        "body": [
            (
                "paragraph",
                (
                    "<p>Sans mode de garde, il est difficile de chercher un "
                    "emploi. Sans emploi, il est difficile d’obtenir une place "
                    'en crèche. L’<a data-page="pioneer:iepc">Institut '
                    "d’éducation et des pratiques citoyennes</a> (IEPC) "
                    "s’attaque à ce double obstacle. Son action figurait parmi "
                    "les projets présentés au <a "
                    'data-page="article:lancement-accelerateur-innovation-sociale">'
                    "lancement de l’accélérateur</a>, le 18 janvier 2018.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Une association fondée en 2000",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Mara Maudet a créé l’IEPC en 2000, sous la forme d’une "
                    "association loi de 1901. La première crèche, Arc-en-ciel, a "
                    "ouvert à Bagneux en 2003. Selon France Active, "
                    "l’association compte 10 crèches et 260 salariés, dans neuf "
                    "villes.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Des règles pensées pour la recherche d’emploi",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Le fonctionnement des crèches tient compte de la "
                    "situation des parents :</p><ul>"
                    "<li>la moitié des places est destinée aux enfants de "
                    "parents sans emploi ;</li>"
                    "<li>les établissements ouvrent de 12 à 13 heures par "
                    "jour ;</li>"
                    "<li>le parent signe un contrat de trois mois, renouvelable "
                    "une fois.</li></ul>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Une charte nationale depuis 2016",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>La démarche s’inscrit dans un cadre plus large. La "
                    "charte nationale des crèches à vocation d’insertion "
                    "professionnelle (AVIP) date du 4 mars 2016.</p>"
                ),
            ),
            (
                "key_figures",
                {
                    "title": "Les crèches AVIP en France",
                    "figures": [
                        {
                            "value": "43",
                            "unit": "crèches",
                            "label": "recensées en janvier 2018",
                            "source": "Gestion sociale",
                        },
                        {
                            "value": "300",
                            "unit": "crèches",
                            "label": "objectif fixé pour 2020",
                            "source": "Gestion sociale",
                        },
                    ],
                },
            ),
            (
                "callout",
                {
                    "title": "Comment lire les taux de réussite",
                    "text": (
                        "<p>L’association fait état de 85 à 90 % de réussite. "
                        "Elle cite aussi 70 % de retours à l’emploi, auxquels "
                        "s’ajoutent 20 à 25 % d’entrées en formation. Ces taux, "
                        "qui diffèrent selon les présentations, sont ceux de "
                        "l’association.</p>"
                    ),
                },
            ),
        ],
        "sources": [
            ("Annonce du lancement, 19 janvier 2018", ""),
            ("UP le mag, portrait de l’association", ""),
            ("France Active, fiche de l’association", ""),
            ("Gestion sociale, janvier 2018", ""),
        ],
        "related": ["lancement-accelerateur-innovation-sociale"],
        "pioneers": ["iepc"],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "wimoov-mobilite-emploi",
        "title": "Wimoov : lever les obstacles à la mobilité",
        "summary": (
            "L’association Wimoov accompagne des personnes qui peinent à se "
            "déplacer, notamment vers un emploi. Elle figurait parmi les projets "
            "présentés au lancement de French Impact."
        ),
        "section": "ess",
        "themes": ["mobilite", "emploi-insertion"],
        "region": None,
        "published": "2018-01-23",
        "modified": "2020-09-28",
        "hashtag": "FrenchImpact",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    "<p>Sans moyen de transport adapté, rejoindre un emploi ou "
                    "une formation devient difficile. En France, 7 millions de "
                    "personnes sont concernées, selon les chiffres cités par "
                    'Novethic et La Tribune. <a data-page="pioneer:wimoov">'
                    "Wimoov</a> conseille et accompagne ces publics. "
                    "L’association a été présentée le 18 janvier 2018, lors du "
                    "<a "
                    'data-page="article:lancement-accelerateur-innovation-sociale">'
                    "lancement de French Impact</a>.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Du covoiturage étudiant à la plateforme de mobilité",
                    "level": "h2",
                },
            ),
            (
                "steps",
                {
                    "title": "Trois dates dans l’histoire de Wimoov",
                    "items": [
                        {
                            "title": "1995",
                            "text": ("Des étudiants de Nanterre organisent un covoiturage."),
                        },
                        {
                            "title": "8 janvier 1998",
                            "text": "Le projet devient une association, Voiture & Co.",
                        },
                        {
                            "title": "2005",
                            "text": ("La première plateforme de mobilité ouvre à La Ciotat."),
                        },
                    ],
                },
            ),
            (
                "paragraph",
                (
                    "<p>Wimoov est aujourd’hui membre du Groupe SOS. Son siège "
                    "se trouve à Paris.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Les résultats publiés",
                    "level": "h2",
                },
            ),
            (
                "table",
                {
                    "caption": "L’activité de Wimoov selon la presse",
                    "columns": ["Période", "Personnes accompagnées", "Résultat cité", "Source"],
                    "rows": [
                        ["2017", "11 000", "46 % de retours à l’emploi", "Novethic"],
                        [
                            "2019",
                            "13 000 par an",
                            "42 % de retours à l’emploi ou en formation",
                            "La Tribune",
                        ],
                    ],
                },
            ),
            (
                "paragraph",
                (
                    "<p>Les deux taux ne mesurent pas la même chose. Ils ne "
                    "permettent donc pas de conclure à une hausse ou à une "
                    "baisse. En 2019, l’association employait 150 salariés.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Un contrat à impact social",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Wimoov fait partie des six structures issues de l’appel "
                    "de 2016 sur les contrats à impact social. Ce mode de "
                    "financement lie le paiement public aux résultats obtenus. "
                    "Un article présente <a "
                    'data-page="article:contrats-a-impact-relance">ces contrats '
                    "et leur relance</a>.</p>"
                ),
            ),
        ],
        "sources": [
            ("Annonce du lancement, 19 janvier 2018", ""),
            ("Wimoov, « 25 ans »", "https://wimoov.org/25-ans"),
            ("Avise, portrait de Wimoov", "https://avise.org/portraits/wimoov"),
            ("Novethic, 2018", ""),
            ("La Tribune, novembre 2019", ""),
            (
                "Avise, point d’étape sur les contrats à impact",
                "https://avise.org/actualites/contrats-a-impact-ou-en-est-on",
            ),
        ],
        "related": ["contrats-a-impact-relance", "creches-insertion-iepc"],
        "pioneers": ["wimoov"],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "haut-commissariat-economie-sociale-solidaire",
        "title": "Un haut-commissariat pour l’économie sociale et l’innovation sociale",
        "summary": (
            "Créé par un décret du 4 septembre 2017, le Haut-commissariat à "
            "l’Économie sociale et solidaire et à l’innovation sociale porte la "
            "démarche French Impact. Retour sur son installation."
        ),
        "section": "ess",
        "themes": [],
        "region": None,
        "published": "2018-01-24",
        "modified": None,
        "hashtag": "",
        "people": [
            {
                "slug": "christophe-itier",
                "name": "Christophe Itier",
                "office": (
                    "haut-commissaire à l’Économie sociale et solidaire et à l’innovation sociale"
                ),
            },
            {
                "slug": "nicolas-hulot",
                "name": "Nicolas Hulot",
                "office": ("ministre d’État, ministre de la Transition écologique et solidaire"),
            },
            {
                "slug": "jean-michel-blanquer",
                "name": "Jean-Michel Blanquer",
                "office": ("ministre de l’Éducation nationale, chargé de la vie associative"),
            },
            {
                "slug": "julien-denormandie",
                "name": "Julien Denormandie",
                "office": ("secrétaire d’État auprès du ministre de la Cohésion des territoires"),
            },
        ],
        "body": [
            (
                "paragraph",
                (
                    "<p>Le lancement de French Impact, le 18 janvier 2018, met "
                    "en lumière une institution récente. Le Haut-commissariat à "
                    "l’Économie sociale et solidaire (ESS) et à l’innovation "
                    "sociale existe depuis septembre 2017.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Une installation en trois temps",
                    "level": "h2",
                },
            ),
            (
                "steps",
                {
                    "title": "Septembre 2017",
                    "items": [
                        {
                            "title": "4 septembre",
                            "text": "Un décret crée le Haut-commissariat.",
                        },
                        {
                            "title": "6 septembre",
                            "text": "Christophe Itier est nommé.",
                        },
                        {
                            "title": "18 septembre",
                            "text": "Le haut-commissaire prend ses fonctions.",
                        },
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "Un parcours dans le monde associatif",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Christophe Itier a présidé le Mouvement des "
                    "entrepreneurs sociaux (Mouves). Il a aussi été directeur "
                    "général de La Sauvegarde du Nord. Au lancement de "
                    "l’accélérateur, il se trouvait aux côtés de Nicolas Hulot, "
                    "de Jean-Michel Blanquer et de Julien Denormandie.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Un premier chantier : l’appel à projets Pionniers",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    '<p>L’<a data-page="call:pionniers-french-impact">appel à '
                    "projets Pionniers</a> est ouvert depuis le 18 janvier 2018. "
                    "Il est conduit avec la Caisse des Dépôts. Son but est de "
                    "choisir 10 à 15 projets prêts à grandir. Les dossiers sont "
                    "reçus jusqu’au 26 février 2018.</p>"
                    '<p>D’autres <a data-page="calendrier">étapes</a> ont été '
                    "annoncées pour l’année 2018 : une plateforme, un appel aux "
                    "structures d’accompagnement et des territoires pilotes.</p>"
                ),
            ),
            (
                "highlight",
                {
                    "text": (
                        "L’innovation sociale figure dans l’intitulé même de la "
                        "fonction, aux côtés de l’économie sociale et solidaire."
                    ),
                },
            ),
            (
                "button",
                {
                    "label": "Découvrir l’accélérateur",
                    "page": "accelerateur",
                },
            ),
        ],
        "sources": [
            ("Actualités sociales hebdomadaires (ASH), septembre 2017", ""),
            ("Ministère de la Transition écologique et solidaire, septembre 2017", ""),
            ("RTES, septembre 2017", ""),
        ],
        "related": ["lancement-accelerateur-innovation-sociale"],
        "pioneers": [],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "cloture-appel-projets-pionniers",
        "title": "Appel à projets Pionniers : la remise des dossiers est terminée",
        "summary": (
            "L’appel à projets Pionniers French Impact s’est achevé le 26 "
            "février 2018. Conduit avec la Caisse des Dépôts, il s’adressait à "
            "des structures déjà solides, prêtes à changer d’échelle."
        ),
        "section": "pionniers",
        "themes": [],
        "region": None,
        "published": "2018-02-27",
        "modified": "2018-06-13",
        "hashtag": "FrenchImpact",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    "<p>Ouvert le 18 janvier 2018, l’<a "
                    'data-page="call:pionniers-french-impact">appel à projets '
                    "Pionniers</a> a pris fin le 26 février. Il était conduit "
                    "par le Haut-commissariat et la Caisse des Dépôts. Il visait "
                    "des entreprises de l’économie sociale et solidaire (ESS) au "
                    "projet particulièrement innovant.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Qui pouvait répondre",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Deux conditions permettaient de retenir des modèles déjà "
                    "éprouvés :</p><ul><li>plus de trois ans d’existence ;</li>"
                    "<li>un budget annuel supérieur à 500 000 euros.</li>"
                    "</ul><p>Ces seuils distinguent l’appel d’une aide au "
                    "démarrage. L’objectif était de faire grandir des projets "
                    "dont l’utilité locale est établie.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Ce que prévoit l’accompagnement",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Les lauréats bénéficieront de plusieurs appuis : "
                    "financement de leur croissance, aide pour lever les "
                    "blocages réglementaires, évaluation de leurs effets. La "
                    'page <a data-page="fonctionnement">Comment ça '
                    "marche</a> présente ces appuis.</p>"
                ),
            ),
            (
                "callout",
                {
                    "title": "Mise à jour du 13 juin 2018",
                    "text": (
                        "<p>L’appel a reçu 200 candidatures. Après l’audition de "
                        "45 d’entre elles, 22 pionniers ont été choisis. Le "
                        "nombre de lauréats dépasse donc l’intention de départ, "
                        "qui était de 10 à 15 projets. Lire l’article <a "
                        'data-page="article:vingt-deux-pionniers-innovation-sociale">'
                        "22 pionniers pour l’innovation sociale</a>.</p>"
                    ),
                },
            ),
        ],
        "sources": [
            ("Annonce du lancement, 19 janvier 2018", ""),
            (
                "La Gazette des communes, juin 2018",
                "https://lagazettedescommunes.com/568784",
            ),
            ("Banque des Territoires, janvier 2018", ""),
        ],
        "related": [
            "vingt-deux-pionniers-innovation-sociale",
            "lancement-accelerateur-innovation-sociale",
        ],
        "pioneers": [],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "vingt-deux-pionniers-innovation-sociale",
        "title": "22 pionniers pour l’innovation sociale",
        "summary": (
            "Le 12 juin 2018, au théâtre de la Renaissance à Paris, les "
            "22 premiers pionniers French Impact ont été désignés en présence de "
            "sept ministres. Leur accompagnement dure trois ans."
        ),
        "section": "pionniers",
        "themes": [
            "alimentation-durable",
            "mobilite",
            "energie",
            "education",
            "emploi-insertion",
            "sante-autonomie",
            "handicap",
            "logement",
            "lien-social",
            "numerique",
        ],
        "region": None,
        "published": "2018-06-13",
        "modified": None,
        "hashtag": "FrenchImpact",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    '<p>L’<a data-page="call:pionniers-french-impact">appel à '
                    "projets Pionniers</a> a livré ses résultats le 12 juin "
                    "2018. Sept ministres ont assisté à l’annonce, au théâtre de "
                    "la Renaissance. Les lauréats sont des structures de "
                    "l’économie sociale et solidaire (ESS), actives dans douze "
                    "secteurs.</p>"
                ),
            ),
            (
                "key_figures",
                {
                    "title": "La sélection en chiffres",
                    "figures": [
                        {
                            "value": "200",
                            "unit": "candidatures",
                            "label": "reçues entre janvier et février 2018",
                            "source": "Presse spécialisée, juin 2018",
                        },
                        {
                            "value": "45",
                            "unit": "candidatures",
                            "label": "entendues en audition",
                            "source": "Presse spécialisée, juin 2018",
                        },
                        {
                            "value": "22",
                            "unit": "pionniers",
                            "label": "retenus",
                            "source": "Presse spécialisée, juin 2018",
                        },
                        {
                            "value": "12",
                            "unit": "secteurs",
                            "label": "représentés",
                            "source": "Presse spécialisée, juin 2018",
                        },
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "Des réponses à des besoins très divers",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Seize des lauréats disposent d’une <a "
                    'data-page="pionniers">fiche sur ce site</a>.</p>'
                ),
            ),
            (
                "table",
                {
                    "caption": "Seize pionniers par domaine",
                    "columns": ["Domaine", "Pionniers"],
                    "rows": [
                        ["Alimentation", "Baluchon, Grap, Phenix"],
                        ["Mobilité et énergie", "Ecov, Enercoop"],
                        ["Éducation et emploi", "Article 1, Mozaïk RH"],
                        ["Santé et autonomie", "Envie Autonomie, Siel Bleu"],
                        ["Handicap", "Messidor, Simon de Cyrène, Trait d’Union"],
                        ["Logement et urbanisme", "Plateau Urbain, Toit à Moi"],
                        ["Lien social et numérique", "VoisinMalin, WeTechCare"],
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "Le Pass Pionnier",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Chaque lauréat reçoit un Pass Pionnier. Il rassemble "
                    "cinq appuis, mobilisables pendant trois ans.</p>"
                ),
            ),
            (
                "accordion",
                {
                    "title": "Les cinq appuis du Pass Pionnier",
                    "items": [
                        {
                            "title": "Le financement",
                            "text": (
                                "<p>Le plan de croissance de la structure "
                                "bénéficie d’un financement. La page <a "
                                'data-page="financement">Financement</a> précise '
                                "les moyens visés.</p>"
                            ),
                        },
                        {
                            "title": "Un « hacker » public",
                            "text": (
                                "<p>Un agent public aide à lever les blocages "
                                "réglementaires. C’est le rôle du <a "
                                'data-page="hackers-publics">réseau des hackers '
                                "publics</a>.</p>"
                            ),
                        },
                        {
                            "title": "L’évaluation",
                            "text": (
                                "<p>Les effets du projet sont évalués. La page "
                                '<a data-page="mesure-impact">Mesurer '
                                "l’impact</a> explique cette démarche.</p>"
                            ),
                        },
                        {
                            "title": "Des partenaires privés",
                            "text": (
                                "<p>La structure accède à un vivier de partenaires privés.</p>"
                            ),
                        },
                        {
                            "title": "Un parrainage",
                            "text": ("<p>Chaque pionnier est parrainé par un ministre.</p>"),
                        },
                    ],
                },
            ),
            (
                "cards",
                {
                    "title": "Quatre pionniers à découvrir",
                    "pages": [
                        "pioneer:siel-bleu",
                        "pioneer:voisinmalin",
                        "pioneer:ecov",
                        "pioneer:toit-a-moi",
                    ],
                },
            ),
            (
                "paragraph",
                (
                    "<p><i>Note sur la date : la plupart des publications "
                    "situent l’annonce au 12 juin 2018. L’une d’elles mentionne "
                    "le 13 juin.</i></p>"
                ),
            ),
        ],
        "sources": [
            (
                "La Gazette des communes, juin 2018",
                "https://lagazettedescommunes.com/568784",
            ),
            ("Novethic, juin 2018", ""),
            (
                "Chorum, juin 2018",
                "https://chorum.fr/actualite/le-french-impact-labellise-22-pionniers-0",
            ),
            ("Actu-Environnement, juin 2018", ""),
            (
                "Admical, « Le #French Impact, nouvelle bannière nationale »",
                "https://admical.org/node/3935",
            ),
        ],
        "related": ["cloture-appel-projets-pionniers", "fonds-amorcage-jeunes-entreprises"],
        "pioneers": [
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
        "image_alt": "",
    },
    {
        "slug": "fonds-amorcage-jeunes-entreprises",
        "title": "Un fonds d’amorçage annoncé pour les jeunes entreprises sociales",
        "summary": (
            "Annoncé le 12 juin 2018 avec les premiers pionniers, un fonds "
            "d’amorçage doit soutenir 120 à 150 jeunes entreprises. Sa gestion "
            "est confiée à INCO."
        ),
        "section": "financement",
        "themes": [],
        "region": None,
        "published": "2018-06-14",
        "modified": None,
        "hashtag": "FrenchImpact",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    "<p>Le jour de la désignation des <a "
                    'data-page="article:vingt-deux-pionniers-innovation-sociale">'
                    "22 pionniers</a>, un nouveau fonds a été annoncé. Il est "
                    "destiné aux entreprises de l’économie sociale et solidaire "
                    "(ESS) qui débutent. Sa gestion revient à INCO.</p>"
                ),
            ),
            (
                "key_figures",
                {
                    "title": "Le fonds en bref",
                    "figures": [
                        {
                            "value": "20",
                            "unit": "millions d’euros",
                            "label": "au minimum, montant annoncé",
                            "source": "Chorum, juin 2018",
                        },
                        {
                            "value": "120 à 150",
                            "unit": "entreprises",
                            "label": "à soutenir, selon l’objectif",
                            "source": "Chorum, juin 2018",
                        },
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "Deux outils pour deux moments",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Le fonds complète l’appel à projets Pionniers. L’un aide "
                    "à démarrer. L’autre aide à changer d’échelle.</p>"
                ),
            ),
            (
                "table",
                {
                    "caption": "Le fonds d’amorçage et l’appel à projets Pionniers",
                    "columns": ["Critère", "Fonds d’amorçage", "Appel à projets Pionniers"],
                    "rows": [
                        ["Ancienneté", "Moins de trois ans", "Plus de trois ans"],
                        [
                            "Budget annuel",
                            "Moins de 300 000 euros",
                            "Plus de 500 000 euros",
                        ],
                        ["But", "Démarrer", "Changer d’échelle"],
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "Une part de l’effort financier d’ensemble",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>L’accélérateur s’est donné pour objectif de réunir <a "
                    'data-page="financement">1 milliard d’euros</a> en cinq ans. '
                    "Cette somme associe des fonds publics et des fonds privés. "
                    "Elle constitue une cible, et non un montant déjà réuni.</p>"
                    "<p>Le fonds d’amorçage répond à un besoin précis. Une jeune "
                    "entreprise ne remplit pas encore les conditions posées aux "
                    "pionniers, mais elle peut déjà porter une idée utile.</p>"
                ),
            ),
            (
                "button",
                {
                    "label": "Comprendre le financement de l’accélérateur",
                    "page": "financement",
                },
            ),
        ],
        "sources": [
            (
                "Chorum, juin 2018",
                "https://chorum.fr/actualite/le-french-impact-labellise-22-pionniers-0",
            ),
        ],
        "related": ["vingt-deux-pionniers-innovation-sociale", "pacte-croissance-ess"],
        "pioneers": [],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "appel-territoires-ouvert-romans",
        "title": "À Romans, un appel permanent est ouvert aux territoires",
        "summary": (
            "Le 3 juillet 2018, Christophe Itier a ouvert à Romans l’appel à "
            "manifestation d’intérêt Territoires French Impact. Les premiers "
            "dossiers sont attendus le 22 octobre."
        ),
        "section": "territoires",
        "themes": [],
        "region": "84",
        "published": "2018-07-04",
        "modified": None,
        "hashtag": "FrenchImpact",
        "people": [
            {
                "slug": "christophe-itier",
                "name": "Christophe Itier",
                "office": (
                    "haut-commissaire à l’Économie sociale et solidaire et à l’innovation sociale"
                ),
            },
        ],
        "body": [
            (
                "paragraph",
                (
                    "<p>Après les pionniers, les territoires. Christophe Itier, "
                    "haut-commissaire à l’Économie sociale et solidaire (ESS) et "
                    "à l’innovation sociale, s’est rendu à Romans le 3 juillet "
                    "2018. Il y a ouvert l’<a "
                    'data-page="call:territoires-french-impact">appel à '
                    "manifestation d’intérêt Territoires French Impact</a>. La "
                    "rencontre avait lieu à Pôle Sud, un site du groupe "
                    "Archer.</p>"
                ),
            ),
            (
                "highlight",
                {
                    "text": (
                        "L’appel est permanent : un territoire qui n’est pas "
                        "prêt pour la première échéance pourra candidater plus "
                        "tard."
                    ),
                },
            ),
            (
                "heading",
                {
                    "text": "Cinq critères",
                    "level": "h2",
                },
            ),
            ("paragraph", "<p>Les candidatures sont examinées selon cinq critères.</p>"),
            (
                "accordion",
                {
                    "title": "Les critères d’examen",
                    "items": [
                        {
                            "title": "Un périmètre pertinent",
                            "text": (
                                "<p>Le territoire correspond à une réalité pour "
                                "ses habitants et ses acteurs.</p>"
                            ),
                        },
                        {
                            "title": "Un écosystème et des entrepreneurs moteurs",
                            "text": (
                                "<p>Des acteurs locaux sont déjà mobilisés et "
                                "des entrepreneurs entraînent la démarche.</p>"
                            ),
                        },
                        {
                            "title": "Une stratégie collective",
                            "text": (
                                "<p>Le projet est construit et partagé par les partenaires.</p>"
                            ),
                        },
                        {
                            "title": "Une gouvernance claire",
                            "text": (
                                "<p>Chacun connaît son rôle et les décisions sont lisibles.</p>"
                            ),
                        },
                        {
                            "title": "Le partage avec les autres territoires",
                            "text": (
                                "<p>Les solutions et les méthodes sont mises à "
                                "la disposition d’autres territoires.</p>"
                            ),
                        },
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "La suite",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>La première échéance est fixée au 22 octobre 2018. Les "
                    'territoires retenus recevront le <a data-page="label">'
                    "label</a> Territoire French Impact.</p>"
                    "<p>Une étape consacrée à des territoires pilotes avait été "
                    "annoncée en janvier pour mai et juin 2018. Elle figure dans "
                    'le <a data-page="calendrier">calendrier</a>.</p>'
                ),
            ),
            (
                "button",
                {
                    "label": "Consulter l’appel aux territoires",
                    "page": "call:territoires-french-impact",
                },
            ),
            (
                "paragraph",
                (
                    "<p><i>Note sur la date : la rencontre était d’abord "
                    "annoncée pour le 2 juillet. Une publication la situe le 5 "
                    "juillet.</i></p>"
                ),
            ),
        ],
        "sources": [
            ("L’Écho Drôme-Ardèche, juillet 2018", ""),
            (
                "La Gazette des communes, juillet 2018",
                "https://lagazettedescommunes.com/586709",
            ),
            ("Environnement Magazine, juillet 2018", ""),
        ],
        "related": ["appel-territoires-premiere-echeance"],
        "pioneers": [],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "appel-territoires-premiere-echeance",
        "title": "Territoires : la première échéance est passée, l’appel continue",
        "summary": (
            "La première date limite de l’appel Territoires French Impact était "
            "fixée au 22 octobre 2018. L’appel, permanent, reste ouvert aux "
            "territoires qui préparent leur projet."
        ),
        "section": "territoires",
        "themes": [],
        "region": None,
        "published": "2018-10-23",
        "modified": None,
        "hashtag": "FrenchImpact",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    "<p>Les premiers dossiers de l’<a "
                    'data-page="call:territoires-french-impact">appel '
                    "Territoires French Impact</a> étaient attendus le 22 "
                    "octobre 2018. Ouvert le 3 juillet à <a "
                    'data-page="article:appel-territoires-ouvert-romans">'
                    "Romans</a>, cet appel à manifestation d’intérêt est "
                    "permanent. D’autres candidatures pourront donc suivre. Les "
                    "premiers territoires retenus seront annoncés à l’issue de "
                    "l’examen des dossiers.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "L’examen des dossiers",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>L’Avise participe à l’examen des candidatures. Cette "
                    "agence accompagne le développement de l’économie sociale et "
                    "solidaire (ESS). Cinq points sont regardés :</p><ul>"
                    "<li>la pertinence du périmètre ;</li>"
                    "<li>la force de l’écosystème local et de ses "
                    "entrepreneurs ;</li>"
                    "<li>le caractère collectif de la stratégie ;</li>"
                    "<li>la clarté de la gouvernance ;</li>"
                    "<li>la volonté de partager avec d’autres territoires.</li>"
                    "</ul>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Préparer une candidature",
                    "level": "h2",
                },
            ),
            (
                "steps",
                {
                    "title": "Quatre questions à se poser",
                    "items": [
                        {
                            "title": "Le territoire",
                            "text": (
                                "Quel périmètre a du sens pour les habitants et les acteurs ?"
                            ),
                        },
                        {
                            "title": "Les acteurs",
                            "text": "Qui est déjà engagé, et qui entraîne les autres ?",
                        },
                        {
                            "title": "La stratégie",
                            "text": ("Quels besoins le projet veut-il traiter en priorité ?"),
                        },
                        {
                            "title": "Le partage",
                            "text": "Que le territoire peut-il apporter aux autres ?",
                        },
                    ],
                },
            ),
            (
                "paragraph",
                (
                    "<p>Une question sur l’appel ? La page <a "
                    'data-page="contact">Contact</a> permet de la poser.</p>'
                ),
            ),
        ],
        "sources": [
            ("Environnement Magazine, juillet 2018", ""),
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
        "related": ["appel-territoires-ouvert-romans", "vingt-territoires-labellises"],
        "pioneers": [],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "pacte-croissance-ess",
        "title": "Un pacte de croissance pour l’économie sociale et solidaire",
        "summary": (
            "Présenté le 29 novembre 2018, le pacte de croissance de l’économie "
            "sociale et solidaire réunit 34 mesures. Une partie d’entre elles "
            "finance l’innovation et le démarrage des entreprises."
        ),
        "section": "ess",
        "themes": [],
        "region": None,
        "published": "2018-11-30",
        "modified": None,
        "hashtag": "",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    "<p>Le pacte de croissance de l’économie sociale et "
                    "solidaire (ESS) a été présenté le 29 novembre 2018. Il "
                    "dépasse le champ de French Impact et concerne l’ensemble du "
                    "secteur.</p>"
                ),
            ),
            (
                "key_figures",
                {
                    "title": "Le pacte en chiffres",
                    "figures": [
                        {
                            "value": "34",
                            "unit": "mesures",
                            "label": "composent le pacte",
                            "source": "Entreprises.coop",
                        },
                        {
                            "value": "50",
                            "unit": "objectifs",
                            "label": "leur sont associés",
                            "source": "Entreprises.coop",
                        },
                        {
                            "value": "21",
                            "unit": "millions d’euros",
                            "label": "pour le deuxième Fonds d’innovation sociale",
                            "source": "Agregative, 29 novembre 2018",
                        },
                        {
                            "value": "80",
                            "unit": "millions d’euros",
                            "label": "visés par trois fonds d’amorçage",
                            "source": "Agregative, 29 novembre 2018",
                        },
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "Soutenir les projets innovants",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Une deuxième génération du Fonds d’innovation sociale "
                    "(FISO) est lancée. Elle dispose de 21 millions d’euros pour "
                    "200 projets.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Aider les entreprises à démarrer",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Le pacte annonce aussi trois fonds d’amorçage. Leur "
                    "cible commune est de 80 millions d’euros. Un premier <a "
                    'data-page="article:fonds-amorcage-jeunes-entreprises">fonds '
                    "d’amorçage</a> avait été annoncé en juin, avec les "
                    "pionniers.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Le lien avec l’accélérateur",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Ces moyens vont dans le même sens que l’objectif "
                    "financier de French Impact : réunir <a "
                    'data-page="financement">1 milliard d’euros</a> publics et '
                    "privés en cinq ans. Les montants cités ici sont des "
                    "annonces. Ils ne peuvent pas être additionnés sans "
                    "précaution.</p>"
                ),
            ),
            (
                "callout",
                {
                    "title": "L’amorçage, de quoi s’agit-il ?",
                    "text": (
                        "<p>L’amorçage est le premier financement d’une "
                        "entreprise. Il couvre les dépenses de ses débuts, avant "
                        "que ses recettes suffisent.</p>"
                    ),
                },
            ),
        ],
        "sources": [
            ("Entreprises.coop, novembre 2018", ""),
            ("Agregative, 29 novembre 2018", ""),
        ],
        "related": [
            "fonds-amorcage-jeunes-entreprises",
            "haut-commissariat-economie-sociale-solidaire",
        ],
        "pioneers": [],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "vingt-territoires-labellises",
        "title": "Les 20 premiers Territoires French Impact sont connus",
        "summary": (
            "Le 25 février 2019, au Solilab de Nantes, les 20 premiers "
            "territoires labellisés ont été dévoilés. L’appel ouvert en juillet "
            "2018 avait réuni 50 candidatures."
        ),
        "section": "territoires",
        "themes": [],
        "region": None,
        "published": "2019-02-26",
        "modified": "2019-12-20",
        "hashtag": "FrenchImpact",
        "people": [
            {
                "slug": "christophe-itier",
                "name": "Christophe Itier",
                "office": (
                    "haut-commissaire à l’Économie sociale et solidaire et à l’innovation sociale"
                ),
            },
        ],
        "body": [
            (
                "paragraph",
                (
                    "<p>Métropoles, territoires ruraux, régions entières : les "
                    '20 premiers <a data-page="territoires">Territoires French '
                    "Impact</a> ont des profils variés. Leur liste a été "
                    "dévoilée le 25 février 2019, au Solilab, à Nantes. "
                    "Christophe Itier, haut-commissaire à l’Économie sociale et "
                    "solidaire (ESS) et à l’innovation sociale, l’a "
                    "présentée.</p>"
                ),
            ),
            (
                "key_figures",
                {
                    "title": "La première sélection",
                    "figures": [
                        {
                            "value": "50",
                            "unit": "candidatures",
                            "label": "reçues",
                            "source": "Banque des Territoires",
                        },
                        {
                            "value": "20",
                            "unit": "territoires",
                            "label": "labellisés",
                            "source": "Banque des Territoires",
                        },
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "La liste des territoires",
                    "level": "h2",
                },
            ),
            (
                "table",
                {
                    "caption": "Les territoires labellisés en février 2019, par région",
                    "columns": ["Région", "Territoires"],
                    "rows": [
                        [
                            "Auvergne-Rhône-Alpes",
                            "Clermont-Ferrand, Lyon-Métropole, Valence-Romans",
                        ],
                        ["Bourgogne-Franche-Comté", "Territoire Lédonien – Cluster’Jura"],
                        ["Bretagne", "Région Bretagne"],
                        ["Grand Est", "Strasbourg Eurométropole"],
                        ["Hauts-de-France", "Montreuillois, Roubaix"],
                        [
                            "Île-de-France",
                            ("Est Ensemble, Roissy Pays-de-France, Territoire Olympique 2024"),
                        ],
                        ["Mayotte", "Mayotte"],
                        ["Normandie", "Région Normandie"],
                        ["Nouvelle-Aquitaine", "Région Nouvelle-Aquitaine"],
                        ["Occitanie", "Figeac"],
                        ["Pays de la Loire", "Le Mans–Sarthe, Nantes Métropole"],
                        [
                            "Provence-Alpes-Côte d’Azur",
                            "Aix-Marseille-Provence, Pays de Grasse",
                        ],
                    ],
                },
            ),
            ("paragraph", "<p>La Vallée de la Marne complète cette liste.</p>"),
            (
                "heading",
                {
                    "text": "Trois défis par territoire",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Chaque territoire se fixe trois défis : un défi social, "
                    "un défi environnemental et un défi citoyen. L’Avise a "
                    "contribué à l’examen des candidatures.</p>"
                    '<p>L’<a data-page="call:territoires-french-impact">'
                    "appel</a> reste ouvert. D’autres territoires pourront "
                    'demander le <a data-page="label">label</a>.</p>'
                ),
            ),
            (
                "callout",
                {
                    "title": "Mise à jour du 20 décembre 2019",
                    "text": (
                        "<p>Sept autres territoires ont été labellisés en "
                        "décembre 2019. Lire l’article <a "
                        'data-page="article:sept-nouveaux-territoires">Sept '
                        "nouveaux territoires rejoignent French Impact</a>.</p>"
                    ),
                },
            ),
            (
                "button",
                {
                    "label": "Voir tous les territoires",
                    "page": "territoires",
                },
            ),
        ],
        "sources": [
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
        "related": ["nantes-acces-partage-foncier", "appel-territoires-premiere-echeance"],
        "pioneers": [],
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
        ],
        "image_alt": "",
    },
    {
        "slug": "nantes-acces-partage-foncier",
        "title": "Nantes Métropole : un défi sur l’accès partagé au foncier",
        "summary": (
            "Labellisée le 25 février 2019, Nantes Métropole a choisi parmi ses "
            "défis l’accès partagé au foncier. La démarche est conduite par Les "
            "Ecossolies."
        ),
        "section": "territoires",
        "themes": ["logement"],
        "region": "52",
        "published": "2019-02-27",
        "modified": None,
        "hashtag": "FrenchImpact",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    '<p><a data-page="territory:nantes-metropole">Nantes '
                    "Métropole</a> fait partie des <a "
                    'data-page="article:vingt-territoires-labellises">'
                    "20 premiers Territoires French Impact</a>. L’annonce "
                    "nationale a été faite chez elle, au Solilab, le 25 février "
                    "2019.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Trouver un lieu, un enjeu commun",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Parmi les défis retenus figure l’accès partagé au "
                    "foncier. Une structure de l’économie sociale et solidaire "
                    "(ESS) a besoin d’un local ou d’un terrain pour travailler. "
                    "Le défi consiste à y accéder à plusieurs, plutôt que chacun "
                    "de son côté.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Un chef de file : Les Ecossolies",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Les Ecossolies conduisent la démarche nantaise. Désigner "
                    "un chef de file aide chacun à savoir qui fait quoi. Une "
                    "gouvernance claire figure parmi les cinq critères de l’<a "
                    'data-page="call:territoires-french-impact">appel aux '
                    "territoires</a>.</p>"
                ),
            ),
            (
                "highlight",
                {
                    "text": (
                        "Deux territoires des Pays de la Loire ont reçu le label "
                        "en février 2019 : Nantes Métropole et Le Mans–Sarthe."
                    ),
                },
            ),
            (
                "heading",
                {
                    "text": "Un second territoire dans la région",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    '<p><a data-page="territory:le-mans-sarthe">Le '
                    "Mans–Sarthe</a> a été labellisé le même jour. Les deux "
                    "territoires sont présentés sur la page <a "
                    'data-page="region:52">Pays de la Loire</a>.</p>'
                ),
            ),
            (
                "cards",
                {
                    "title": "Les territoires des Pays de la Loire",
                    "pages": ["territory:nantes-metropole", "territory:le-mans-sarthe"],
                },
            ),
        ],
        "sources": [
            (
                "CRESS des Pays de la Loire, février 2019",
                "https://cress-pdl.org/territoire-french-impact-nantes-et-le-mans-laureats",
            ),
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
        "related": ["vingt-territoires-labellises"],
        "pioneers": [],
        "territories": ["nantes-metropole", "le-mans-sarthe"],
        "image_alt": "",
    },
    {
        "slug": "nouvelle-aquitaine-trois-defis",
        "title": "En Nouvelle-Aquitaine, trois défis à l’échelle régionale",
        "summary": (
            "La Région Nouvelle-Aquitaine figure parmi les 20 premiers "
            "territoires labellisés. Elle a retenu la santé et le grand âge, "
            "l’alimentation, ainsi que la qualité de vie au travail."
        ),
        "section": "territoires",
        "themes": ["sante-autonomie", "alimentation-durable", "emploi-insertion"],
        "region": "75",
        "published": "2019-03-04",
        "modified": None,
        "hashtag": "FrenchImpact",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    "<p>Le label Territoire French Impact n’est pas réservé aux "
                    "agglomérations. Trois régions figurent dans la <a "
                    'data-page="article:vingt-territoires-labellises">liste du '
                    "25 février 2019</a> : la Bretagne, la Normandie et la <a "
                    'data-page="territory:nouvelle-aquitaine-territoire">'
                    "Nouvelle-Aquitaine</a>. Mayotte, qui exerce aussi les "
                    "compétences d’une région, a également été labellisée.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Trois priorités",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>La Nouvelle-Aquitaine a fait connaître ses trois "
                    "défis :</p><ul>"
                    "<li><b>la santé et la « silver économie »</b>, c’est-à-dire "
                    "les activités tournées vers les personnes âgées ;</li>"
                    "<li><b>l’alimentation</b> ;</li>"
                    "<li><b>la qualité de vie au travail</b>.</li></ul>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Pourquoi une candidature régionale",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>L’appel aux territoires a retenu des collectifs de "
                    "toutes tailles. Il demande un périmètre pertinent, une "
                    "stratégie collective et une gouvernance claire. À l’échelle "
                    "d’une région, ces exigences supposent de réunir des acteurs "
                    "de l’économie sociale et solidaire (ESS) éloignés les uns "
                    "des autres.</p>"
                ),
            ),
            (
                "highlight",
                {
                    "text": (
                        "Un défi est un cap commun. Il dit ce que les acteurs "
                        "d’un territoire veulent changer ensemble."
                    ),
                },
            ),
            (
                "heading",
                {
                    "text": "En savoir plus",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    '<p>La page <a data-page="region:75">Nouvelle-Aquitaine</a> '
                    "réunit les territoires et les actualités de la région. Les "
                    "conditions de candidature sont rappelées dans l’<a "
                    'data-page="call:territoires-french-impact">appel aux '
                    "territoires</a>.</p>"
                ),
            ),
        ],
        "sources": [
            ("Mecanic Vallée, mars 2019", ""),
            (
                "Banque des Territoires, février 2019",
                "https://banquedesterritoires.fr/french-impact-20-territoires-ont-ete-labellises",
            ),
        ],
        "related": ["vingt-territoires-labellises"],
        "pioneers": [],
        "territories": [
            "nouvelle-aquitaine-territoire",
            "bretagne-territoire",
            "normandie-territoire",
        ],
        "image_alt": "",
    },
    {
        "slug": "pact-for-impact-sommet-paris",
        "title": "Pact for Impact : 50 pays réunis à Paris",
        "summary": (
            "Les 10 et 11 juillet 2019, le sommet Pact for Impact a réuni "
            "400 participants au musée du Quai Branly. L’économie sociale et "
            "solidaire y a été abordée à l’échelle du monde."
        ),
        "section": "ess",
        "themes": [],
        "region": None,
        "published": "2019-07-12",
        "modified": None,
        "hashtag": "",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    "<p>Deux jours d’échanges, 400 participants et 50 pays : le "
                    "sommet Pact for Impact s’est tenu les 10 et 11 juillet "
                    "2019. Il avait lieu à Paris, au musée du Quai Branly.</p>"
                ),
            ),
            (
                "key_figures",
                {
                    "title": "Le sommet en chiffres",
                    "figures": [
                        {
                            "value": "400",
                            "unit": "participants",
                            "label": "sur deux jours",
                            "source": "Carenews, juillet 2019",
                        },
                        {
                            "value": "50",
                            "unit": "pays",
                            "label": "représentés",
                            "source": "Carenews, juillet 2019",
                        },
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "Une économie présente dans de nombreux pays",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Associations, coopératives, mutuelles, fondations, "
                    "entreprises sociales : l’économie sociale et solidaire "
                    "(ESS) prend des formes différentes selon les pays. Le "
                    "sommet a permis de croiser ces expériences.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Du local au mondial",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>French Impact part des territoires. Ses deux <a "
                    'data-page="principes">principes</a>, l’open source et la '
                    "co-construction, invitent à partager les solutions. Pact "
                    "for Impact a porté cet échange au-delà des frontières.</p>"
                    "<p>Quelques mois plus tôt, les <a "
                    'data-page="article:vingt-territoires-labellises">'
                    "20 premiers territoires</a> avaient été labellisés en "
                    "France.</p>"
                ),
            ),
            (
                "highlight",
                {
                    "text": (
                        "Une solution utile dans un pays peut en inspirer une "
                        "autre ailleurs, à condition d’être décrite et partagée."
                    ),
                },
            ),
            (
                "heading",
                {
                    "text": "Le cadre national",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>En France, le <a "
                    'data-page="article:pacte-croissance-ess">pacte de '
                    "croissance de l’ESS</a>, présenté en novembre 2018, compte "
                    "34 mesures. Les étapes du programme sont réunies dans le <a "
                    'data-page="calendrier">calendrier</a>.</p>'
                ),
            ),
        ],
        "sources": [
            ("Carenews, juillet 2019", ""),
        ],
        "related": ["pacte-croissance-ess"],
        "pioneers": [],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "sept-nouveaux-territoires",
        "title": "Sept nouveaux territoires rejoignent French Impact",
        "summary": (
            "En décembre 2019, sept territoires ont reçu le label Territoire "
            "French Impact. Ils portent à 27 le nombre de territoires labellisés "
            "depuis le début de l’année."
        ),
        "section": "territoires",
        "themes": [
            "alimentation-durable",
            "mobilite",
            "economie-circulaire",
            "emploi-insertion",
            "sante-autonomie",
        ],
        "region": None,
        "published": "2019-12-20",
        "modified": None,
        "hashtag": "FrenchImpact",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    "<p>Une nouvelle vague de labels a été annoncée en décembre "
                    "2019. Avec les <a "
                    'data-page="article:vingt-territoires-labellises">'
                    "20 territoires</a> de février, le réseau compte désormais "
                    "27 membres.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Les sept nouveaux territoires",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Ils se répartissent dans trois régions :</p><ul>"
                    '<li><a data-page="region:84">Auvergne-Rhône-Alpes</a> : <a '
                    'data-page="territory:grenoble-alpes-metropole">'
                    "Grenoble-Alpes Métropole</a>, <a "
                    'data-page="territory:grand-chambery">Grand Chambéry</a> et '
                    '<a data-page="territory:genevois-innovales">Genevois '
                    "InnoVales</a> ;</li>"
                    '<li><a data-page="region:75">Nouvelle-Aquitaine</a> : <a '
                    'data-page="territory:grand-poitiers">Grand Poitiers</a>'
                    ' ;</li><li><a data-page="region:76">Occitanie</a> : <a '
                    'data-page="territory:toulouse-metropole">Toulouse '
                    'Métropole</a>, <a data-page="territory:grand-narbonne">'
                    "Grand Narbonne</a> et <a "
                    'data-page="territory:occitanie-est">Occitanie Est</a>.</li>'
                    "</ul>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Des défis choisis localement",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Chaque territoire définit trois défis : social, "
                    "environnemental et citoyen. Les premiers labellisés en "
                    "donnent des exemples.</p>"
                ),
            ),
            (
                "table",
                {
                    "caption": "Trois défis de territoires labellisés en février 2019",
                    "columns": ["Territoire", "Défi"],
                    "rows": [
                        [
                            "Aix-Marseille-Provence",
                            "Développer l’agriculture urbaine à Marseille",
                        ],
                        ["Clermont-Ferrand", "Préparer les mobilités de demain"],
                        [
                            "Mayotte",
                            (
                                "Organiser l’exportation des déchets et "
                                "développer l’économie circulaire"
                            ),
                        ],
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "Les thèmes qui reviennent",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Selon Localtis, cinq thèmes ressortent dans les "
                    "territoires :</p><ul>"
                    "<li>l’alimentation durable et les circuits courts ;</li>"
                    "<li>l’économie circulaire ;</li>"
                    "<li>l’inclusion par le travail ;</li>"
                    "<li>les mobilités douces ;</li><li>le bien-vieillir.</li>"
                    "</ul><p>Ils recoupent des activités de l’économie sociale "
                    "et solidaire (ESS) déjà présentes parmi les <a "
                    'data-page="pionniers">pionniers</a>.</p>'
                ),
            ),
            (
                "heading",
                {
                    "text": "L’appui prévu",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>D’après Actu-Environnement, le label ouvre droit à un "
                    "appui de l’État, à la fois technique et financier. La page "
                    '<a data-page="label">Le label et la marque</a> en '
                    "présente le principe.</p>"
                ),
            ),
            (
                "button",
                {
                    "label": "Comment obtenir le label",
                    "page": "call:territoires-french-impact",
                },
            ),
        ],
        "sources": [
            ("Actu-Environnement, décembre 2019", ""),
            ("Localtis, article repris par Epures", ""),
        ],
        "related": ["vingt-territoires-labellises", "labels-remis-occitanie"],
        "pioneers": [],
        "territories": [
            "toulouse-metropole",
            "grand-narbonne",
            "occitanie-est",
            "grenoble-alpes-metropole",
            "grand-chambery",
            "genevois-innovales",
            "grand-poitiers",
            "aix-marseille-provence",
            "clermont-ferrand",
            "mayotte",
        ],
        "image_alt": "",
    },
    {
        "slug": "fonds-amorcage-france-active",
        "title": "France Active ouvre un fonds d’amorçage de 10 millions d’euros",
        "summary": (
            "Lancé le 4 février 2020, le fonds d’amorçage de France Active est "
            "doté de 10 millions d’euros. Il porte le label French Impact."
        ),
        "section": "financement",
        "themes": [],
        "region": None,
        "published": "2020-02-05",
        "modified": None,
        "hashtag": "FrenchImpact",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    "<p>Le 4 février 2020, France Active a lancé un fonds "
                    "d’amorçage doté de 10 millions d’euros. Ce fonds est "
                    "labellisé French Impact. Il s’adresse à des entreprises "
                    "d’innovation sociale qui débutent.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Pourquoi financer l’amorçage",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Au démarrage, une entreprise de l’économie sociale et "
                    "solidaire (ESS) a peu de recettes et peu de garanties à "
                    "offrir. Le risque est plus élevé et les prêts sont plus "
                    "rares. Un fonds d’amorçage intervient à ce moment.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Un outil parmi d’autres",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                ("<p>Ce fonds s’ajoute à d’autres annonces faites depuis 2018 :</p>"),
            ),
            (
                "table",
                {
                    "caption": "Les annonces successives sur l’amorçage",
                    "columns": ["Date", "Annonce", "Montant"],
                    "rows": [
                        [
                            "12 juin 2018",
                            "Fonds d’amorçage géré par INCO",
                            "Au moins 20 millions d’euros",
                        ],
                        [
                            "29 novembre 2018",
                            "Trois fonds d’amorçage du pacte de croissance",
                            "80 millions d’euros visés",
                        ],
                        [
                            "4 février 2020",
                            "Fonds d’amorçage de France Active",
                            "10 millions d’euros",
                        ],
                    ],
                },
            ),
            (
                "paragraph",
                (
                    "<p>Ces montants ont été annoncés à des dates différentes. "
                    "Ils ne peuvent pas être additionnés sans précaution. La "
                    'page <a data-page="financement">Financement</a> explique la '
                    "logique d’ensemble.</p>"
                ),
            ),
            (
                "callout",
                {
                    "title": "Deux sens du mot « label »",
                    "text": (
                        '<p>Le <a data-page="label">label</a> French Impact '
                        "distingue des territoires. Le fonds de France Active a "
                        "aussi été placé sous cette bannière. Dans les deux cas, "
                        "il signale un lien avec l’accélérateur.</p>"
                    ),
                },
            ),
        ],
        "sources": [
            ("France Active, article repris par Localtis, février 2020", ""),
            (
                "Chorum, juin 2018",
                "https://chorum.fr/actualite/le-french-impact-labellise-22-pionniers-0",
            ),
            ("Agregative, 29 novembre 2018", ""),
        ],
        "related": ["fonds-amorcage-jeunes-entreprises", "pacte-croissance-ess"],
        "pioneers": [],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "labels-remis-occitanie",
        "title": "Occitanie : trois territoires reçoivent leur label",
        "summary": (
            "Les 5 et 6 février 2020, les labels Territoire French Impact ont "
            "été remis à Montpellier, Narbonne et Toulouse. La région compte "
            "désormais quatre territoires labellisés."
        ),
        "section": "territoires",
        "themes": [],
        "region": "76",
        "published": "2020-02-07",
        "modified": None,
        "hashtag": "FrenchImpact",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    "<p>Trois villes, trois remises de label. Les 5 et 6 février "
                    "2020, Montpellier, Narbonne et Toulouse ont accueilli les "
                    "territoires <a "
                    'data-page="article:sept-nouveaux-territoires">retenus en '
                    "décembre 2019</a>.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Trois nouveaux labels, quatre territoires",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Les territoires distingués sont :</p><ul>"
                    '<li><a data-page="territory:toulouse-metropole">Toulouse '
                    "Métropole</a> ;</li>"
                    '<li>le <a data-page="territory:grand-narbonne">Grand '
                    "Narbonne</a> ;</li>"
                    '<li>l’<a data-page="territory:occitanie-est">Occitanie '
                    "Est</a>.</li>"
                    '</ul><p>Ils rejoignent <a data-page="territory:figeac">'
                    "Figeac</a>, dans le Lot, labellisé dès février 2019. Une "
                    "métropole, une agglomération, un collectif plus étendu, un "
                    "territoire rural : l’appel n’impose pas de modèle "
                    "unique.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Occitanie Est : une candidature à 17",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>La candidature de l’Occitanie Est réunit 17 acteurs. "
                    "Elle illustre le critère de la stratégie collective. "
                    "L’Union régionale des Scop (URSCOP) Occitanie en est le "
                    "chef de file. Les Scop sont des sociétés coopératives : "
                    "elles appartiennent à l’économie sociale et solidaire "
                    "(ESS).</p>"
                ),
            ),
            (
                "highlight",
                {
                    "text": (
                        "Un label se demande à plusieurs : la candidature engage "
                        "l’ensemble des acteurs qui la portent."
                    ),
                },
            ),
            (
                "heading",
                {
                    "text": "Suivre la région",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    '<p>La page <a data-page="region:76">Occitanie</a> réunit '
                    "les territoires et les actualités de la région. Les autres "
                    "territoires sont à retrouver dans la <a "
                    'data-page="territoires">rubrique Territoires</a>.</p>'
                ),
            ),
            (
                "cards",
                {
                    "title": "Les territoires d’Occitanie",
                    "pages": [
                        "territory:toulouse-metropole",
                        "territory:grand-narbonne",
                        "territory:occitanie-est",
                        "territory:figeac",
                    ],
                },
            ),
        ],
        "sources": [
            ("La Tribune, février 2020", ""),
            ("Actu-Environnement, décembre 2019", ""),
        ],
        "related": ["sept-nouveaux-territoires"],
        "pioneers": [],
        "territories": ["toulouse-metropole", "grand-narbonne", "occitanie-est", "figeac"],
        "image_alt": "",
    },
    {
        "slug": "economie-sociale-solidaire-bercy",
        "title": "L’économie sociale et solidaire rejoint Bercy",
        "summary": (
            "Un décret du 15 juillet 2020 confie l’économie sociale et solidaire "
            "au ministère de l’Économie, des Finances et de la Relance. Olivia "
            "Grégoire a été nommée secrétaire d’État le 26 juillet."
        ),
        "section": "ess",
        "themes": [],
        "region": None,
        "published": "2020-07-28",
        "modified": None,
        "hashtag": "",
        "people": [
            {
                "slug": "olivia-gregoire",
                "name": "Olivia Grégoire",
                "office": (
                    "secrétaire d’État chargée de l’Économie sociale, solidaire et responsable"
                ),
            },
            {
                "slug": "christophe-itier",
                "name": "Christophe Itier",
                "office": (
                    "haut-commissaire à l’Économie sociale et solidaire et à l’innovation sociale"
                ),
            },
        ],
        "body": [
            (
                "paragraph",
                (
                    "<p>L’économie sociale et solidaire (ESS) change de "
                    "ministère de rattachement. Un décret du 15 juillet 2020 la "
                    "place dans les attributions du ministère de l’Économie, des "
                    "Finances et de la Relance, à Bercy.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Une nouvelle responsable",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Olivia Grégoire a été nommée le 26 juillet 2020. Elle "
                    "est secrétaire d’État chargée de l’Économie sociale, "
                    "solidaire et responsable.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Trois dates pour comprendre",
                    "level": "h2",
                },
            ),
            (
                "steps",
                {
                    "title": "L’ESS dans l’organisation de l’État",
                    "items": [
                        {
                            "title": "Septembre 2017",
                            "text": (
                                "Un décret crée le Haut-commissariat à "
                                "l’Économie sociale et solidaire et à "
                                "l’innovation sociale. Christophe Itier est "
                                "nommé haut-commissaire."
                            ),
                        },
                        {
                            "title": "15 juillet 2020",
                            "text": (
                                "Un décret confie l’ESS au ministère de "
                                "l’Économie, des Finances et de la Relance."
                            ),
                        },
                        {
                            "title": "26 juillet 2020",
                            "text": "Olivia Grégoire est nommée secrétaire d’État.",
                        },
                    ],
                },
            ),
            (
                "heading",
                {
                    "text": "L’association Le French Impact",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Depuis 2019, une association loi de 1901 porte le nom Le "
                    "French Impact. Elle anime des programmes destinés aux "
                    "pionniers et aux territoires, ainsi que des défis. Elle "
                    's’appuie aussi sur les <a data-page="hackers-publics">'
                    "hackers publics</a>.</p>"
                ),
            ),
            (
                "callout",
                {
                    "title": "Pour retrouver l’histoire du programme",
                    "text": (
                        '<p>Le <a data-page="calendrier">calendrier</a> réunit '
                        "les étapes de French Impact depuis janvier 2018. "
                        "L’article sur le <a "
                        'data-page="article:haut-commissariat-economie-sociale-solidaire">'
                        "Haut-commissariat</a> revient sur sa création.</p>"
                    ),
                },
            ),
        ],
        "sources": [
            ("CRESS Grand Est, juillet 2020", ""),
            ("Profil Public, présentation de l’association", ""),
        ],
        "related": ["haut-commissariat-economie-sociale-solidaire", "contrats-a-impact-relance"],
        "pioneers": [],
        "territories": [],
        "image_alt": "",
    },
    {
        "slug": "contrats-a-impact-relance",
        "title": "Les contrats à impact sont relancés",
        "summary": (
            "En septembre 2020, l’État a relancé les contrats à impact, dotés de "
            "10 millions d’euros par appel. Le premier, conduit avec l’ADEME, "
            "court jusqu’au 23 décembre 2020."
        ),
        "section": "financement",
        "themes": ["economie-circulaire", "emploi-insertion"],
        "region": None,
        "published": "2020-09-25",
        "modified": None,
        "hashtag": "",
        "people": [],
        "body": [
            (
                "paragraph",
                (
                    "<p>Les contrats à impact social changent de nom et "
                    "repartent. En septembre 2020, l’État a rouvert ce mode de "
                    "financement sous l’intitulé « contrats à impact ».</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Le principe",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Un investisseur avance les fonds nécessaires à un projet "
                    "d’intérêt général. Les résultats sont ensuite évalués. La "
                    "puissance publique rembourse lorsque les objectifs fixés au "
                    "départ sont atteints.</p>"
                ),
            ),
            (
                "heading",
                {
                    "text": "Six projets issus de l’appel de 2016",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Un premier appel avait été lancé en 2016. Six structures "
                    "en sont issues :</p><ul><li>l’Adie ;</li>"
                    "<li>Apprentis d’Auteuil ;</li>"
                    '<li><a data-page="pioneer:article-1">Article 1</a> ;</li>'
                    "<li>Impact Partenaires ;</li><li>La Cravate Solidaire ;</li>"
                    '<li><a data-page="pioneer:wimoov">Wimoov</a>.</li></ul>'
                ),
            ),
            (
                "heading",
                {
                    "text": "La relance de 2020",
                    "level": "h2",
                },
            ),
            (
                "paragraph",
                (
                    "<p>Plusieurs appels sont prévus. Chacun dispose de "
                    "10 millions d’euros. Le premier est conduit avec l’Agence "
                    "de la transition écologique (ADEME). Les candidatures sont "
                    "reçues jusqu’au 23 décembre 2020.</p>"
                ),
            ),
            (
                "key_figures",
                {
                    "title": "La relance en bref",
                    "figures": [
                        {
                            "value": "10",
                            "unit": "millions d’euros",
                            "label": "par appel",
                            "source": "RTES",
                        },
                        {
                            "value": "6",
                            "unit": "structures",
                            "label": "issues de l’appel de 2016",
                            "source": "Avise",
                        },
                    ],
                },
            ),
            (
                "highlight",
                {
                    "text": (
                        "Le contrat à impact suppose de dire, avant de "
                        "commencer, ce qui sera mesuré et comment."
                    ),
                },
            ),
            (
                "paragraph",
                (
                    "<p>Cette exigence rejoint l’un des objectifs de "
                    'l’accélérateur : mieux <a data-page="mesure-impact">mesurer '
                    "l’impact</a> des projets de l’économie sociale et solidaire "
                    "(ESS).</p>"
                ),
            ),
        ],
        "sources": [
            (
                "Avise, point d’étape sur les contrats à impact",
                "https://avise.org/actualites/contrats-a-impact-ou-en-est-on",
            ),
            (
                "RTES, appels à projets pour des contrats à impact",
                "https://rtes.fr/lancement-d-appels-a-projets-pour-des-contrats-a-impact",
            ),
        ],
        "related": ["wimoov-mobilite-emploi", "economie-sociale-solidaire-bercy"],
        "pioneers": ["article-1", "wimoov"],
        "territories": [],
        "image_alt": "",
    },
]
