"""The stemma as SVG: well formed, inert whatever names it draws, and readable without eyes."""

import re
from xml.etree import ElementTree as ET

import pytest

from tawatur import packs
from tawatur.model import Reference
from tawatur.model.statement import Carrier, Crossing, Descent, Node, StatementTable, Stemma, Witness
from tawatur.page.drawing import draw
from tawatur.page.labels import Names

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '"><script>alert(1)</script>\u202e&\x08'


def reference(quote="169 عملية"):
    return Reference(id="b-1", doc="b", section=0, start=0, end=3, quote=quote, measure="operations", low=169, high=169)


def table(publisher="وكالة الميناء", quote="169 عملية", origin="centcom"):
    def witness(siglum, date):
        return Witness(siglum=siglum, reports=(Carrier(doc=siglum.lower(), section=0, publisher=publisher, date=date),))

    return StatementTable(
        id="statement-1",
        origin=origin,
        witnesses=(witness("A", "2024-07-16"), witness("B", "2024-07-17"), witness("C", None)),
        figures=(),
        stemma=Stemma(
            nodes=(
                Node(name="Ω", kind="statement"),
                Node(name="α", kind="exemplar"),
                *(Node(name=name, kind="witness") for name in "ABC"),
            ),
            edges=(
                Descent(parent="Ω", child="A"),
                Descent(parent="Ω", child="α"),
                Descent(parent="α", child="B", shared=(reference(quote),), nearness=0.4, days=1),
                Descent(parent="α", child="C", shared=(reference(quote),), decided=False),
            ),
            crossings=(Crossing(witnesses=("A", "C"), shared=(reference(quote),)),),
        ),
    )


@pytest.fixture(scope="module")
def names():
    return Names(packs.load())


def test_every_node_and_edge_is_drawn_once_and_nothing_lies_on_another(names):
    root = ET.fromstring(draw(table(), names))
    circles = [(circle.get("cx"), circle.get("cy")) for circle in root.iter(f"{SVG}circle")]
    assert len(set(circles)) == len(circles) == 5
    assert len([path for path in root.iter(f"{SVG}path") if "edge" in path.get("class")]) == 4
    assert [path.get("class") for path in root.iter(f"{SVG}path")].count("edge kin open") == 1
    width, height = float(root.get("width")), float(root.get("height"))
    assert all(0 < float(x) < width and 0 < float(y) < height for x, y in circles)


def test_it_has_a_title_and_a_description_with_the_evidence(names):
    root = ET.fromstring(draw(table(), names))
    title, described = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby").split() == [title.get("id"), described.get("id")]
    assert "United States Central Command" in title.text
    assert "169 عملية" in described.text


def test_alone_it_brings_style_and_legend_and_keeps_names_from_moving_their_neighbours(names):
    root = ET.fromstring(draw(table(), names, alone=True))
    lines = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert "A  \u2068وكالة الميناء\u2069  \u20682024-07-16\u2069" in lines
    assert root.find(f"{SVG}style") is not None
    assert ET.fromstring(draw(table(), names)).find(f"{SVG}style") is None


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_names_and_quotes_stay_words(names, alone, language):
    drawn = draw(table(publisher=HOSTILE, quote=HOSTILE, origin=HOSTILE), names, language=language, alone=alone)
    root = ET.fromstring(drawn)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "g", "path", "circle", "text"}
    assert not re.search("<script|[\x00-\x08]", drawn)
    assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)
