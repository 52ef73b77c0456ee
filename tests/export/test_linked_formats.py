"""GeoJSON, Web Annotation, schema.org and FollowTheMoney, loaded by the libraries that their users have."""

import json
import pathlib

import geojson
import pytest
import rdflib
from followthemoney import model
from pyld import jsonld
from rdflib.namespace import RDF

DATA = pathlib.Path(__file__).parent / "data"
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SCHEMA = rdflib.Namespace("https://schema.org/")
SCHEMA_CONTEXT = {
    "@vocab": "https://schema.org/",
    "url": {"@id": "https://schema.org/url", "@type": "@id"},
    "datePublished": {"@id": "https://schema.org/datePublished", "@type": "https://schema.org/Date"},
}


def graph(written):
    """Return a JSON-LD document as an RDF graph; its contexts are those stored here."""
    contexts = {
        "http://www.w3.org/ns/anno.jsonld": {"@context": json.loads((DATA / "anno.json").read_text())["@context"]},
        "https://schema.org": {"@context": SCHEMA_CONTEXT},
    }

    def load(url, _options):
        return {"contextUrl": None, "documentUrl": url, "document": contexts[url], "contentType": "application/ld+json"}

    quads = jsonld.to_rdf(
        json.loads(written), {"format": "application/n-quads", "documentLoader": load, "base": "urn:base:"}
    )
    return rdflib.Graph().parse(data=quads, format="nt")  # no graph but one


def test_geojson_is_valid_and_has_points_where_places_are_known(exported, claim):
    unknown = claim(id="n1-2", where=("Wadi, SY",), places=())
    two = claim(id="n1-3", places=(claim().places[0], claim().places[0]))
    found = geojson.loads(exported("geojson", [claim(), unknown, two]))
    assert found.is_valid, found.errors()
    kinds = [feature.geometry.type if feature.geometry else None for feature in found.features]
    assert kinds == ["Point", None, "MultiPoint"]
    assert found.features[0].geometry.coordinates == [37.16, 36.2]  # longitude first
    assert found.features[0].properties["low"] == 37
    assert found.features[0].properties["report"]["date"] == "2024-03-03"


def test_an_annotation_selects_the_words_by_position_and_by_quotation(exported, claim, document):
    found = graph(exported("webannotation", [claim()]))
    (annotation,) = found.subjects(RDF.type, OA.Annotation)
    assert str(annotation) == "urn:tawatur:claim:n1-1"
    target = found.value(annotation, OA.hasTarget)
    assert str(found.value(target, OA.hasSource)) == "https://nakhla.example/n1"
    selectors = {str(found.value(one, RDF.type)): one for one in found.objects(target, OA.hasSelector)}
    position, quote = selectors[str(OA.TextPositionSelector)], selectors[str(OA.TextQuoteSelector)]
    start, end = int(found.value(position, OA.start)), int(found.value(position, OA.end))
    text = document().text
    assert text[start:end] == str(found.value(quote, OA.exact)) == claim().quote
    assert str(found.value(quote, OA.prefix)) + claim().quote + str(found.value(quote, OA.suffix)) in text


def test_an_annotation_says_what_the_claim_states(exported, claim):
    found = graph(exported("webannotation", [claim()]))
    values = {str(value) for value in found.objects(None, RDF.value)}
    assert any(value.startswith("37 killed of Islamic State (Daesh)") for value in values)
    assert rdflib.Literal(37) in set(found.objects(None, rdflib.URIRef("urn:tawatur:term:low")))


def test_a_claim_of_schema_org_has_its_report_its_author_and_its_value(exported, claim):
    found = graph(exported("schemaorg", [claim(), claim(id="n1-2", low=40, high=None, bound="more_than", source=())]))
    claims = sorted(found.subjects(RDF.type, SCHEMA.Claim))
    assert len(claims) == 2
    report = found.value(claims[0], SCHEMA.appearance)
    assert found.value(report, RDF.type) == SCHEMA.NewsArticle
    assert str(found.value(report, SCHEMA.datePublished)) == "2024-03-03"
    assert str(found.value(found.value(claims[0], SCHEMA.author), SCHEMA.identifier)) == "centcom"
    assert found.value(claims[1], SCHEMA.author) is None
    values = {one: found.value(one, SCHEMA.maxValue) for one in found.subjects(RDF.type, SCHEMA.QuantitativeValue)}
    assert sorted(str(value) for value in values.values()) == ["37", "None"]
    (latitude, *_) = found.objects(None, SCHEMA.latitude)
    assert float(latitude) == pytest.approx(36.2)


def entities(written):
    return [json.loads(line) for line in written.decode().splitlines()]


@pytest.fixture(scope="module")
def schemata():
    return json.loads((DATA / "followthemoney.json").read_text(encoding="utf-8"))["schemata"]


def test_entities_have_the_properties_of_their_schemata(exported, claim, hostile, schemata):
    leader = claim(id="n1-2", of="daesh_leaders", low=1, name="أبو حازم", quote="مقتل القيادي أبو حازم")
    claims, documents = hostile
    for entity in (
        *entities(exported("followthemoney", [claim(), leader])),
        *entities(exported("followthemoney", claims, documents)),
    ):
        schema = schemata[entity["schema"]]
        assert set(entity["properties"]) <= set(schema["properties"])
        assert all(isinstance(value, str) and value for values in entity["properties"].values() for value in values)


def test_an_event_refers_to_entities_that_stand_before_it(exported, claim, schemata):
    found = entities(exported("followthemoney", [claim(), claim(id="n1-2", low=12)]))
    seen = set()
    for entity in found:
        for name, values in entity["properties"].items():
            if schemata[entity["schema"]]["properties"][name] == "entity":
                assert set(values) <= seen
        assert entity["id"] not in seen
        seen.add(entity["id"])
    assert [entity["schema"] for entity in found] == ["Article", "PublicBody", "Organization", "Event", "Event"]


@pytest.mark.filterwarnings("ignore:Install .pyicu")  # for other scripts than ours
def test_followthemoney_itself_keeps_every_value(exported, claim):
    for entity in entities(exported("followthemoney", [claim()])):
        proxy = model.get_proxy(entity, cleaned=False)
        kept = {name: sorted(proxy.get(name)) for name in entity["properties"]}
        assert kept == {name: sorted(values) for name, values in entity["properties"].items()}


def test_civilians_and_private_persons_are_no_entities(exported, claim):
    victim = claim(of="civilians", low=1, name="سمير خالد", quote="مقتل المدني سمير خالد")
    found = entities(exported("followthemoney", [victim]))
    assert "Person" not in {entity["schema"] for entity in found}
    assert "civilians" not in {
        name for entity in found if entity["schema"] != "Event" for name in entity["properties"].get("name", ())
    }


@pytest.mark.parametrize("form", ["geojson", "webannotation", "schemaorg"])
def test_hostile_texts_stay_within_their_strings(exported, hostile, form):
    claims, documents = hostile
    found = json.loads(exported(form, claims, documents))
    listed = found.get("features") or found.get("items") or found.get("@graph")
    assert len(listed) == len(claims)


def test_an_address_of_another_kind_is_no_address(exported, claim, document):
    written = exported("webannotation", [claim()], [document(url="javascript:alert(1)")])
    assert b"javascript" not in written
    assert b"urn:tawatur:document:n1" in written
