"""What the pictures of shared links say of a title: signs that their letters have, or none."""

import pytest

from site_cms.public.share_pictures import draw, drawable


@pytest.mark.parametrize(
    ("title", "drawn"),
    [
        ("L’Été à Besançon : « cœur » – 12 000 €", "L’Été à Besançon : « cœur » – 12 000 €"),
        ("E\u0301te\u0301", "Été"),
        ("Un 🚲 vélo", "Un  vélo"),
        ("soli\u00addarité\u200b", "solidarité"),
        ("H₂O à 20 ℃", "H₂O à 20 °C"),
        ("漢字 et idées", "et idées"),
    ],
)
def test_a_title_is_drawn_in_letters_that_there_are(title, drawn):
    assert drawable(title) == drawn


def test_what_cannot_be_drawn_leaves_no_box():
    assert draw("Un 漢字 vélo", "") == draw("Un vélo", "")
