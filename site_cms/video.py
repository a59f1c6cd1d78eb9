"""Outside video hosts: which we know, and the address of their least inquisitive player."""

import re

# Each host's player is framed after a click, so the content security policy names it too.
PLAYER_ORIGINS = (
    "https://www.youtube-nocookie.com",
    "https://geo.dailymotion.com",
    "https://player.vimeo.com",
)
_YOUTUBE, _DAILYMOTION, _VIMEO = PLAYER_ORIGINS
_PATTERNS = (
    (
        r"https://(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|embed/|shorts/)([\w-]{11})\b",
        _YOUTUBE + "/embed/{}",
    ),
    (r"https://youtu\.be/([\w-]{11})\b", _YOUTUBE + "/embed/{}"),
    (
        r"https://(?:www\.)?dailymotion\.com/(?:embed/)?video/(\w+)",
        _DAILYMOTION + "/player.html?video={}",
    ),
    (r"https://dai\.ly/(\w+)", _DAILYMOTION + "/player.html?video={}"),
    (r"https://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d+)", _VIMEO + "/video/{}?dnt=1"),
)


def host_name(url: str) -> str:
    """Return what people call the host of a video: "YouTube", or "" for an unknown one."""
    names = {_YOUTUBE: "YouTube", _DAILYMOTION: "Dailymotion", _VIMEO: "Vimeo"}
    player = player_url(url)
    return next((name for origin, name in names.items() if player.startswith(origin)), "")


def player_url(url: str) -> str:
    """Return the player's address for a video page at a known host, or "" for anything else."""
    for pattern, template in _PATTERNS:
        if match := re.match(pattern, url):
            return template.format(match[1])
    return ""
