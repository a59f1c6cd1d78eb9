"""Pioneers and calls as schema.org describes them."""

from site_cms.public.structured_data import Shown, about, event


def pioneer(page, shown: Shown) -> dict:
    """An organisation, at the town of its seat; its page here is not its own site."""
    address = {
        "@type": "PostalAddress",
        "addressLocality": page.headquarters,
        "addressCountry": "FR",
    }
    return about(page, shown, "Organization") | {
        "url": page.website or shown.address,
        "address": address if page.headquarters else "",
    }


def call(page, shown: Shown) -> dict | None:
    """A call is open from a day to another; before its dates are known it is no event yet."""
    if not page.opens_at and not page.closes_at:
        return None
    return event(page, shown, page.opens_at, page.closes_at)
