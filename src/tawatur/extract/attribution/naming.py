"""Names of speakers: the key that a chunk stands for, or the text's own words, without attached prefixes."""

from __future__ import annotations

from itertools import pairwise

from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.word_classes import is_name, noun_of
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon

_OUTLETS = words_of("outlet_noun")
_POLICE, _POLICE_NOUN = "police", "شرطة"
_GOVERNS = words_of("governs")
_FORCES = "institution:forces"
_QUOTES = " \"'«»“”"
#: `للمرصد`: the article loses its alif behind the preposition.
_TO_THE = "لل"
_POSSESSED, _PRONOUNS = ("تها", "تهم", "يتها"), ("ها", "هم")
_SHORTEST_POSSESSED = 5
_ATTACHED = ("ل", "ب")
_ARMED = frozenset(words_of("armed_body"))
_WITH_LAM = words_of("with_lam")
#: Given names that are spelt as a verb, one of them with `و`: `وحيد`.
_NAME_OR_VERB = words_of("name_or_verb")


class Keys:
    """The keys of chunks that name speakers, by the lexicon's actors."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def best(self, piece: Chunk) -> str:
        """Return the key of a chunk that names an actor; a population's only where it names nobody else.

        A state's police, where a pack counts them among its forces, speak as police.
        """
        if noun_of(piece) == _POLICE_NOUN and len(piece.words) > 1 and _POLICE in self._lexicon.knowledge.actors:
            return _POLICE
        known = self._lexicon.knowledge.actors
        kinds = {key: known[key].kind if key in known else "actor" for key in piece.actors}
        return next((key for key, kind in kinds.items() if kind != "population"), piece.actors[0])

    def kind(self, piece: Chunk) -> str | None:
        """Return of which kind the actor is that a chunk names: `actor`, `source`, `population`; None for nobody."""
        known = self._lexicon.knowledge.actors
        kinds = [known[key].kind for key in piece.actors if key in known]
        return next((kind for kind in kinds if kind != "population"), kinds[0] if kinds else None)

    def is_state(self, piece: Chunk) -> bool:
        """Tell whether a chunk is of a state that no pack describes."""
        key = self.best(piece) if piece.actors else ""
        return key in self._lexicon.state_keys and key not in self._lexicon.knowledge.actors

    def is_of_state(self, piece: Chunk) -> bool:
        """Tell whether a chunk names what speaks for a state: its army, its government."""
        if not piece.actors or piece.places or self.best(piece) not in self._lexicon.state_keys:
            return False
        noun = noun_of(piece)
        return noun in _GOVERNS or self._lexicon.institutions.get(noun) == _FORCES

    def is_body(self, piece: Chunk) -> bool:
        """Tell whether a chunk names a body with a key: no state, no population, no sources without a name."""
        if not piece.actors or piece.preposition not in ("", "ل"):
            return False
        if self.is_of_state(piece):
            return True
        key = self.best(piece)
        known = self._lexicon.knowledge.actors
        return key in known and known[key].kind in ("actor", "source") and key not in self._lexicon.state_keys

    def names_source(self, hops: tuple[Hop, ...]) -> bool:
        """Tell whether a chain names somebody with a key."""
        known = self._lexicon.knowledge.actors
        return any(actor in known for hop in hops for actor in hop.actor.split("+"))

    def is_watcher(self, piece: Chunk) -> bool:
        """Tell whether a chunk names a body that but counts and tells: an observatory, a network of medics."""
        lexicon = self._lexicon
        armed = lexicon.armed.union(lexicon.armed_groups, lexicon.forces)
        told = self.is_body(piece) and self.is_speaker(piece) and self.best(piece) not in armed
        return told and noun_of(piece) not in _ARMED

    def is_document(self, piece: Chunk) -> bool:
        """Tell whether a chunk is a noun of documents, whatever is attached to it: `لبيان الوزارة`."""
        attached = piece.preposition or piece.text[:1] in _ATTACHED
        return "document" in piece.says or (bool(attached) and noun_of_document(piece) in self._lexicon.document_nouns)

    def is_speaker(self, piece: Chunk) -> bool:
        """Tell whether a chunk begins with a noun of those who speak, whatever is attached: `للجنة`, `لقيادة`."""
        nouns = self._lexicon.speaker_nouns
        return "speaker" in piece.says or noun_of(piece) in nouns or (piece.text[:1] == "ل" and piece.text[1:] in nouns)


def _to_lam(word: str) -> str:
    """Return the noun in `للجنة`, which begins with a lam of its own, should it do so."""
    return word[1:] if word.startswith(_TO_THE) else word


def outlet_of(piece: Chunk) -> str:
    """Return the key of a chunk that names an outlet."""
    return piece.actors[0] if piece.actors else piece.outlets[0]


def is_bare_source(piece: Chunk) -> bool:
    """Tell whether a chunk is `مصادر`, `مصدر` with nothing that says of what kind."""
    return noun_of(piece) in ("مصادر", "مصدر") and piece.last - piece.first == 1


def is_word(origin: Hop, pieces: list[Chunk]) -> bool:
    """Tell whether a free name is but one unknown word that nobody described before bears."""
    pieces = [piece for piece in pieces if not piece.mark]
    alone = len(pieces) == 1 and not (pieces[0].outlets or pieces[0].says)
    return alone and is_name(pieces[0]) and origin.first == pieces[0].first


def words_of_chunk(piece: Chunk, passage: Passage) -> str:
    """Return a chunk's words as printed, without prefixes; of `صحيفة «الخبر»` the name in the marks."""
    words = passage.words(piece.first, piece.last).removeprefix(piece.conjunction).removeprefix(piece.preposition)
    marks = [at for at, letter in enumerate(words) if letter in '"«“']
    if marks and marks[0] > 0 and not any(letter in '"»”' for letter in words[marks[0] + 1 :]):
        words = words[marks[0] + 1 :]
    return words.strip(_QUOTES)


