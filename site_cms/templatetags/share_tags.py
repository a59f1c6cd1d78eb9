"""Links by which readers share a page."""

from urllib.parse import quote, urlencode

from django import template
from django.utils.translation import gettext as _

register = template.Library()
_NETWORKS = (
    ("X", "fr-icon-twitter-x-line", "https://x.com/intent/post?"),
    ("Facebook", "fr-icon-facebook-circle-line", "https://www.facebook.com/sharer/sharer.php?"),
    ("LinkedIn", "fr-icon-linkedin-box-line", "https://www.linkedin.com/sharing/share-offsite/?"),
    ("Bluesky", "fr-icon-bluesky-line", "https://bsky.app/intent/compose?"),
)


@register.simple_tag
def share_links(url, title, hashtag=""):
    """Plain links that open a mail or a network's own form: nothing is loaded from anybody."""
    text = f"{title} #{hashtag}" if hashtag else title
    queries = {
        "X": {"url": url, "text": title} | ({"hashtags": hashtag} if hashtag else {}),
        "Facebook": {"u": url},
        "LinkedIn": {"url": url},
        "Bluesky": {"text": f"{text} {url}"},
    }
    mail = urlencode({"subject": title, "body": f"{text}\n{url}"}, quote_via=quote)
    label = _("Partager sur %(network)s (nouvelle fenêtre)")
    by_mail = {
        "label": _("Partager par courriel"),
        "icon": "fr-icon-mail-line",
        "url": f"mailto:?{mail}",
    }
    return [by_mail] + [
        {
            "label": label % {"network": name},
            "icon": icon,
            "url": address + urlencode(queries[name], quote_via=quote),
            "outside": True,
        }
        for name, icon, address in _NETWORKS
    ]
