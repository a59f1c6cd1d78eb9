"""A field of one line holds one, whatever was sent to it: in whichever form."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from wagtail.admin.panels import get_edit_handler
from wagtail.blocks import CharBlock, TextBlock
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

from site_cms.patches.django import is_of_one_line

pytestmark = pytest.mark.once
LINES = ["Nom\r\nCc: tous", "Nom\nCc: tous", "Nom \u2028 Cc: tous", "Nom\x0b\x85Cc: tous"]


@pytest.mark.parametrize("sent", LINES)
def test_lines_become_one(sent):
    assert forms.CharField().clean(sent) == "Nom Cc: tous"
    assert CharBlock().clean(sent) == "Nom Cc: tous"
    assert forms.CharField(widget=forms.Textarea).clean(sent) == sent
    assert TextBlock().clean(sent) == sent


def test_what_is_one_line_stays_as_it_was_typed():
    assert forms.CharField(strip=False).clean(" Un\u00a0nom  ") == " Un\u00a0nom  "
    assert forms.CharField(widget=forms.PasswordInput, strip=False).clean("a\nb") == "a\nb"


def sent_to(field):
    try:
        return str(field.clean("https://a.example/\nb"))
    except ValidationError:
        return ""


def fields_of(form, prefix):
    for name, field in form.base_fields.items():
        yield f"{prefix}.{name}", field
    for name, formset in getattr(form, "formsets", {}).items():
        yield from fields_of(formset.form, f"{prefix}.{name}")


def edited():
    for model in [*get_page_models(), *get_snippet_models()]:
        handler = getattr(model, "edit_handler", None) or getattr(
            getattr(model, "snippet_viewset", None), "edit_handler", None
        )
        form = (handler or get_edit_handler(model)).bind_to_model(model).get_form_class()
        yield from fields_of(form, model.__name__)


def test_no_form_of_a_page_or_a_snippet_takes_two(db):
    lines = {name: field for name, field in edited() if is_of_one_line(field.widget)}
    assert len(lines) > 50
    assert [name for name, field in lines.items() if "\n" in sent_to(field)] == []
