from site_cms.blocks import VideoBlock
from tests.factories import document
from tests.refusals import refusals

YOUTUBE = "https://youtu.be/dQw4w9WgXcQ"


def video(**value):
    base = {"title": "Deux minutes", "transcript": "<p>Une voix.</p>"}
    return refusals(VideoBlock(), **base, **value)


def test_a_video_is_either_a_file_or_an_address(db):
    file = document("film.mp4").pk
    assert video(url=YOUTUBE) == video(file=file) == {}
    assert "l’un des deux" in video()["url"]
    assert "l’un des deux" in video(url=YOUTUBE, file=file)["url"]


def test_a_video_from_an_unknown_host_is_refused_with_the_known_ones(db):
    message = video(url="https://videos.example.org/1")["url"]
    assert "YouTube, Dailymotion ou Vimeo" in message


def test_a_video_needs_a_transcript(db):
    assert "transcript" in refusals(VideoBlock(), title="Deux minutes", url=YOUTUBE)
