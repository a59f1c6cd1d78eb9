"""Where a territory is: a position that can be, and an official code of its town."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import territory


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"latitude": "48.39"}, "longitude"),
        ({"latitude": "-4.48", "longitude": "48.39"}, "latitude"),
        ({"latitude": "0", "longitude": "0"}, "latitude"),
        ({"seat_code": "2920"}, "seat_code"),
        ({"seat_code": "29200a"}, "seat_code"),
    ],
)
def test_a_position_that_cannot_be_is_refused(db, fields, wrong):
    page = territory("Brest")
    for name, value in fields.items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert wrong in refused.value.message_dict
    page.latitude, page.longitude, page.seat_code = "48.39", "-4.48", "2A004"
    page.full_clean()
