"""Behind proxies: each reader is told apart, and none can pass for another."""

import pytest
from django.test import RequestFactory

from site_cms.accounts.client_address import client_address

PROXY = "10.0.0.1"


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "192.0.2.7", PROXY),
        (1, None, PROXY),
        (1, "", PROXY),
        (1, "192.0.2.7", "192.0.2.7"),
        (1, "198.51.100.9, 192.0.2.7", "192.0.2.7"),
        (2, "198.51.100.9, 192.0.2.7, 10.0.0.2", "192.0.2.7"),
        (3, "192.0.2.7, 10.0.0.2", "192.0.2.7"),
        (1, "192.0.2.7:61234", "192.0.2.7"),
        (1, "2001:DB8::7", "2001:db8::7"),
        (1, "[2001:db8::7]:61234", "2001:db8::7"),
        (1, "fe80::7%eth0", "fe80::7"),
        (1, "192.0.2.7, unknown", PROXY),
        (1, "192.0.2.7, '; DROP", PROXY),
        (1, "[", PROXY),
    ],
)
def test_the_address_is_what_our_outermost_proxy_saw(settings, proxies, header, address):
    settings.TRUSTED_PROXIES = proxies
    headers = {} if header is None else {"X-Forwarded-For": header}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=PROXY)
    assert client_address(request) == address
