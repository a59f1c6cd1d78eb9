"""Blocks on territories: a challenge, and the map of the regions."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

CHALLENGE_KINDS = {
    "social": _("Défi social"),
    "environmental": _("Défi environnemental"),
    "citizen": _("Défi citoyen"),
}


class ChallengeBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        label=_("nature"),
        choices=list(CHALLENGE_KINDS.items()),
    )
    text = blocks.TextBlock(label=_("défi"), max_length=300)

    class Meta:
        icon = "pick"
        label = _("Défi")
        template = "territories/blocks/challenge.html"
        preview_value = {"kind": "environmental", "text": "Réduire les déchets exportés."}
        description = _("Un défi que le territoire s’est donné.")


class MapBlock(blocks.StructBlock):
    """The tile map of the regions; its template asks the tree what to show."""

    title = blocks.CharBlock(label=_("titre"), max_length=120, required=False)

    class Meta:
        icon = "site"
        label = _("Carte des territoires")
        template = "territories/blocks/map.html"
        preview_value = {"title": "Les territoires French Impact"}
        description = _("Les dix-huit régions, avec leurs territoires pilotes et labellisés.")
