"""What a site says of its publisher."""

from site_cms.models import PublisherSettings


def test_missing_facts_are_named_until_they_are_filled_in(site):
    facts = PublisherSettings.for_site(site)
    assert len(facts.missing()) == len(PublisherSettings.REQUIRED)
    for name in PublisherSettings.REQUIRED:
        setattr(facts, name, "  ")
    assert len(facts.missing()) == len(PublisherSettings.REQUIRED)
    for name in PublisherSettings.REQUIRED:
        setattr(facts, name, "Connu")
    assert facts.missing() == []
    shown = [pair for kind in PublisherSettings.DETAILS for pair in facts.details(kind)]
    assert len(shown) == len(PublisherSettings.REQUIRED)
