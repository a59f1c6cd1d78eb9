from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from site_cms.validators import validate_date, validate_local_time

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2018, 1, 18), date(2199, 12, 31)])
def test_a_plausible_date_passes(day):
    validate_date(day)


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date(2200, 1, 1), date.max])
def test_an_implausible_year_is_named_in_the_refusal(day):
    with pytest.raises(ValidationError, match=f"{day.year} n’est pas plausible"):
        validate_date(day)


@pytest.mark.parametrize(
    "moment",
    [
        None,
        datetime(2026, 10, 25, 1, 59, tzinfo=PARIS),
        datetime(2026, 10, 25, 3, 0, tzinfo=PARIS),
        datetime(2027, 3, 28, 1, 59, tzinfo=PARIS),
        datetime(2027, 3, 28, 3, 0, tzinfo=PARIS),
    ],
)
def test_a_time_that_exists_once_passes(moment):
    assert validate_local_time(moment) is None


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 10, 25, 2, 30, tzinfo=PARIS),
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=PARIS),
        datetime(2026, 10, 25, 0, 30, tzinfo=ZoneInfo("UTC")),  # the first 2:30
        datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("UTC")),  # the second
    ],
)
def test_a_time_that_comes_twice_is_refused_with_advice(moment):
    assert "Choisissez une heure avant 2 h ou après 3 h" in validate_local_time(moment)


@pytest.mark.parametrize("year", [1, 1899, 2200, 9999])
def test_an_instant_in_an_implausible_year_is_refused_without_overflow(year):
    for month, day in ((1, 1), (12, 31)):
        moment = datetime(year, month, day, tzinfo=PARIS)
        assert str(year) in validate_local_time(moment)
