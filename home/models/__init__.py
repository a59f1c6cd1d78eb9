from .accessibility import AccessibilityStatementPage
from .contact import ContactFormField, ContactPage
from .content import ContentPage, SiteMapPage
from .home_page import HomePage
from .timeline import MilestonePage, TimelinePage

__all__ = [
    "AccessibilityStatementPage",
    "ContactFormField",
    "ContactPage",
    "ContentPage",
    "HomePage",
    "MilestonePage",
    "SiteMapPage",
    "TimelinePage",
]
