"""What the site has no use for stays out of its stylesheet, and nothing else does."""

import pytest
import tinycss2

from site_cms.web import assets
from site_cms.web.css import parsed, prune, without_unused_variables

USED = {"fr-a", "fr-b", "aria-current"}


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".fr-a{top:0}", ".fr-a{top:0}"),
        (".fr-z{top:0}", ""),
        (".fr-z,.fr-a:is(p,ul)>.fr-b,.own{top:0}", ".fr-a:is(p,ul)>.fr-b,.own{top:0}"),
        (".fr-a .fr-z,:is(.fr-a,.fr-z) p{top:0}", ""),
        (".fr-a:not(.fr-z){top:0}", ".fr-a:not(.fr-z){top:0}"),
        ("[class*=fr-z],[class*=own],p.own{top:0}", "[class*=own],p.own{top:0}"),
        ('p[class^="fr-a"],:is([class^=fr-z]){top:0}', 'p[class^="fr-a"]{top:0}'),
        (".fr-a:not([class*=' fr-z']){top:0}", '.fr-a:not([class*=" fr-z"]){top:0}'),
        ('.fr-a[aria-pressed="true"],:is(p,[aria-busy]){top:0}', ""),
        (".fr-a[aria-current],.fr-b[id]{top:0}", ".fr-a[aria-current],.fr-b[id]{top:0}"),
        ("@media print{.fr-z{top:0}}", ""),
        (
            "@media print{@supports (top:0){.fr-z{top:0}.fr-a{top:0}}}",
            "@media print{@supports (top:0){.fr-a{top:0}}}",
        ),
        ("@keyframes x{0%{top:0}}", "@keyframes x{0%{top:0}}"),
        ("/* .fr-a{ */.fr-a{content:'}/*';top:0}", '.fr-a{content:"}/*";top:0}'),
        (
            ".fr-a{}.fr-a::after{content:url(data:x;y,{z})}",
            ".fr-a::after{content:url(data:x;y,{z})}",
        ),
        ('@charset "UTF-8";.fr-z{top:0}', ""),
    ],
)
def test_rules_are_kept_whose_classes_are_all_used(css, kept):
    rules = prune(parsed(css), USED.__contains__, lambda name: name in ("fr-a", "fr-"))
    assert tinycss2.serialize(rules) == kept


def test_variables_are_kept_that_something_reads_in_the_end():
    css = (
        ":root{--a:var(--b);--b:1;--c:var(--d);--d:var(--c);--e:2}@media print{:root{--f:3}}"
        ".x{top:calc(1px + var( --a,var(--g)));--g:4}"
    )
    found = tinycss2.serialize(without_unused_variables(parsed(css), parsed("p{top:var(--e)}")))
    assert found == (":root{--a:var(--b);--b:1;--e:2}.x{top:calc(1px + var( --a,var(--g)));--g:4}")


def test_the_stylesheet_stands_alone_and_stays_light():
    css = assets.stylesheet()
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    assert not [rule for rule in rules if rule.type == "error"]
    assert ".svg" not in css.replace("http://www.w3.org/2000/svg", "") and ".woff)" not in css
    assert css.count('.woff2")') == 3
    assert "@media (prefers-color-scheme:dark){:root:not([data-fr-theme])" in css
    assert len(css.encode()) < 218_000


def test_a_phone_is_sent_two_weights():
    css = assets.stylesheet()
    wide = css.index("@media (min-width:48em){@font-face{")
    assert wide < css.index("Marianne-Medium.woff2") < css.index("}}", wide)
    assert css.count("Marianne-Medium.woff2") == 1


def test_what_the_scripts_and_templates_name_is_kept_and_words_of_code_are_not():
    css = assets.stylesheet()
    assert all(f".{name}" in css for name in ("fr-collapsing", "fr-modal--opened", "fr-btn--close"))
    assert not any(f".{name}" in css for name in ("fr-toggle", "fr-summary"))
