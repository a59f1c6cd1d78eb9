"""Les personnes citées dans les contenus de démonstration."""

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
