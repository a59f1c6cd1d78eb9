import re

from tests.factories import content


def test_the_title_of_a_block_stands_below_the_heading_before_it(db):
    steps = ("steps", {"title": "Les étapes", "items": [{"title": "Une"}]})
    cards = ("cards", {"title": "À lire", "pages": [content("Une page")]})
    headings = [("heading", {"text": level, "level": level}) for level in ("h2", "h3")]
    body = [steps, headings[0], steps, cards, headings[1], steps, headings[0], cards]
    html = str(content(body=body).body.render_as_block())
    levels = re.findall(r"<h(\d)[^>]*>\s*(?:<a[^>]*>)?([^<]*)", html)
    assert levels == [
        ("2", "Les étapes"),
        ("2", "h2"),
        ("3", "Les étapes"),
        ("3", "À lire"),
        ("4", "Une page"),
        ("3", "h3"),
        ("4", "Les étapes"),
        ("2", "h2"),
        ("3", "À lire"),
        ("4", "Une page"),
    ]
