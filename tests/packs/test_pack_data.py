"""What the bundled packs hold: every state, every key and place of the gold, whole chains of parents."""

import json
from collections import Counter

import pytest

from tawatur import packs


@pytest.fixture(scope="module")
def knowledge() -> packs.Knowledge:
    return packs.load(packs.names())


def gold_claims(shared):
    for path in sorted((shared / "gold").rglob("claims.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def test_every_state_has_a_name_and_an_entry_among_the_places(knowledge):
    assert len(knowledge.states) >= 195
    for code, state in knowledge.states.items():
        assert state.ar
        assert knowledge.places[code].kind == "country"
        assert set(state.ar) <= set(knowledge.places[code].ar)
        assert state.key == state.key.lower()


def test_the_keys_of_states_are_unique_and_forces_are_actors_or_the_state(knowledge):
    counted = Counter(state.key for state in knowledge.states.values())
    assert counted.most_common(1)[0][1] == 1
    for state in knowledge.states.values():
        assert state.forces == state.key or state.forces in knowledge.actors


@pytest.mark.parametrize("code", ["US", "GB", "FR", "SA", "TR", "IQ", "SY", "YE", "EG", "RU", "IR", "IL", "JO", "DE"])
def test_states_in_the_news_have_adjectives_and_metonyms(knowledge, code):
    assert knowledge.states[code].adjectives
    assert knowledge.states[code].capitals


def test_every_place_lies_in_its_country_by_its_parents(knowledge):
    for place in knowledge.places.values():
        chain = knowledge.place_chain(place)
        assert place.kind == "country" or chain[-1] == place.country
        assert place.id not in chain


def test_no_place_is_given_finer_than_a_hundredth_of_a_degree(knowledge):
    for place in knowledge.places.values():
        for degrees in (place.latitude, place.longitude):
            assert degrees is None or round(degrees, 2) == degrees


def test_all_labels_are_unique(knowledge):
    counted = Counter(place.label for place in knowledge.places.values())
    assert counted.most_common(1)[0][1] == 1


def test_outlets_have_names_and_hosts_of_their_own(knowledge):
    hosts = Counter(host for outlet in knowledge.outlets for host in outlet.domains)
    assert hosts.most_common(1)[0][1] == 1
    assert not any(host.startswith("www.") for host in hosts)
    assert len(knowledge.outlets) >= 150


def test_every_key_of_the_gold_is_an_actor_with_its_parent(knowledge, shared):
    for key in json.loads((shared / "gold" / "keys.json").read_text(encoding="utf-8")):
        actor = knowledge.actors[key["key"]]
        assert actor.kind == key["kind"]
        if key["parent"] is not None:
            assert actor.parent == key["parent"]


def test_every_place_of_the_gold_is_known(knowledge, shared):
    unknown = {where for claim in gold_claims(shared) for where in claim["where"] if knowledge.place_of(where) is None}
    assert unknown == set()
