from urllib.parse import urlsplit

import pytest

from site_cms.video import PLAYER_ORIGINS, player_url

YOUTUBE = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("url", "player"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", YOUTUBE),
        ("https://www.youtube.com/watch?list=abc&v=dQw4w9WgXcQ&t=12", YOUTUBE),
        ("https://youtu.be/dQw4w9WgXcQ?si=abc", YOUTUBE),
        ("https://www.youtube.com/shorts/dQw4w9WgXcQ", YOUTUBE),
        (
            "https://www.dailymotion.com/video/x8abcde",
            "https://geo.dailymotion.com/player.html?video=x8abcde",
        ),
        ("https://dai.ly/x8abcde", "https://geo.dailymotion.com/player.html?video=x8abcde"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        (
            "https://player.vimeo.com/video/76979871",
            "https://player.vimeo.com/video/76979871?dnt=1",
        ),
    ],
)
def test_a_known_video_plays_in_the_least_inquisitive_player(url, player):
    assert player_url(url) == player
    parts = urlsplit(player)
    assert f"{parts.scheme}://{parts.netloc}" in PLAYER_ORIGINS


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://www.example.org/watch?v=dQw4w9WgXcQ",
        "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com.example.org/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/@chaine",
        "https://www.youtube.com/watch?v=court",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQtroplong",
        "javascript:https://youtu.be/dQw4w9WgXcQ",
        "https://vimeo.com/channels/staffpicks",
    ],
)
def test_any_other_address_has_no_player(url):
    assert player_url(url) == ""
