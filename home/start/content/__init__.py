"""Les textes d’un site qui commence : accueil, pages légales, contact, accessibilité, listes.

Ce que seul l’éditeur connaît (nom, adresse, directeur de la publication, hébergeur, délégué à la
protection des données) est affiché par le bloc « publisher_details », depuis les réglages du site.
"""

from site_cms.public.licence import LICENCE

LEGAL_PAGES = [
    {
        "key": "mentions-legales",
        "slug": "mentions-legales",
        "title": "Mentions légales",
        "summary": (
            "Éditeur, directeur de la publication, hébergeur et conditions de réutilisation des "
            "contenus de ce site."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Les informations de cette page sont publiées en application de la loi pour "
                    "la confiance dans l’économie numérique.</p>"
                ),
            ),
            ("heading", {"text": "Éditeur et directeur de la publication", "level": "h2"}),
            ("publisher_details", {"kind": "publisher"}),
            ("heading", {"text": "Hébergeur", "level": "h2"}),
            ("publisher_details", {"kind": "host"}),
            ("heading", {"text": "Réutilisation des contenus", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Sauf mention contraire, tous les contenus de ce site sont sous <a "
                    f'href="{LICENCE["path"]}">licence '
                    "etalab-2.0</a>.</p><p>Toute personne peut donc reprendre ces contenus, y "
                    "compris à des fins commerciales. Elle indique leur source et la date de leur "
                    "dernière mise à jour. La reprise ne doit pas laisser croire que "
                    "l’administration la cautionne.</p>"
                ),
            ),
            ("heading", {"text": "Ce que la licence ne couvre pas", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Le nom et les signes de French Impact, ainsi que les logos des "
                    "partenaires, appartiennent à leurs titulaires. Leur usage suppose un accord "
                    "préalable.</p><p>Le bloc-marque de l’État, la Marianne et le Système de "
                    "design de l’État sont réservés aux sites et aux applications de l’État. Ils "
                    "ne peuvent être repris par un tiers, en raison du risque de confusion avec un "
                    "service officiel.</p><p>Certaines photographies et vidéos portent un crédit. "
                    "Les droits correspondants restent à leurs auteurs.</p>"
                ),
            ),
            ("heading", {"text": "Liens vers d’autres sites", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Ce site renvoie vers des pages qu’il ne gère pas. L’éditeur ne répond pas "
                    "de leur contenu. Tout site public ou privé peut établir un lien vers une page "
                    "de French Impact, sans autorisation, à condition de ne pas l’intégrer dans "
                    "ses propres pages.</p>"
                ),
            ),
            ("heading", {"text": "Signaler une erreur", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Une information vous semble inexacte ? Écrivez-nous par le <a "
                    'data-page="contact">formulaire de contact</a>. Les questions relatives aux '
                    "données personnelles et à l’accessibilité ont leurs propres pages : <a "
                    'data-page="donnees-personnelles">Données personnelles</a> et <a '
                    'data-page="accessibilite">Déclaration d’accessibilité</a>.</p>'
                ),
            ),
        ],
    },
    {
        "key": "donnees-personnelles",
        "slug": "donnees-personnelles",
        "title": "Données personnelles",
        "summary": (
            "Quelles données ce site recueille, pourquoi, pour combien de temps, et comment "
            "exercer vos droits."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>On peut lire tout ce site sans donner son nom ni son adresse. Des données "
                    "personnelles ne sont recueillies que dans deux cas : un message envoyé par le "
                    "formulaire de contact, ou une candidature déposée en ligne. S’y ajoutent celles "
                    "des agents qui tiennent le site.</p><p>Cette page "
                    "vous informe comme le prévoit l’article 13 du règlement (UE) 2016/679, dit "
                    "règlement général sur la protection des données (RGPD).</p>"
                ),
            ),
            ("heading", {"text": "Responsable du traitement", "level": "h2"}),
            ("paragraph", "<p>Le responsable du traitement est l’éditeur du site.</p>"),
            ("publisher_details", {"kind": "publisher"}),
            ("heading", {"text": "Délégué à la protection des données", "level": "h2"}),
            ("publisher_details", {"kind": "dpo"}),
            ("heading", {"text": "Premier traitement : le formulaire de contact", "level": "h2"}),
            (
                "paragraph",
                (
                    "<ul><li><b>Finalité :</b> lire votre message, y répondre et le transmettre, "
                    "si besoin, au service compétent.</li><li><b>Base légale :</b> l’exécution "
                    "d’une mission d’intérêt public (article 6, paragraphe 1, point e du "
                    "RGPD).</li><li><b>Données :</b> nom, adresse électronique, organisme si vous "
                    "l’indiquez, objet et texte du message.</li><li><b>Destinataires :</b> les "
                    "agents chargés du site et, selon l’objet, ceux du programme ou de la région "
                    "concernée.</li></ul>"
                ),
            ),
            ("heading", {"text": "Deuxième traitement : les candidatures en ligne", "level": "h2"}),
            (
                "paragraph",
                (
                    "<ul><li><b>Finalité :</b> recevoir, instruire et suivre les réponses aux <a "
                    'data-page="appels">appels publiés sur ce site</a>.</li><li><b>Base '
                    "légale :</b> l’exécution d’une mission d’intérêt public (article 6, "
                    "paragraphe 1, point e du RGPD).</li><li><b>Données :</b> identité et "
                    "coordonnées de la personne qui dépose le dossier, informations et pièces "
                    "jointes sur la structure candidate.</li><li><b>Destinataires :</b> les agents "
                    "qui instruisent l’appel et les membres du jury ou les experts désignés pour "
                    "l’évaluer.</li></ul>"
                ),
            ),
            (
                "heading",
                {"text": "Troisième traitement : les comptes des agents", "level": "h2"},
            ),
            (
                "paragraph",
                (
                    "<ul><li><b>Finalité :</b> ouvrir l’administration du site aux seules personnes "
                    "habilitées et savoir qui a publié, modifié ou supprimé.</li><li><b>Base "
                    "légale :</b> l’exécution d’une mission d’intérêt public (article 6, "
                    "paragraphe 1, point e du RGPD).</li><li><b>Données :</b> nom, adresse "
                    "électronique professionnelle, droits, connexions et actes dans "
                    "l’administration.</li><li><b>Destinataires :</b> les agents chargés de "
                    "l’administration du site.</li></ul>"
                ),
            ),
            (
                "callout",
                {
                    "title": "Combien de temps",
                    "text": (
                        "<p>Le tableau placé à la fin de cette page donne la durée de conservation "
                        "de chaque donnée. Ces durées ont été fixées pour ce site ; une tâche les "
                        "applique chaque nuit, sauf obligation d’archivage public.</p>"
                    ),
                },
            ),
            ("heading", {"text": "Réponses obligatoires ou facultatives", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Chaque formulaire signale les champs obligatoires. Sans ces réponses, "
                    "votre demande ne peut pas être traitée. Aucune décision n’est prise de façon "
                    "automatisée.</p>"
                ),
            ),
            ("heading", {"text": "Hébergement et transferts", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>L’hébergeur du site intervient comme sous-traitant, sur les seules "
                    "instructions de l’éditeur. Les données ne sont ni vendues, ni cédées, ni "
                    "transférées hors de l’Union européenne.</p>"
                ),
            ),
            ("heading", {"text": "Vos droits", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Vous pouvez demander l’accès à vos données, leur rectification ou leur "
                    "effacement, dans les conditions prévues par le RGPD. Vous pouvez aussi "
                    "demander la limitation du traitement ou vous y opposer, pour des raisons "
                    "tenant à votre situation.</p><p>Pour exercer ces droits, adressez-vous au "
                    "délégué à la protection des données ou utilisez le <a "
                    'data-page="contact">formulaire de contact</a>. Une réponse vous est due dans '
                    "un délai d’un mois. Un justificatif d’identité peut vous être demandé en cas "
                    "de doute sérieux.</p><p>Si vous estimez que vos droits ne sont pas respectés, "
                    "vous pouvez saisir la Commission nationale de l’informatique et des libertés "
                    '(CNIL), sur <a href="https://www.cnil.fr">cnil.fr</a>.</p>'
                ),
            ),
            (
                "button",
                {"label": "Consulter la page sur les cookies", "page": "gestion-des-cookies"},
            ),
        ],
    },
    {
        "key": "gestion-des-cookies",
        "slug": "gestion-des-cookies",
        "title": "Gestion des cookies",
        "summary": (
            "Ce site ne dépose aucun traceur chez ses lecteurs et ne mesure pas son audience : "
            "aucun consentement n’est donc demandé."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Un cookie, ou traceur, est un petit fichier qu’un site enregistre dans "
                    "votre navigateur. Certains sont nécessaires au service demandé. D’autres "
                    "servent à suivre ou à mesurer la navigation et supposent, sauf exception, "
                    "votre accord.</p>"
                ),
            ),
            ("heading", {"text": "Pour les lecteurs : aucun traceur", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>La lecture de ce site ne donne lieu au dépôt d’aucun traceur. Les pages ne "
                    "font appel à aucun service extérieur : ni publicité, ni bouton de réseau "
                    "social qui vous suivrait, ni vidéo chargée depuis une autre plateforme sans "
                    "votre accord. C’est pourquoi aucun bandeau ne s’affiche.</p>"
                ),
            ),
            ("heading", {"text": "Le thème clair ou sombre", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Si vous choisissez un thème d’affichage, clair ou sombre, ce choix est "
                    "gardé dans le stockage local de votre navigateur. Il ne quitte pas votre "
                    "appareil et ne permet pas de vous reconnaître. Vous pouvez l’effacer à tout "
                    "moment dans les réglages du navigateur.</p>"
                ),
            ),
            ("heading", {"text": "Pour les équipes du site : la session", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Les agents qui se connectent à l’administration reçoivent un cookie de "
                    "session. Il est strictement nécessaire : sans lui, la connexion ne pourrait "
                    "pas être maintenue. Il ne concerne pas les lecteurs.</p>"
                ),
            ),
            (
                "table",
                {
                    "caption": "Ce que le navigateur peut conserver",
                    "columns": ["Élément", "Qui est concerné", "À quoi il sert"],
                    "rows": [
                        [
                            "Cookie de session",
                            "Les agents connectés à l’administration",
                            "Maintenir la connexion",
                        ],
                        [
                            "Thème d’affichage (stockage local)",
                            "Les lecteurs qui en ont choisi un",
                            "Retrouver le thème clair ou sombre",
                        ],
                    ],
                },
            ),
            ("heading", {"text": "Mesure d’audience", "level": "h2"}),
            (
                "paragraph",
                (
                    "<p>Aucune mesure d’audience n’est réalisée à ce jour. Si cela devait changer, "
                    "cette page serait mise à jour avant toute mise en service, dans le respect "
                    "des recommandations de la CNIL.</p>"
                ),
            ),
            (
                "button",
                {
                    "label": "Lire la page sur les données personnelles",
                    "page": "donnees-personnelles",
                },
            ),
        ],
    },
]

