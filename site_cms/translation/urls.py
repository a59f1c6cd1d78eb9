"""Where pages are translated: our views take the addresses of wagtail-localize's.

Buttons and the segment editor, which know those addresses, lead to them.
"""

from django.urls import include, path
from wagtail import hooks

from site_cms.translation.board_view import OwnTranslationsReport
from site_cms.translation.editor_words import EditorWords
from site_cms.translation.marks import edit_string
from site_cms.translation.overrides import edit_override
from site_cms.translation.segments import (
    SideBySideView,
    stop,
    translate_by_machine,
    upload_words,
)
from site_cms.translation.submission import SubmitPageView, UpdateView


@hooks.register("register_admin_urls", order=-10)
def replace_views():
    each = "translate/<int:translation_id>"
    report_view = OwnTranslationsReport
    urls = [
        path("jsi18n/", EditorWords.as_view(), name="words"),
        path("submit/page/<int:page_id>/", SubmitPageView.as_view(), name="submit_page"),
        path("update/<int:translation_source_id>/", UpdateView.as_view(), name="update"),
        path(f"{each}/pofile/upload/", upload_words, name="upload_words"),
        path(f"{each}/machine_translate/", translate_by_machine, name="machine"),
        path(f"{each}/disable/", stop, name="stop"),
        path(
            f"{each}/overrides/<int:overridable_segment_id>/edit/", edit_override, name="override"
        ),
        path(f"{each}/strings/<int:string_segment_id>/edit/", edit_string, name="string"),
        path(f"{each}/cote-a-cote/", SideBySideView.as_view(), name="side_by_side"),
        path("reports/translations/", report_view.as_view(), name="report"),
        path(
            "reports/translations/results/",
            report_view.as_view(results_only=True),
            name="report_results",
        ),
    ]
    return [path("localize/", include((urls, "translations"), namespace="translations"))]
