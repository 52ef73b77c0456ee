"""Maps and charts: what is drawn where, and what can't be."""

import re

import pytest
from lxml import etree

from tawatur.packs import load, names
from tawatur.page import map_drawing, series_drawing
from tawatur.page.convention import Convention
from tawatur.page.map_drawing import Placed
from tawatur.page.outlines import outlines, provinces
from tawatur.page.series_drawing import Interval

HOSTILE = "</title><script>alert('x')</script>\u202e\u0001&"


def town(name="Mosul", claims=3, **changes):
    fields = {"name": name, "country": "IQ", "latitude": 36.34, "longitude": 43.12, "radius": 5.0, "claims": claims,
              "told": f"{claims} claims", "address": "/en/search?where=Mosul"}  # fmt: skip
    return Placed(**{**fields, **changes})


def parsed(drawing):
    return etree.fromstring(drawing.encode())


def circles(drawing, kind="place"):
    return [circle for circle in parsed(drawing).iter("{*}circle") if circle.get("class") == kind]


def test_outlines_hold_the_countries_that_reports_tell_of():
    known = outlines()
    assert {"SY", "IQ", "YE", "LY", "SD", "PS", "AF", "ML", "XK"} <= known.keys()
    west, south, east, north = known["IQ"].box
    assert (38 < west < 40, 28 < south < 30, 47 < east < 50, 36 < north < 38) == (True,) * 4
    assert all(ring[0] == ring[-1] for outline in known.values() for ring in outline.rings)


def test_town_is_a_dot_a_place_less_sure_has_a_ring_and_a_country_is_shaded():
    drawing = map_drawing.draw(
        [town(), town("Halabja", 1, radius=20.0, latitude=35.18, longitude=45.98), town("Iraq", radius=None)], "map"
    )
    assert len(circles(drawing)) == 2
    assert len(circles(drawing, "reach")) == 1
    held = [path for path in parsed(drawing).iter("{*}path") if "held" in path.get("class")]
    assert len(held) == 1
    assert "Iraq" in "".join(held[0].itertext())


def test_province_whose_outline_is_known_is_shaded_within_its_country():
    anbar = town("Anbar", radius=500.0, latitude=33.0, longitude=41.8, province="IQ-AN")
    drawing = map_drawing.draw([anbar, town("Iraq", radius=None)], "map")
    assert not circles(drawing, "reach")
    assert not circles(drawing)
    (held,) = [path for path in parsed(drawing).iter("{*}path") if "province" in path.get("class", "")]
    assert "Anbar" in "".join(held.itertext())
    assert [path for path in parsed(drawing).iter("{*}path") if path.get("class") == "between"]


def test_region_is_a_ring_that_its_country_bounds_without_a_dot():
    drawing = map_drawing.draw([town("north", radius=300.0), town()], "map")
    (ring,) = circles(drawing, "reach")
    assert len(circles(drawing)) == 1
    assert ring.getparent().get("clip-path") == "url(#in-IQ)"
    assert [clip.get("id") for clip in parsed(drawing).iter("{*}clipPath")] == ["in-IQ"]


@pytest.mark.parametrize("country", sorted(provinces()))
def test_provinces_fill_their_country_and_no_more(country):
    whole, held = outlines()[country], provinces()[country]
    slack = 0.05
    for outline in held.outlines.values():
        assert whole.box[0] - slack <= outline.box[0] <= outline.box[2] <= whole.box[2] + slack
        assert whole.box[1] - slack <= outline.box[1] <= outline.box[3] <= whole.box[3] + slack
    # what a ring encloses counts, what a hole in it does is taken away by its turning the other way
    parts = sum(abs(sum(area(ring) for ring in outline.rings)) for outline in held.outlines.values())
    assert parts == pytest.approx(sum(abs(area(ring)) for ring in whole.rings), rel=0.02)


def area(ring):
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def test_places_of_the_packs_lie_in_the_provinces_that_bear_their_ids():
    known = load(names()).places
    found = [known[key] for held in provinces().values() for key in held.outlines if key in known]
    assert len(found) > 250
    assert {"IQ-AN", "SY-DY", "YE-SD", "AF-KAN", "SA-03", "EG-SIN", "SO-BR", "DZ-11", "PS-GZS"} <= {
        one.id for one in found
    }
    for place in found:
        box = provinces()[place.country].outlines[place.id].box
        assert box[0] - 0.15 < place.longitude < box[2] + 0.15, place.id
        assert box[1] - 0.15 < place.latitude < box[3] + 0.15, place.id


