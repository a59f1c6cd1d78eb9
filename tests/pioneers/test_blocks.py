import re

import pytest
from django.utils.translation import override

from pioneers.blocks import IndicatorBlock
from tests.refusals import refusals


@pytest.mark.parametrize(
    ("language", "unit", "said"),
    [
        ("fr", "%", "46\u00a0<span>%</span>"),
        ("en", "%", "46<span>%</span>"),
        ("en", "people", "46\u00a0<span>people</span>"),
    ],
)
def test_a_rate_is_written_as_each_language_writes_it(language, unit, said):
    block = IndicatorBlock()
    value = block.to_python({"label": "", "value": "46", "unit": unit, "year": 2017, "source": ""})
    with override(language):
        assert said in re.sub(r' class="[^"]+"', "", block.render(value))


@pytest.mark.parametrize("missing", ["label", "value", "unit", "year", "source"])
def test_an_indicator_without_one_of_its_parts_is_refused(missing):
    whole = {"label": "emplois", "value": "12", "unit": "postes", "year": 2017, "source": "Bilan"}
    assert refusals(IndicatorBlock(), **whole) == {}
    assert list(refusals(IndicatorBlock(), **whole | {missing: None})) == [missing]


@pytest.mark.parametrize(("field", "value"), [("year", 18), ("year", 20180), ("value", "-1")])
def test_an_indicator_with_a_typing_error_is_refused(field, value):
    whole = {"label": "emplois", "value": "12", "unit": "postes", "year": 2017, "source": "Bilan"}
    assert list(refusals(IndicatorBlock(), **whole | {field: value})) == [field]