CONTACT = {
    "title": "Contact",
    "slug": "contact",
    "summary": (
        "Poser une question, signaler une erreur ou proposer une information à l’équipe de French "
        "Impact."
    ),
    "intro": (
        "<p>Une question sur l’accélérateur, un appel à projets ou un territoire ? Ce formulaire "
        "permet d’écrire à l’équipe de French Impact.</p>"
    ),
    "thank_you": (
        "<p>Votre message a bien été envoyé. L’équipe vous répondra à l’adresse indiquée.</p><p>En "
        'attendant, vous pouvez consulter les <a data-page="actualites">actualités</a> ou revenir '
        'à l’<a data-page="home">accueil</a>.</p>'
    ),
    "privacy_notice": (
        "<p>Vos données servent uniquement à traiter votre demande, dans le cadre d’une mission "
        "d’intérêt public. Elles sont lues par les agents chargés du site et du "
        "programme. Vous pouvez y accéder, les faire rectifier ou effacer, "
        "demander la limitation de leur traitement ou vous y opposer. La page <a "
        'data-page="donnees-personnelles">Données personnelles</a> explique comment, et comment '
        "saisir la CNIL.</p>"
    ),
    "fields": [
        {
            "label": "Nom et prénom",
            "type": "singleline",
            "required": True,
            "help": "",
            "choices": [],
        },
        {
            "label": "Adresse électronique",
            "type": "email",
            "required": True,
            "help": "Format attendu : nom@domaine.fr. Elle ne sert qu’à vous répondre.",
            "choices": [],
        },
        {
            "label": "Organisme",
            "type": "singleline",
            "required": False,
            "help": "Association, entreprise, collectivité ou administration, le cas échéant.",
            "choices": [],
        },
        {
            "label": "Objet de la demande",
            "type": "dropdown",
            "required": True,
            "help": "",
            "choices": [
                "Question sur le programme",
                "Appel à projets ou candidature",
                "Pionniers",
                "Territoires labellisés",
                "Presse",
                "Accessibilité du site",
                "Données personnelles",
                "Signaler une erreur",
                "Autre demande",
            ],
        },
        {
            "label": "Message",
            "type": "multiline",
            "required": True,
            "help": "N’indiquez pas d’information sensible, comme une donnée de santé.",
            "choices": [],
        },
    ],
}