def test_places_lie_as_on_a_map():
    one, other = circles(map_drawing.draw([town("a"), town("b", latitude=33.3, longitude=44.4)], "map"))
    assert float(one.get("cx")) < float(other.get("cx"))
    assert float(one.get("cy")) < float(other.get("cy"))


def test_what_lies_far_off_does_not_make_the_rest_small():
    near = [town(str(at), claims=20, latitude=36 + at / 5) for at in range(3)]
    alone = circles(map_drawing.draw(near, "map"))
    beside = circles(map_drawing.draw([*near, town("far", 1, country="US", latitude=39, longitude=-77)], "map"))
    assert [circle.get("cy") for circle in alone] == [circle.get("cy") for circle in beside][:3]


def test_names_are_not_written_over_one_another():
    crowd = [town(f"place {at}", latitude=36 + at / 1000) for at in range(40)]
    drawing = map_drawing.draw([*crowd, town("far", 9, latitude=34.6)], "map")
    assert len(list(parsed(drawing).iter("{*}text"))) == 2


@pytest.mark.parametrize("places", [[], [town(HOSTILE)], [town(country="ZZ", radius=None)], [town(longitude=180.0)]])
def test_map_is_well_formed_whatever_is_on_it(places):
    drawing = map_drawing.draw(places, HOSTILE)
    assert "<script" not in drawing
    assert not re.search("[\u0001\u202e]| style=", drawing)
    assert parsed(drawing).get("class") == "map"


def interval(**changes):
    fields = {"start": "2024-01-01", "end": "2024-06-30", "low": 40.0, "high": 50.0, "colour": 0, "copy": False,
              "hedged": False, "told": "centcom: 40–50", "address": "/en/claims/a"}  # fmt: skip
    return Interval(**{**fields, **changes})


def chart(*intervals, convention=None):
    return series_drawing.draw(intervals, "chart", convention or Convention("en"))


def bars(drawing):
    return list(parsed(drawing).iter("{*}rect"))


def test_bar_spans_its_interval_and_its_period():
    first, second = bars(chart(interval(), interval(start="2025-01-01", end="2025-12-31", low=10.0, high=100.0)))
    assert float(first.get("x")) < float(second.get("x"))
    assert float(first.get("width")) < float(second.get("width"))
    assert float(first.get("height")) < float(second.get("height"))
    assert float(second.get("y")) < float(first.get("y"))


def test_copies_and_hedges_are_told_apart_and_open_ends_are_arrows():
    drawing = chart(interval(), interval(copy=True), interval(hedged=True, high=None), interval(low=None))
    kinds = [bar.get("class").split()[2:] for bar in bars(drawing)]
    assert sorted(kinds) == [[], [], ["copy"], ["hedged"]]
    assert len([path for path in parsed(drawing).iter("{*}path") if "arrow" in path.get("class")]) == 2


def test_wide_ranges_are_drawn_by_powers_of_ten():
    levels = [
        text.text for text in parsed(chart(interval(low=3.0, high=5.0), interval(low=1e6, high=2e6))).iter("{*}text")
    ]
    assert {"10", "1,000", "1,000,000"} <= set(levels)


def test_axis_has_the_readers_digits():
    drawing = chart(interval(), convention=Convention("ar", "arabic"))
    assert any(re.search("[٠-٩]", text.text or "") for text in parsed(drawing).iter("{*}text"))
    assert not any(re.search("[0-9]", text.text or "") for text in parsed(drawing).iter("{*}text"))


@pytest.mark.parametrize(
    "one",
    [interval(told=HOSTILE, address='"><script>'), interval(low=0.0, high=0.0), interval(low=-18.0, high=-18.0),
     interval(start="2024-01-01", end="2024-01-01"), interval(start="0001-01-01", end="0001-01-02"),
     interval(low=1e14, high=1e15), interval(low=0.3333, high=0.3333)],
)  # fmt: skip
def test_chart_is_well_formed_whatever_is_on_it(one):
    drawing = chart(one)
    assert "<script" not in drawing
    assert len(bars(drawing)) == 1


def test_nothing_is_drawn_of_nothing():
    assert chart() == ""
