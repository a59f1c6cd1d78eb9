import pytest
from django.forms import DateField
from django.template import engines
from django.test import RequestFactory
from django.utils.safestring import mark_safe
from wagtail import hooks
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser

from site_cms.templatetags.script_tags import no_scripts, scripts_of
from site_cms.web.scripts import with_nonce
from tests.factories import content, user


@pytest.fixture
def editor(client, db):
    client.force_login(user(is_superuser=True))
    return client


@pytest.fixture
def answering():
    """A request of the admin is being answered, and its nonce is "N"."""
    request = RequestFactory().get("/admin/")
    request.csp_nonce = "N"
    with no_scripts():
        scripts_of(request)
        yield


def openings(response):
    html = response.content.decode()
    return [piece[: piece.index(">")] for piece in html.split("<script")[1:]]


@pytest.mark.parametrize(
    ("source", "is_given"),
    [
        ("<script>a()</script>", True),
        ('<script type="text/javascript">a()</script>', True),
        ('<script src="a.js"></script>', False),
        ('<script\n  src="a.js" defer></script>', False),
        ("<scripture>", False),
    ],
)
def test_inline_scripts_in_the_source_of_a_template_ask_for_a_nonce(source, is_given):
    assert ("<script{% script_nonce %}" in with_nonce(source)) is is_given
    assert with_nonce(source).replace("{% script_nonce %}", "") == source


def test_every_inline_script_of_the_admin_carries_the_nonce_of_its_answer(editor):
    response = editor.get(f"/admin/pages/{content().pk}/edit/")
    policy = response["Content-Security-Policy"]
    nonce = policy.split("'nonce-")[1].split("'")[0]
    (scripts,) = (d for d in policy.split("; ") if d.startswith("script-src "))
    assert "'unsafe-inline'" not in scripts
    inline = [opening for opening in openings(response) if "src=" not in opening]
    assert len(inline) > 5
    assert all(f'nonce="{nonce}"' in opening or "json" in opening for opening in inline)


def test_a_script_that_comes_in_a_value_has_no_nonce(editor):
    planted = mark_safe("<script>planted()</script>")
    with hooks.register_temporarily("insert_global_admin_js", lambda: planted):
        response = editor.get(f"/admin/pages/{content().pk}/edit/")
    assert planted in response.content.decode()
    assert "'unsafe-inline'" not in response["Content-Security-Policy"].split("style-src")[0]


def test_a_value_in_a_template_of_ours_gets_none_either(answering):
    template = engines["django"].from_string("<script{% script_nonce %}>1</script>{{ value }}")
    html = template.render({"value": mark_safe("<script>2</script>")})
    assert html == '<script nonce="N">1</script><script>2</script>'


def test_dates_and_choosers_which_forms_render_without_a_request_have_it(answering):
    date = DateField(widget=AdminDateInput()).widget.render("day", None, attrs={"id": "id_day"})
    chooser = AdminPageChooser().render("page", None, attrs={"id": "</script>"})
    assert date.count("<script") == date.count('<script nonce="N">') == 1
    assert chooser.count('<script nonce="N">') == chooser.count("</script>") == 1


def test_outside_the_admin_there_is_no_nonce(client, db):
    with no_scripts():
        assert "nonce" not in AdminDateInput().render("day", None, attrs={"id": "id_day"})
    page = content()
    response = client.get(page.url)
    assert "nonce" not in response.content.decode() + response["Content-Security-Policy"]
    client.force_login(user(is_superuser=True))
    preview = client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert "nonce" not in preview.content.decode() + preview["Content-Security-Policy"]
