"""Blocks of the home page: objectives, principles, steps of the timeline, and the rooms' own."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from news.blocks import LatestNewsBlock
from pioneers.blocks import OpenCallsBlock, PioneersBlock
from site_cms.blocks import StoryBlock
from territories.blocks import MapBlock


class ObjectiveBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("objectif"), max_length=120)
    text = blocks.TextBlock(label=_("explication"), max_length=200, required=False)
    page = blocks.PageChooserBlock(label=_("page à lire"), required=False)


class ObjectivesBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("titre"), max_length=120, default="Cinq objectifs")
    items = blocks.ListBlock(ObjectiveBlock(), label=_("objectifs"), min_num=1, max_num=6)

    class Meta:
        icon = "tasks"
        label = _("Objectifs")
        template = "home/blocks/objectives.html"
        preview_value = {
            "title": "Cinq objectifs",
            "items": [
                {
                    "title": "Fédérer",
                    "text": "Réunir les acteurs de l’innovation sociale.",
                    "page": None,
                },
                {
                    "title": "Financer",
                    "text": "Accompagner le changement d’échelle.",
                    "page": None,
                },
            ],
        }
        description = _("Les objectifs du programme, chacun avec la page qui l’explique.")


class PrincipleBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("principe"), max_length=120)
    text = blocks.TextBlock(label=_("explication"), max_length=300)


class PrinciplesBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("titre"), max_length=120, default="Deux principes")
    items = blocks.ListBlock(PrincipleBlock(), label=_("principes"), min_num=1, max_num=4)

    class Meta:
        icon = "openquote"
        label = _("Principes")
        template = "home/blocks/principles.html"
        preview_value = {
            "title": "Deux principes",
            "items": [{"title": "Open source", "text": "Ce qui marche se partage."}],
        }
        description = _("Les principes du programme, côte à côte.")


class TimelineExcerptBlock(blocks.StructBlock):
    """Some steps of the rollout; its template asks the calendar which."""

    title = blocks.CharBlock(label=_("titre"), max_length=120, default="Le calendrier")

    class Meta:
        icon = "history"
        label = _("Extrait du calendrier")
        template = "home/blocks/timeline_excerpt.html"
        preview_value = {"title": "Le calendrier"}
        description = _("Les étapes en cours et à venir, ou à défaut les dernières passées.")


class HomeBlock(StoryBlock):
    """The shared blocks, and those that show what the other rooms hold."""

    objectives = ObjectivesBlock()
    principles = PrinciplesBlock()
    open_calls = OpenCallsBlock()
    latest_news = LatestNewsBlock()
    pioneers = PioneersBlock()
    timeline_excerpt = TimelineExcerptBlock()
    map = MapBlock()

    class Meta:
        label = _("Contenu")
        block_counts = StoryBlock._meta_class.block_counts | {
            name: {"max_num": 1}
            for name in ("open_calls", "latest_news", "pioneers", "timeline_excerpt", "map")
        }
