"""Who may log in to the demonstration: technical administration, national staff, four teams."""

from dataclasses import dataclass

from site_cms.rights.roles import COMMUNICATION, CONTRIBUTION, PUBLICATION, RELECTURE, team_group


@dataclass(frozen=True)
class DemoAccount:
    username: str
    first_name: str
    last_name: str
    role: str
    groups: tuple[str, ...] = ()
    superuser: bool = False


DEMO_ACCOUNTS = (
    DemoAccount("admin", "Alix", "Martin", "technical administration", superuser=True),
    DemoAccount("communication", "Camille", "Durand", "communication", (COMMUNICATION,)),
    DemoAccount("relecture", "Dominique", "Petit", "national review", (RELECTURE,)),
    DemoAccount(
        "bretagne.contribution",
        "Maëlle",
        "Le Goff",
        "Bretagne, writes and submits",
        (team_group("Bretagne", CONTRIBUTION),),
    ),
    DemoAccount(
        "bretagne.publication",
        "Yann",
        "Kervella",
        "Bretagne, reviews and publishes",
        (team_group("Bretagne", PUBLICATION),),
    ),
    DemoAccount(
        "occitanie.publication",
        "Inès",
        "Fabre",
        "Occitanie, reviews and publishes",
        (team_group("Occitanie", PUBLICATION),),
    ),
    DemoAccount(
        "ouest.publication",
        "Sacha",
        "Moreau",
        "Bretagne and Normandie, reviews and publishes",
        (team_group("Bretagne", PUBLICATION), team_group("Normandie", PUBLICATION)),
    ),
)
