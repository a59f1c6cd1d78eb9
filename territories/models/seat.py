"""The main town of a territory: chosen by its name, from which code and position follow."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.staticfiles import versioned_static

from site_cms.models.pages import BasePageForm
from territories.communes import Commune, communes, named
from territories.regions import BY_CODE


class TownInput(forms.TextInput):
    """A town's name; the script offers the communes that begin so, and fills in what follows."""

    template_name = "territories/widgets/town.html"

    def get_context(self, name, value, attrs):
        url = reverse("communes")
        attrs = {**(attrs or {}), "data-communes": url, "autocomplete": "off"}
        return super().get_context(name, value, attrs)

    @property
    def media(self):
        return forms.Media(js=[versioned_static("territories/communes.js")])


class TerritoryForm(BasePageForm):
    """Fills in code and position, with or without a script: a name is enough."""

    def clean(self):
        data = super().clean()
        town = self._town(data)
        if town and self._is_new("seat_code"):
            self._refuse_elsewhere(town)
        if town and (data.get("latitude") is None or self._is_left_behind()):
            data["latitude"], data["longitude"] = town.position or (None, None)
        return data

    def _town(self, data) -> Commune | None:
        """The commune that is meant; its code is that of the name, where only the name is new."""
        code, name = data.get("seat_code"), data.get("seat", "")
        is_named = not code or (self._is_new("seat") and not self._is_new("seat_code"))
        if is_named and (town := named(name, self._region())):
            data["seat_code"] = town.code
            self._follows = True
            return town
        return communes().get(code)

    _follows = False

    def _is_new(self, name):
        return name in self.changed_data or (name == "seat_code" and self._follows)

    def _is_left_behind(self):
        """Whether the town is another, and nobody said where it is."""
        return self._is_new("seat_code") and not {"latitude", "longitude"} & set(self.changed_data)

    def _region(self) -> str:
        return getattr(self.parent_page.specific, "code", "") if self.parent_page else ""

    def _refuse_elsewhere(self, town):
        here = BY_CODE.get(self._region())
        if here and town.region != here.code:
            words = {"town": town.name, "there": BY_CODE[town.region].label, "here": here.label}
            message = _("%(town)s est dans une autre région (%(there)s) que cette page (%(here)s).")
            self.add_error("seat", ValidationError(message % words))
