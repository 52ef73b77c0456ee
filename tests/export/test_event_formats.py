"""HXL, and tables in the shape of UCDP, ACLED and POLECAT."""

import io

import hxl
import pandas as pd
import pytest

from tawatur.export import Account
from tawatur.model import Period

# As the data sets' own files have them, listed here anew: GED 25.1, ACLED since 2024, POLECAT.
GED = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]
ACLED = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]
POLECAT = [
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
]  # fmt: skip


def table(written, sep=","):
    return pd.read_csv(io.BytesIO(written), sep=sep)


def test_hxl_reads_its_hashtags(exported, claim):
    two = claim(id="n1-2", where=("Aleppo, SY", "IQ"))
    found = hxl.data(io.BytesIO(exported("hxl", [claim(), two])), hxl.InputOptions(allow_local=True))
    rows = list(found)
    assert [row.get("#meta+id") for row in rows] == ["n1-1", "n1-2", "n1-2"]  # a row for each place
    assert rows[0].get("#indicator+value+min") == "37"
    assert rows[0].get("#affected+name") == "Islamic State (Daesh)"
    assert [row.get("#country+code+v_iso3") for row in rows] == ["SYR", "SYR", "IRQ"]
    assert rows[0].get("#adm1+name") == "Aleppo"
    assert rows[0].get("#geo+lat") == "36.2"


@pytest.mark.parametrize(
    ("form", "columns", "sep"), [("ucdp", GED, ","), ("acled", ACLED, ","), ("plover", POLECAT, "\t")]
)
def test_the_columns_are_those_of_the_data_set(exported, claim, form, columns, sep):
    for claims in ([claim()], []):
        found = table(exported(form, claims), sep)
        assert list(found.columns) == columns
        assert len(found) == len(claims)


