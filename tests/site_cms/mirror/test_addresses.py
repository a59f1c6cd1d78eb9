"""Which links are the mirror's, and the files they lie in."""

import pytest

from site_cms.mirror.addresses import Scope, file_of, leading_file_of, url_of
from site_cms.mirror.links import links_in

BASE = "https://www.example.org"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("", "/actualites/"),
        ("une/#partie", "/actualites/une/"),
        (f"{BASE}/en/", "/en/"),
        ("http://www.example.org/en/?utm_source=x", "/en/"),
        ("?page=2", "/actualites/?page=2"),
        ("?theme=3&page=2", "/actualites/"),
        ("?page=1000", "/actualites/"),
        ("/documents/3/%C3%A9t%C3%A9%20%3F.pdf", None),
        ("/documents/3/%C3%A9t%C3%A9.pdf", "/documents/3/été.pdf"),
        ("//ailleurs.example.org/", None),
        ("mailto:a@example.org", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("/admin/pages/", None),
        ("/_util/login/", None),
        ("/api/v2/pages/", None),
        ("/en/search/suggestions/?q=a", None),
    ],
)
def test_addresses(link, address):
    assert Scope(BASE).address_of(link, "/actualites/") == address


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/en/about/", "en/about/index.html"),
        ("/actualites/?page=2", "actualites/page=2.html"),
        ("/flux.rss", "flux.rss"),
        ("/flux.rss?page=2", None),
        ("/a/../../etc/passwd", None),
        ("/a//b/", None),
        ("/" + "é" * 200, None),
    ],
)
def test_files(address, file):
    assert file_of(address) == file


def test_a_page_that_leads_on_has_one_file_with_or_without_the_slash():
    assert leading_file_of("/vieux") == leading_file_of("/vieux/") == "vieux/index.html"
    assert url_of("/été/?page=2") == "/%C3%A9t%C3%A9/?page=2"


BODIES = {
    "text/html; charset=utf-8": (
        '<a href="/a?b&amp;c">a</a><img src=/i srcset="/s 1x, /t 2x"><form action="/f">'
        '<meta property="og:image" content="/o"><meta name="x" content="/n">',
        {"/a?b&c", "/i", "/s", "/t", "/o"},
    ),
    "text/css": ("a{background:url( 'x.svg' )} b{src:url(data:image/png;base64,a)}", {"x.svg"}),
    "application/rss+xml; charset=utf-8": ("<link>http://a/b?c&amp;d</link>", {"http://a/b?c&d"}),
    "application/manifest+json": ('{"icons": [{"src": "/i.png"}]}', {"/i.png"}),
    "text/csv": ("http://a/b", set()),
}


@pytest.mark.parametrize("kind", BODIES)
def test_links(kind):
    body, links = BODIES[kind]
    assert set(links_in(kind, body.encode())) == links
