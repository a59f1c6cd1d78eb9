"""The catalogue of the data (DCAT-AP), for data.gouv.fr and others to harvest.

One description, written as JSON-LD and as Turtle; its words are those of the EU's vocabularies.
"""

import json
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from site_cms.models import PublisherSettings, visible_pages
from site_cms.open_data.datasets import Place, datasets, format_name
from site_cms.public.following import NEVER
from site_cms.public.licence import LICENCE

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
_MEDIA = "https://www.iana.org/assignments/media-types"
_ADMS = "http://purl.org/adms"
NAME = "French Impact"
# The programme was announced that day: what the data tell of begins there, and goes on.
BEGAN = date(2018, 1, 18)


def catalogue(request, place: Place, files) -> dict:
    """Return the catalogue as one node; `files` gives (kind, media type, path) of a dataset."""
    with translation.override(settings.LANGUAGE_CODE):
        home = place.site + reverse("open_data")
        shared = {
            "dct:publisher": _publisher(request, place),
            "dcat:contactPoint": _contact(request, home),
        }
        listed = [_dataset(each, place, files(each), shared) for each in datasets().values()]
        latest = max(each.state(place).changed for each in datasets().values())
        described = {
            "@id": f"{home}#catalogue",
            "@type": "dcat:Catalog",
            "dct:title": _text(_("Données ouvertes de French Impact")),
            "dct:description": _text(
                _("Pionniers, territoires, partenaires, appels, calendrier, indicateurs d’impact.")
            ),
            **shared,
            "dct:language": _is(f"{_EU}/language/FRA", "dct:LinguisticSystem"),
            "dct:license": _licence(),
            "dct:spatial": _is(f"{_EU}/country/FRA", "dct:Location"),
            "dcat:themeTaxonomy": _is(f"{_EU}/data-theme", "skos:ConceptScheme")
            | {"dct:title": _text(_("Thèmes de données de l’Union européenne"))},
            "foaf:homepage": _is(home, "foaf:Document"),
            "dcat:dataset": listed,
            "dcat:service": _service(place, listed, shared),
        }
        issued = place.root.first_published_at or NEVER
        return described | _instant("dct:issued", issued) | _instant("dct:modified", latest)


def _dataset(dataset, place, files, shared):
    changed = dataset.state(place).published
    page = place.site + reverse("open_data_detail", args=[dataset.slug])
    described = {
        "@id": f"{page}#donnees",
        "@type": "dcat:Dataset",
        "dct:identifier": f"french-impact-{dataset.slug}",
        "dct:title": _text(f"{NAME} – {dataset.title}"),
        "dct:description": _text(dataset.description),
        "dcat:keyword": [_text(word) for word in dataset.keywords],
        "dcat:theme": _concept(f"{_EU}/data-theme/SOCI", _("Population et société")),
        "dcat:landingPage": _is(page, "foaf:Document"),
        **shared,
        "dct:language": {"@id": f"{_EU}/language/FRA"},
        "dct:spatial": {"@id": f"{_EU}/country/FRA"},
        "dct:temporal": _is(f"{page}#periode", "dct:PeriodOfTime")
        | {"dcat:startDate": _day(BEGAN)},
        "dct:accessRights": _is(f"{_EU}/access-right/PUBLIC", "dct:RightsStatement"),
        "dct:accrualPeriodicity": _is(f"{_EU}/frequency/UPDATE_CONT", "dct:Frequency"),
        "dcat:distribution": [_distribution(dataset, place, changed, file) for file in files],
    }
    return described | _instant("dct:modified", changed)


def _distribution(dataset, place, changed, file):
    kind, media_type, path = file
    schema = place.site + reverse("open_data_schema", args=[dataset.slug])
    name = f"{dataset.title} ({format_name(kind)})"
    described = {
        "@id": place.site + path,
        "@type": "dcat:Distribution",
        "dct:title": _text(name),
        "dct:description": _text(f"{dataset.description} {format_name(kind)}."),
        "dcat:accessURL": {"@id": place.site + reverse("open_data_detail", args=[dataset.slug])},
        "dcat:downloadURL": {"@id": place.site + path},
        "dct:format": _is(f"{_EU}/file-type/{kind.upper()}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _is(f"{_MEDIA}/{media_type.partition(';')[0]}", "dct:MediaType"),
        "dct:license": {"@id": LICENCE["path"]},
        "dct:conformsTo": _is(schema, "dct:Standard"),
        "dcatap:availability": _concept(f"{_EU}/planned-availability/AVAILABLE", _("disponible")),
    }
    return described | _instant("dct:modified", changed)


def _service(place, listed, shared):
    """The API, which gives the pages that the rows are made of."""
    address = place.site + reverse("api:pages:listing")
    return {
        "@id": f"{address}#service",
        "@type": "dcat:DataService",
        "dct:title": _text(_("API des pages de French Impact")),
        "dct:description": _text(_("Toutes les pages publiques, champ par champ, en JSON.")),
        **shared,
        "dcat:endpointURL": {"@id": address},
        "dcat:endpointDescription": {"@id": place.site + reverse("open_data")},
        "dcat:servesDataset": [{"@id": node["@id"]} for node in listed],
        "dct:license": {"@id": LICENCE["path"]},
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
    }


def _publisher(request, place):
    known = PublisherSettings.for_request(request).publisher_name.strip()
    return {
        "@id": f"{place.site}/#organisation",
        "@type": "foaf:Agent",
        "foaf:name": _text(known or NAME),
        "dct:type": _concept(f"{_ADMS}/publishertype/NationalAuthority", _("Autorité nationale")),
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
    kind = _concept(f"{_ADMS}/licencetype/Attribution", _("Attribution"))
    return _is(LICENCE["path"], "dct:LicenseDocument") | {"dct:type": kind}


def _concept(address, label):
    return _is(address, "skos:Concept") | {"skos:prefLabel": _text(label)}


def _day(day):
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def _is(address, kind):
    return {"@id": address, "@type": kind}


def _text(text):
    return {"@value": str(text), "@language": settings.LANGUAGE_CODE}


def _instant(name, instant):
    if instant is None:
        return {}
    return {name: {"@value": instant.isoformat(), "@type": "xsd:dateTime"}}


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