ACCESSIBILITY = {
    "title": "Déclaration d’accessibilité",
    "slug": "accessibilite",
    "summary": (
        "Où en est l’accessibilité de ce site, comment signaler une difficulté et quels recours "
        "existent en cas d’absence de réponse."
    ),
    "commitment": (
        "<p>L’éditeur s’engage à rendre ce site accessible, conformément à l’article 47 de la loi "
        "n° 2005-102 du 11 février 2005.</p>"
    ),
    "scope": ("ce site public, à l’exclusion de son interface d’administration"),
    "state_text": (
        "<p>Le site French Impact est <b>non conforme</b> au référentiel général d’amélioration de "
        "l’accessibilité (RGAA), version 4.1.2 : aucun audit n’a encore été mené.</p><p>Ce statut "
        "est celui que prévoit la réglementation en l’absence de résultat d’audit en cours de "
        "validité. Il sera revu après l’audit. Les contenus non accessibles, les dérogations et "
        "les contenus exemptés seront alors énumérés ici.</p>"
    ),
    "technologies": ["HTML5", "CSS", "JavaScript", "SVG", "WAI-ARIA"],
    "environment": [],
    "multi_year_plan": (
        "<p>Le schéma pluriannuel d’accessibilité, d’une durée de trois ans au plus, sera publié "
        "sur cette page. Il traitera notamment des points suivants :</p><ul><li>l’audit initial, "
        "puis les contrôles réguliers ;</li><li>la prise en compte de l’accessibilité dès la "
        "conception ;</li><li>la formation des personnes qui publient ;</li><li>le suivi des "
        "signalements des usagers.</li></ul>"
    ),
    "action_plan": (
        "<p>Le plan annuel prévoit quatre actions :</p><ul><li>faire réaliser un audit de "
        "conformité au RGAA ;</li><li>corriger d’abord les défauts qui bloquent la lecture ou "
        "l’envoi d’un formulaire ;</li><li>donner aux rédacteurs un guide : titres, textes de "
        "remplacement, transcriptions ;</li><li>publier les résultats de l’audit et mettre à jour "
        "cette déclaration.</li></ul>"
    ),
    "contact": (
        "<p>Si vous n’arrivez pas à accéder à un contenu ou à un service, écrivez-nous par le <a "
        'data-page="contact">formulaire de contact</a>. Indiquez l’adresse de la page et la '
        "difficulté rencontrée.</p><p>Nous vous orienterons vers une version accessible ou vous "
        "adresserons le contenu sous une autre forme. Une première réponse vous est donnée dans la "
        "semaine.</p>"
    ),
    "remedies": (
        "<p>Vous nous avez signalé un défaut d’accessibilité qui vous empêche d’utiliser ce site "
        "et vous n’avez pas obtenu de réponse satisfaisante ? Vous pouvez :</p><ul><li>écrire un "
        'message au <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des '
        'droits</a> ;</li><li>contacter le <a href="https://www.defenseurdesdroits.fr/">délégué du '
        "Défenseur des droits de votre région</a> ;</li><li>envoyer un courrier gratuit, sans "
        "timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.</li></ul>"
    ),
}

