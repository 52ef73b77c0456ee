"""Confidence: how likely a claim is one that a careful coder writes, with its measure, its value and its words.

A logistic model of how the claim was found and of what the report and the sentence tell of (`surroundings`); its
coefficients are a table that `tools/train_confidence.py` makes from hand-coded reports and that holds no text. A claim
that is likelier wrong than right is rejected. Slots other than measure and value are not what a confidence speaks of.
"""

from __future__ import annotations

import math
from collections import Counter

from tawatur.extract.choosing.surroundings import SentenceTold, Surroundings
from tawatur.extract.choosing.weights import Features, class_of, weights
from tawatur.extract.participants.deeds import HARM
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.report.draft import Draft
from tawatur.extract.report.evidence import Evidence
from tawatur.model import Value

#: A claim with less is rejected; chosen by cross-validation for the F1 of widely drawn articles.
LEAST = 0.45
#: Digits of a confidence: more would claim more than some thousand hand-coded claims can tell.
_DIGITS = 2
#: Nothing that a program reads is certain.
_MOST = 0.99
_FAMILIES = {
    "act": ("operations", "airstrikes", "attacks", "clashes"),
    "stock": ("strength", "held", "camp_population", "facilities", "inhabitants", "members", "nationalities"),
    "thing": ("funding", "reserves", "stolen", "seized", "destroyed", "beneficiaries"),
    "land": ("territory_share", "territory_area", "places_taken"),
    "time": ("began", "ended"),
    "moved": ("displaced", "returned", "repatriated", "released", "escaped", "surrendered"),
    "taken": ("detained", "sentenced", "abducted", "neutralized", "killed_or_detained"),
    "harm": ("killed", "wounded", "casualties"),
}
_FAMILY = {measure: family for family, measures in _FAMILIES.items() for measure in measures}
#: Upper ends of the classes that a claim's value, counts, distances, lengths in chunks and shares fall in.
_VALUES, _COUNTS, _DISTANCES = (1, 2, 9, 29, 99, 999, 9999, 99999), (0, 1, 2, 4, 8, 16), (0, 1, 2, 4, 8)
_LENGTHS, _SHARES = (10, 20, 40, 80), (0.1, 0.2, 0.3, 0.5)


def accepted(drafts: list[Draft], around: Surroundings, lexicon: Lexicon) -> list[Draft]:
    """Return the claims in the making that are likely to be right, each with its confidence."""
    known = weights("claims")
    common = score(around.features, known)
    found = []
    for draft, features in weighed(drafts, around, lexicon):
        chance = probability(common + score(features, known))
        draft.confidence = min(round(chance, _DIGITS), _MOST)
        if chance >= LEAST:
            found.append(draft)
    return found


def weighed(drafts: list[Draft], around: Surroundings, lexicon: Lexicon) -> list[tuple[Draft, Features]]:
    """Return the section's claims with the names of their features, those of the section left out."""
    measures = Counter(draft.measure for draft in drafts)
    facts = Counter((draft.measure, draft.low) for draft in drafts)
    harm = sum(draft.measure in HARM for draft in drafts)
    among = [f"claims: {class_of(len(drafts), _COUNTS)}", f"claims of harm: {class_of(harm, _COUNTS)}"]
    found = []
    for draft in drafts:
        family = _FAMILY.get(draft.measure, "other")
        features = [*among, *_of_figure(draft, family), *_of_slots(draft, family, lexicon)]
        features += _of_sentence(draft, family, around)
        if measures[draft.measure] > 1:
            features.append("another claim of its measure")
        if facts[draft.measure, draft.low] > 1:
            features.append("the same told twice")
        found.append((draft, features))
    return found


