"""Jalons du calendrier : les cinq étapes annoncées, puis les faits datés."""

MILESTONES = [
    {
        "slug": "lancement",
        "title": "Lancement de l’accélérateur et de l’appel à projets Pionniers",
        "start": "2018-01-18",
        "end": None,
        "precision": "day",
        "status": "done",
        "announced": True,
        "summary": (
            "L’État lance l’accélérateur d’innovation sociale et la marque "
            "French Impact. L’appel à projets Pionniers ouvre le même jour."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Trois membres du Gouvernement et le haut-commissaire à "
                    "l’Économie sociale et solidaire (ESS) ont présenté la "
                    'démarche. Ses <a data-page="objectifs">cinq objectifs</a> '
                    'et ses <a data-page="principes">deux principes</a> ont été '
                    "exposés le même jour.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    '<p>L’<a data-page="call:pionniers-french-impact">appel à '
                    "projets Pionniers</a> a été ouvert avec la Caisse des "
                    "Dépôts. Il visait 10 à 15 projets.</p>"
                ),
            ),
        ],
        "page": "article:lancement-accelerateur-innovation-sociale",
        "region": None,
    },
    {
        "slug": "plateforme",
        "title": "Plateforme dédiée à l’accélérateur",
        "start": "2018-02-01",
        "end": None,
        "precision": "month",
        "status": "planned",
        "announced": True,
        "summary": (
            "L’ouverture d’une plateforme numérique a été annoncée pour février "
            "2018. Elle devait repérer les initiatives locales et réunir la "
            "communauté."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Cette étape a été annoncée le 18 janvier 2018. Un site a "
                    "ensuite existé à l’adresse le-frenchimpact.fr et a publié "
                    "des articles. Sa date d’ouverture n’est pas confirmée.</p>"
                ),
            ),
        ],
        "page": "objectifs",
        "region": None,
    },
    {
        "slug": "cloture-appel-pionniers",
        "title": "Clôture de l’appel à projets Pionniers",
        "start": "2018-02-26",
        "end": None,
        "precision": "day",
        "status": "done",
        "announced": False,
        "summary": (
            "Les dossiers de candidature à l’appel à projets Pionniers étaient "
            "reçus jusqu’au 26 février 2018."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>L’appel s’adressait à des structures de plus de trois "
                    "ans, au budget annuel supérieur à 500 000 euros. Il a reçu "
                    "200 candidatures.</p>"
                ),
            ),
        ],
        "page": "article:cloture-appel-projets-pionniers",
        "region": None,
    },
    {
        "slug": "appel-structures-accompagnement",
        "title": "Appel à candidatures des structures d’accompagnement",
        "start": "2018-03-01",
        "end": None,
        "precision": "month",
        "status": "planned",
        "announced": True,
        "summary": (
            "Un appel à candidatures destiné aux structures d’accompagnement a "
            "été annoncé pour mars 2018."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Cette étape a été annoncée le 18 janvier 2018. Elle "
                    "devait associer les structures d’accompagnement à "
                    "l’accélérateur. Les dates exactes et les résultats de cet "
                    "appel ne sont pas confirmés.</p>"
                ),
            ),
        ],
        "page": "call:structures-accompagnement",
        "region": None,
    },
    {
        "slug": "territoires-pilotes",
        "title": "Démarrage dans des territoires pilotes",
        "start": "2018-05-01",
        "end": "2018-06-30",
        "precision": "months",
        "status": "planned",
        "announced": True,
        "summary": (
            "Un démarrage dans des territoires pilotes a été annoncé pour mai et juin 2018."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Cette étape a été annoncée le 18 janvier 2018. La liste "
                    "de ces territoires pilotes n’est pas connue. Le 3 juillet "
                    '2018, un <a data-page="call:territoires-french-impact">'
                    "appel permanent</a> a été ouvert aux territoires.</p>"
                ),
            ),
        ],
        "page": "call:territoires-french-impact",
        "region": None,
    },
    {
        "slug": "designation-pionniers",
        "title": "Désignation des 22 pionniers",
        "start": "2018-06-12",
        "end": None,
        "precision": "day",
        "status": "done",
        "announced": False,
        "summary": (
            "Les 22 pionniers sont désignés au théâtre de la Renaissance, à "
            "Paris, en présence de sept ministres."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Parmi les 200 candidatures reçues, 45 ont été entendues "
                    'en audition. Les <a data-page="pionniers">pionniers</a> '
                    "retenus travaillent dans douze secteurs.</p>"
                ),
            ),
            (
                "paragraph",
                (
                    "<p>Un fonds d’amorçage d’au moins 20 millions d’euros a été "
                    '<a data-page="article:fonds-amorcage-jeunes-entreprises">'
                    "annoncé le même jour</a>.</p>"
                ),
            ),
        ],
        "page": "article:vingt-deux-pionniers-innovation-sociale",
        "region": "11",
    },
    {
        "slug": "ouverture-appel-territoires",
        "title": "Ouverture de l’appel aux territoires",
        "start": "2018-07-03",
        "end": None,
        "precision": "day",
        "status": "done",
        "announced": False,
        "summary": (
            "Christophe Itier ouvre à Romans l’appel à manifestation d’intérêt "
            "Territoires French Impact. Cet appel est permanent."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>La rencontre a eu lieu à Pôle Sud, un site du groupe "
                    "Archer. Les candidatures sont examinées selon <a "
                    'data-page="article:appel-territoires-ouvert-romans">cinq '
                    "critères</a>.</p>"
                ),
            ),
        ],
        "page": "article:appel-territoires-ouvert-romans",
        "region": "84",
    },
    {
        "slug": "premiere-echeance-territoires",
        "title": "Première échéance de l’appel aux territoires",
        "start": "2018-10-22",
        "end": None,
        "precision": "day",
        "status": "done",
        "announced": False,
        "summary": (
            "Les premiers dossiers de l’appel Territoires French Impact étaient "
            "attendus le 22 octobre 2018."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>L’appel est resté ouvert après cette date. Au total, "
                    "50 candidatures ont été examinées avant l’annonce de "
                    "février 2019.</p>"
                ),
            ),
        ],
        "page": "article:appel-territoires-premiere-echeance",
        "region": None,
    },
    {
        "slug": "pacte-croissance",
        "title": "Pacte de croissance de l’économie sociale et solidaire",
        "start": "2018-11-29",
        "end": None,
        "precision": "day",
        "status": "done",
        "announced": False,
        "summary": (
            "Le pacte de croissance de l’économie sociale et solidaire est "
            "présenté. Il compte 34 mesures et 50 objectifs."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Le pacte concerne l’ensemble de l’économie sociale et "
                    "solidaire (ESS). Il prévoit 21 millions d’euros pour le "
                    "deuxième Fonds d’innovation sociale. Trois fonds d’amorçage "
                    "visent ensemble 80 millions d’euros.</p>"
                ),
            ),
        ],
        "page": "article:pacte-croissance-ess",
        "region": None,
    },
    {
        "slug": "association",
        "title": "Naissance de l’association Le French Impact",
        "start": "2019-01-01",
        "end": None,
        "precision": "year",
        "status": "done",
        "announced": False,
        "summary": "Une association loi de 1901, Le French Impact, voit le jour en 2019.",
        "body": [
            (
                "paragraph",
                (
                    "<p>La Tribune situe sa naissance en 2019. L’association "
                    "conduit des programmes pour les pionniers et les "
                    "territoires, ainsi que des défis.</p>"
                ),
            ),
        ],
        "page": "accelerateur",
        "region": None,
    },
    {
        "slug": "deploiement-national",
        "title": "Déploiement dans toutes les régions",
        "start": "2019-01-01",
        "end": None,
        "precision": "month",
        "status": "planned",
        "announced": True,
        "summary": (
            "Le déploiement de l’accélérateur dans toutes les régions a été "
            "annoncé pour janvier 2019."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Cette étape a été annoncée le 18 janvier 2018. Les "
                    'premiers <a data-page="territoires">territoires '
                    "labellisés</a> ont été dévoilés le 25 février 2019. Ils ne "
                    "couvrent pas toutes les régions.</p>"
                ),
            ),
        ],
        "page": "territoires",
        "region": None,
    },
    {
        "slug": "vingt-premiers-territoires",
        "title": "20 premiers territoires labellisés",
        "start": "2019-02-25",
        "end": None,
        "precision": "day",
        "status": "done",
        "announced": False,
        "summary": (
            "Les 20 premiers Territoires French Impact sont dévoilés au Solilab, "
            "à Nantes, parmi 50 candidatures."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Chaque territoire se fixe trois défis : social, "
                    "environnemental et citoyen. L’Avise a contribué à l’examen "
                    "des dossiers.</p>"
                ),
            ),
        ],
        "page": "article:vingt-territoires-labellises",
        "region": "52",
    },
    {
        "slug": "pact-for-impact",
        "title": "Sommet Pact for Impact",
        "start": "2019-07-10",
        "end": "2019-07-11",
        "precision": "day",
        "status": "done",
        "announced": False,
        "summary": (
            "Le sommet Pact for Impact réunit 400 participants et 50 pays au "
            "musée du Quai Branly, à Paris."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Pendant deux jours, le sommet a porté sur l’économie "
                    "sociale et solidaire (ESS) à l’échelle internationale.</p>"
                ),
            ),
        ],
        "page": "article:pact-for-impact-sommet-paris",
        "region": "11",
    },
    {
        "slug": "sept-nouveaux-territoires",
        "title": "Sept nouveaux territoires labellisés",
        "start": "2019-12-01",
        "end": None,
        "precision": "month",
        "status": "done",
        "announced": False,
        "summary": (
            "Sept territoires reçoivent le label Territoire French Impact. Ils sont désormais 27."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Les nouveaux territoires se trouvent en <a "
                    'data-page="region:84">Auvergne-Rhône-Alpes</a>, en <a '
                    'data-page="region:75">Nouvelle-Aquitaine</a> et en <a '
                    'data-page="region:76">Occitanie</a>.</p>'
                ),
            ),
        ],
        "page": "article:sept-nouveaux-territoires",
        "region": None,
    },
    {
        "slug": "fonds-france-active",
        "title": "Fonds d’amorçage de France Active",
        "start": "2020-02-04",
        "end": None,
        "precision": "day",
        "status": "done",
        "announced": False,
        "summary": (
            "France Active lance un fonds d’amorçage de 10 millions d’euros, "
            "labellisé French Impact."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Ce fonds s’adresse à des entreprises d’innovation "
                    "sociale qui débutent. Il s’inscrit dans une <a "
                    'data-page="financement">série d’annonces</a> faites depuis '
                    "2018.</p>"
                ),
            ),
        ],
        "page": "article:fonds-amorcage-france-active",
        "region": None,
    },
    {
        "slug": "remise-labels-occitanie",
        "title": "Remise des labels en Occitanie",
        "start": "2020-02-05",
        "end": "2020-02-06",
        "precision": "day",
        "status": "done",
        "announced": False,
        "summary": (
            "Les labels Territoire French Impact sont remis à Montpellier, Narbonne et Toulouse."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Les territoires concernés sont Toulouse Métropole, le "
                    "Grand Narbonne et l’Occitanie Est. Ils avaient été retenus "
                    "en décembre 2019.</p>"
                ),
            ),
        ],
        "page": "article:labels-remis-occitanie",
        "region": "76",
    },
    {
        "slug": "rattachement-bercy",
        "title": "L’économie sociale et solidaire rejoint Bercy",
        "start": "2020-07-15",
        "end": None,
        "precision": "day",
        "status": "done",
        "announced": False,
        "summary": (
            "Un décret confie l’économie sociale et solidaire au ministère de "
            "l’Économie, des Finances et de la Relance."
        ),
        "body": [
            (
                "paragraph",
                (
                    "<p>Olivia Grégoire a été nommée secrétaire d’État chargée "
                    "de l’Économie sociale, solidaire et responsable le 26 "
                    "juillet 2020.</p>"
                ),
            ),
        ],
        "page": "article:economie-sociale-solidaire-bercy",
        "region": None,
    },
    {
        "slug": "relance-contrats-impact",
        "title": "Relance des contrats à impact",
        "start": "2020-09-01",
        "end": None,
        "precision": "month",
        "status": "done",
        "announced": False,
        "summary": ("L’État relance les contrats à impact, avec 10 millions d’euros par appel."),
        "body": [
            (
                "paragraph",
                (
                    "<p>Le premier appel est conduit avec l’Agence de la "
                    "transition écologique (ADEME). Les candidatures étaient "
                    "reçues jusqu’au 23 décembre 2020.</p>"
                ),
            ),
        ],
        "page": "article:contrats-a-impact-relance",
        "region": None,
    },
]