def quoted_name(pieces: list[Chunk]) -> tuple[int, int]:
    """Return the tokens of a description; of the name alone where a noun's name stands in quotes: `صحيفة «الخبر»`."""
    gaps = [one.last < other.first for one, other in pairwise(pieces)]
    if gaps[:1] == [True] and not any(gaps[1:]) and "speaker" in pieces[0].says:
        return pieces[1].first, pieces[-1].last
    return pieces[0].first, pieces[-1].last


def free_name(pieces: list[Chunk], passage: Passage) -> Hop:
    """Return a free name: the text's own words, without attached prefixes."""
    told = (i for i, piece in enumerate(pieces) if i and piece.text[:1] == "ل" and piece.text[1:] in _OUTLETS)
    pieces = pieces[: next(told, len(pieces))]  # المحافظ لوكالة كذا
    while len(pieces) > 1 and pieces[-1].is_("عن", "الي", "بما", "ما"):
        pieces = pieces[:-1]  # تحدثت وسائل إعلام عن
    first, last = quoted_name(pieces)
    words = " ".join(passage.words(first, last).replace("_", " ").split()).strip(" \"'«»“”،,.:؛()")
    if "«" in words and "»" not in words:
        words = words.replace("«", "")  # منظمة «كذا», the mark that closes it behind
    name, _, remark = words.partition(" (")
    if " " in name and ")" not in remark:
        words = name  # مركز كذا لحقوق الإنسان (غير حكومي)
    for prefix in (pieces[0].conjunction, pieces[0].preposition):
        own = (
            prefix == "ك" or pieces[0].text in _NAME_OR_VERB or (prefix == "ل" and words.split()[0] in _WITH_LAM)
        )  # كتلة كذا, لجنة برلمانية
        if prefix and words.startswith(prefix) and not (own or words.startswith(_TO_THE)):
            words = words[len(prefix) :]
    if words.startswith(_TO_THE):
        bare = words.removeprefix(_TO_THE)
        definite = "" if _of_others(words) else "ال"  # للجنة تقصي الحقائق: of a noun in `ل`, no article
        words = f"{definite}ل{bare}" if _to_lam(words.split()[0]) in _WITH_LAM else f"ال{bare}"
    return Hop(words.lstrip("ـ "), first, last)


def _of_others(words: str) -> bool:
    """Tell whether a second word without the article stands behind a first: no adjective of a definite noun."""
    _, _, behind = words.partition(" ")
    return bool(behind) and not behind.startswith("ال")


def is_possessed_noun(word: str) -> bool:
    """Tell whether a word is a noun with a pronoun, and long enough to be no name: `عزمها`; not `مها`, `أدهم`."""
    return (len(word) >= _SHORTEST_POSSESSED and word.endswith(_PRONOUNS)) or word.endswith(_POSSESSED)


def noun_of_document(piece: Chunk) -> str:
    """Return a chunk's word without the preposition attached to it: `بيان` of `لبيان`."""
    if len(piece.words) > 1:
        return piece.text
    if piece.text.startswith(_TO_THE):
        return piece.text.removeprefix(_TO_THE)  # وفقا للبيان
    return piece.text[1:] if piece.text[:1] in _ATTACHED else piece.text