SITEMAP = {
    "title": "Plan du site",
    "slug": "plan-du-site",
    "summary": (
        "Toutes les rubriques et les pages principales de French Impact, dans l’ordre du menu."
    ),
}

NEWS_INDEX = {
    "title": "Actualités",
    "slug": "actualites",
    "summary": (
        "Annonces, rencontres et décisions : l’actualité de l’accélérateur et de l’innovation "
        "sociale."
    ),
    "intro": (
        "<p>Retrouvez les annonces de l’accélérateur, les nouvelles des pionniers et celles des "
        "territoires. Les articles sont classés par rubrique et par thème.</p>"
    ),
}

PIONEER_INDEX = {
    "title": "Pionniers",
    "slug": "pionniers",
    "summary": (
        "Des structures qui ont fait leurs preuves et que l’accélérateur aide à changer d’échelle, "
        "par thème et par région."
    ),
    "intro": (
        "<p>Chaque fiche présente une structure : ce qu’elle fait, où elle agit, et ce que l’on "
        "sait de ses effets, avec les sources.</p>"
    ),
}

CALL_INDEX = {
    "title": "Appels à projets",
    "slug": "appels",
    "summary": (
        "Appels à projets, à candidatures et à manifestation d’intérêt : dates, conditions et "
        "résultats."
    ),
    "intro": (
        "<p>Chaque page d’appel indique qui peut répondre, jusqu’à quand et comment. Les appels "
        "clos restent en ligne avec leurs résultats.</p>"
    ),
}

TERRITORY_INDEX = {
    "title": "Territoires",
    "slug": "territoires",
    "summary": (
        "Les territoires labellisés French Impact, région par région, avec leurs défis et leurs "
        "partenaires quand ils sont connus."
    ),
    "intro": (
        "<p>Chaque région a sa page : ses territoires, ses pionniers et ses actualités s’y "
        "retrouvent. La carte et la liste donnent accès aux mêmes pages.</p>"
    ),
}