def _of_figure(draft: Draft, family: str) -> Features:
    """Tell how the figure was read: by which rule, how far from the word that says what it counts, how large it is."""
    evidence = draft.evidence or Evidence()
    size = _size(draft.low)
    found = [
        f"how: {draft.how}", f"how: {draft.how}, {draft.measure}", f"how: {draft.how}, {family}",
        f"measure: {draft.measure}", f"bound: {draft.bound}", f"unit: {draft.unit}",
        f"unit: {draft.unit}, {draft.measure}",
        f"size: {size}", f"size: {size}, {family}", f"modality: {draft.modality}",
        f"distance: {class_of(evidence.distance, _DISTANCES)}", f"marks: {class_of(evidence.marks, _COUNTS[:2])}",
        f"length: {class_of(evidence.length, _LENGTHS)}",
        f"unknown: {class_of(evidence.unknown / max(evidence.length, 1), _SHARES)}",
    ]  # fmt: skip
    if evidence.singular:
        found += ["singular", f"singular, {draft.measure}"]
    if evidence.bare:
        found += ["bare", f"bare, {draft.measure}"]
    if draft.headline:
        found += ["in a headline", f"in a headline, {family}"]
    found += ["change"] if draft.change else []
    return found + (["named"] if draft.name else [])


def _of_slots(draft: Draft, family: str, lexicon: Lexicon) -> Features:
    """Tell which slots are filled, and with what kind of actor or place."""
    theatres = lexicon.theatres.get("any", ())
    found: Features = []
    for slot, parties in (("of", draft.of), ("by", draft.by)):
        for kind in dict.fromkeys(_kind(party.actor, lexicon) for party in parties) or ("nobody",):
            found += [f"{slot}: {kind}", f"{slot}: {kind}, {family}"]
    if draft.where:
        first = draft.where[0]
        there = "in a theatre" if first.place.country in theatres else "in none"
        found.append(f"width: {first.width}")
    else:
        there = "nowhere"
    found += [f"where: {there}", f"where: {there}, {family}"]
    found.append(f"when: {'never' if draft.when is None else 'its sentence' if draft.own_when else 'carried on'}")
    found.append(f"source: {_kind(draft.source[0].actor, lexicon) if draft.source else 'nobody'}")
    return found


def _of_sentence(draft: Draft, family: str, around: Surroundings) -> Features:
    """Tell what the claim's sentence and its neighbours tell of, and where in the section it stands."""
    at = draft.sentence - 1
    own = around.sentences[at]
    beside: list[SentenceTold] = [*around.sentences[max(0, at - 1) : at], *around.sentences[at + 1 : at + 2]]
    found = [
        f"sentence: {class_of(at, _COUNTS)}", f"sentence, conflict: {class_of(own.cues['conflict'], _COUNTS)}",
        f"density: {around.density}, {family}", f"warlike: {around.warlike}, {family}",
    ]  # fmt: skip
    if draft.evidence is not None and draft.evidence.singular:
        found.append(f"density: {around.density}, singular")
    for cue in sorted(own.cues):
        found += [f"sentence, {cue}", f"sentence, {cue}, {family}"]
    if own.war:
        found += ["sentence, war", f"sentence, war, {family}"]
    found += ["sentence, accident told"] if own.accident else []
    found += ["sentence, a party"] if own.parties else []
    found += ["around, war"] if any(one.war for one in beside) else []
    found += ["around, accident told"] if any(one.accident for one in beside) else []
    if not any("conflict" in one.cues for one in (own, *beside)):
        found += ["no conflict near", f"no conflict near, {family}"]
    return found


def _size(value: Value) -> str:
    if value is None or isinstance(value, str):
        return "none"
    return class_of(value, _VALUES) if value >= 1 else "a part"


def _kind(key: str, lexicon: Lexicon) -> str:
    """Return the kind of an actor, a state told by whether a conflict is fought there."""
    if key in lexicon.armed_groups or key == "attackers":
        return "armed group"
    state = lexicon.state_keys.get(key) or lexicon.forces.get(key)
    if state is not None:
        own = "state" if key in lexicon.state_keys else "forces"
        return f"{own} in a theatre" if state.code in lexicon.theatres.get("any", ()) else own
    actor = lexicon.knowledge.actors.get(key)
    if actor is None:
        return "free name"
    return "party" if key in lexicon.parties else actor.kind


def score(features: Features, known: dict[str, float]) -> float:
    """Return the sum of the features' weights; one without a weight counts for nothing."""
    return sum([known.get(name, 0.0) for name in features])


def probability(total: float) -> float:
    """Return the logistic of a sum of weights."""
    return 1 / (1 + math.exp(-total))
