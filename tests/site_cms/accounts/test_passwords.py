"""Passwords that a French person, or whoever knows the site, would try first are refused."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from site_cms.accounts.passwords import StrengthValidator
from site_cms.models import User
from tests.factories import PASSWORD

WEAK = {
    "motdepasse12": "mots ou de noms connus",
    "azertyuiop12": "mots ou de noms connus",
    "frenchimpact2026": "mots ou de noms connus",
    "FrenchImpact2026!": "mots ou de noms connus",
    "aaaaaaaaaaaa": "répète",
    "abcabcabcabc": "répète",
    "123456789012": None,
    "qsdfghjklm12": None,
    "soleilsoleil": None,
    "Bretagne2026!": None,
    "camilledurand35": None,
    "camille.durand@example.org": None,
    "dnarudellimac": None,
}


@pytest.fixture
def holder():
    return User(
        username="cdurand",
        email="camille.durand@example.org",
        first_name="Camille",
        last_name="Durand",
    )


@pytest.mark.parametrize("password", WEAK)
def test_what_is_guessed_first_is_refused_in_words(holder, password):
    with pytest.raises(ValidationError) as refused:
        StrengthValidator().validate(password, holder)
    if WEAK[password]:
        assert WEAK[password] in refused.value.messages[0]


@pytest.mark.parametrize(
    "password", [PASSWORD, "grenier plume orage tabac", "vN7#pq2L!xz9", "tramway-ocre-silure-43"]
)
def test_what_nobody_would_guess_is_taken(holder, password):
    validate_password(password, holder)


def test_a_very_long_password_is_looked_at_quickly(holder):
    StrengthValidator().validate("grenier plume orage tabac " * 400, holder)


def test_a_password_of_less_than_twelve_signs_is_refused(holder):
    with pytest.raises(ValidationError):
        validate_password("vN7#pq2L!xz", holder)