HOME = {
    "title": "French Impact",
    "seo_title": "French Impact, l’accélérateur national d’innovation sociale",
    "search_description": (
        "Pionniers, territoires labellisés, appels à projets : suivez l’accélérateur national "
        "d’innovation sociale et sa bannière, French Impact."
    ),
    "hero_title": "Faire grandir l’innovation sociale dans tous les territoires",
    "hero_text": (
        "French Impact est la bannière de l’accélérateur national d’innovation sociale. Il aide "
        "des solutions nées localement à changer d’échelle, avec leurs partenaires publics et "
        "privés."
    ),
    "intro": (
        "<p>Des associations, des coopératives et des entreprises répondent chaque jour à des "
        "besoins que personne ne couvrait. L’accélérateur les aide à trouver des financements, à "
        "lever des obstacles et à prouver leur utilité. Il s’adresse aux acteurs de l’économie "
        "sociale et solidaire (ESS) comme aux territoires qui s’organisent.</p>"
    ),
}

THEMES = [
    {
        "slug": "alimentation-durable",
        "name": "Alimentation durable",
    },
    {
        "slug": "economie-circulaire",
        "name": "Économie circulaire",
    },
    {
        "slug": "emploi-insertion",
        "name": "Emploi et insertion",
    },
    {
        "slug": "mobilite",
        "name": "Mobilité",
    },
    {
        "slug": "education",
        "name": "Éducation et jeunesse",
    },
    {
        "slug": "sante-autonomie",
        "name": "Santé et autonomie",
    },
    {
        "slug": "handicap",
        "name": "Handicap",
    },
    {
        "slug": "logement",
        "name": "Logement et urbanisme",
    },
    {
        "slug": "energie",
        "name": "Énergie",
    },
    {
        "slug": "lien-social",
        "name": "Lien social",
    },
    {
        "slug": "numerique",
        "name": "Inclusion numérique",
    },
    {
        "slug": "petite-enfance",
        "name": "Petite enfance",
    },
]

SECTIONS = [
    {
        "slug": "programme",
        "name": "Le programme",
        "description": (
            "L’accélérateur d’innovation sociale, ses objectifs, ses étapes et sa méthode."
        ),
    },
    {
        "slug": "pionniers",
        "name": "Pionniers",
        "description": "L’appel à projets Pionniers, ses lauréats et leur accompagnement.",
    },
    {
        "slug": "territoires",
        "name": "Territoires",
        "description": (
            "Les territoires labellisés, leurs défis et l’appel permanent qui leur est ouvert."
        ),
    },
    {
        "slug": "financement",
        "name": "Financement",
        "description": (
            "Les fonds annoncés, les contrats à impact et les moyens réunis pour "
            "l’innovation sociale."
        ),
    },
    {
        "slug": "ess",
        "name": "Économie sociale et solidaire",
        "description": "Les acteurs, les politiques publiques et les rendez-vous du secteur.",
    },
]

# « Les territoires … en Bretagne » : le nom de la région et sa préposition.
REGION_PLACES = {
    "84": "en Auvergne-Rhône-Alpes",
    "27": "en Bourgogne-Franche-Comté",
    "53": "en Bretagne",
    "24": "en Centre-Val de Loire",
    "94": "en Corse",
    "44": "dans le Grand Est",
    "32": "dans les Hauts-de-France",
    "11": "en Île-de-France",
    "28": "en Normandie",
    "75": "en Nouvelle-Aquitaine",
    "76": "en Occitanie",
    "52": "dans les Pays de la Loire",
    "93": "en Provence-Alpes-Côte d’Azur",
    "01": "en Guadeloupe",
    "02": "en Martinique",
    "03": "en Guyane",
    "04": "à La Réunion",
    "06": "à Mayotte",
}
REGION_SUMMARY = "L’innovation sociale {place} : territoires labellisés, pionniers et actualités."

REGION_SLUGS = {
    "84": "auvergne-rhone-alpes",
    "27": "bourgogne-franche-comte",
    "53": "bretagne",
    "24": "centre-val-de-loire",
    "94": "corse",
    "44": "grand-est",
    "32": "hauts-de-france",
    "11": "ile-de-france",
    "28": "normandie",
    "75": "nouvelle-aquitaine",
    "76": "occitanie",
    "52": "pays-de-la-loire",
    "93": "provence-alpes-cote-d-azur",
    "01": "guadeloupe",
    "02": "martinique",
    "03": "guyane",
    "04": "la-reunion",
    "06": "mayotte",
}
