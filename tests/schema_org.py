"""JSON-LD against the published shapes of schema.org, which pyshacl brings with it.

Shapes leave unknown words alone; here a word must be schema.org's, and its type's own.
"""

import json
import re
from functools import cache
from pathlib import Path

import pyshacl
from rdflib import RDF, RDFS, Graph, Namespace
from rdflib.collection import Collection
from rdflib.namespace import XSD

SCHEMA, SHACL = Namespace("http://schema.org/"), Namespace("http://www.w3.org/ns/shacl#")
# Written beside a property, to say what a search form must fill in: schema.org/docs/actions.html
NOT_PROPERTIES = {"query-input"}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@cache
def shapes():
    return Graph().parse(Path(pyshacl.__file__).parent / "assets" / "schema.ttl")


def blocks(html):
    """The data blocks of a page."""
    texts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return [json.loads(text) for text in texts]


def described(html):
    """What the one data block of a page describes, by type, after checking it."""
    (block,) = blocks(html)
    assert block["@context"] == "https://schema.org"
    found = problems(block)
    assert not found, "\n".join(found)
    return {node["@type"]: node for node in block["@graph"]}


def problems(block):
    """What schema.org has against a data block, in words."""
    found = [problem for node in block["@graph"] for problem in _unknown(node)]
    data = Graph().parse(data=json.dumps(_typed(block)), format="json-ld")
    # What the values of an enumeration are, the shapes say.
    for value in set(data.objects()):
        data += shapes().triples((value, RDF.type, None))
    conforms, _graph, text = pyshacl.validate(
        data, shacl_graph=shapes(), ont_graph=shapes(), inference="none"
    )
    return found if conforms else [*found, text]


def _unknown(node):
    """The words that schema.org does not know, or knows of other types."""
    kind = node.get("@type")
    if kind is None:
        return [] if set(node) == {"@id"} else [f"no type: {node}"]
    known = {*_properties(kind), *NOT_PROPERTIES}
    wrong = [f"{kind}.{word}" for word in node if not word.startswith("@") and word not in known]
    inner = [value for values in node.values() for value in _listed(values)]
    return wrong + [word for value in inner if isinstance(value, dict) for word in _unknown(value)]


def _listed(values):
    return values if isinstance(values, list) else [values]


@cache
def _properties(kind):
    kinds = shapes().transitive_objects(SCHEMA[kind], RDFS.subClassOf)
    return {
        str(shapes().value(shape, SHACL.path)).removeprefix(SCHEMA)
        for each in kinds
        for shape in shapes().objects(each, SHACL.property)
    }


def _typed(block):
    """The block with the context that schema.org publishes at the address ours names."""
    context = {"@vocab": str(SCHEMA), "id": "@id", "type": "@type"}
    words = set(re.findall(r'"(\w+)":', json.dumps(block)))
    context |= {word: {"@type": "@id"} for word in words if _takes_address(word)}
    graph = [_with_dates(node) for node in block["@graph"]]
    text = json.dumps({"@context": context, "@graph": graph})
    return json.loads(text.replace("https://schema.org/", str(SCHEMA)))


@cache
def _ranges(word):
    found = set()
    for shape in shapes().subjects(SHACL.path, SCHEMA[word]):
        options = shapes().value(shape, SHACL["or"])
        for each in [shape, *(Collection(shapes(), options) if options else [])]:
            found |= set(shapes().objects(each, SHACL.datatype))
            found |= set(shapes().objects(each, SHACL.nodeKind))
            found |= set(shapes().objects(each, SHACL["class"]))
    return found


def _takes_address(word):
    enumerations = {SCHEMA.EventStatusType}
    return SHACL.IRI in _ranges(word) or bool(_ranges(word) & enumerations)


def _with_dates(node):
    if isinstance(node, list):
        return [_with_dates(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {word: _date_or(word, value) for word, value in node.items()}


def _date_or(word, value):
    dated = isinstance(value, str) and _DATE.match(value) and XSD.date in _ranges(word)
    if not dated:
        return _with_dates(value)
    kind = XSD.dateTime if "T" in value else XSD.date
    return {"@value": value, "@type": str(kind)}
