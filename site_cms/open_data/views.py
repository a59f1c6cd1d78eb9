"""/donnees/: what data there is, one page for each dataset, and its files."""

from itertools import islice

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from site_cms.models import PublisherSettings
from site_cms.open_data import dcat as describe_all
from site_cms.open_data import formats
from site_cms.open_data.datasets import EXCEL, datasets, format_name, place_of
from site_cms.public import structured_data as describe
from site_cms.public.licence import LICENCE
from site_cms.public.routing import site_tree
from site_cms.public.screens import Screen, register_screen, register_series
from site_cms.words.french import reads_french

PREVIEW_ROWS = 5
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    EXCEL: "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
    "schema.json": "application/json",
}
_LINES = {
    "csv": formats.csv_lines,
    EXCEL: formats.excel_lines,
    "json": formats.json_lines,
    "geojson": formats.geojson_lines,
}

_CATALOGUES = {
    "jsonld": (describe_all.json_ld, "application/ld+json"),
    "ttl": (describe_all.turtle, "text/turtle; charset=utf-8"),
}
SCREEN = register_screen(
    Screen(
        "open_data",
        gettext_lazy("Données ouvertes"),
        gettext_lazy(
            "Les données de French Impact à réutiliser librement\u00a0: pionniers, territoires, "
            "appels, calendrier et indicateurs d’impact, en CSV, JSON et XLSX."
        ),
        gettext_lazy("open data jeux de données télécharger CSV JSON XLSX API"),
    )
)


@require_safe
def index(request):
    place = _place(request)
    listed = [_shown(dataset, place) for dataset in datasets().values()]
    context = {"screen": SCREEN, "datasets": listed, "contact": _contact(request)}
    return _page(request, "site_cms/open_data/index.html", context)


@require_safe
def detail(request, slug):
    place, dataset = _place(request), _dataset(slug)
    columns = dataset.shown_columns
    rows = [
        [formats.plain(column.read(row)) for column in columns]
        for row in islice(dataset.rows(place, chunk=PREVIEW_ROWS), PREVIEW_ROWS)
    ]
    shown = _shown(dataset, place)
    context = {
        "screen": _screen(dataset),
        "columns": columns,
        "rows": rows,
        "described": _described(request, place, shown),
        **shown,
    }
    return _page(request, "site_cms/open_data/dataset.html", context)


@require_safe
def file(request, slug, kind):
    """Send a file of the data, unless the reader has it already."""
    place, dataset = _place(request), _dataset(slug)
    if kind not in formats_of(dataset):
        raise Http404
    state = dataset.state(place)
    changed = int(state.changed.timestamp())
    response = get_conditional_response(request, etag=state.etag, last_modified=changed)
    if response is None:
        response = _content(request, dataset, place, kind)
        response.headers["Content-Type"] = MEDIA_TYPES[kind]
        name = f"french-impact-{slug}.{kind}"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        response.headers["Link"] = _links(place, slug)
    response.headers["ETag"] = state.etag
    response.headers["Last-Modified"] = http_date(changed)
    return response


@require_safe
def schema(request, slug):
    place, dataset = _place(request), _dataset(slug)
    options = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(dataset.schema(), json_dumps_params=options)
    return _dated(response, [dataset], place)


@require_safe
def catalogue(request, kind):
    """The catalogue, for harvesters: they read it as it is, in either form."""
    place = _place(request)
    node = describe_all.catalogue(request, place, _harvested)
    write, media_type = _CATALOGUES[kind]
    response = HttpResponse(write(node), content_type=media_type)
    return _dated(response, datasets().values(), place)


def _dated(response, described, place):
    """Say what the data told of is as of; the tag is that of the answer itself."""
    changed = max(dataset.state(place).changed for dataset in described)
    response.headers["Last-Modified"] = http_date(changed.timestamp())
    return response


def _files(dataset):
    return [
        (kind, MEDIA_TYPES[kind], file_path(dataset.slug, kind)) for kind in formats_of(dataset)
    ]


def _harvested(dataset):
    """Its files, one of each format: another writing of the same would be counted twice."""
    return [file for file in _files(dataset) if file[0] != EXCEL]


def formats_of(dataset) -> list[str]:
    return ["csv", EXCEL, "json", "xlsx"] + (["geojson"] if dataset.point else [])


def file_path(slug, kind) -> str:
    if kind == "schema.json":
        return reverse("open_data_schema", args=[slug])
    return reverse("open_data_file", args=[slug, kind])


def _page(request, template, context):
    shared = {
        "licence": LICENCE,
        # What the files are in, where the page is in another language.
        "files_language": "" if reads_french() else settings.LANGUAGE_CODE,
    }
    return render(request, template, context | shared)


def _content(request, dataset, place, kind):
    if request.method == "HEAD":
        return StreamingHttpResponse([])
    if kind == "xlsx":
        return FileResponse(formats.xlsx_file(dataset, place))
    return StreamingHttpResponse(formats.batched(_LINES[kind](dataset, place)))


@register_series
def _screens():
    return map(_screen, datasets().values())


def _screen(dataset):
    title = _("Données\u00a0: %(title)s") % {"title": dataset.title}
    name, slug = "open_data_detail", dataset.slug
    return Screen(name, title, dataset.description, args=(slug,), above=SCREEN)


def _links(place, slug):
    described = f'<{place.site}{file_path(slug, "schema.json")}>; rel="describedby"'
    return f'{described}, <{LICENCE["path"]}>; rel="license"'


def _shown(dataset, place):
    state = dataset.state(place)
    return {
        "dataset": dataset,
        "state": state,
        "row_count": dataset.row_count(place, state),
        "files": [(format_name(kind), path) for kind, _type, path in _files(dataset)],
        "schema": file_path(dataset.slug, "schema.json"),
    }


def _described(request, place, shown):
    """What the page of a dataset tells search engines."""
    here = describe.Shown(base=place.site, address=place.site + request.path)
    dataset, changed = shown["dataset"], shown["state"].published
    files = _harvested(dataset)
    forms = [describe.Download(place.site + path, media) for _kind, media, path in files]
    title, description = str(dataset.title), str(dataset.description)
    return describe.dataset(here, title, description, forms, changed)


def _contact(request):
    """The contact page in the language being read, if it has one."""
    page = PublisherSettings.for_request(request).contact_page
    tree = site_tree(request, [])
    same = [c for c in tree.children if page and c.translation_key == page.translation_key]
    return next((c for c in same if not tree.is_private(c)), None)


def _place(request):
    place = place_of(request)
    if place is None:
        raise Http404
    return place


def _dataset(slug):
    if slug not in datasets():
        raise Http404
    return datasets()[slug]
