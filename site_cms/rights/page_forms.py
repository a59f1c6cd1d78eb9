"""The form every page is edited with: what a page refers to is in its language, and stays within
its team's boundary."""

from django import forms
from django.core.exceptions import BadRequest, ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, TranslatableMixin

from site_cms.rights.boundary import Boundary, boundary_for, boundary_on
from site_cms.rights.reader import name_for_reader
from site_cms.words.french import is_french
from site_cms.words.sorting import BY_TITLE

FOREIGN = _(
    "« %(field)s » contient une page, une image ou un document d’une autre équipe que celle de la "
    "page. Choisissez plutôt un élément de la région de la page, ou un élément national."
)
# Widgets that show all there is to choose from.
LISTS = (forms.Select, forms.CheckboxSelectMultiple)
OTHER_LANGUAGE = _("« %(field)s » : choisissez un élément dans la langue de la page.")


class BoundaryMixin:
    """Below national level, offer and accept only what the page's team may use.

    Choosers offer no more, but a form can be sent without them, and content can be pasted. What a
    page holds already, chosen by national staff, stays in its place, unnamed (reader.py),
    until the team takes it out.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self._refuse_unknown_lines()
        self.boundary = self._find_boundary()
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                self._keep_to_language(name, field)
        if not self.boundary.is_national:
            for name, field in self.fields.items():
                if isinstance(field, forms.ModelChoiceField):
                    self._fence(name, field)
        if not self.is_bound:
            self._read_choices_once()

    def _refuse_unknown_lines(self):
        """Wagtail takes each line that is said to be kept for one the page has."""
        for formset in getattr(self, "formsets", {}).values():
            held = {"", *(str(line.pk) for line in formset.get_queryset())}
            lines = range(formset.initial_form_count())
            sent = (formset.data.get(f"{formset.add_prefix(line)}-id") for line in lines)
            if not all(key in held for key in sent):
                raise BadRequest("A line that is not the page's")

    def _read_choices_once(self):
        """Wagtail's editor and the widget itself each read a list that is not read yet."""
        for field in self.fields.values():
            if type(field.widget) in LISTS and isinstance(field, forms.ModelChoiceField):
                # By iter(): a list that is made of it asks how many there are, first.
                field.choices = list(iter(field.choices))

    def _find_boundary(self):
        if self.for_user is None:
            return Boundary(is_national=True)
        place = self.instance if self.instance.path else self.parent_page
        return boundary_on(self.for_user, place) if place else boundary_for(self.for_user)

    def _keep_to_language(self, name, field):
        model = field.queryset.model
        if issubclass(model, Page):
            field.queryset = field.queryset.order_by(*BY_TITLE)
        if not issubclass(model, TranslatableMixin):
            return
        # A preview of a page that is not saved yet has no language of its own.
        locale = (self.instance if self.instance.locale_id else self.parent_page).locale
        spoken = Q(locale_id=locale.pk)
        if not is_french(locale.language_code):
            # What nobody has translated yet stays the French one: see translation/twins.py.
            spoken |= Q(pk__in=self._linked(name))
        field.queryset = field.queryset.filter(spoken)
        field.error_messages["invalid_choice"] = OTHER_LANGUAGE % {"field": self._label(name)}

    def _linked(self, name):
        """Return the keys of what the page refers to by this field, as it stands."""
        if not self.instance.pk:
            return []
        found = getattr(self.instance, name)
        return [item.pk for item in (found.all() if hasattr(found, "all") else [found]) if item]

    def _fence(self, name, field):
        visible = _visible(field.queryset.model, self.boundary)
        if visible is None:
            return
        if not isinstance(field, forms.ModelMultipleChoiceField):
            visible |= Q(pk__in=self._linked(name))
        field.queryset = field.queryset.filter(visible)
        field.label_from_instance = name_for_reader
        field.error_messages["invalid_choice"] = FOREIGN % {"field": self._label(name)}

    def clean(self):
        cleaned_data = super().clean()
        if self.boundary.is_national:
            return cleaned_data
        for name in list(self.cleaned_data):
            if self._holds_references(name):
                held = self._foreign(name, getattr(self.instance, name))
                if self._foreign(name, self.cleaned_data[name]) - held:
                    error = ValidationError(FOREIGN, params={"field": self._label(name)})
                    self.add_error(name, error)
            elif isinstance(self.fields.get(name), forms.ModelMultipleChoiceField):
                # Lists of choices do not show what is not the team's to leave out.
                self.cleaned_data[name] = [*self.cleaned_data[name], *self._unseen(name)]
        return cleaned_data

    def _unseen(self, name):
        """Return what the page refers to by this field, and its team may not know of."""
        model = self.fields[name].queryset.model
        visible = _visible(model, self.boundary)
        if visible is None:
            return []
        linked = model.objects.filter(pk__in=self._linked(name))
        return linked.exclude(pk__in=model.objects.filter(visible).values("pk"))

    def _holds_references(self, name):
        field = self._model_field(name)
        return hasattr(field, "extract_references") and not field.many_to_many

    def _foreign(self, name, value):
        found = self._model_field(name).extract_references(value) if value else ()
        return foreign_references(found, self.boundary)

    def _model_field(self, name):
        known = {field.name: field for field in self._meta.model._meta.get_fields()}
        return known.get(name)

    def _label(self, name):
        return self.fields[name].label


class BoundaryPageForm(BoundaryMixin, WagtailAdminPageForm):
    pass


class BoundaryFormPageForm(BoundaryMixin, WagtailAdminFormPageForm):
    """The same for pages that carry a public form."""


def _visible(model, boundary):
    """Return the condition for what the boundary lets see of a model; None: everything."""
    if issubclass(model, Page):
        return boundary.known_pages()
    if model in (get_image_model(), get_document_model()):
        return boundary.visible_files()
    return None


def foreign_references(references, boundary: Boundary) -> set:
    """Return, as (model, key), what exists among the references but is not to be seen."""
    keys = {}
    for model, key, *_path in references:
        keys.setdefault(base_model(model), set()).add(key)
    foreign = set()
    for model, wanted in keys.items():
        visible = _visible(model, boundary)
        if visible is not None:
            existing = model.objects.filter(pk__in=wanted)
            unseen = existing.exclude(pk__in=model.objects.filter(visible).values("pk"))
            foreign |= {(model, str(key)) for key in unseen.values_list("pk", flat=True)}
    return foreign


def base_model(model):
    return Page if issubclass(model, Page) else model
