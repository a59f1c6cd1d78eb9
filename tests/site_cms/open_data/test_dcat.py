"""The DCAT catalogue, as those who harvest it read it."""

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, URIRef
from rdflib.compare import isomorphic

from site_cms.models import PublisherSettings
from site_cms.open_data.datasets import datasets
from site_cms.public.licence import LICENCE
from tests.factories import article, call, contact, home, pioneer, territory

KINDS = {"jsonld": "json-ld", "ttl": "turtle"}
# What DCAT-AP 3 demands, and what it recommends that we promise. No package for Python carries the
# official shapes; these are its tables of mandatory properties, and data.gouv.fr's.
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dcatap: <http://data.europa.eu/r5r/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix : <urn:shapes:> .
:Catalog a sh:NodeShape ; sh:targetClass dcat:Catalog ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:datatype rdf:langString ] ;
  sh:property [ sh:path dct:description ; sh:minCount 1 ; sh:datatype rdf:langString ] ;
  sh:property [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ;
  sh:property [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] ;
  sh:property [ sh:path dct:license ; sh:maxCount 1 ; sh:class dct:LicenseDocument ] ;
  sh:property [ sh:path dct:language ; sh:minCount 1 ; sh:class dct:LinguisticSystem ] ;
  sh:property [ sh:path dct:spatial ; sh:minCount 1 ; sh:class dct:Location ] ;
  sh:property [ sh:path dct:issued ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:dateTime ] ;
  sh:property [ sh:path dct:modified ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:dateTime ] ;
  sh:property [ sh:path dcat:themeTaxonomy ; sh:minCount 1 ; sh:class skos:ConceptScheme ] ;
  sh:property [ sh:path dcat:service ; sh:minCount 1 ; sh:class dcat:DataService ] ;
  sh:property [ sh:path foaf:homepage ; sh:minCount 1 ; sh:class foaf:Document ] .
:Service a sh:NodeShape ; sh:targetClass dcat:DataService ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:datatype rdf:langString ] ;
  sh:property [ sh:path dct:description ; sh:minCount 1 ; sh:datatype rdf:langString ] ;
  sh:property [ sh:path dcat:endpointURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dcat:endpointDescription ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dcat:contactPoint ; sh:minCount 1 ; sh:class vcard:Organization ] ;
  sh:property [ sh:path dct:publisher ; sh:minCount 1 ; sh:class foaf:Agent ] ;
  sh:property [ sh:path dct:license ; sh:minCount 1 ; sh:class dct:LicenseDocument ] ;
  sh:property [ sh:path dct:accessRights ; sh:maxCount 1 ; sh:class dct:RightsStatement ] ;
  sh:property [ sh:path dcat:servesDataset ; sh:minCount 1 ; sh:class dcat:Dataset ] .
:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:datatype rdf:langString ] ;
  sh:property [ sh:path dct:description ; sh:minCount 1 ; sh:datatype rdf:langString ] ;
  sh:property [ sh:path dct:identifier ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path dcat:keyword ; sh:minCount 1 ; sh:datatype rdf:langString ] ;
  sh:property [ sh:path dcat:theme ; sh:minCount 1 ; sh:class skos:Concept ] ;
  sh:property [ sh:path dct:temporal ; sh:minCount 1 ; sh:class dct:PeriodOfTime ] ;
  sh:property [ sh:path dct:accessRights ; sh:maxCount 1 ; sh:class dct:RightsStatement ] ;
  sh:property [ sh:path dct:spatial ; sh:minCount 1 ; sh:class dct:Location ] ;
  sh:property [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ;
  sh:property [ sh:path dcat:contactPoint ; sh:minCount 1 ; sh:class vcard:Organization ] ;
  sh:property [ sh:path dct:accrualPeriodicity ; sh:minCount 1 ; sh:class dct:Frequency ] ;
  sh:property [ sh:path dct:modified ; sh:maxCount 1 ; sh:datatype xsd:dateTime ] ;
  sh:property [ sh:path dcat:distribution ; sh:minCount 3 ; sh:class dcat:Distribution ] .
:Distribution a sh:NodeShape ; sh:targetClass dcat:Distribution ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dcat:downloadURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dct:format ; sh:minCount 1 ; sh:class dct:MediaTypeOrExtent ] ;
  sh:property [ sh:path dcat:mediaType ; sh:minCount 1 ; sh:class dct:MediaType ] ;
  sh:property [ sh:path dct:license ; sh:minCount 1 ; sh:maxCount 1 ;
    sh:class dct:LicenseDocument ] ;
  sh:property [ sh:path dct:description ; sh:minCount 1 ; sh:datatype rdf:langString ] ;
  sh:property [ sh:path dcatap:availability ; sh:minCount 1 ; sh:maxCount 1 ;
    sh:class skos:Concept ] ;
  sh:property [ sh:path dct:conformsTo ; sh:minCount 1 ; sh:class dct:Standard ] .