def test_deaths_go_to_the_side_that_suffered_them(exported, claim):
    claims = [
        claim(id="a"),
        claim(id="b", of="civilians", by="daesh"),
        claim(id="c", of=None),
        claim(id="d", of="nusra", by="daesh"),
        claim(id="e", of="civilians+women", by="daesh"),
    ]
    found = table(exported("ucdp", claims)).set_index("relid")
    assert found["type_of_violence"].fillna(0).astype(int).to_dict() == {"a": 1, "b": 3, "c": 0, "d": 2, "e": 3}
    counts = found[["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]]
    assert counts.loc["a"].tolist() == [0, 37, 0, 0]
    assert counts.loc["b"].tolist() == counts.loc["e"].tolist() == [0, 0, 37, 0]
    assert counts.loc["c"].tolist() == [0, 0, 0, 37]
    assert (counts.sum(axis=1) == found["best"]).all()
    assert found.loc["a", "side_a"] == "United States Central Command"
    assert found.loc["b", "side_b"] == "Civilians"


@pytest.mark.parametrize(
    ("low", "high", "bound", "expected"),
    [
        (37, 37, "exact", (37, 37, 37)),
        (40, None, "more_than", (40, 40, 40)),
        (10, 99, "indefinite", (10, 10, 99)),
        (None, 5, "at_most", (5, 0, 5)),
    ],
)
def test_bounds_become_best_low_and_high(exported, claim, low, high, bound, expected):
    (row,) = table(exported("ucdp", [claim(low=low, high=high, bound=bound)])).to_dict("records")
    assert (row["best"], row["low"], row["high"]) == expected


@pytest.mark.parametrize(
    ("when", "date_prec", "time_precision"),
    [
        (("2024-03-02", "2024-03-02"), 1, 1),
        (("2024-03-02", "2024-03-04"), 2, 2),
        (("2024-03-04", "2024-03-10"), 3, 2),
        (("2024-03-01", "2024-03-31"), 4, 3),
        (("2024-01-01", "2024-06-30"), 5, None),
    ],
)
def test_periods_become_precisions(exported, claim, when, date_prec, time_precision):
    found = claim(when=Period(*when))
    (row,) = table(exported("ucdp", [found])).to_dict("records")
    assert (row["date_prec"], row["date_start"], row["date_end"]) == (date_prec, *when)
    events = table(exported("acled", [found]))["time_precision"].tolist()
    assert events == ([] if time_precision is None else [time_precision])


@pytest.mark.parametrize(
    ("where", "where_prec", "geo_precision"),
    [("SY", 6, 3), ("Aleppo, SY", 4, 3), ("Raqqa, SY", 4, 3), ("Manbij, SY", 1, 1), ("northern Manbij, SY", 2, 2)],
)
def test_places_become_precisions(exported, claim, where, where_prec, geo_precision):
    found = claim(where=(where,), places=())
    assert table(exported("ucdp", [found]))["where_prec"].tolist() == [where_prec]
    assert table(exported("acled", [found]))["geo_precision"].tolist() == [geo_precision]


@pytest.mark.parametrize(
    ("fields", "event", "part"),
    [
        ({}, "Battles", "Armed clash"),
        ({"of": "children"}, "Violence against civilians", "Attack"),
        ({"measure": "airstrikes", "of": "civilians"}, "Explosions/Remote violence", "Air/drone strike"),
        ({"measure": "attacks", "unit": "weapon"}, "Explosions/Remote violence", "Shelling/artillery/missile attack"),
        ({"measure": "abducted"}, "Violence against civilians", "Abduction/forced disappearance"),
        ({"measure": "detained"}, "Strategic developments", "Arrests"),
        ({"measure": "places_taken", "by": "daesh"}, "Battles", "Non-state actor overtakes territory"),
        ({"measure": "places_taken", "by": "syria"}, "Battles", "Government regains territory"),
    ],
)
def test_measures_become_events_of_acled(exported, claim, fields, event, part):
    (row,) = table(exported("acled", [claim(**fields)])).to_dict("records")
    assert (row["event_type"], row["sub_event_type"]) == (event, part)


def test_actors_have_their_kinds_for_acled(exported, claim):
    (row,) = table(exported("acled", [claim(of="civilians", by="daesh")])).to_dict("records")
    assert (row["inter1"], row["inter2"], row["interaction"]) == ("Rebel group", "Civilians", "Rebel group-Civilians")
    assert (row["civilian_targeting"], row["fatalities"], row["iso"]) == ("Civilian targeting", 37, 760)
    (abroad,) = table(exported("acled", [claim()])).to_dict("records")
    assert abroad["inter1"] == "External/Other forces"


@pytest.mark.parametrize(
    ("measure", "kind", "mode", "quad"),
    [
        ("killed", "ASSAULT", None, "MATERIAL CONFLICT"),
        ("detained", "COERCE", "arrest", "MATERIAL CONFLICT"),
        ("released", "RETREAT", "release", "MATERIAL COOPERATION"),
        ("funding", "AID", "economic", "MATERIAL COOPERATION"),
    ],
)
def test_measures_become_events_of_plover(exported, claim, measure, kind, mode, quad):
    (row,) = table(exported("plover", [claim(measure)]), "\t").to_dict("records")
    assert (row["Event Type"], row["Quad Code"]) == (kind, quad)
    assert row["Event Mode"] == mode or (mode is None and pd.isna(row["Event Mode"]))
    assert (row["Actor Country"], row["Primary Actor Sector"], row["Country"]) == ("USA", "GOV", "SYR")
    assert row["Recipient Name Raw"] == "daesh"


@pytest.mark.parametrize(
    ("form", "fields", "why"),
    [
        ("ucdp", {"measure": "detained"}, "no count of deaths"),
        ("ucdp", {"modality": "possible"}, "not said to have happened"),
        ("ucdp", {"same_as": "n1-0"}, "said before in the same report"),
        ("ucdp", {"low": None}, "no number"),
        ("acled", {"measure": "strength"}, "no event of this data set"),
        ("acled", {"when": None}, "dated to no month"),
        ("acled", {"when": Period("2024-01-01", None)}, "dated to no month"),
        ("plover", {"measure": "strength"}, "no act of PLOVER's"),
        ("plover", {"when": None}, "not dated"),
        ("plover", {"change": True}, "no act of PLOVER's"),
    ],
)
def test_what_has_no_place_is_counted_with_its_reason(exported, claim, form, fields, why):
    account = Account()
    exported(form, [claim(**fields), claim(id="n1-9")], account=account)
    assert (account.claims, account.written, account.left_out) == (2, 1, {why: 1})
