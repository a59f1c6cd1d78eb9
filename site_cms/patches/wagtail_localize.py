"""What is replaced inside wagtail-localize 1.14."""

from wagtail_localize import models

from site_cms.patches.ground import RemovedHook, Replaced, instead
from site_cms.translation.fields import comment, copy_with_choices

PATCHES = [
    Replaced(
        owner=models,
        name="copy_synchronised_fields",
        by=instead(copy_with_choices),
        why="Choices in lists (many to many) are not copied; the address is, which has its own.",
        seen={"1.14": "95d7e5ae9c96"},
    ),
    Replaced(
        owner=models.StringTranslation,
        name="get_comment",
        by=instead(comment),
        why="It names months in English, and cannot be translated.",
        seen={"1.14": "9a793d0509fe"},
    ),
]

_MORE_BUTTONS = "wagtail_localize.wagtail_hooks.page_listing_more_buttons"
_ITEM = "wagtail_localize.wagtail_hooks.register"
REMOVED_HOOKS = [
    RemovedHook(
        hook="register_page_listing_more_buttons",
        function=_MORE_BUTTONS,
        why="It asks two queries for every row of a list, to offer what the board offers.",
    ),
    RemovedHook(
        hook="register_page_header_buttons",
        function=_MORE_BUTTONS,
        why="In the header of a page, it offers what is then refused.",
    ),
    RemovedHook(
        hook="register_page_action_menu_item",
        function=f"{_ITEM}_convert_back_to_alias_page_action_menu_item",
        why="An alias would show French text as English.",
    ),
    RemovedHook(
        hook="register_page_action_menu_item",
        function=f"{_ITEM}_restart_translation_page_action_menu_item",
        why="It asks of each page what only a translation can be, and whoever may not translate.",
    ),
]
