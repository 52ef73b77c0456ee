"""Attribution: which chain of sources a sentence's statements come through, and where it ends.

A verb of saying attributes what follows it (`أفاد المرصد بأن …`); `بحسب` and its like attribute what stands before
them, or the whole sentence that they open; a bare verb (`وأضاف أن`), a participle (`مشيرا إلى`) and `كما` carry the
attribution on; `يذكر أن` and a new subject end it.
"""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.function_words import words_of
from tawatur.extract.government import TOLLED
from tawatur.extract.lexicon import Lexicon
from tawatur.extract.speakers import Hop, Speakers

_THAT = words_of("that")
_ABOUT = words_of("about")
_ADVERBS = words_of("beside_speech_verb")
_NO_VERB_AFTER = words_of("before_masdar")
_PARTED = ("من", "اما")
_AUXILIARY = words_of("beside_verb")
_WHO = words_of("who")
_POSSESSIVE = words_of("object_pronoun")
_SPAN = words_of("span")
_SAME = words_of("same")
_CARRIES = words_of("carries_statement")
_LONGEST = 22
#: What is longer between quotation marks is a statement.
_LONGEST_NAME = 5
#: How many chunks a sentence's opening may have that takes up what was said before.
_OPENING = 8


class Attributed(NamedTuple):
    """An attribution inside a sentence: chunks from `at` on (`forward`) or before it, through `chain`, by `rule`."""

    at: int
    forward: bool
    chain: tuple[Hop, ...]
    modality: str | None
    content: int
    rule: str


