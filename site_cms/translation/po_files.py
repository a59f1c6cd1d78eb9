"""Files of words, as translators send them back."""

import re

import polib
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

PO_LIMIT = 2_000_000  # bytes
# polib would take the text that is there, less a letter.
_UNCLOSED = re.compile(r'^(?:msg\S+ +)?"(?:[^"\\\n]|\\.)*$', re.MULTILINE)


def read_po(upload, translation):
    if upload is None or upload.size > PO_LIMIT:
        raise ValidationError(_("Choisissez un fichier PO de 2\u00a0Mo au plus."))
    try:
        text = upload.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValidationError(_("Ce fichier n’est pas en UTF-8.")) from error
    # polib takes a short text without a line break for the name of a file.
    if "\n" not in text or "\0" in text:
        raise ValidationError(_("Ce fichier n’est pas un fichier PO."))
    if unclosed := _UNCLOSED.search(text):
        line = text.count("\n", 0, unclosed.start()) + 1
        raise ValidationError(
            _("Ligne %(line)s du fichier\u00a0: il y manque un guillemet. Rien n’a été repris.")
            % {"line": line}
        )
    try:
        words = polib.pofile(text)
    except (OSError, ValueError, IndexError, AttributeError) as error:
        raise ValidationError(_("Ce fichier n’est pas un fichier PO.")) from error
    if words.metadata.get("X-WagtailLocalize-TranslationID") != str(translation.uuid):
        raise ValidationError(
            _("Ce fichier est celui d’une autre page, ou d’une autre langue. Rien n’a été repris.")
        )
    return words
