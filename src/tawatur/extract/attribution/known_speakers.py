"""Known speakers: who was described before in a section, for a noun, a surname or `المصدر` to take up."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.attribution.word_classes import is_definite, is_name, noun_of, owned_noun
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_ANYBODY = words_of("any_speaker")
_OFFICIAL = ("مسؤول", "متحدث", "ناطق")
_OF_FORCES = ("العسكري", "الامني")
_SOURCES = ("مصادر", "مصدر")
_COMMAS = ("،", ",")


class Hop(NamedTuple):
    """A voice of the chain: the actor's key or free name (several that spoke together with `+`), and its tokens."""

    actor: str
    first: int
    last: int


class KnownSpeakers:
    """The speakers described so far; `last` is the chain read last, to which `المصدر`, `المتحدث` refer."""

    def __init__(self) -> None:
        self._by_noun: dict[str, tuple[Hop, ...]] = {}
        self._by_words: list[tuple[tuple[str, ...], tuple[Hop, ...]]] = []
        self._by_document: dict[str, tuple[Hop, ...]] = {}
        self._signed: dict[str, tuple[Hop, ...]] = {}
        self._unsigned: dict[str, str] = {}
        self.last: tuple[Hop, ...] = ()

    def keep(self, sentence: list[Chunk], first: int, last: int, chain: tuple[Hop, ...]) -> None:
        """Keep a description of several words, for a noun or a surname to take up."""
        if sentence[last - 1].last <= sentence[first].first + 1:
            return
        for i in range(last - 1, first - 1, -1):
            if i == first or "speaker" in sentence[i].says or sentence[i - 1].text in _COMMAS:
                self._by_noun[noun_of(sentence[i])] = chain
        words = tuple(word for piece in sentence[first:last] if not piece.mark for word in piece.words)
        self._by_words.append((words, chain))

    def take(self, noun: str, chain: tuple[Hop, ...]) -> None:
        """Keep whom a noun alone takes up."""
        self._by_noun[noun] = chain

    def issue(self, pieces: list[Chunk], chain: tuple[Hop, ...]) -> None:
        """Keep through whom what is told in a document reaches us, for `البيان`, `التقرير` to take up."""
        for piece in pieces:
            if "document" in piece.says and not is_definite(piece) and noun_of(piece) not in _SOURCES:
                self._by_document[noun_of(piece)] = chain
        self.own(pieces, chain)

    def own(self, pieces: list[Chunk], chain: tuple[Hop, ...]) -> None:
        """Keep whose report it is of which a sentence says whose: `أكد المركز في تقريره`."""
        for piece in pieces:
            noun = owned_noun(piece)
            if "document" in piece.says and noun is not None:
                self.sign(noun, chain)

    def sign(self, noun: str, chain: tuple[Hop, ...]) -> None:
        """Keep whose the section's reports are, the first that it tells; `التقرير` is theirs."""
        if chain[0].actor not in self._unsigned:
            self._signed.setdefault(noun, chain)
            self._by_document[noun] = chain

    def signer(self, piece: Chunk) -> tuple[Hop, ...]:
        """Return whose a document is that a section has told whose it is: `تقريرها`, `التقرير`; of any other, none."""
        nouns = (owned_noun(piece) or "", noun_of(piece).removesuffix("ا"), noun_of(piece))
        return next((self._signed[noun] for noun in nouns if noun in self._signed), ())

    def unsigned(self, hop: Hop, noun: str) -> Hop:
        """Keep that a report speaks for itself, until the section tells whose it is."""
        self._unsigned[hop.actor] = noun
        return hop

    def issuer_of(self, actor: str) -> tuple[Hop, ...]:
        """Return whose the report is that speaks for itself; of another speaker, of nobody's report, none."""
        return self._signed.get(self._unsigned.get(actor, ""), ())

    def of_document(self, piece: Chunk) -> tuple[Hop, ...]:
        """Return the chain of the document that a definite noun takes up; of none, who spoke last."""
        return self._by_document.get(noun_of(piece), self.last)

    def named_again(self, pieces: list[Chunk]) -> tuple[Hop, ...]:
        """Return who was described before, where a definite noun alone takes up the description: `وقال المسؤول`."""
        named = [piece for piece in pieces if not (piece.mark or piece.outlets or piece.is_("ل"))]
        if not named or len(named) > 2 or named[0].last - named[0].first > 1:
            return ()
        if not all(is_definite(piece) for piece in named) or any(piece.outlets or piece.state for piece in named):
            return ()
        known = self._by_noun.get(noun_of(named[0]), ())
        joint = bool(known) and "+" in known[0].actor
        if joint and named[0].actors and noun_of(named[0]) not in _SOURCES:
            return ()  # المرصد, after المرصد السوري والوحدات: one of the two
        if not known and len(named) > 1 and is_of_forces(named[1]):
            return ()  # المتحدث العسكري, after a doctor
        if not known and noun_of(named[0]) in (_ANYBODY if len(named) == 1 else _OFFICIAL):
            return self.last  # المسؤول, المسؤول الدولي
        return known if len(named) == 1 or "speaker" in named[0].says else ()

    def named_in_part(self, pieces: list[Chunk]) -> tuple[Hop, ...]:
        """Return who was described before with a name that these words repeat the end of: `عبد الرحمن`, `وارن`."""
        pieces = [piece for piece in pieces if not piece.mark]
        if not pieces:
            return ()
        surname = (
            len(pieces) == 1 and is_definite(pieces[0]) and pieces[0].text.endswith("ي")
        )  # الحوثي, of a party's name
        if not (surname or is_name(pieces[-1]) or pieces[-1].persons):
            return ()
        words = tuple(word for piece in pieces if not piece.mark for word in piece.words)
        if not words:
            return ()
        short = (words[0].removeprefix(pieces[0].conjunction), *words[1:])
        for described, chain in reversed(self._by_words):
            if len(described) > len(short) and _holds(described, short):
                return chain
        return ()

    def in_full(self, hop: Hop) -> Hop | None:
        """Return the speaker named in full before whose name a shorter one repeats."""
        chains = (self.last, *reversed(self._by_noun.values()))
        return next((chain[0] for chain in chains if chain and hop.actor in chain[0].actor), None)


def is_of_forces(piece: Chunk) -> bool:
    """`العسكري`, `الأمني`: an adjective that says of what a spokesman is, and so takes nobody up."""
    return piece.text.startswith(_OF_FORCES)


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Tell whether words hold others in their order: `العميد الركن الشحي`, after `العميد الركن عبد السلام الشحي`."""
    if part[-1] not in words[1:]:
        return False
    rest = iter(words)
    return all(word in rest for word in part)
