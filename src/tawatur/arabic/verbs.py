"""Verb forms, generated from lemmas: third person and first plural, active and passive, with object pronouns.

Unvowelled print does not tell `قَتَلَ` (he killed) from `قُتِلَ` (he was killed): such a form's voice is `either`.
Source of the paradigms: Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapters 21 to 34 and
appendix; for object pronouns, 12.2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from tawatur.arabic.prefixes import stems
from tawatur.arabic.tokens import fold

Tense = Literal["past", "present"]
Voice = Literal["active", "passive", "either"]

_OBJECTS = ("هما", "هم", "هن", "ها", "نا", "ه")
#: The measures whose passive in the past print tells from the active, and how it is made of it.
_PASSIVES: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile("[^أا]ا[^اىيو][^اىيو]"), lambda past: past[0] + "و" + past[2:]),
    (re.compile("(?:أ.|است.|ا.ت)ا[^اى]"), lambda past: past[:-2] + "ي" + past[-1]),
)
_HOLLOW_PRESENT = re.compile("ي(?:ست)?.ي.")


class VerbEntry(NamedTuple):
    """A verb in ordinary spelling, third person masculine singular; `passive` and `present_passive` are given
    only where print tells them from the active (`أصاب`, `أصيب`; `يصيب`, `يصاب`).
    """

    past: str
    present: str
    passive: str = ""
    present_passive: str = ""


def passives(past: str, present: str) -> tuple[str, str]:
    """Return the passives of a verb in the past and the present, each empty where print writes it as the active.

    Of the measure فاعل the past is told (`صادر`, `صودر`), of hollow verbs of the measures أفعل and استفعل both
    (`استعاد`, `استعيد`; `يستعيد`, `يستعاد`), of افتعل the past (`اغتال`, `اغتيل`). Source: Ryding (2005), 38.1.
    """
    for measure, passive in _PASSIVES:
        if measure.fullmatch(past):
            hollow = _HOLLOW_PRESENT.fullmatch(present)
            return passive(past), present[:-2] + "ا" + present[-1] if hollow is not None else ""
    return "", ""


class VerbForm(NamedTuple):
    """A form of the verb `lemma` (its past, as given): `number` and `gender` are its subject's."""

    lemma: str
    tense: Tense
    voice: Voice
    number: Literal["singular", "dual", "plural"]
    gender: Literal["m", "f"]


class VerbMatch(NamedTuple):
    """A word read as a verb: its conjunction (`و`, `ف` or none), whether it is future, its object pronoun."""

    conjunction: str
    form: VerbForm
    future: bool
    pronoun: str


class Verbs:
    """The forms of many verbs, looked up by a word of the normalised view."""

    def __init__(self, entries: Iterable[VerbEntry]) -> None:
        self._forms: dict[str, list[VerbForm]] = {}
        for entry in entries:
            self._inflect(entry)

    def words(self) -> frozenset[str]:
        """Return the words that `look_up` may read, prefixes left out, with pronouns and without."""
        # before a pronoun `قتلوا` loses its alef, and the yeh of `تبنى` is one
        bases = {*self._forms, *(form[:-1] for form in self._forms if form.endswith("وا"))}
        bases.update(form[:-1] + "ا" for form in self._forms if form.endswith("ي"))
        future = ("س" + form for form in self._forms)
        return frozenset(self._forms).union(future, (base + pronoun for base in bases for pronoun in _OBJECTS))

    def look_up(self, word: str) -> tuple[VerbMatch, ...]:
        """Return every reading of `word` as a verb of the lexicon, the least taken apart first."""
        matches: list[VerbMatch] = []
        for stem in stems(word):
            if stem.article or stem.preposition not in ("", "ل"):
                continue
            matches += self._read(stem.text, stem.conjunction)
        return tuple(matches)

    def _read(self, text: str, conjunction: str) -> list[VerbMatch]:
        found = [VerbMatch(conjunction, form, future=False, pronoun="") for form in self._forms.get(text, ())]
        if text.startswith("س"):
            found += [
                VerbMatch(conjunction, form, future=True, pronoun="")
                for form in self._forms.get(text[1:], ())
                if form.tense == "present"
            ]
        if found or not text.endswith(_OBJECTS):
            return found
        for pronoun in _OBJECTS:
            if not text.endswith(pronoun):
                continue
            rest = text[: -len(pronoun)]
            # قتلوا + هم is قتلوهم
            forms = self._forms.get(rest, ()) or (self._forms.get(rest + "ا", ()) if rest.endswith("و") else ())
            if not forms and rest.endswith("ا"):  # تبنى + ه is تبناه
                forms = self._forms.get(rest[:-1] + "ي", ())
            active = [form for form in forms if form.voice != "passive"]
            return [VerbMatch(conjunction, form, future=False, pronoun=pronoun) for form in active]
        return []

    def _inflect(self, entry: VerbEntry) -> None:
        past_voice: Voice = "active" if entry.passive else "either"
        present_voice: Voice = "active" if entry.present_passive else "either"
        self._past(entry.past, entry.past, past_voice)
        self._present(entry.past, entry.present, present_voice)
        if entry.passive:
            self._past(entry.past, entry.passive, "passive")
        if entry.present_passive:
            self._present(entry.past, entry.present_passive, "passive")

    def _add(self, surface: str, form: VerbForm) -> None:
        forms = self._forms.setdefault(surface, [])
        if form not in forms:
            forms.append(form)

    def _past(self, lemma: str, past: str, voice: Voice) -> None:
        base = fold(past)
        if past.endswith(("ى", "ا")) and len(base) > 2:  # defective: رمى، دعا
            stem, plural = base[:-1], base[:-1]
            dual = base[:-1] + ("يا" if past.endswith("ى") else "وا")
        elif past.endswith("ي"):  # defective: لقي
            stem, plural, dual = base, base[:-1], base + "ا"
        else:
            stem, plural, dual = base, base, base + "ا"
        self._add(base, VerbForm(lemma, "past", voice, "singular", "m"))
        self._add(stem + "ت", VerbForm(lemma, "past", voice, "singular", "f"))
        self._add(dual, VerbForm(lemma, "past", voice, "dual", "m"))
        self._add(stem + "تا", VerbForm(lemma, "past", voice, "dual", "f"))
        self._add(plural + "وا", VerbForm(lemma, "past", voice, "plural", "m"))
        self._add(stem + "ن", VerbForm(lemma, "past", voice, "plural", "f"))
        if base.endswith("ا") and past.endswith("أ"):  # بدأ: بدؤوا
            self._add(base[:-1] + "ؤوا", VerbForm(lemma, "past", voice, "plural", "m"))

    def _present(self, lemma: str, present: str, voice: Voice) -> None:
        if not present:
            return
        base = fold(present)
        body = base[1:]
        short = body[:-1] if present[-1] in "ىيو" else body
        self._add("ي" + body, VerbForm(lemma, "present", voice, "singular", "m"))
        self._add("ت" + body, VerbForm(lemma, "present", voice, "singular", "f"))
        self._add("ن" + body, VerbForm(lemma, "present", voice, "plural", "m"))
        for ending in ("ون", "وا"):
            self._add("ي" + short + ending, VerbForm(lemma, "present", voice, "plural", "m"))
        self._add("ي" + body + "ان", VerbForm(lemma, "present", voice, "dual", "m"))
        self._add("ت" + body + "ان", VerbForm(lemma, "present", voice, "dual", "f"))
