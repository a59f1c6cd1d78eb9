"""Thèmes, rubriques et personnes citées dans les contenus de démonstration."""

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

PEOPLE = [
    {
        "slug": "jean-michel-blanquer",
        "name": "Jean-Michel Blanquer",
    },
    {
        "slug": "julien-denormandie",
        "name": "Julien Denormandie",
    },
    {
        "slug": "olivia-gregoire",
        "name": "Olivia Grégoire",
    },
    {
        "slug": "nicolas-hulot",
        "name": "Nicolas Hulot",
    },
    {
        "slug": "christophe-itier",
        "name": "Christophe Itier",
    },
    {
        "slug": "mara-maudet",
        "name": "Mara Maudet",
    },
]
