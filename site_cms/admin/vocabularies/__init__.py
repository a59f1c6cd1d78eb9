"""The words that all rooms share, in the admin: themes and people; two of them can become one."""

from .screens import VocabularyViewSet

__all__ = ["VocabularyViewSet"]
