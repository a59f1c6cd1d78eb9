"""Words of scripts of the admin, where their French is none, or not that of the guide."""

from django.utils.translation import gettext as _
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.localization import get_localized_response

from site_cms.words.french import reads_french

# What a catalogue of packages has no place to say otherwise; English is as they wrote it.
_SCREENS = {"Are you sure?": "Confirmez-vous\u00a0?"}
_EDITOR = {
    "[DELETED]": "[SUPPRIMÉ]",
    "Changed": "Avec des changements",
    "Choose a %s": "Choisir\u00a0: %s",
    "Edit this %s": "Modifier\u00a0: %s",
    "Convert to alias page": "En faire un alias",
    "Converting to alias page": "La page devient un alias",
    "Download PO file": "Télécharger les textes à traduire",
    "Download PO file and input translations offline": (
        "Télécharger les textes (fichier .po), pour les traduire hors du site"
    ),
    "segments translated": "passages traduits",
    "Stop Synced translation": "Ne plus suivre l’original",
    "Stopping Synced translation": "La page cesse de suivre l’original",
    "There are unsaved segments. Please save or cancel them before leaving.": (
        "Des passages ne sont pas enregistrés. Enregistrez-les ou annulez-les avant de partir."
    ),
    "Translate all missing strings with ": "Traduire tous les passages qui manquent avec ",
    "Upload PO file": "Envoyer les textes traduits",
    "Upload translated PO file to submit translations": (
        "Envoyer le fichier .po traduit, pour en reprendre les textes"
    ),
}


def _in_french(words):
    return words if reads_french() else {}


class ScreenWords(JavaScriptCatalog):
    """Of Wagtail's own scripts."""

    packages = ["wagtail.admin"]

    def get_catalog(self):
        return super().get_catalog() | _in_french(_SCREENS)


def screen_words(request):
    """Wagtail's address, which is asked for without an account too."""
    return get_localized_response(ScreenWords.as_view(), request)


class EditorWords(JavaScriptCatalog):
    """Of the screen on which a page is translated."""

    packages = ["wagtail_localize"]

    def get_catalog(self):
        return {
            **super().get_catalog(),
            **_in_french(_EDITOR),
            "Publish in ": _("Publier en "),
            # That of the original, or of an address the one its title gives.
            "Uses %s version": _("Valeur automatique"),
            "Revert to %s version": _("Revenir à la valeur automatique"),
        }
