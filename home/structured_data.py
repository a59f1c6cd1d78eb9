"""The steps of the rollout as schema.org describes them."""

from site_cms.public.structured_data import Shown, event


def milestone(page, shown: Shown) -> dict:
    """A step known to the month or the year lasts from its first day to its last."""
    postponed = page.status == page.Status.POSTPONED
    return event(page, shown, page.sort_date, page.sort_end, postponed=postponed)
