"""The packs' words made ready for look-up: verbs and nouns inflected, names indexed, phrases by first word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property, lru_cache
from typing import NamedTuple

from tawatur.arabic import Stem, fold, stems
from tawatur.arabic.memory import Memory
from tawatur.arabic.names import NameIndex
from tawatur.arabic.nouns import NounEntry, NounForm, default_nouns, entry_of
from tawatur.arabic.prefixes import wearing
from tawatur.arabic.verbs import VerbEntry, VerbMatch, Verbs, passives
from tawatur.extract.phrases import pack_words
from tawatur.extract.phrases.camps import Camps
from tawatur.extract.phrases.fixed_phrases import Phrases
from tawatur.extract.phrases.function_words import words_of
from tawatur.packs import Actor, Attribution, Knowledge, Noun, PlaceEntry, Trigger

#: A last hamza, and what it sits on before a pronoun.
_HAMZA, _SEATS = "ء", ("ؤ", "ئ")
_PRONOUNS = words_of("object_pronoun")
_NO_PARTICIPLES = words_of("no_participle")
#: Classes of cues whose words are keys of actors, not words of a text.
_OF_ACTORS = (
    "actors:", "opponents:", "theatre:", "institution:", "names:", "allies:", "people:", "people_in:", "short_name:",
    "camp:", "flies:",
)  # fmt: skip


class NounReading(NamedTuple):
    """A word read as a noun that reports count."""

    noun: Noun
    form: NounForm
    stem: Stem


class TriggerReading(NamedTuple):
    """A word read as stating a measure; `verb` is its form where it is a verb, `pronoun` what is suffixed to it."""

    trigger: Trigger
    verb: VerbMatch | None
    pronoun: str
    stem: Stem | None


class Lexicon:
    """All that extraction looks up in a text, compiled from the packs' knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._nouns_by_lemma: dict[str, list[tuple[tuple[str, ...], Noun]]] = defaultdict(list)
        entries: list[NounEntry] = []
        for noun in knowledge.nouns:
            head, *rest = fold(noun.lemma).split()
            completed = {tuple(fold(form).split()[1:]) for form in (noun.lemma, *noun.plural)} if rest else {()}
            self._nouns_by_lemma[head] += [(words, noun) for words in sorted(completed)]  # شيخ قبيلة, شيوخ قبائل
            if not rest or not default_nouns().look_up(head):
                one, *several = (form.split()[0] for form in (noun.lemma, *noun.plural))
                entries.append(entry_of(one, tuple(several), noun.gender))
        for known in self._nouns_by_lemma.values():
            known.sort(key=lambda pair: -len(pair[0]))
        self.nouns = default_nouns().extended(entries)
        self._triggers: dict[str, list[Trigger]] = defaultdict(list)
        self._says: dict[str, list[Attribution]] = defaultdict(list)
        self._masdars: dict[str, list[Trigger]] = defaultdict(list)
        self._trigger_ids: list[Trigger] = list(knowledge.triggers)
        self.phrases = Phrases()
        self.verbs = Verbs(self._verb_entries(knowledge))
        for rows in self._triggers.values():
            rows.sort(key=lambda row: -len(row.lemma.split()))  # اقتاد … إلى جهة مجهولة before اقتاد
        self._index_words(knowledge)
        self.adjectives = pack_words.adjectives(knowledge)
        self.names = NameIndex(pack_words.names(knowledge))
        self.short_actor_names = pack_words.short_actor_names(knowledge)
        self.short_endings = tuple(name.removeprefix("ال") for name in self.short_actor_names)
        self.bare_place_names = pack_words.bare_place_names(knowledge)
        self.place_names = NameIndex(pack_words.place_names(knowledge), exact_article=True)
        self.heads = pack_words.heads(knowledge)
        self.armed_groups = frozenset(
            key for cue in knowledge.cues if cue.group == "actors:armed_group" for key in cue.words
        )
        #: Countries where those whom the state calls militants are of several groups.
        self.many_armed = frozenset(
            code for cue in knowledge.cues if cue.group == "actors:many_armed" for code in cue.words
        )
        #: Armed groups that no pack knows and a text names, each by its name in the text's words.
        self.introduced: frozenset[str] = frozenset()
        self.opponents = pack_words.by_actor(knowledge, "opponents")
        self.camps = Camps(knowledge)
        self.parties = (
            frozenset(key for cue in knowledge.cues if cue.group == "actors:concerned" for key in cue.words)
            | (self.armed_groups - {"militants"})
            | frozenset(self.opponents)
            | {
                foe
                for foes in self.opponents.values()
                for foe in foes
                if foe not in ("militants", "usa", "turkey", "russia", "iran")
            }
        )
        self.allies = pack_words.by_actor(knowledge, "allies")
        short_names = pack_words.by_actor(knowledge, "short_name")
        self.short_names = {word: key for key, words in short_names.items() for word in words}
        self.theatres = pack_words.by_actor(knowledge, "theatre")
        self.aid_bodies = frozenset(key for cue in knowledge.cues if cue.group == "actors:aid" for key in cue.words)
        self.observers = frozenset(key for cue in knowledge.cues if cue.group == "actors:observer" for key in cue.words)
        self.parts_apart = frozenset(key for cue in knowledge.cues if cue.group == "places:apart" for key in cue.words)
        self.branches = {
            key: knowledge.actors[key].parent or key
            for cue in knowledge.cues
            if cue.group == "actors:coded_as_parent"
            for key in cue.words
            if key in knowledge.actors
        }
        self.agents = frozenset(key for cue in knowledge.cues if cue.group == "actors:agent" for key in cue.words)
        self.children: dict[str, frozenset[str]] = {
            key: frozenset(other.key for other in knowledge.actors.values() if other.parent == key)
            for key in knowledge.actors
        }
        self.alliances = frozenset(key for cue in knowledge.cues if cue.group == "alliance" for key in cue.words)
        self.institutions = {
            fold(word): cue.group
            for cue in knowledge.cues
            if cue.group.startswith("institution:")
            for word in cue.words
        }
        #: Of a word of the view that names an institution, prefixes and all, the class of the institution.
        self.institution_of = {word: self._institution(word) for name in self.institutions for word in wearing(name)}
        #: Of a publisher, the keys of the outlets that it is.
        self.outlets_of: Memory[frozenset[str]] = Memory(self._outlets)
        #: The people of whom a body tells, where it names no other: those of its hospitals.
        self.own_people = {
            key: cue.group.partition(":")[2]
            for cue in knowledge.cues
            if cue.group.startswith("people:")
            for key in cue.words
        }
        #: The key of a country's people, where a pack has one and reports tell of no others there.
        self.people_of = {
            country: cue.group.partition(":")[2]
            for cue in knowledge.cues
            if cue.group.startswith("people_in:")
            for country in cue.words
        }
        self.given_names = frozenset(
            fold(word) for cue in knowledge.cues if cue.group == "names:given" for word in cue.words
        )
        self.titles = frozenset(
            fold(word) for cue in knowledge.cues if cue.group == "person_title" for word in cue.words
        ) - {"متحدث", "ناطق"}
        self.forces = {state.forces: state for state in knowledge.states.values()}
        self.state_keys = {state.key: state for state in knowledge.states.values()}
        #: Names of sources of a kind (`مصادر طبية`), with duals, folded, and their keys.
        self.unnamed_sources = pack_words.unnamed_sources(knowledge)
        self.document_nouns = frozenset(fold(row.lemma) for row in knowledge.attributions if row.kind == "document")
        self.speaker_nouns = frozenset(fold(row.lemma) for row in knowledge.attributions if row.kind == "speaker")
        self.capitals = pack_words.capitals(knowledge)
        #: Places by their names of two words or more, in the view's spelling: `مخيم الهول`.
        self.seats = {
            folded: place for place in knowledge.places.values() for name in place.ar if " " in (folded := fold(name))
        }
        #: Who, telling of an act of war, may have done it: armed parties, no ministry.
        self.armed = (
            self.parties & (self.agents | self.alliances | frozenset(self.forces) | self.armed_groups)
        ) - self.observers

    def with_groups(self, names: Iterable[str], heads: Mapping[str, frozenset[str]]) -> Lexicon:
        """Return a lexicon that knows some armed groups as well, each by its name, and what `heads` may refer to."""
        wider = copy(self)
        groups = frozenset(names)
        told = {key: Actor(key=key, kind="actor", en=key, ar=(key,), source="named in the text") for key in groups}
        wider.knowledge = copy(self.knowledge)
        wider.knowledge.actors = {**self.knowledge.actors, **told}
        wider.introduced = self.introduced | groups
        wider.armed_groups = self.armed_groups | groups
        wider.parties, wider.armed = self.parties | groups, self.armed | groups
        wider.children = self.children | dict.fromkeys(groups, frozenset())
        wider.heads = self.heads | {head: keys | self.heads.get(head, frozenset()) for head, keys in heads.items()}
        return wider

    def _institution(self, word: str) -> str:
        return next(self.institutions[stem.text] for stem in stems(word) if stem.text in self.institutions)

    def _outlets(self, publisher: str) -> frozenset[str]:
        return frozenset(
            outlet.key
            for outlet in self.knowledge.outlets
            if publisher in (outlet.key, outlet.en, *outlet.ar)
            or any(publisher.casefold() in name for name in outlet.domains)
        )

    def _verb_entries(self, knowledge: Knowledge) -> list[VerbEntry]:
        verbs: dict[tuple[str, str], VerbEntry] = {}
        rows: list[Trigger | Attribution] = [*knowledge.triggers, *knowledge.attributions]
        for row in rows:
            if row.kind != "verb":
                continue
            past = row.lemma.split()[0]
            passive, _, present_passive = (row.passive or "").partition("|")
            passive = passive.split()[0] if passive else ""
            if not passive and isinstance(row, Trigger) and row.role == "object":
                passive, present_passive = passives(past, row.present or "")
            if isinstance(row, Trigger):
                self._triggers[past].append(row)
            else:
                self._says[past].append(row)
            known = verbs.get((past, row.present or ""))
            if known is None or (passive and not known.passive):
                verbs[past, row.present or ""] = VerbEntry(past, row.present or "", passive, present_passive)
        return list(verbs.values())

    def _index_words(self, knowledge: Knowledge) -> None:
        for number, trigger in enumerate(knowledge.triggers):
            if trigger.kind == "verb":
                continue
            words = fold(trigger.lemma).split()
            if trigger.kind == "masdar" and len(words) == 1:
                self._masdars[words[0]].append(trigger)
            else:
                self.phrases.add(trigger.lemma, f"trigger:{number}")
            if len(words) > 1 and words[-1] in ("علي", "عن"):  # القبض عليهم
                for pronoun in _PRONOUNS:
                    self.phrases.add(f"{trigger.lemma.rsplit(maxsplit=1)[0]} {words[-1]}{pronoun}", f"taken:{number}")
        for attribution in knowledge.attributions:
            if attribution.kind != "verb":
                self.phrases.add(attribution.lemma, f"say:{attribution.kind}")
            if attribution.kind == "speaker" and " " in attribution.lemma:  # الدفاع المدني: للدفاع المدني
                self.phrases.add(_with_lam(attribution.lemma), "say:speaker")
            if attribution.kind == "participle":  # زاعما: زاعمة, زاعمين
                stem = attribution.lemma.removesuffix("ا")
                for form in (f"{stem}ة", f"{stem}ين".replace("يين", "ين")):
                    if fold(form) not in _NO_PARTICIPLES:
                        self.phrases.add(form, "say:participle")
        for cue in knowledge.cues:
            if not cue.group.startswith(_OF_ACTORS) and cue.group != "alliance":
                for phrase in cue.words:
                    self.phrases.add(phrase, f"cue:{cue.group}")

    def trigger(self, number: int) -> Trigger:
        """Return the trigger that a phrase's value `trigger:number` stands for."""
        return self._trigger_ids[number]

    @lru_cache(maxsize=10_000)  # noqa: B019  (a lexicon lives as long as its process)
    def read_noun(self, word: str) -> tuple[NounReading, ...]:
        """Return the readings of a single word as a noun that reports count."""
        return tuple(
            NounReading(noun, form, stem)
            for stem, form in self.nouns.look_up(word)
            for rest, noun in self._nouns_by_lemma.get(fold(form.lemma), ())
            if not rest
        )

    def is_of_nation(self, word: str) -> bool:
        """Tell whether a word is a nation's adjective in the singular, without article: `مغربيا`, `ألمانية`."""
        indefinite = any(stem.text in self.adjectives and not stem.article for stem in stems(word))
        return indefinite and word.endswith(("ي", "ية", "يا"))

    def noun_of(self, lemma: str, following: tuple[str, ...] = ()) -> Noun | None:
        """Return the pack's row for a lemma, the one that the following words complete where there is one."""
        for rest, noun in self._nouns_by_lemma.get(fold(lemma), ()):
            told = tuple(word.removeprefix("ال") for word in following[: len(rest)])  # رجال الدين
            stems_of = (word.removesuffix("ة") for word in rest)
            if len(told) == len(rest) and all(map(str.startswith, told, stems_of)):  # متفجر, متفجرة, متفجرتين
                return noun
        return None

    @lru_cache(maxsize=10_000)  # noqa: B019
    def read_verb(self, word: str) -> tuple[tuple[VerbMatch, tuple[Trigger, ...], tuple[Attribution, ...]], ...]:
        """Return the readings of a word as a verb that states a measure or attributes a statement."""
        return tuple(
            (match, tuple(self._triggers.get(match.form.lemma, ())), tuple(self._says.get(match.form.lemma, ())))
            for match in self.verbs.look_up(word)
        )

    @lru_cache(maxsize=10_000)  # noqa: B019
    def read_masdar(self, word: str) -> tuple[TriggerReading, ...]:
        """Return the readings of a word as a masdar that states a measure, object pronouns taken off."""
        found: list[TriggerReading] = []
        for stem in stems(word):
            rows = self._masdars.get(stem.text)
            pronoun = ""
            if rows is None and not stem.article:
                for ending in _PRONOUNS if stem.text.endswith(_PRONOUNS) else ():
                    bare = stem.text.removesuffix(ending)
                    if bare not in self._masdars:  # إجلاؤهم, إجلائهم; إصابتهم
                        bare = bare[:-1] + _HAMZA if bare[-1:] in _SEATS else bare.removesuffix("ت") + "ة"
                    if stem.text.endswith(ending) and bare in self._masdars:
                        rows, pronoun = self._masdars[bare], ending
                        break
            found += [TriggerReading(row, None, pronoun, stem) for row in rows or ()]
        return tuple(found)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of which anything is known, prefixes left out: all others are passed over without a look."""
        masdars = [*self._masdars, *(masdar[:-1] + end for masdar in self._masdars for end in ("", "ت"))]
        masdars += [masdar[:-1] + seat for masdar in self._masdars if masdar.endswith(_HAMZA) for seat in _SEATS]
        return self.names.first_words.union(
            self.place_names.first_words,
            self.phrases.first_words,
            self.nouns.forms(lambda form: fold(form.lemma) in self._nouns_by_lemma),
            self.verbs.words(),
            (masdar + pronoun for masdar in masdars for pronoun in ("", *_PRONOUNS)),
            self.adjectives,
            self.heads,
        )

    @cached_property
    def party_members(self) -> dict[str, str]:
        """The parties by a word for one of them (`حوثي`): the names of one word without the article."""
        actors = (actor for actor in self.knowledge.actors.values() if actor.kind == "actor")
        return {fold(name): actor.key for actor in actors for name in actor.ar if " " not in name}

    def place(self, key: str) -> PlaceEntry:
        """Return the place with the id `key`."""
        return self.knowledge.places[key]


@lru_cache(maxsize=8)
def compile_lexicon(knowledge: Knowledge) -> Lexicon:
    """Return the lexicon of `knowledge`, compiled once."""
    return Lexicon(knowledge)


def _with_lam(name: str) -> str:
    """Return a name behind the preposition `ل`, which takes its article's alif."""
    return f"لل{name.removeprefix('ال')}" if name.startswith("ال") else f"ل{name}"
