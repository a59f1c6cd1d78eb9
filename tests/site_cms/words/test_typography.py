"""Spaces, apostrophes and ellipses: examples, then properties on random text."""

import random
import re

import pytest

from site_cms.words.typography import NBSP, NNBSP, mend_html, mend_text


def shown(text):
    """The text with its invisible spaces made visible: ~ and _."""
    return text.replace(NBSP, "~").replace(NNBSP, "_")


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("Qui ? Moi! Toi; lui : voilà", "Qui_? Moi_! Toi_; lui~: voilà"),
        ("« mot » «mot» et «  mots »", "«~mot~» «~mot~» et «~mots~»"),
        ("L'année, aujourd'hui... oui", "L’année, aujourd’hui… oui"),
        ("C'est l'« exemple »", "C’est l’«~exemple~»"),
        ("Quoi ?! (vraiment ?) « non ! »", "Quoi_?! (vraiment_?) «~non_!~»"),
        ("10 000 personnes, 12% et 12 %", "10~000 personnes, 12~% et 12~%"),
        ("3 millions d'euros, 5 km, 12 €", "3~millions d’euros, 5~km, 12~€"),
        ("à 14 h 30", "à 14~h~30"),
        ("Note:\nsuite", "Note~:\nsuite"),
        ("le 18 janvier 2018, du 10 au 11 juillet", "le 18~janvier 2018, du 10 au 11~juillet"),
        ("Le 1er mars et le 5 août", "Le 1er~mars et le 5~août"),
        ("", ""),
    ],
)
def test_a_text_is_spaced_as_a_typesetter_would(typed, mended):
    assert shown(mend_text(typed)) == mended


@pytest.mark.parametrize(
    "text",
    [
        "à 12:30, au 1:100",
        "https://example.org/?a=1;b=2&c=l'été",
        "www.example.org/page?x=1",
        "exemple.fr/recherche?q=a",
        "camille.d'arc@example.org",
        "écrire à mailto:a@example.org?subject=b",
        "`if a ? b : c;`",
        "&eacute; &amp; &#39;",
        "01 23 45 67 89, 35000 Rennes",
        "en 2018 200 personnes",
        "le point 2.3 mars, en 2018 mars, 45 mars",
        "2 marsouins, 3 maisons",
        "(?) [!] ;-) :)",
        "un 'mot' et fin'",
        "attendre.... longtemps",
        "!",
    ],
)
def test_what_is_not_prose_is_left_alone(text):
    assert mend_text(text) == text
    assert mend_html(text) == text


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("<p>Qui <b>?</b> moi<b> !</b></p>", "<p>Qui_<b>?</b> moi<b>_!</b></p>"),
        ("<p>« <i>mot</i> »</p>", "<p>«~<i>mot</i>~»</p>"),
        ("<p>L'<b>été</b></p>", "<p>L’<b>été</b></p>"),
        ("<li>un ;</li><li>deux !</li>", "<li>un_;</li><li>deux_!</li>"),
        ("<p>a&nbsp;: b</p>", "<p>a~: b</p>"),
        ("x &lt;?&gt; ; y", "x &lt;?&gt;_; y"),
    ],
)
def test_rich_text_is_read_through_its_inline_tags(typed, mended):
    assert shown(mend_html(typed)) == mended


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/?q=a : b" title="l\'été ?">lien</a>',
        '<a linktype="page" id="3">x</a><embed alt="a ? b" id="1"/>',
        "<code>a ? b : c;</code>",
        "<pre>l'un ; l'autre</pre>",
        "<!-- a ? b -->",
        "<p>: au début</p>",
    ],
)
def test_tags_attributes_and_code_are_left_alone(html):
    assert mend_html(html) == html


def test_a_text_that_would_outgrow_its_field_stays_as_it_is():
    assert mend_text("Quoi?", limit=5) == "Quoi?"
    assert shown(mend_text("Quoi?", limit=6)) == "Quoi_?"


def test_text_with_private_characters_is_not_touched():
    assert mend_text("\ue000 Quoi ?") == "\ue000 Quoi ?"


PIECES = [*"ab1 ?!:;«»'.%€()\"\n", NBSP, NNBSP]
PIECES += ["<b>", "</b>", "<p>", "&amp;", "https://x.y/?a:b ", "12:30", "...", "m@x.fr", "`a ?`"]
PIECES += ["1er", "31", " mars"]
PIECES += ['<a href="a ? b">', "10 000", "l'été", "<code>a ;</code>", "</li>"]


def without_spaces(text):
    return re.sub(f"[ {NBSP}{NNBSP}]", "", text.replace("’", "'").replace("…", "..."))


@pytest.mark.parametrize("mend", [mend_text, mend_html])
@pytest.mark.parametrize("seed", range(10))
def test_on_any_text_mending_changes_no_word_and_is_done_once(mend, seed):
    chance = random.Random(seed)
    for _turn in range(1000):
        text = "".join(chance.choice(PIECES) for _piece in range(chance.randint(0, 15)))
        mended = mend(text)
        assert mend(mended) == mended, text
        assert without_spaces(mended) == without_spaces(text), text


@pytest.mark.parametrize("seed", range(5))
def test_between_any_neighbours_protected_pieces_come_back_verbatim(seed):
    chance = random.Random(seed)
    kept = ["https://x.fr/?a=1;b='c'", '<a href="l\'un ; a">', "<code>a ? b</code>", "a.b@x.fr"]
    for _turn in range(500):
        piece = chance.choice(kept)
        around = [chance.choice(["a ", " b", " ? ", "« ", " »", "l'"]) for _side in range(2)]
        assert piece in mend_html(f"{around[0]} {piece} {around[1]}")
