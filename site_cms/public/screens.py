"""Public screens that are no pages: what they are called, and how search finds them.

The room that serves a screen registers it; its view gives it to the template as `screen`, for the
title, the description and what is shared with networks.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation


@dataclass(frozen=True)
class Screen:
    """`title` and `summary` are for readers, `words` are what else they may look for it with."""

    url_name: str
    title: str
    summary: str
    words: str = ""
    args: tuple[str, ...] = ()
    above: "Screen | None" = None

    @property
    def url(self) -> str:
        return reverse(self.url_name, args=self.args)

    def url_in(self, language: str) -> str:
        with translation.override(language):
            return self.url


# In the order of their registration.
SCREENS: list[Screen] = []
# What gives the addresses of screens that are many of a kind, such as one for each dataset.
_SERIES: list[Callable[[], Iterable[Screen]]] = []


def register_screen(screen: Screen) -> Screen:
    SCREENS.append(screen)
    return screen


def register_series(screens: Callable[[], Iterable[Screen]]):
    """Register screens of one kind: the sitemap lists them, search finds them by other means."""
    _SERIES.append(screens)
    return screens


def addresses() -> list[tuple[str, tuple[str, ...]]]:
    """Return the (name, arguments) of the URL of every screen."""
    every = [*SCREENS, *(screen for screens in _SERIES for screen in screens())]
    return [(screen.url_name, screen.args) for screen in every]
