from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from site_cms.words.dates import (
    Precision,
    first_day,
    format_day,
    format_period,
    last_day,
    place_in_time,
)

DAY, MONTH, MONTHS = Precision.DAY, Precision.MONTH, Precision.MONTHS
QUARTER, SEMESTER, YEAR = Precision.QUARTER, Precision.SEMESTER, Precision.YEAR

WORDINGS = [
    # start, end, precision, French, English
    ("2018-01-18", None, DAY, "18\u00a0janvier 2018", "18\u00a0January 2018"),
    ("2018-03-01", None, DAY, "1er\u00a0mars 2018", "1\u00a0March 2018"),
    ("2018-03-21", None, DAY, "21\u00a0mars 2018", "21\u00a0March 2018"),
    ("2018-03-01", "2018-03-03", DAY, "1er–3\u00a0mars 2018", "1–3\u00a0March 2018"),
    (
        "2018-01-31",
        "2018-02-01",
        DAY,
        "31\u00a0janvier – 1er\u00a0février 2018",
        "31\u00a0January – 1\u00a0February 2018",
    ),
    (
        "2018-12-31",
        "2019-01-01",
        DAY,
        "31\u00a0décembre 2018 – 1er\u00a0janvier 2019",
        "31\u00a0December 2018 – 1\u00a0January 2019",
    ),
    ("2018-01-18", "2018-01-18", DAY, "18\u00a0janvier 2018", "18\u00a0January 2018"),
    ("2018-02-11", None, MONTH, "février 2018", "February 2018"),
    ("2018-05-01", "2018-06-30", MONTHS, "mai–juin 2018", "May–June 2018"),
    (
        "2018-12-01",
        "2019-01-31",
        MONTHS,
        "décembre 2018 – janvier 2019",
        "December 2018 – January 2019",
    ),
    ("2018-05-01", "2018-05-31", MONTHS, "mai 2018", "May 2018"),
    ("2019-01-01", None, QUARTER, "1er trimestre 2019", "Q1 2019"),
    ("2019-04-01", "2019-06-30", QUARTER, "2e trimestre 2019", "Q2 2019"),
    ("2019-12-31", None, QUARTER, "4e trimestre 2019", "Q4 2019"),
    (
        "2019-04-01",
        "2019-09-30",
        QUARTER,
        "2e trimestre 2019 – 3e trimestre 2019",
        "Q2 2019 – Q3 2019",
    ),
    ("2019-06-30", None, SEMESTER, "1er semestre 2019", "H1 2019"),
    ("2019-07-01", None, SEMESTER, "2e semestre 2019", "H2 2019"),
    ("2019-07-01", None, YEAR, "2019", "2019"),
    ("2018-01-01", "2020-12-31", YEAR, "2018 – 2020", "2018 – 2020"),
    ("2018-01-01", "2018-12-31", YEAR, "2018", "2018"),
]

SPANS = [
    # start, end, precision, first day, last day
    ("2018-01-18", None, DAY, "2018-01-18", "2018-01-18"),
    ("2018-01-18", "2018-02-03", DAY, "2018-01-18", "2018-02-03"),
    ("2018-02-11", None, MONTH, "2018-02-01", "2018-02-28"),
    ("2020-02-11", None, MONTH, "2020-02-01", "2020-02-29"),
    ("2018-05-17", "2018-06-02", MONTHS, "2018-05-01", "2018-06-30"),
    ("2019-05-20", None, QUARTER, "2019-04-01", "2019-06-30"),
    ("2019-12-20", None, QUARTER, "2019-10-01", "2019-12-31"),
    ("2019-05-20", "2019-08-01", QUARTER, "2019-04-01", "2019-09-30"),
    ("2019-06-30", None, SEMESTER, "2019-01-01", "2019-06-30"),
    ("2019-07-01", None, SEMESTER, "2019-07-01", "2019-12-31"),
    ("2019-07-01", None, YEAR, "2019-01-01", "2019-12-31"),
    ("2018-07-01", "2020-01-01", YEAR, "2018-01-01", "2020-12-31"),
]


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("start", "end", "precision", "french", "english"), WORDINGS)
def test_a_period_is_written_as_each_language_writes_it(start, end, precision, french, english):
    said = {}
    for language in ("fr", "en"):
        with translation.override(language):
            said[language] = format_period(day(start), day(end), precision)
    assert said == {"fr": french, "en": english}


def test_a_day_is_written_with_1er_in_french_only():
    with translation.override("fr"):
        assert format_day(date(2018, 3, 1)) == "1er\u00a0mars 2018"
        assert format_day(date(2018, 3, 11)) == "11\u00a0mars 2018"
    with translation.override("en"):
        assert format_day(date(2018, 3, 1)) == "1\u00a0March 2018"


@pytest.mark.parametrize(("start", "end", "precision", "first", "last"), SPANS)
def test_a_period_covers_whole_months_quarters_semesters_or_years(
    start, end, precision, first, last
):
    assert first_day(day(start), precision) == day(first)
    assert last_day(day(start), day(end), precision) == day(last)


@pytest.mark.parametrize(("start", "end", "precision", "first", "last"), SPANS)
def test_a_period_is_now_from_its_first_day_to_its_last(start, end, precision, first, last):
    def place(today):
        return place_in_time(day(start), day(end), precision, today)

    one_day = timedelta(days=1)
    assert place(day(first) - one_day) == "next"
    assert place(day(first)) == place(day(last)) == "now"
    assert place(day(last) + one_day) == "past"


def test_today_begins_at_midnight_in_paris(monkeypatch):
    paris = ZoneInfo("Europe/Paris")
    summer_day = date(2018, 6, 30)
    for hour, expected in (
        (datetime(2018, 6, 29, 23, 59, tzinfo=paris), "next"),
        (datetime(2018, 6, 30, 0, 0, tzinfo=paris), "now"),
    ):
        monkeypatch.setattr(timezone, "now", lambda hour=hour: hour.astimezone(ZoneInfo("UTC")))
        assert place_in_time(summer_day, None, DAY) == expected
