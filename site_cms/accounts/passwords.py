"""How hard a password is to guess, for somebody who knows French, the site and its holder."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from zxcvbn import zxcvbn

from site_cms.words.letters import fold

# Of 0 to 4: more than a hundred million guesses.
LEAST_SCORE = 3
# What follows makes a password longer to type, and the estimate longer to make.
LONGEST_READ = 72
_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890")
_WORDS = Path(__file__).with_name("french_words.txt")


class StrengthValidator:
    """Refuses what a patient stranger would try: words, names, rows of keys, repetitions, years."""

    def validate(self, password, user=None):
        known = [*words_of(user), *french_words()]
        found = zxcvbn(fold(password[:LONGEST_READ]), user_inputs=known)
        if found["score"] < LEAST_SCORE:
            raise ValidationError(_reason(found["sequence"]), code="password_too_weak")

    def get_help_text(self):
        return _(
            "Évitez les mots seuls, les prénoms, les suites de touches et le nom du site : quatre "
            "ou cinq mots sans lien entre eux font un bon mot de passe."
        )


def words_of(user) -> list[str]:
    """Return what anybody may know of the holder, whole and in parts."""
    if user is None:
        return []
    first, last = user.first_name, user.last_name
    whole = [user.get_username(), user.email, first, last, f"{first} {last}", f"{last} {first}"]
    found = {fold(word) for word in whole if word}
    return sorted(found | {part for word in found for part in _parts(word)})


def _parts(word):
    spaced = "".join(char if char.isalnum() else " " for char in word)
    return [*spaced.split(), spaced.replace(" ", "")]


@cache
def french_words() -> tuple[str, ...]:
    """Return words that a French person would try first, the commonest first."""
    site = fold(settings.WAGTAIL_SITE_NAME)
    words = (fold(line) for line in _WORDS.read_text().split())
    return tuple(dict.fromkeys([*_parts(site), *_ROWS, *words]))


def _reason(sequence) -> str:
    """Return what is the matter with the longest part that is easily guessed."""
    guessed = [match for match in sequence if match["pattern"] != "bruteforce"] or sequence
    weakest = max(guessed, key=lambda match: len(match["token"]))
    return {
        "repeat": _("Ce mot de passe répète les mêmes signes : il se devine en quelques essais."),
        "spatial": _("Ce mot de passe suit les touches du clavier : il se devine vite."),
        "sequence": _("Ce mot de passe est une suite de signes voisins : il se devine vite."),
        "date": _("Ce mot de passe est une date : il se devine vite."),
        "regex": _("Ce mot de passe est une année : il se devine vite."),
    }.get(
        weakest["pattern"],
        _(
            "Ce mot de passe est fait de mots ou de noms connus : il se devine vite. Quatre ou "
            "cinq mots sans lien entre eux en font un meilleur."
        ),
    )
