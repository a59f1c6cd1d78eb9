"""The catalogue of the data (DCAT-AP), for data.gouv.fr and others to harvest.

One description, written as JSON-LD and as Turtle; its words are those of the EU's vocabularies.
"""

import json

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from site_cms.models import PublisherSettings, visible_pages
from site_cms.open_data.datasets import LICENCE, Place, datasets, format_name

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
_MEDIA = "https://www.iana.org/assignments/media-types"
NAME = "French Impact"


def catalogue(request, place: Place, files) -> dict:
    """Return the catalogue as one node; `files` gives (kind, media type, path) of a dataset."""
    with translation.override(settings.LANGUAGE_CODE):
        home = place.site + reverse("open_data")
        publisher = _publisher(request, place)
        contact = _contact(request, home)
        listed = [
            _dataset(dataset, place, files(dataset), publisher, contact)
            for dataset in datasets().values()
        ]
        return {
            "@id": f"{home}#catalogue",
            "@type": "dcat:Catalog",
            "dct:title": _text(_("Données ouvertes de French Impact")),
            "dct:description": _text(
                _("Pionniers, territoires, partenaires, appels, calendrier, indicateurs d’impact.")
            ),
            "dct:publisher": publisher,
            "dct:language": _is(f"{_EU}/language/FRA", "dct:LinguisticSystem"),
            "dct:license": _licence(),
            "dct:spatial": _is(f"{_EU}/country/FRA", "dct:Location"),
            "dcat:themeTaxonomy": {"@id": f"{_EU}/data-theme"},
            "foaf:homepage": _is(home, "foaf:Document"),
            "dcat:dataset": listed,
        }


def _dataset(dataset, place, files, publisher, contact):
    page = place.site + reverse("open_data_detail", args=[dataset.slug])
    changed = dataset.state(place).published
    described = {
        "@id": f"{page}#donnees",
        "@type": "dcat:Dataset",
        "dct:identifier": f"french-impact-{dataset.slug}",
        "dct:title": _text(f"{NAME} – {dataset.title}"),
        "dct:description": _text(dataset.description),
        "dcat:keyword": [_text(word) for word in dataset.keywords],
        "dcat:theme": {"@id": f"{_EU}/data-theme/SOCI"},
        "dcat:landingPage": _is(page, "foaf:Document"),
        "dct:publisher": {"@id": publisher["@id"]},
        "dcat:contactPoint": contact,
        "dct:language": {"@id": f"{_EU}/language/FRA"},
        "dct:spatial": {"@id": f"{_EU}/country/FRA"},
        "dct:accrualPeriodicity": _is(f"{_EU}/frequency/UPDATE_CONT", "dct:Frequency"),
        "dcat:distribution": [_distribution(dataset, place, changed, file) for file in files],
    }
    return described | _modified(changed)


def _distribution(dataset, place, changed, file):
    kind, media_type, path = file
    schema = place.site + reverse("open_data_schema", args=[dataset.slug])
    described = {
        "@id": place.site + path,
        "@type": "dcat:Distribution",
        "dct:title": _text(f"{dataset.title} ({format_name(kind)})"),
        "dcat:accessURL": {"@id": place.site + reverse("open_data_detail", args=[dataset.slug])},
        "dcat:downloadURL": {"@id": place.site + path},
        "dct:format": _is(f"{_EU}/file-type/{kind.upper()}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _is(f"{_MEDIA}/{media_type.partition(';')[0]}", "dct:MediaType"),
        "dct:license": {"@id": LICENCE["path"]},
        "dct:conformsTo": _is(schema, "dct:Standard"),
    }
    return described | _modified(changed)


def _publisher(request, place):
    known = PublisherSettings.for_request(request).publisher_name.strip()
    return {
        "@id": f"{place.site}/#organisation",
        "@type": "foaf:Agent",
        "foaf:name": _text(known or NAME),
    }


def _contact(request, home):
    page = PublisherSettings.for_request(request).contact_page
    is_public = page and visible_pages().filter(pk=page.pk).exists()
    address = page.full_url if is_public else home
    return {
        "@id": f"{home}#contact",
        "@type": "vcard:Organization",
        "vcard:fn": NAME,
        "vcard:hasURL": {"@id": address},
    }


def _licence():
    return _is(LICENCE["path"], "dct:LicenseDocument")


def _is(address, kind):
    return {"@id": address, "@type": kind}


def _text(text):
    return {"@value": str(text), "@language": settings.LANGUAGE_CODE}


def _modified(changed):
    if changed is None:
        return {}
    return {"dct:modified": {"@value": changed.isoformat(), "@type": "xsd:dateTime"}}


# --- Two ways of writing it -----------------------------------------------------------------------


def json_ld(node: dict) -> str:
    return json.dumps({"@context": PREFIXES} | node, ensure_ascii=False, indent=1)


def turtle(node: dict) -> str:
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    return prefixes + "".join(dict.fromkeys(_statements(node)))


def _statements(node):
    for predicate, values in node.items():
        for value in values if isinstance(values, list) else [values]:
            if predicate == "@type":
                yield f"<{node['@id']}> a {value} .\n"
            elif predicate != "@id":
                yield f"<{node['@id']}> {predicate} {_object(value)} .\n"
                if isinstance(value, dict) and "@id" in value:
                    yield from _statements(value)


def _object(value):
    if not isinstance(value, dict):
        return _quoted(value)
    if "@id" in value:
        return f"<{value['@id']}>"
    mark = f"@{value['@language']}" if "@language" in value else f"^^{value['@type']}"
    return _quoted(value["@value"]) + mark


def _quoted(text):
    # The escapes of JSON are among those of Turtle.
    return json.dumps(str(text), ensure_ascii=False)
