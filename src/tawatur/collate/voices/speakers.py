"""Speakers: whether a figure that a program read speaks for the origin that it was given."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.arabic import fold
from tawatur.collate.facts.actors import ARMED
from tawatur.collate.facts.cues import has_cue, starts_with_cue, without_articles
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.firmness import one_sentence
from tawatur.collate.facts.material import Material
from tawatur.collate.voices.voices import UNNAMED, VoiceFacts

#: Pronouns at the end of a name.
_SUFFIXES = ("ه", "ها", "هم", "هن")
#: What leads from a spokesman to his body.
_ON_BEHALF = "باسم"
#: Who was named so far before a figure, in characters, and not in its sentence, may have fallen silent since.
_LONG_SILENT = 600


def speaks_for_origin(fact: Fact, material: Material) -> bool:
    """Tell whether a fact speaks for its origin: where a program found no source, the report may name one yet.

    A bare state that a program took for the source is more often whom the sentence tells of (`the government of Niger`
    is none), a free name without an office or a body may be anybody, and a news agency passes on what another source
    says.
    """
    if fact.coded:
        return True
    actors, origin = material.actors, fact.origin
    if not fact.sourced or (not actors.is_known(origin) and _is_anothers(fact)) or is_told_later(fact):
        return False
    if actors.is_state(origin):
        named = _is_of_its_organs(fact, material)
    else:
        named = actors.is_known(origin) or are_in_office(origin) or actors.names_known(origin)
    return named and actors.speaks(origin) and not actors.passes_on(origin) and not is_claimant(fact, material)


def _is_of_its_organs(fact: Fact, material: Material) -> bool:
    """Tell whether the words in which a state is named as the source are its government's or its army's.

    Its authorities at large may be anybody's: the police of a town.
    """
    text = material.reports[fact.report].text
    words = [text[start:end] for claim in fact.claims for start, end in claim.spans.get("source.0", ())]
    return any(has_cue(name, without_articles(fold(word))) for word in words for name in ("of_state", "army"))


def is_told_later(fact: Fact) -> bool:
    """Tell whether a program found a figure's speaker long before it, and nowhere nearer: another may have spoken."""
    gaps = [claim.start - end for claim in fact.claims if claim.source for _, end in claim.spans.get("source.0", ())]
    return not fact.coded and bool(gaps) and min(gaps) > _LONG_SILENT


def apart_in_words(voices: Sequence[VoiceFacts], material: Material) -> list[VoiceFacts]:
    """Return the voices without the figures that a sentence may give by the name of another of them.

    Of `the observatory's toll came after the ministry announced four dead` a program takes either.
    """
    kept = [
        VoiceFacts(
            voice.origin,
            [
                fact
                for fact in voice.facts
                if not any(is_named_between(other.origin, fact, material) for other in voices if other is not voice)
            ],
        )
        for voice in voices
    ]
    return [voice for voice in kept if voice.facts]


def is_named_between(origin: str, fact: Fact, material: Material) -> bool:
    """Tell whether a sentence names an origin, not as a doer, between the one that a fact was given and its figure."""
    text = material.reports[fact.report].text
    return not (fact.coded or origin in fact.by | fact.of) and any(
        material.actors.is_named(origin, text[end : claim.start])
        for claim in fact.claims
        for _, end in claim.spans.get("source.0", ())
        if end < claim.start and one_sentence(text, (end - 1, end), (claim.start, claim.end))
    )


def is_passed_on(fact: Fact, material: Material) -> bool:
    """Tell whether an outlet gives a figure in its own words, or those of an agency, or of who spoke long before."""
    return not fact.sourced or material.actors.passes_on(fact.origin) or is_told_later(fact)


def are_in_office(origin: str) -> bool:
    """Tell whether a free name holds a body's noun or an office's: `رئيس لجنة الأسرى`, `فلان محافظ كذا`."""
    return any(has_cue(name, origin) for name in ("body", "collective", "office"))


def is_claimant(fact: Fact, material: Material) -> bool:
    """Tell whether a program took who claims an attack for who counts whom it befell."""
    if fact.coded or not fact.by.intersection(fact.origin.split("+")):
        return False
    return not fact.of & ARMED and not any(map(material.actors.is_actor, fact.of))


def without_unnamed(voices: Sequence[VoiceFacts], material: Material) -> list[VoiceFacts]:
    """Return the voices without officials who have no name, where somebody in an office speaks: he may be one.

    An official of a body that is known is none of those of whom nothing is told.
    """
    actors = material.actors
    if all(actors.is_known(voice.origin) or actors.names_known(voice.origin) for voice in voices):
        return list(voices)
    return [voice for voice in voices if voice.origin not in UNNAMED]


def _is_anothers(fact: Fact) -> bool:
    """Tell whether a fact's source is of a body named before, or of its: `its staff`, `the ministry's spokesman`."""
    words = fact.claim.source[0].split() if fact.claim.source else []
    if len(words) > 1 and starts_with_cue("body", words[0]):
        return words[1].endswith(_SUFFIXES) and not words[1].startswith("ال")
    return any(
        before == _ON_BEHALF
        and word.startswith("ال")
        and starts_with_cue("body", word[2:])
        and not _is_adjective(after)
        for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False)
    )


def _is_adjective(word: str) -> bool:
    return word.startswith("ال")
