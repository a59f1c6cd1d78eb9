from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from home.models import AccessibilityStatementPage
from home.models.accessibility import Compliance
from tests.factories import statement


def audited(rate, days_ago=30):
    return AccessibilityStatementPage(
        audited_on=timezone.localdate() - timedelta(days=days_ago),
        rate=Decimal(rate),
        scope="ce site",
    )


def test_without_an_audit_the_site_does_not_comply():
    page = AccessibilityStatementPage(scope="ce site")
    assert page.compliance == Compliance.NONE
    assert "absence d’audit" in page.compliance_sentence
    assert page.result_sentence == "Le site n’a pas encore été audité."


@pytest.mark.parametrize(
    ("rate", "compliance"),
    [
        ("0", Compliance.NONE),
        ("49.99", Compliance.NONE),
        ("50", Compliance.PARTIAL),
        ("99.99", Compliance.PARTIAL),
        ("100", Compliance.FULL),
    ],
)
def test_compliance_follows_the_rate_of_the_audit(rate, compliance):
    page = audited(rate)
    assert page.compliance == compliance
    assert str(compliance.label) in page.compliance_sentence


def test_an_audit_is_worth_nothing_after_three_years():
    assert audited("100", days_ago=3 * 365 - 1).compliance == Compliance.FULL
    old = audited("100", days_ago=3 * 365 + 1)
    assert old.compliance == Compliance.NONE
    assert "non conforme" in old.compliance_sentence
    assert "il doit être refait" in old.result_sentence


def test_an_audit_of_29_february_expires_on_1_march(monkeypatch):
    page = AccessibilityStatementPage(audited_on=date(2024, 2, 29), rate=Decimal(100))
    for today, valid in ((date(2027, 2, 28), True), (date(2027, 3, 1), False)):
        monkeypatch.setattr(timezone, "localdate", lambda today=today: today)
        assert page.has_valid_audit is valid


def test_the_sentence_on_the_result_writes_the_rate_the_french_way():
    assert "72,50\u00a0% des critères" in audited("72.50").result_sentence
    assert "100\u00a0% des critères" in audited("100").result_sentence


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"audited_on": date(2026, 1, 1)}, "rate"),
        ({"rate": Decimal(80)}, "rate"),
        ({"audited_on": date(2026, 1, 1), "rate": Decimal(101)}, "rate"),
        ({"audited_on": date(2190, 1, 1), "rate": Decimal(80)}, "audited_on"),
    ],
)
def test_a_half_filled_or_impossible_audit_is_refused(db, fields, refused):
    with pytest.raises(ValidationError) as refusal:
        statement(**fields)
    assert refused in refusal.value.message_dict


def test_the_declaration_cannot_claim_more_than_its_audit(db):
    """There is no field to type a state in: it is computed or it is not there."""
    names = {field.name for field in AccessibilityStatementPage._meta.get_fields()}
    assert not {"compliance", "state", "status_label"} & names
    page = statement(audited_on=timezone.localdate(), rate=Decimal(40))
    assert page.compliance == Compliance.NONE
