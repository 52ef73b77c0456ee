"""Harm that no conflict does: accidents, disasters, crime, disease, a death in bed; sentence by sentence."""

from __future__ import annotations

from tawatur.arabic import fold, stems
from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.deeds import HARM
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon

#: Measures of people whom an accident told of before may have harmed, too.
_OF_ACCIDENTS = frozenset(
    ("killed", "wounded", "casualties", "missing", "displaced", "strength", "other", "beneficiaries")
)
_VIOLENTLY = words_of("violently")
#: Populations that bear arms against somebody.
_FIGHTERS = frozenset(("militants", "attackers"))
_NATURALLY = words_of("naturally")
_DEAD_BY_FORCE = words_of("dead_by_force")
_WOUNDS = frozenset(words_of("of_wounds"))
_RESCUES = words_of("rescues")
#: What people are saved from whom nobody held.
_PERILS = frozenset(words_of("saved_from"))
#: Cues of what befalls people without a conflict.
_WITHOUT_WAR = ("accident", "crime")
#: Cues of soldiers, rebels and what they do.
_SOLDIERS = ("cause", "affray")
#: The prepositions that stand before a disease: of it, for it.
_ATTACHED = ("ب", "ل", "وب", "ول")


def is_accident(sentence: list[Chunk], lexicon: Lexicon) -> bool:
    """Tell whether a sentence tells of an accident or a crime, with no party and no act of war in it."""
    told = any(piece.cues and not piece.cues.isdisjoint(_WITHOUT_WAR) for piece in sentence)
    return told and not tells_of_war(sentence, lexicon)


def tells_of_war(sentence: list[Chunk], lexicon: Lexicon) -> bool:
    """Tell whether a sentence names a party that bears arms, or an act or a weapon of war."""
    return any(
        "violence" in piece.cues
        or any(key in lexicon.armed_groups or key in lexicon.opponents or key in _FIGHTERS for key in piece.actors)
        for piece in sentence
    )


class Mishaps:
    """What befell people, as a section's sentences tell it one by one: war, or an accident, or a disease."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._accident = self._now = self._ill = self._epidemic = False
        self._diseases = frozenset(
            fold(word) for cue in lexicon.knowledge.cues if cue.group == "disease" for word in cue.words
        )
        self._flown_over = lexicon.camps.flown_over
        self._soldiers = self._theatre = False
        self._war = self._war_before = self._arms = self._wounds = self._perils = False

    def read(self, sentence: list[Chunk], *, headline: bool = False) -> None:
        """Take in a sentence; an accident told of goes on until one tells of war, as a disease does.

        A disease in the headline is what all sentences are about that tell of no war.

        A fire, a crash, a collapse is an accident only where nothing before it told of war, or of soldiers in a country
        over which the air forces of one fly.
        """
        war = tells_of_war(sentence, self._lexicon)
        cues = frozenset[str]().union(*(piece.cues for piece in sentence))
        conflict = "conflict" in cues
        self._arms = self._arms or war
        self._soldiers = self._soldiers or not cues.isdisjoint(_SOLDIERS)
        self._theatre = self._theatre or any(
            place.country in self._flown_over for piece in sentence for place in piece.places
        )
        arms = self._arms or (self._soldiers and self._theatre)
        self._war_before, self._war = self._war, war or conflict
        self._now = not war and (not cues.isdisjoint(_WITHOUT_WAR) or (not arms and "ruin" in cues))
        self._accident = self._now or (self._accident and not war)
        told = "disease" in cues or any(self._names_disease(piece) for piece in sentence)
        self._epidemic = self._epidemic or (headline and told)
        self._ill = told or ((self._ill or (self._epidemic and not war)) and not conflict)
        self._wounds = any(piece.text in _WOUNDS for piece in sentence)
        self._perils = any(piece.is_one_of(_PERILS) for piece in sentence)

    def _names_disease(self, piece: Chunk) -> bool:
        """`بالكوليرا`, `بحمى الضنك`: a disease behind a preposition that is written as one word with it."""
        if not piece.text.startswith(_ATTACHED):
            return False
        readings = stems(piece.text)
        return any(("ال" if one.article else "") + one.text in self._diseases for one in readings if one.preposition)

    def left(self, frames: list[Frame]) -> list[Frame]:
        """Return the frames of the sentence that a conflict may have caused; who dies of a disease is `other`."""
        if self._now:
            return []
        kept = [frame for frame in frames if not self._is_mishap(frame)]
        for frame in kept:
            if self._ill and frame.measure in HARM and not _is_violent(frame):
                frame.measure = "other"
        return kept

    def _is_mishap(self, frame: Frame) -> bool:
        if self._accident and frame.measure in _OF_ACCIDENTS:
            return True
        return self._is_natural(frame) or self._is_rescue(frame)

    def _is_rescue(self, frame: Frame) -> bool:
        """`إنقاذ 300 مهاجر من الغرق`: people saved from the sea, rubble, fire or an illness, whom nobody held."""
        if frame.measure != "released" or frame.reading is None or fold(frame.reading.trigger.lemma) not in _RESCUES:
            return False
        return self._perils or self._ill

    def _is_natural(self, frame: Frame) -> bool:
        """`توفي الكاتب`: one person's death by a word that leaves the cause open, where no violence is told."""
        if frame.measure != "killed" or frame.reading is None or self._wounds or self._war or self._war_before:
            return False
        return frame.reading.trigger.lemma in _NATURALLY and frame.quantity.high == 1


def _is_violent(frame: Frame) -> bool:
    """`مقتل 365 طفلا`, in a sentence that tells of hunger too: killed, where `وفاة 365 طفلا` leaves it open."""
    noun = frame.quantity.noun if frame.how == "noun" else None
    if noun is not None and noun.lemma in _DEAD_BY_FORCE:
        return True
    return frame.reading is not None and frame.reading.trigger.lemma in _VIOLENTLY
