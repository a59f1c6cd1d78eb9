"""What a form chooses by means of a chooser: pages, and words that are not there yet."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.staticfiles import versioned_static


class PagePicker(forms.CheckboxSelectMultiple):
    """The chosen pages as ticked boxes, and a button that opens the chooser named by its viewset.

    The form weighs the same whatever there is to choose from. Without the script one can still
    take pages out, and none is lost.
    """

    template_name = "site_cms/widgets/page_picker.html"

    def __init__(self, viewset, add_label, **kwargs):
        super().__init__(**kwargs)
        self.viewset, self.add_label = viewset, add_label

    def optgroups(self, name, value, attrs=None):
        keys = [key for key in value if key.isdecimal()]
        chosen = self.choices.queryset.filter(pk__in=keys) if keys else ()
        label = self.choices.field.label_from_instance
        options = [
            self.create_option(name, page.pk, label(page), True, index, attrs=attrs)
            for index, page in enumerate(chosen)
        ]
        return [(None, options, 0)]

    def get_context(self, name, value, attrs):
        url = reverse(f"{self.viewset}:choose")
        return super().get_context(name, value, attrs) | {"url": url, "add_label": self.add_label}

    @property
    def media(self):
        scripts = (
            "wagtailadmin/js/modal-workflow.js",
            "wagtailadmin/js/chooser-modal.js",
            "site_cms/admin/page-picker.js",
        )
        return forms.Media(js=[versioned_static(script) for script in scripts])


class WordPanel(FieldPanel):
    """A choice among the words of a vocabulary, and a button to make one, for whoever may."""

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "site_cms/panels/word_panel.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | self._way()

        def _way(self):
            kind = self.panel.db_field.related_model._meta
            if not self.request.user.has_perm(f"{kind.app_label}.add_{kind.model_name}"):
                return {"make_url": ""}
            chooser = f"wagtailsnippetchoosers_{kind.app_label}_{kind.model_name}"
            label = _("Ajouter\u00a0: %(kind)s") % {"kind": kind.verbose_name}
            return {"make_url": reverse(f"{chooser}:choose"), "make_label": label}

        @property
        def media(self):
            return super().media + forms.Media(
                js=[
                    versioned_static("wagtailadmin/js/modal-workflow.js"),
                    versioned_static("wagtailadmin/js/chooser-modal.js"),
                    versioned_static("site_cms/admin/word-maker.js"),
                ]
            )
