from territories.regions import BY_CODE, REGION_CHOICES, REGIONS


def test_codes_are_the_two_characters_of_the_official_code():
    assert len(BY_CODE) == 18
    assert all(len(region.code) == 2 for region in REGIONS)
    assert BY_CODE["01"].name == "Guadeloupe"


def test_no_two_regions_share_a_name_or_an_international_code():
    for attribute in ("name", "iso", "short"):
        assert len({getattr(region, attribute) for region in REGIONS}) == 18


def test_choices_are_in_french_alphabetical_order():
    names = [name for _, name in REGION_CHOICES]
    assert names.index("Île-de-France") == names.index("Hauts-de-France") + 1
    assert len(names) == 18
