"""The page by which one writes to the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from site_cms.models import FormField, PublicFormPage


class ContactPage(PublicFormPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    content_panels = [*PublicFormPage.content_panels, *PublicFormPage.form_panels]

    class Meta:
        verbose_name = _("page de contact")


class ContactFormField(FormField):
    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="form_fields")
