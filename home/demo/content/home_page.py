"""La page d’accueil de la démonstration."""

from home.start import content

HOME = content.HOME | {
    "objectives_title": "Cinq objectifs",
    "objectives": [
        {
            "title": "Fédérer une communauté",
            "text": (
                "Relier celles et ceux qui innovent, et faire connaître leurs solutions grâce à "
                "une plateforme commune."
            ),
            "page": "objectifs",
        },
        {
            "title": "Mobiliser un milliard d’euros",
            "text": (
                "Réunir en cinq ans des financements publics et privés, pour débuter puis pour "
                "grandir. C’est une cible."
            ),
            "page": "financement",
        },
        {
            "title": "Simplifier et expérimenter",
            "text": (
                "S’appuyer sur un réseau de hackers publics pour lever les blocages et essayer de "
                "nouvelles règles."
            ),
            "page": "hackers-publics",
        },
        {
            "title": "Mieux évaluer l’impact social",
            "text": (
                "Savoir ce qui change vraiment pour les personnes, avec des indicateurs datés et "
                "sourcés."
            ),
            "page": "mesure-impact",
        },
        {
            "title": "Soutenir les territoires",
            "text": (
                "Accorder le label French Impact aux territoires où les acteurs relèvent ensemble "
                "leurs défis."
            ),
            "page": "label",
        },
    ],
    "principles_title": "Deux principes",
    "principles": [
        {
            "title": "L’open source",
            "text": (
                "Une solution qui fonctionne doit pouvoir servir ailleurs. Méthodes et "
                "enseignements se partagent, puis s’adaptent à chaque lieu."
            ),
        },
        {
            "title": "La co-construction",
            "text": (
                "Les solutions se bâtissent avec les personnes concernées, les associations, les "
                "entreprises et les pouvoirs publics."
            ),
        },
    ],
    "figures_title": "French Impact en chiffres",
    "figures": [
        {
            "value": "22",
            "unit": "pionniers",
            "label": "retenus en juin 2018 sur 200 candidatures",
            "source": "La Gazette des communes, juin 2018",
        },
        {
            "value": "27",
            "unit": "territoires",
            "label": "labellisés en 2019, dont 26 présentés sur ce site",
            "source": "Actu-Environnement, décembre 2019",
        },
        {
            "value": "1",
            "unit": "milliard d’euros",
            "label": "visé en cinq ans, fonds publics et privés réunis",
            "source": "Annonce du 18 janvier 2018",
        },
        {
            "value": "3",
            "unit": "ans",
            "label": "d’accompagnement pour chaque pionnier",
            "source": "Novethic, juin 2018",
        },
    ],
}
