"""What only the publisher knows: without it nothing is made."""

import re

import pytest
from django.core.management.base import CommandError
from wagtail.models import Page

from tests.start import KNOWN, start


def test_without_an_answer_it_says_which_and_makes_nothing(site):
    with pytest.raises(CommandError) as refused:
        start(**{**KNOWN, "dpo_contact": "", "contact_email": None})
    assert re.findall(r"--[a-z-]+", str(refused.value))[:2] == ["--dpo-contact", "--contact-email"]
    assert not Page.objects.filter(depth__gt=2).exists()


@pytest.mark.parametrize(
    ("name", "value"), [("host_phone", "demain"), ("contact_email", "personne")]
)
def test_what_cannot_be_true_is_refused(site, name, value):
    with pytest.raises(CommandError):
        start(**{**KNOWN, name: value})
    assert not Page.objects.filter(depth__gt=2).exists()
