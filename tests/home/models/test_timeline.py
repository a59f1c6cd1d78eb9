from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from home.models import MilestonePage, TimelinePage
from tests.factories import milestone, restrict, section


def refusals(**fields):
    with pytest.raises(ValidationError) as refusal:
        milestone(**fields)
    return {name: messages[0] for name, messages in refusal.value.message_dict.items()}


@pytest.fixture
def on(monkeypatch):
    """Set the clock to noon of a day in Paris."""

    def set_clock(year, month, day):
        noon = datetime(year, month, day, 12, tzinfo=ZoneInfo("Europe/Paris"))
        monkeypatch.setattr(timezone, "now", lambda: noon)

    return set_clock


def test_a_milestone_cannot_end_before_it_starts(db):
    found = refusals(start=date(2018, 6, 1), end=date(2018, 5, 31))
    assert "corrigez l’une ou l’autre date" in found["end"]


def test_a_milestone_over_months_says_which_is_the_last(db):
    found = refusals(start=date(2018, 5, 1), precision="months")
    assert "un jour du dernier mois" in found["end"]


@pytest.mark.parametrize("name", ["start", "end"])
def test_a_milestone_in_year_one_is_refused_not_crashed_on(db, name):
    fields = {"start": date(2018, 5, 1), name: date(1, 1, 1)}
    assert "plausible" in refusals(**fields)[name]


def test_milestones_are_in_the_order_of_their_true_dates(db):
    milestone("Année", start=date(2018, 12, 31), precision="year")
    milestone("Trimestre", start=date(2018, 6, 30), precision="quarter")
    milestone("Mai", start=date(2018, 5, 31), precision="month")
    milestone("15 mai", start=date(2018, 5, 15))
    milestone("Mai–juin", start=date(2018, 5, 20), end=date(2018, 6, 1), precision="months")
    milestone("2 avril", start=date(2018, 4, 2))
    titles = [page.title for page in MilestonePage.objects.published()]
    assert titles == ["Année", "Trimestre", "2\u00a0avril", "Mai", "Mai–juin", "15\u00a0mai"]


def test_a_changed_date_moves_the_milestone(db):
    page = milestone("Premier", start=date(2018, 1, 1))
    milestone("Second", start=date(2018, 2, 1))
    page.start = date(2018, 3, 1)
    page.save_revision().publish()
    titles = [found.title for found in MilestonePage.objects.published()]
    assert titles == ["Second", "Premier"]


def test_the_timeline_is_split_by_year(db):
    milestone("A", start=date(2018, 1, 18))
    milestone("B", start=date(2018, 5, 1), end=date(2019, 1, 31), precision="months")
    milestone("C", start=date(2019, 2, 1))
    milestone("Brouillon", start=date(2020, 2, 1), live=False)
    years = section(TimelinePage).years()
    assert [(year, [page.title for page in pages]) for year, pages in years] == [
        (2018, ["A", "B"]),
        (2019, ["C"]),
    ]


def test_the_excerpt_shows_what_is_under_way_or_next_then_the_latest_past(db, on):
    on(2018, 5, 15)
    milestone("Passé lointain", start=date(2018, 1, 18))
    milestone("Passé", start=date(2018, 4, 30))
    milestone("En cours", start=date(2018, 5, 1), precision="month")
    milestone("Bientôt", start=date(2018, 6, 1))
    restrict(milestone("Réservé", start=date(2018, 5, 16)))
    titles = [page.title for page in MilestonePage.objects.excerpt()]
    assert titles == ["En cours", "Bientôt", "Passé"]


def test_the_excerpt_is_of_the_latest_steps_when_all_are_past(db, on):
    on(2030, 1, 1)
    for month in (1, 2, 3, 4):
        milestone(f"Étape {month}", start=date(2018, month, 1))
    titles = [page.title for page in MilestonePage.objects.excerpt()]
    assert titles == ["Étape 4", "Étape 3", "Étape 2"]


@pytest.mark.parametrize(
    ("day", "place", "label"),
    [(30, "next", "À venir"), (31, "now", "En cours")],
)
def test_the_place_of_a_step_comes_from_the_calendar_not_from_its_status(db, on, day, place, label):
    on(2018, 3, day)
    page = milestone(start=date(2018, 3, 31), status="done")
    assert (page.place, str(page.place_label)) == (place, label)


def test_a_step_says_its_period_with_a_capital_on_cards(db):
    page = milestone(start=date(2018, 5, 1), end=date(2018, 6, 30), precision="months")
    assert page.period == "mai–juin 2018"
    assert page.card_detail == "Mai–juin 2018"
