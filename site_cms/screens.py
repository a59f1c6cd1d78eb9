"""Public screens that are no pages: what they are called, and how search finds them.

The room that serves a screen registers it; its view gives it to the template as `screen`, for the
title, the description and what is shared with networks.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation

from site_cms.search.analysis import terms


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

    def is_meant_by(self, asked: set[str], language: str) -> bool:
        return bool(asked) and asked <= set(terms(f"{self.title} {self.words}", language))


SCREENS: list[Screen] = []


def register_screen(screen: Screen) -> Screen:
    SCREENS.append(screen)
    return screen
