"""Long lists of the admin: each row stands on one page, and what is passed over is not asked."""

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from news.models import NewsIndexPage
from site_cms.admin.lists.paging import KeysFirst
from site_cms.rights.roles import COMMUNICATION
from tests.factories import article, content, copies, section, user

ORDERS = {
    "alike": [F("latest_revision_created_at").desc(nulls_last=True)],
    "by title": ["-title"],
    "of the tree": ["path"],
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_each_row_stands_on_one_page_from_whichever_end_it_is_read(db, order):
    parent = content("Au-dessus")
    copies(content("Première", under=parent), 8)
    rows = Page.objects.child_of(parent).order_by(*order).specific()
    pages = KeysFirst(rows, 3)
    keys = [page.pk for number in pages.page_range for page in pages.page(number)]
    assert keys == [page.pk for page in rows.order_by(*order, "pk")]
    assert pages.count == len(set(keys)) > 2 * 3


@pytest.mark.once
@pytest.mark.parametrize("query", ["", "?ordering=title", "?p=2", "?ordering=published_on"])
def test_national_staff_s_explorer_counts_nothing_and_asks_of_what_it_shows(client, db, query):
    copies(article(), 60)
    index = section(NewsIndexPage)
    client.force_login(user("camille", COMMUNICATION))
    address = reverse("wagtailadmin_explore", args=[index.pk]) + query
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        html = client.get(address).content.decode()
    assert "sur 2" in html
    asked = [one["sql"] for one in found]
    # Whether there is a language left is asked of each row that is told of.
    told = [sql for sql in asked if "_has_untranslated_locale" in sql]
    assert told and all(" IN (" in sql.partition(" WHERE ")[2] for sql in told)
    assert not [sql for sql in asked if "COUNT(*)" in sql and '."depth" = 4' in sql]