:Period a sh:NodeShape ; sh:targetClass dct:PeriodOfTime ;
  sh:property [ sh:path dcat:startDate ; sh:minCount 1 ; sh:maxCount 1 ] .
:Concept a sh:NodeShape ; sh:targetClass skos:Concept ;
  sh:property [ sh:path skos:prefLabel ; sh:minCount 1 ; sh:datatype rdf:langString ] .
:Scheme a sh:NodeShape ; sh:targetClass skos:ConceptScheme ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:datatype rdf:langString ] .
:Licence a sh:NodeShape ; sh:targetClass dct:LicenseDocument ;
  sh:property [ sh:path dct:type ; sh:minCount 1 ; sh:class skos:Concept ] .
:Agent a sh:NodeShape ; sh:targetClass foaf:Agent ;
  sh:property [ sh:path dct:type ; sh:maxCount 1 ; sh:minCount 1 ; sh:class skos:Concept ] ;
  sh:property [ sh:path foaf:name ; sh:minCount 1 ] .
"""


def read(client, kind="jsonld"):
    response = client.get(f"/donnees/catalogue.{kind}")
    assert response.status_code == 200
    return Graph().parse(data=response.content.decode(), format=KINDS[kind])


def judged(graph):
    return validate(graph, shacl_graph=Graph().parse(data=SHAPES, format="turtle"))


@pytest.fixture
def world(db, site):
    settings = PublisherSettings.for_site(site)
    settings.publisher_name = 'Le "Haut-commissariat" \\ à l’économie\nsociale'
    settings.contact_page = contact()
    settings.save()
    for page in (pioneer(), territory(), call(), article()):
        page.save_revision().publish()


@pytest.mark.parametrize("kind", KINDS)
def test_the_catalogue_follows_dcat_ap(client, world, kind):
    graph = read(client, kind)
    conforms, _report, text = judged(graph)
    assert conforms, text
    assert set(graph.subjects(RDF.type, DCAT.Dataset)) == {
        URIRef(f"http://localhost/donnees/{slug}/#donnees") for slug in datasets()
    }


def test_a_catalogue_that_lacks_something_would_be_seen(client, world):
    for lost in (DCTERMS.title, DCTERMS.publisher, DCAT.accessURL, FOAF.name, DCTERMS.license):
        graph = read(client)
        graph.remove((None, lost, None))
        assert not judged(graph)[0], lost


def test_both_forms_say_the_same(client, world):
    assert isomorphic(read(client, "jsonld"), read(client, "ttl"))


def test_every_file_it_names_is_there(client, world):
    graph = read(client)
    for found in graph.objects(None, DCAT.downloadURL | DCTERMS.conformsTo | DCAT.landingPage):
        assert client.head(str(found).removeprefix("http://localhost")).status_code == 200, found
    files = list(graph.objects(None, DCAT.downloadURL))
    assert len(files) == 3 * len(datasets()) + 1
    assert set(graph.objects(None, DCTERMS.license)) == {URIRef(LICENCE["path"])}
    (way,) = graph.query("SELECT DISTINCT ?url { ?c vcard:hasURL ?url }")
    assert str(way.url) == "http://localhost/contact/"


def test_it_is_sent_again_only_when_it_has_changed(client, world):
    for kind in KINDS:
        place = f"/donnees/catalogue.{kind}"
        answer = client.get(place, headers={"origin": "https://example.org"})
        assert "public" in answer["Cache-Control"]
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert client.get(place, headers={"if-none-match": answer["ETag"]}).status_code == 304
        assert client.post(place).status_code == 405
    assert "/donnees/catalogue.jsonld" in client.get("/donnees/").content.decode()


def test_without_a_contact_or_a_name_it_still_holds(client, db):
    graph = read(client)
    assert judged(graph)[0]
    home().unpublish()
    assert client.get("/donnees/catalogue.ttl").status_code == 404
