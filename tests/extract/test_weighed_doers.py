"""Weighed doers: who is weighed beside whom the rules took, what tells them, and whose doers are not weighed."""

import math

import pytest

from tawatur.extract.choosing import doers
from tawatur.extract.choosing.borne_out import chosen_together
from tawatur.extract.choosing.party_kinds import kind_of, to_taken, to_victims
from tawatur.extract.choosing.weights import weights
from tawatur.extract.extraction import extract_drafts
from tawatur.extract.phrases.lexicon import compile_lexicon


@pytest.fixture
def weighed(document, knowledge, monkeypatch):
    """By the value of a report's claims, the features of each candidate by its keys, what the rules took first."""

    def found(body, **fields):
        kept = []

        def keep(drafts, stated, told, lexicon):
            kept.extend(doers.weigh(drafts, stated, told, lexicon))

        monkeypatch.setattr("tawatur.extract.extraction.choose_doers", keep)
        extract_drafts(document(body, **fields), knowledge)
        return {
            one.draft.low: dict(
                zip(
                    (tuple(sorted(party.actor for party in parties)) for parties in one.values),
                    one.features,
                    strict=True,
                )
            )
            for one in kept
        }

    return found


BODY = (
    "شنت قوات النظام هجوما على مواقع داعش في دير الزور. وقتل 12 مدنيا في قصف على الميادين. "
    "وقالت القوات العراقية وقوات البيشمركة إنها تقدمت قرب الحدود."
)


def test_whom_the_rules_took_comes_first_then_nobody_and_the_parties_named_around(weighed):
    candidates = weighed(BODY)[12]
    assert next(iter(candidates)) == ("assad_forces",)
    assert {(), ("attackers",), ("daesh",), ("iraq_forces",)} <= candidates.keys()


def test_two_parties_joined_are_weighed_together_and_each_alone(weighed):
    body = "وقتل 12 مدنيا في قصف على الميادين. وتقدمت قوات النظام وحزب الله في دير الزور بعد معارك مع داعش."
    candidates = weighed(body)[12]
    assert {("assad_forces",), ("assad_forces", "hezbollah"), ("hezbollah",)} <= candidates.keys()
    assert "parties 2" in candidates["assad_forces", "hezbollah"]


def test_a_state_is_weighed_for_its_forces(weighed):
    candidates = weighed("أصيب 7 مدنيين في غزة. وقال الجيش الإسرائيلي إنه شن غارات على مواقع حركة حماس.")[7]
    assert {("israeli_forces",), ("israel",)} <= candidates.keys()
    assert "only by variant" in candidates["israel",]


def test_a_candidate_is_told_by_its_part_its_distance_and_whom_it_fights(weighed):
    candidates = weighed("قتل 9 جنود عراقيين قرب الموصل. وهاجم داعش حاجزا للقوات العراقية في كركوك.")[9]
    assert {"named 1 on", "apart as subject of act", "victim foe", "is armed group"} <= set(candidates["daesh",])
    assert ("iraq_forces",) not in candidates  # they did not kill their own
    assert "nobody, of forces" in candidates[()]


def test_what_another_matter_tells_is_told_as_such(weighed):
    body = "قتل 12 مدنيا في حلب جراء قصف. من جهة أخرى هاجم داعش حاجزا لقوات النظام في حمص."
    assert "named in another matter" in weighed(body)[12]["daesh",]
    assert "named in another matter" not in weighed(body.replace("من جهة أخرى ", "و"))[12]["daesh",]


@pytest.mark.parametrize(
    "sentence",
    [
        "قتل الجيش التركي 12 عنصرا من داعش قرب عفرين.",
        "قتل 12 مدنيا على يد داعش في الموصل.",
        "قتل 12 مدنيا في هجوم شنه داعش في الموصل.",
        "قتل 12 مدنيا في هجوم لتنظيم داعش في الموصل.",
    ],
    ids=["subject", "agent phrase", "relative clause", "genitive"],
)
def test_what_the_text_itself_says_is_not_weighed(weighed, sentence):
    assert 12 not in weighed(f"{sentence} وقالت القوات العراقية إنها تقدمت.")


