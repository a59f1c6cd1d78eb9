"""Les listes de la démonstration, et ce qui y renvoie à ses pages."""

from home.start import content

CONTACT = content.CONTACT | {
    "intro": (
        "<p>Une question sur l’accélérateur, un appel à projets ou un territoire ? Ce formulaire "
        "permet d’écrire à l’équipe de French Impact. Les réponses aux demandes courantes figurent "
        'souvent dans la page <a data-page="fonctionnement">Comment ça marche</a>.</p>'
    ),
}

PIONEER_INDEX = content.PIONEER_INDEX | {
    "intro": (
        '<p>L’<a data-page="call:pionniers-french-impact">appel à projets Pionniers</a> a '
        "distingué 22 structures en juin 2018. Cet annuaire présente 16 d’entre elles et sera "
        "complété. Il comprend aussi deux projets cités en exemple lors du lancement de janvier "
        "2018, Wimoov et l’IEPC, qui ne sont pas présentés comme lauréats.</p>"
    ),
}

CALL_INDEX = content.CALL_INDEX | {
    "intro": (
        "<p>Chaque page d’appel indique qui peut répondre, jusqu’à quand et comment. Les appels "
        'clos restent en ligne avec leurs résultats. La page <a data-page="fonctionnement">Comment '
        "ça marche</a> explique la suite donnée aux candidatures.</p>"
    ),
}

TERRITORY_INDEX = content.TERRITORY_INDEX | {
    "intro": (
        '<p>En décembre 2019, 27 territoires avaient reçu le <a data-page="label">label French '
        "Impact</a>. Ce site en présente 26, rattachés à leur région. Le vingt-septième, Vallée de "
        "la Marne, n’a pas encore de page. La carte et la liste donnent accès aux mêmes pages.</p>"
    ),
}

TIMELINE = {
    "title": "Calendrier du déploiement",
    "slug": "calendrier",
    "summary": (
        "Les étapes de l’accélérateur, du lancement de janvier 2018 à la relance des contrats à "
        "impact de septembre 2020 : ce qui a été annoncé, ce qui a été fait."
    ),
    "intro": (
        "<p>Ce calendrier rassemble les étapes de l’accélérateur. Chacune porte une date aussi "
        "précise que les sources le permettent : un jour, un mois ou une période. Une étape "
        "annoncée n’est indiquée comme réalisée que si une source le confirme.</p>"
    ),
}
