"""Prepositions of attribution: `بحسب`, `وفق ما نقلت الوكالة عن`, and those that take up who spoke last, `وبحسبه`."""

from __future__ import annotations

from tawatur.extract.attribution.apposed_names import name_apposed
from tawatur.extract.attribution.documents import is_of_published
from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.statements import LONGEST
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_THAT = words_of("that")
_CATEGORIES = words_of("category")
_HEREBY = words_of("hereby")
_BY_HIM = words_of("by_him")
_HIS_WORDS = words_of("his_words")
_SAYINGS = words_of("masdar_of_saying")
_IN_WORDS = words_of("in_words")
_OWN, _RESUMPTIVE = words_of("object_pronoun"), words_of("resumptive")
_COMMAS = ("،", ",")
#: The verb of who carries on what another said.
_CARRIED_ON = "نقلت"
#: The ending of prepositions that take `ل`: `وفقا`, `طبقا`, `تبعا`.
_TAKES_LAM = "ا"


class Prepositions:
    """Reads what looks back, or opens its sentence, with a preposition."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers

    def takes_up(self, sentence: list[Chunk], at: int) -> bool:
        """`وبحسبه، فإن`, `على حد قوله`: a preposition with a pronoun takes up who spoke last, if anybody did."""
        if not self._speakers.known.last:
            return False
        word = sentence[at].text
        if word in _BY_HIM or word[1:] in _BY_HIM:
            return True
        return at > 0 and word in _HIS_WORDS and sentence[at - 1].is_(*_IN_WORDS)

    def _by_last(self, sentence: list[Chunk], at: int, content: int) -> Attributed | None:
        """Attribute to who spoke last what `وفقا له`, `بحسب بيانه` stands behind, or opens."""
        chain = self._speakers.known.last
        if not chain:
            return None
        content = min(content + 1, len(sentence))
        return Attributed(at, forward=at <= 1, chain=chain, modality=None, content=content, rule="preposition")

    def read(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        """Return what the preposition at a chunk attributes to whom; None where it names nobody."""
        tokens = passage.analysed.tokens
        following = at + 1
        if following < len(sentence) and sentence[following].text in _CATEGORIES:
            return None  # توزعوا بحسب المحافظات
        while following < len(sentence) and (
            sentence[following].verb_says
            or sentence[following].time is not None
            or sentence[following].is_("ما", "لما")
            or tokens[sentence[following].first - 1].text.endswith("ما")  # بحسب ما نشرته الوزارة
            or (following > at + 1 and sentence[following].is_(*_RESUMPTIVE))  # وفق ما خلصت إليه اللجنة
            or (following == at + 1 and sentence[following].text in _SAYINGS)  # وفق مزاعم الحركة
        ):
            following += 1
        end = next(
            (
                i
                for i in range(following, min(len(sentence), following + LONGEST))
                if sentence[i].text in ("،", ",", "؛", ".", ":")
                or ("clause" in sentence[i].cues and not is_of_published(sentence, i))
                or (sentence[i].text in _THAT and not sentence[i].outlets)
                or sentence[i].text in _HEREBY
            ),
            min(len(sentence), following + 10),
        )
        if end < len(sentence) and sentence[end].text in _COMMAS:
            end = name_apposed(sentence, end)
        if self.takes_up(sentence, at) or (following < len(sentence) and _is_of_last(sentence[following])):
            return self._by_last(sentence, at, min(following, at + 1))
        hops = self._relayed(sentence, (at, following, end), passage)
        if not hops:
            return None
        if at == 0 and len(hops) == 1 and sentence[at].words[0].removeprefix("و") == _CARRIED_ON:
            hops = (*hops, *self._speakers.relayed_last())  # ونقلت عن شهود: the agency named before
        if following < len(sentence) and sentence[at].text.endswith(_TAKES_LAM):
            hops = (_without_lam(hops[0], sentence[following]), *hops[1:])
        told = max(hop.last for hop in hops[:1])
        content = next((i for i in range(at + 1, end) if sentence[i].first >= told), end)
        opening = at <= 1 or (content < len(sentence) and sentence[content].text in _HEREBY)
        return Attributed(at, forward=opening, chain=hops, modality=None, content=content, rule="preposition")

    def _relayed(self, sentence: list[Chunk], at: tuple[int, int, int], passage: Passage) -> tuple[Hop, ...]:
        """Read whom a preposition names: the speaker, or `وفق ما نقلت الوكالة عن المتحدث`, a relay and its origin."""
        first, following, end = at
        relays = any(said.lemma == "نقل" for piece in sentence[first:following] for said, _ in piece.verb_says)
        about = next((i for i in range(following, end) if sentence[i].is_("عن")), None)
        if not relays or about is None:
            following, relay = self._behind_told(sentence, following, end)
            verb = any(piece.verb_says for piece in sentence[first + 1 : following])
            hops = self._speakers.describe(sentence, following, end, passage, named=verb)
            return (*hops, *relay) if hops else ()
        relay = self._speakers.describe(sentence, following, about, passage)
        return (*self._speakers.describe(sentence, about + 1, end, passage), *relay)

    def _behind_told(self, sentence: list[Chunk], first: int, end: int) -> tuple[int, tuple[Hop, ...]]:
        """`وفق ما ذكره لـ«الخبر» المدير`, `حسبما قال لرويترز ضابط`: where who speaks begins behind the outlet told."""
        if first + 2 >= end:
            return first, ()
        last = first
        if sentence[first].is_("ل") and sentence[first + 1].mark:
            last = next((i for i in range(first + 2, end) if sentence[i].mark), first)
        elif not (sentence[first].preposition == "ل" and sentence[first].outlets):
            return first, ()
        outlet = next((piece for piece in sentence[first : last + 1] if piece.outlets), None)
        return last + 1, () if outlet is None else self._speakers.relay(outlet)


def _without_lam(hop: Hop, head: Chunk) -> Hop:
    """`وفقا لمختبر كذا`: what begins the name is the preposition, whatever the noun."""
    attached = hop.first == head.first and head.text[:1] == "ل" and head.text[1:2] != "ل" and not head.actors
    return hop._replace(actor=hop.actor[1:]) if attached and hop.actor[:1] == "ل" else hop


def _is_of_last(piece: Chunk) -> bool:
    """`وفقا له`, `بحسب بيانها`, `وفق تعبيره`: a pronoun for who spoke last, or a document of theirs."""
    if piece.text in ("له", "لها", "لهم", *_HIS_WORDS):
        return True
    return "document" in piece.says and piece.text.endswith(_OWN) and not piece.actors