def test_a_headline_follows_the_claim_of_its_fact(read):
    body = "قال المرصد السوري لحقوق الإنسان إن 31 عنصرا من داعش قتلوا في الرقة بغارات للتحالف الدولي."
    headline, told = read(body, title="مقتل 31 مسلحا")
    assert (headline.by, told.by) == ("coalition", "coalition")


def test_how_parties_stand_to_one_another(knowledge):
    lexicon = compile_lexicon(knowledge)
    assert [kind_of(key, lexicon) for key in ("daesh", "assad_forces", "coalition", "attackers", "لواء")] == [
        "armed group",
        "forces",
        "alliance",
        "attackers",
        "free name",
    ]
    assert to_taken(("daesh",), (), lexicon) == "for nobody"
    assert to_taken((), ("daesh",), lexicon) == "in its place"
    assert to_taken(("daesh",), ("daesh", "nusra"), lexicon) == "part"
    assert to_taken(("daesh",), ("assad_forces",), lexicon) == "foe"
    assert to_victims(("daesh",), ("assad_forces",), frozenset(("assad_forces",)), lexicon) == "foe"
    assert to_victims(("daesh",), ("daesh",), frozenset(("daesh",)), lexicon) == "itself"


def test_the_table_of_doers_has_finite_weights_and_holds_no_party(knowledge):
    table = weights("doers")
    assert len(table) > 500
    assert all(math.isfinite(weight) for weight in table.values())
    lexicon = compile_lexicon(knowledge)
    parties = (lexicon.armed_groups | lexicon.forces.keys() | lexicon.alliances) - {"militants"}
    assert parties.isdisjoint(word for name in table for word in name.replace(",", " ").split())


def test_a_claim_of_one_attack_is_told_apart_from_an_attack_elsewhere(weighed):
    body = (
        "قتل 9 أشخاص في تفجير في كركوك. وتبنى تنظيم داعش التفجير في كركوك. وفي البصرة قتل 7 أشخاص في تفجير سيارة مفخخة."
    )
    candidates = weighed(body)
    assert "claims, place same" in candidates[9]["daesh",]
    assert "claims, place other" in candidates[7]["daesh",]
    assert "attackers some claim, place other" in candidates[7]["attackers",]


def test_whose_other_claims_of_its_event_the_text_says_they_are_is_told(weighed):
    body = "قتلت القوات العراقية 9 مسلحين في كركوك الاثنين. وأصيب 7 مدنيين في كركوك الاثنين. وهاجم داعش الموصل."
    found = weighed(body)[7]
    assert any(label.startswith("said of one event") for label in found["iraq_forces",])
    assert "nobody, of its event others are said" in found[()]


def test_claims_of_one_event_bear_each_other_out(knowledge, document, monkeypatch):
    kept = []
    monkeypatch.setattr(
        "tawatur.extract.extraction.choose_doers",
        lambda drafts, stated, told, lexicon: kept.extend(doers.weigh(drafts, stated, told, lexicon)),
    )
    body = "قتل 9 مدنيين وأصيب 7 مدنيين في كركوك الاثنين. وقالت القوات العراقية إن داعش هاجم الموصل."
    extract_drafts(document(body), knowledge)
    names = [[tuple(party.actor for party in value) for value in choice.values] for choice in kept]
    wanted = [some.index(("daesh",)) for some in names]
    learned = {"for daesh": 4.0, "for the rules'": 0.1}
    sure, unsure = ([["for the rules'"] if not at else [] for at in range(len(one.values))] for one in kept)
    sure[wanted[0]] = ["for daesh"]
    told = [kept[0]._replace(features=sure), kept[1]._replace(features=unsure)]
    assert chosen_together(told, learned) == wanted
    assert chosen_together(told[1:], learned) == [0]


def test_nobody_kills_its_own_men_but_those_who_blow_themselves_up(read) -> None:
    text = (
        "نفذ تنظيم داعش 197 عملية في البادية السورية خلال العام الماضي، قتل فيها 381 من قوات النظام.\n"
        "وفي المقابل قضى 38 من مقاتلي التنظيم، وفجر انتحاري نفسه."
    )
    doers = {claim.low: claim.by for claim in read(text) if claim.of == "daesh"}
    assert doers[38] != "daesh"
