from site_cms.blocks import VideoBlock
from tests.factories import document
from tests.refusals import refusals

YOUTUBE = "https://youtu.be/dQw4w9WgXcQ"


def video(**value):
    base = {"title": "Deux minutes", "transcript": "<p>Une voix.</p>"}
    return refusals(VideoBlock(), **base, **value)


def test_a_video_is_either_a_file_or_an_address(db):
    file = document("film.mp4").pk
    assert video(url=YOUTUBE) == video(file=file, is_silent=True) == {}
    assert "l’un des deux" in video()["url"]
    assert "l’un des deux" in video(url=YOUTUBE, file=file)["url"]


def test_a_video_from_an_unknown_host_is_refused_with_the_known_ones(db):
    message = video(url="https://videos.example.org/1")["url"]
    assert "YouTube, Dailymotion ou Vimeo" in message


def test_a_video_needs_a_transcript(db):
    assert "transcript" in refusals(VideoBlock(), title="Deux minutes", url=YOUTUBE)


def test_a_film_has_captions_or_is_said_to_be_silent(db):
    film, captions = document("film.mp4").pk, document("film.vtt").pk
    assert "sous-titres" in video(file=film)["captions"]
    assert video(file=film, captions=captions) == {}


def test_a_film_leads_to_its_version_with_audio_description(db):
    film, described = document("film.mp4").pk, document("decrit.mp4")
    value = {"title": "Deux minutes", "transcript": "<p>Une voix.</p>", "is_silent": True}
    html = VideoBlock().render(
        VideoBlock().to_python(value | {"file": film, "described": described.pk})
    )
    assert "Vidéo sans parole." in html
    assert f'href="{described.url}"' in html