class Speech:
    """The attributions of a section's sentences, read in order; keeps who spoke last."""

    def __init__(self, lexicon: Lexicon, own: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._speakers = Speakers(lexicon, own)
        self._quoted = False
        self._spoke = False

    def forget(self) -> None:
        """Take up no speaker from before: the next sentence stands for itself."""
        self._speakers.last = ()
        self._quoted = self._spoke = False

    def read(self, sentence: list[Chunk], passage: Passage, *, headline: bool) -> list[Attributed]:
        """Return the sentence's attributions in order; none where the publisher speaks for itself."""
        found: list[Attributed] = []
        inherited = self._speakers.last if self._quoted or self._carries_on(sentence) else ()
        if inherited and not headline:
            found.append(Attributed(0, forward=True, chain=inherited, modality=None, content=0, rule="carried on"))
        at = 0
        while at < len(sentence):
            piece = sentence[at]
            if "end" in piece.says:
                found = [one for one in found if one.content > one.at]
                self.forget()
            attributed = self._attributed(sentence, at, passage, found)
            if attributed is None:
                at += 1
                continue
            if attributed.forward and attributed.at <= 1:
                found = []  # a subject of its own
            attributed = _nested(attributed, found, sentence)
            found.append(attributed)
            if not headline and attributed.chain:
                self._speakers.last = attributed.chain
            at = max(at + 1, attributed.content)
        self._quoted = bool(found) and _open_quote(sentence, passage)
        self._spoke = bool(found)
        return found

    def _carries_on(self, sentence: list[Chunk]) -> bool:
        first = sentence[0]
        if "continuation" in first.says or first.is_("كما"):
            return True
        if any("document" in piece.says and piece.text.lstrip("وف").startswith("ال") for piece in sentence[:_OPENING]):
            return True
        return self._spoke and _counts_on(sentence)

    def _attributed(
        self, sentence: list[Chunk], at: int, passage: Passage, found: list[Attributed]
    ) -> Attributed | None:
        piece = sentence[at]
        if _speaks(sentence, at):
            return self._verb(sentence, at, passage)
        if "preposition" in piece.says:
            return self._preposition(sentence, at, passage)
        if "document" in piece.says:
            return self._issued(sentence, at, passage)
        if "participle" in piece.says and self._speakers.last and not piece.triggers:
            return Attributed(
                at, forward=True, chain=self._speakers.last, modality=None, content=at + 1, rule="participle"
            )
        if at == 0 and not found:
            return self._colon(sentence, passage)
        return None

    def _verb(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        piece = sentence[at]
        attribution = piece.verb_says[0][0]
        that = self._complement(sentence, at + 1)
        end = that if that is not None else min(len(sentence), at + 1 + _LONGEST)
        modality = attribution.modality
        if attribution.lemma == "نقل":
            return self._relay(sentence, at, end, passage)
        subject = at
        while subject and sentence[subject - 1].is_(*_AUXILIARY):
            subject -= 1
        named = subject > 0 and (
            sentence[subject - 1].actors or sentence[subject - 1].persons or subject < at or _is_relative(sentence, at)
        )
        hops = self._before(sentence, subject, passage) if named and not piece.conjunction else ()
        hops = hops or self._speakers.describe(sentence, at + 1, end, passage)
        if not hops and at:
            hops = self._before(sentence, at, passage)
        rule = "verb of saying"
        if not hops and not piece.triggers and _is_bare(sentence, at, that):
            hops, rule = self._speakers.last or self._issuer(sentence, at), "speaker before"
        if not hops:
            return None
        if that is None and (piece.triggers or not (self._names_source(hops) or self._tells(sentence, at))):
            return None
        if at > 2 and sentence[at - 1].is_("كما") and that is None:
            return Attributed(at, forward=False, chain=hops, modality=modality, content=at + 1, rule=rule)
        content = at + 1
        if that is not None:
            content = that if sentence[that].triggers else that + 1
        return Attributed(at, forward=True, chain=hops, modality=modality, content=content, rule=rule)

    def _tells(self, sentence: list[Chunk], at: int) -> bool:
        """`أعلنت صحيفة … مقتل 11`: what is told is a masdar with its number, and no clause."""
        for i in range(at + 1, min(len(sentence), at + 12)):
            piece = sentence[i]
            if piece.number is not None:
                return any(reading.verb is None for reading in sentence[i - 1].triggers)
            if "clause" in piece.cues:
                return False
        return False

    def _issuer(self, sentence: list[Chunk], at: int) -> tuple[Hop, ...]:
        """Return the first actor of the clause before a chunk: who says so, where no speaker is named."""
        for i in range(max(0, at - _LONGEST), at):
            piece = sentence[i]
            if piece.number is not None or piece.verb_says:
                return ()
            against = i and "adversary" in sentence[i - 1].cues
            if piece.actors and not piece.places and not against:
                return (self._speakers.hop(piece),)
        return ()

    def _names_source(self, hops: tuple[Hop, ...]) -> bool:
        return any(hop.actor in self._lexicon.knowledge.actors for hop in hops)

    def _relay(self, sentence: list[Chunk], at: int, end: int, passage: Passage) -> Attributed | None:
        """`نقلت وكالة عن مصدر قوله إن`: the source is the origin, the agency the last voice."""
        about = next((i for i in range(at + 1, min(end, len(sentence))) if sentence[i].is_("عن")), None)
        if about is None:
            return None
        relay = self._speakers.describe(sentence, at + 1, about, passage) or self._before(sentence, at, passage)
        origin = self._speakers.describe(sentence, about + 1, end, passage)
        if not origin:
            return None
        return Attributed(at, forward=True, chain=(*origin, *relay), modality=None, content=end, rule="relay")

    def _preposition(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        tokens = passage.analysed.tokens
        following = at + 1
        while following < len(sentence) and (
            sentence[following].verb_says
            or sentence[following].time is not None
            or sentence[following].is_("ما")
            or tokens[sentence[following].first - 1].text.endswith("ما")  # بحسب ما نشرته الوزارة
        ):
            following += 1
        end = next(
            (
                i
                for i in range(following, min(len(sentence), following + _LONGEST))
                if sentence[i].text in ("،", ",", "؛", ".", ":")
                or "clause" in sentence[i].cues
                or sentence[i].text in _THAT
            ),
            min(len(sentence), following + 10),
        )
        hops = self._speakers.describe(sentence, following, end, passage)
        if not hops:
            return None
        opening = at <= 1
        content = next((i for i in range(at + 1, end) if sentence[i].first >= hops[0].last), end)
        return Attributed(at, forward=opening, chain=hops, modality=None, content=content, rule="preposition")

    def _issued(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        """A statement's issuer speaks through it: `بيانا صادرا عن الوزارة`, `جاء في بيان للخلية أن`, `في حصيلتها`."""
        if at + 2 < len(sentence) and sentence[at + 1].text.startswith("صادر") and sentence[at + 2].is_("عن"):
            hops = self._speakers.describe(sentence, at + 3, min(len(sentence), at + 9), passage)
            return _through_document(at, hops, at + 3)
        that = self._complement(sentence, at + 1)
        if that is None:
            before = at and sentence[at - 1].is_("في")
            hops = self._issuer(sentence, at) if before and _is_possessed(sentence[at]) else ()
            return _through_document(at, hops, at + 1)
        opened = _opened(sentence, at)
        if any(_speaks(sentence, i) and not sentence[i].is_(*_CARRIES) for i in range(opened, at)):
            return None
        hops = self._speakers.describe(sentence, at + 1, that, passage)
        if not hops or not self._names_source(hops):
            return None
        return _through_document(at, hops, that if sentence[that].triggers else that + 1)

    def _colon(self, sentence: list[Chunk], passage: Passage) -> Attributed | None:
        """`البيشمركة: مقتل 5`: a name and a colon attribute a headline or a line."""
        end = next((i for i in range(1, min(8, len(sentence))) if sentence[i].text == ":"), None)
        if end is None:
            return None
        named = [p for p in sentence[:end] if p.actors or p.persons]
        if not named or (not sentence[0].actors and not sentence[0].persons and "speaker" not in sentence[0].says):
            return None
        if any(sentence[0].places) and sentence[0].actors == (sentence[0].places[0].name.lower(),):
            return None
        if sentence[0].places:
            return None
        hops = self._speakers.describe(sentence, 0, end, passage)
        if not hops:
            return None
        return Attributed(0, forward=True, chain=hops, modality=None, content=end + 1, rule="colon")

    def _complement(self, sentence: list[Chunk], at: int) -> int | None:
        """Return where the reported clause begins: at `أن`, `إن`, a colon or an opening quotation mark after one."""
        for i in range(at, min(len(sentence), at + _LONGEST)):
            piece = sentence[i]
            if piece.text in _THAT or piece.text == ":" or _opens_quotation(sentence, i):
                return i
            if _is_reported_noun(sentence, i):
                return i if piece.preposition else i + 1
            if _speaks(sentence, i) and not piece.nouns and i > at:
                return None
        return None

    def _before(self, sentence: list[Chunk], at: int, passage: Passage) -> tuple[Hop, ...]:
        """The subject before its verb: `المتحدث باسم الوزارة، قال إن`, `وكان مكتب الوزير قد أعلن`."""
        start = 0
        if _is_relative(sentence, at):
            at -= 1
            start = next((i for i in range(at) if sentence[i].actors or "speaker" in sentence[i].says), at)
        for i in range(at - 1, start - 1, -1):
            if sentence[i].verb_says or sentence[i].number is not None:
                return ()
            if sentence[i].text in _THAT or "end" in sentence[i].says:
                start = i + 1
                break
            if "clause" in sentence[i].cues:
                start = i + 1
                break
        while start < at and sentence[start].is_(*_AUXILIARY, *_PARTED):
            start += 1
        if start >= at or at - start > 14:
            return ()
        head = sentence[start]
        if not (head.actors or head.persons or "speaker" in head.says):
            return ()
        return self._speakers.describe(sentence, start, at, passage)


def _through_document(at: int, hops: tuple[Hop, ...], content: int) -> Attributed | None:
    if not hops:
        return None
    return Attributed(at, forward=True, chain=hops, modality=None, content=content, rule="document")


def _speaks(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is a verb of saying; `عدم ذكر اسمه` is none."""
    return (
        bool(sentence[at].verb_says)
        and "part" not in sentence[at].cues
        and not (at and sentence[at - 1].is_(*_NO_VERB_AFTER))
    )


def _claims_an_act(sentence: list[Chunk], at: int) -> bool:
    """`قالت القيادة إن التنظيم تبنى 153 هجوما`: the claiming is what is told, not who tells it."""
    if any(attribution.lemma == "تبنى" for attribution, _ in sentence[at].verb_says):
        return True
    return any("مسؤولي" in piece.text for piece in sentence[at + 1 : at + 8])


def _is_relative(sentence: list[Chunk], at: int) -> bool:
    """`المتحدث باسم التحالف الذي قال`: the verb's subject is what the relative pronoun takes up."""
    return at > 1 and sentence[at - 1].text in _WHO


def _counts_on(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence goes on with the tally of the one before: `ومن بين القتلى`, `وفي المدة ذاتها`."""
    if sentence[0].is_("اما"):
        return True
    for at, piece in enumerate(sentence[:_OPENING]):
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        if piece.is_(*_SPAN) and following is not None and following.is_(*_SAME):
            return True
        for reading in piece.nouns:
            counted = reading.noun.measure in TOLLED and reading.form.number == "plural"
            dated = following is not None and following.time is not None
            taken_up = at > 1 or (at == 1 and sentence[0].is_(*_PARTED, "بين"))  # no subject of its own verb
            if counted and taken_up and (reading.stem.article or dated):
                return True
    return False


def _is_possessed(document: Chunk) -> bool:
    """`في حصيلتها`: a document of somebody named before it."""
    return document.text.endswith(_POSSESSIVE)


def _opened(sentence: list[Chunk], at: int) -> int:
    """Return where the clause of a chunk begins."""
    for i in range(at - 1, -1, -1):
        if "clause" in sentence[i].cues or sentence[i].text in (*_THAT, "؛", "."):
            return i + 1
    return 0


def _opens_quotation(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a quotation mark opens a statement, no name: `وأضاف «تسببت المعارك بنزوح المئات»`."""
    if sentence[at].text != '"':
        return False
    closing = next((i for i in range(at + 1, len(sentence)) if sentence[i].text == '"'), None)
    return closing is None or closing - at > _LONGEST_NAME


def _open_quote(sentence: list[Chunk], passage: Passage) -> bool:
    """Tell whether a sentence leaves a quotation open."""
    tokens = passage.analysed.tokens[sentence[0].first : sentence[-1].last]
    return sum(token.text.count('"') for token in tokens) % 2 == 1


def _nested(inner: Attributed, found: list[Attributed], sentence: list[Chunk]) -> Attributed:
    """Join a statement inside a statement to the voice that reports it: `قالت الصحيفة إن الوزير أكد أن`."""
    if not found or not inner.forward or not found[-1].forward:
        return inner
    outer = found[-1]
    piece = sentence[inner.at]
    if _claims_an_act(sentence, inner.at):
        return inner._replace(chain=outer.chain)
    if outer.content <= outer.at + 1:
        return inner
    apart = piece.conjunction or any("clause" in between.cues for between in sentence[outer.content : inner.at])
    if apart or "participle" in piece.says or inner.chain == outer.chain:
        return inner
    known = {hop.actor for hop in inner.chain}
    return inner._replace(chain=(*inner.chain, *[hop for hop in outer.chain if hop.actor not in known]))


def _is_reported_noun(sentence: list[Chunk], at: int) -> bool:
    """`أفاد مصدر بمقتل سبعة`, `كشف عن اعتقال`: a masdar with its preposition is what is reported."""
    piece = sentence[at]
    if piece.preposition == "ب" and any(reading.verb is None for reading in piece.triggers):
        return True
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    return piece.is_("عن") and following is not None and any(reading.verb is None for reading in following.triggers)


def _is_bare(sentence: list[Chunk], at: int, that: int | None) -> bool:
    """Tell whether a verb of saying has no subject of its own beside it: `وأضاف أن`, `وأشار في الوقت نفسه إلى أن`."""
    between = sentence[at + 1 : that] if that is not None else sentence[at + 1 : at + 2]
    light = [
        piece for piece in between if not (piece.mark or piece.time or piece.text in _ABOUT or piece.text in _ADVERBS)
    ]
    return not light and (that is not None or bool(between))


def chain_at(attributions: list[Attributed], at: int) -> Attributed | None:
    """Return the attribution that holds at a chunk: the last before it that looks ahead, else one that looks back."""
    ahead = [one for one in attributions if one.forward and one.at <= at]
    back = [one for one in attributions if not one.forward and one.at > at]
    if ahead and (not back or any(one.forward and one.at > at for one in attributions)):
        return ahead[-1]
    if back and not any(one.forward and at < one.at < back[0].at for one in attributions):
        if ahead and ahead[-1].at > 0:
            return ahead[-1]
        return back[0]
    if ahead:
        return ahead[-1]
    return next((one for one in attributions if not one.forward), None)
