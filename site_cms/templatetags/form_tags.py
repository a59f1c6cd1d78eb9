"""Public forms in the State design system's markup."""

from django import forms, template

from site_cms.models.forms import HONEYPOT

register = template.Library()

# The first kind that fits; the rest are plain inputs.
KINDS = (
    (forms.CheckboxInput, "checkbox"),
    (forms.RadioSelect, "radio"),
    (forms.Select, "select"),
)
# (group, group in error, control): whole names, so that their rules stay in the stylesheet.
CLASSES = {
    "checkbox": ("fr-checkbox-group", "fr-checkbox-group--error", ""),
    "input": ("fr-input-group", "fr-input-group--error", "fr-input"),
    "select": ("fr-select-group", "fr-select-group--error", "fr-select"),
}
# What browsers may fill in for the reader, by the name Wagtail makes of the question's label.
AUTOCOMPLETE = {
    "nom": "name",
    "prenom": "given-name",
    "nom_et_prenom": "name",
    "prenom_et_nom": "name",
    "votre_nom": "name",
    "telephone": "tel",
    "name": "name",
    "phone": "tel",
}
# Wherever one of these stands in it.
ORGANISATIONS = {
    *("association", "collectivite", "company", "entreprise", "organisation", "organisme"),
    *("organization", "structure"),
}


@register.simple_tag
def field_kind(field) -> str:
    if field.name == HONEYPOT:
        return "trap"
    widget = field.field.widget
    return next((kind for known, kind in KINDS if isinstance(widget, known)), "input")


@register.simple_tag
def group_class(field) -> str:
    group, error, _control = CLASSES[field_kind(field)]
    return f"{group} {error}" if field.errors else group


@register.simple_tag
def dsfr_widget(field):
    """The field's control with the classes and descriptions its markup needs."""
    kind = field_kind(field)
    control = CLASSES[kind][2]
    attrs = {"class": control} if control else {}
    if autocomplete := _autocomplete(field):
        attrs["autocomplete"] = autocomplete
    shown = {"helptext": field.help_text, "error": field.errors}
    if ids := " ".join(f"{field.auto_id}_{part}" for part, is_shown in shown.items() if is_shown):
        attrs["aria-describedby"] = ids
    return field.as_widget(attrs=attrs)


def _autocomplete(field) -> str:
    if isinstance(field.field.widget, forms.EmailInput):
        return "email"
    is_of_one = not ORGANISATIONS.isdisjoint(field.name.split("_"))
    return AUTOCOMPLETE.get(field.name, "organization" if is_of_one else "")
