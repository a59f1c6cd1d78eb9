"""Links and emphasis as translators read and write them."""

import json

import pytest
from bs4 import BeautifulSoup
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from wagtail.rich_text import RichText
from wagtail_localize.models import StringTranslation, Translation

from site_cms.rights.roles import COMMUNICATION
from site_cms.translation.marks import with_marks, with_tags
from tests.factories import content, translate, user

HTML = 'Lisez <a id="a1">la <b>suite</b></a> et <a id="a2">le <i>reste</i></a>.'
MARKED = "Lisez [1: la **suite**] et [2: le __reste__]."


def test_marks_stand_for_tags_and_are_read_back():
    assert with_marks(HTML) == MARKED
    assert with_tags(MARKED, HTML) == HTML


@pytest.mark.parametrize("plain", ["[1: un]", "a **b** c", "__init__", "2 ** 3"])
def test_elsewhere_signs_are_but_signs(plain):
    assert with_tags(plain, "Un titre") == plain


def test_the_editor_shows_and_takes_marks_and_keeps_tags(client, db):
    link = '<p>Lisez <a href="https://example.org/">la suite</a>.</p>'
    page = content("Une page", body=[("paragraph", RichText(link))])
    twin = translate(page)
    client.force_login(user("camille", COMMUNICATION))
    html = BeautifulSoup(client.get(f"/admin/pages/{twin.pk}/edit/").content, "html.parser")
    props = json.loads(html.select_one("[data-props]")["data-props"])
    assert "&lt;a id" not in str(html) and "son texte" in html.text
    segment = next(one for one in props["segments"] if "[1: la suite]" in str(one["source"]))
    translation = Translation.objects.get(source__object_id=page.translation_key)
    address = f"/admin/localize/translate/{translation.pk}/strings/{segment['id']}/edit/"
    sent = encode_multipart(BOUNDARY, {"value": "Read [1: the rest]."})
    answer = client.put(address, sent, content_type=MULTIPART_CONTENT).json()
    assert answer["data"] == "Read [1: the rest]."
    kept = StringTranslation.objects.get(context__path__startswith="body")
    assert kept.data == 'Read <a id="a1">the rest</a>.'
