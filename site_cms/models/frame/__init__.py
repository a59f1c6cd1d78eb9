"""What stands around every page of the site: banners, the menu, the list of the footer."""

from .banner import Banner, ShownBanner, banners_now
from .menu import FooterEntry, MenuEntry, SiteMenu, entry_keys, is_in_menu

__all__ = [
    "Banner",
    "FooterEntry",
    "MenuEntry",
    "ShownBanner",
    "SiteMenu",
    "banners_now",
    "entry_keys",
    "is_in_menu",
]
