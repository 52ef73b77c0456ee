"""Of: whose a man is by his office, his kin or leader, his unit or tribe, as the words behind his noun tell."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.arabic import fold
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.participants.of_frame import OfFrame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import Party, Told, first_told

#: Nouns for who holds an office, and for kin and companions, whose party stands further behind.
_OFFICES, _KIN = frozenset(words_of("office_holders")), frozenset(words_of("kin_and_companions"))
_FOLLOWERS, _TRIBES = frozenset(words_of("followers")), frozenset(words_of("tribes"))
_UNITS, _CORPS = frozenset(words_of("army_units")), frozenset(words_of("force_bodies"))
_LEADERS, _POLICE = frozenset(words_of("leader")), frozenset(words_of("corps:police"))
#: Units of what belongs to somebody, and the beginnings of words that say to whom.
_THINGS = frozenset(("vehicle", "site", "facility", "weapon"))
_OWNED_BY = words_of("owned_by")
_SONS = ("ابناء", "افراد", "رجال", "مسلحي", "مقاتلي")
#: How many chunks behind a noun its party may stand, and how many words a free name has.
_WITHIN, _NAMED = 7, 3


class Affiliation(OfFrame):
    """Reads whose those counted are off the words right behind their noun or number."""

    def found(self, words: Callable[[int, int], str]) -> Told:
        """Return the party, none where no word tells it; `words` gives the raw words of tokens, for a free name."""
        return first_told(
            ("office", self._office),
            ("force", self._force_of_one),
            ("owned by", self._owned),
            ("unit", self._unit),
            ("followers", lambda: self._followed(words)),
        )

    def _office(self) -> list[Party]:
        """`رئيس الدائرة المالية في الحشد`, `شقيق زعيم الجماعة`: the party that an office, or kin's leader, is of."""
        noun, last = self._quantity.noun, self._quantity.last
        office = fold(noun.lemma) if noun is not None else ""
        if office not in _OFFICES | _KIN | _LEADERS:
            return []
        beside = self._sentence[self._quantity.first : last + 1]
        police = next((piece for piece in beside if not _POLICE.isdisjoint(map(_bare, piece.words))), None)
        if police is not None and office not in _KIN:
            return [Party("police", police)]  # مدير شرطة كذا
        return self._commanded() if office in _LEADERS else self._party_behind(last)

    def _commanded(self) -> list[Party]:
        """`قائد كتيبة في الجيش كذا`, `قائد اللواء 35`: whose forces the unit is of that an officer commands."""
        sentence, quantity = self._sentence, self._quantity
        within = range(quantity.first + 1, min(len(sentence) - 1, quantity.last + 1))
        at = next((at for at in within if _bare(sentence[at].text) in _UNITS and not sentence[at].actors), None)
        if at is None or not quantity.singular:
            return []
        unit, beyond = sentence[at], sentence[at + 1]
        named = not (unit.text.startswith("ال") or beyond.mark or beyond.is_("في") or beyond.preposition)
        forces = None if named else self._discourse.state_forces()  # but قائد لواء كذا
        return self._party_behind(at + 1) or ([Party(forces, unit)] if forces is not None else [])

    def _force_of_one(self) -> list[Party]:
        """`استشهاد الرقيب فلان - رحمه الله - من القوة كذا`: the forces that `من` tells behind a soldier's name."""
        if not (self._frame.how == "named person" or (self._quantity.singular and self._quantity.role is not None)):
            return []
        sentence, last = self._sentence, self._quantity.last
        for at in range(last, min(len(sentence) - 1, last + _WITHIN)):
            piece, behind = sentence[at], sentence[at + 1]
            if piece.text in ("؛", ".", ":") or piece.number is not None or piece.triggers or piece.conjunction:
                return []
            if "agent" in piece.cues:
                return []  # برصاص قناص من قوات كذا
            if not piece.is_("من") or behind.places:
                continue
            key = behind.actors[0] if behind.actors else ""
            serves = key in self._lexicon.forces or key in self._lexicon.armed
            return [Party(key, behind)] if serves else []
        return []

    def _owned(self) -> list[Party]:
        """`ست سيارات تعود لقياديين في كذا`: the party whose people a thing belongs to."""
        if self._quantity.unit not in _THINGS:
            return []
        sentence, last = self._sentence, self._quantity.last
        for at in range(last, min(len(sentence) - 1, last + _NAMED)):
            if sentence[at].text.startswith(_OWNED_BY):
                found = self._party_behind(at + 1)
                return self._agency.subjects.coordinated(found[0]) if found else []
        return []

    def _party_behind(self, at: int) -> list[Party]:
        """Return the party that a row of nouns and prepositions leads to, none where something else is told first."""
        within = 0
        for step, piece in enumerate(self._sentence[at : at + _WITHIN]):
            bare = not (step or piece.preposition or piece.actors)
            if bare and (event_class(piece) == "blast" or (piece.number is not None and not piece.nouns)):
                continue  # خبير متفجرات في كذا, قائد اللواء 35 في كذا
            within += piece.is_("في")
            if within > 1 or piece.is_("من"):
                return []  # مسؤول حارة من أحياء متفرقة: no party's
            if piece.actors and not piece.places:
                known = self._lexicon.knowledge.actors.get(piece.actors[0])
                if known is not None and known.kind == "actor":
                    return [Party(piece.actors[0], piece)] if piece.preposition in ("", "ب", "ل") else []
                if known is None or known.kind not in ("population", "source") or piece.conjunction:
                    return []
                continue  # شقيق القيادي في كذا, لناشطين في كذا
            if piece.mark or piece.number is not None or piece.time is not None or piece.conjunction or piece.places:
                return []
            if "agent" in piece.cues or piece.triggers or event_class(piece) is not None:
                return []
        return []

    def _unit(self) -> list[Party]:
        """`سبعة من أفراد الكتيبة الثانية`, `أسيرا من كتيبة تابعة للجيش`, `14 من الحرس الوطني الأفغاني`."""
        side = self._sentence[self._quantity.last : self._quantity.last + 2]
        if len(side) > 1 and side[0].words[-1:] == ("الجانب",) and side[1].state is not None:
            return [Party(self._lexicon.knowledge.states[side[1].state].forces, side[1])]  # 20 من الجانب التركي
        at = self._behind_of(_UNITS | _CORPS)
        if at is None:
            return []
        for piece in self._sentence[at + 1 : at + _NAMED + 1]:
            if piece.state is not None and not (piece.places or piece.conjunction):
                return [Party(self._lexicon.knowledge.states[piece.state].forces, piece)]
            if piece.mark or piece.conjunction or piece.places or event_class(piece) is not None:
                break
        unit = self._sentence[at]
        told = self._party_behind(at + 1)
        definite = unit.text.startswith("ال")
        forces = self._discourse.state_forces() if definite and not told else None
        return told or ([Party(forces, unit)] if forces is not None else [])

    def _behind_of(self, nouns: frozenset[str]) -> int | None:
        """Return where one of some nouns stands behind `من` or `في`, with `أفراد` or the like before it or not."""
        quantity, sentence = self._quantity, self._sentence
        led = False
        for at in range(quantity.first, min(len(sentence), quantity.last + 3)):
            piece = sentence[at]
            led = led or piece.is_("من", "في")
            if led and _bare(piece.text) in nouns and not piece.actors:
                return at
            if at >= quantity.last and not (piece.is_("من", "في") or piece.is_(*_SONS)):
                return None
        return None

    def _followed(self, words: Callable[[int, int], str]) -> list[Party]:
        """`120 من أنصار فلان`, `عشرة من أبناء قبيلة كذا`: the party followed, else followers or tribe by their name."""
        sentence = self._sentence
        at = self._behind_of(_FOLLOWERS | _TRIBES)
        if at is None:
            return []
        end = at + 1
        while end < len(sentence) and end <= at + _NAMED and self._names(sentence[end]):
            known = self._lexicon.knowledge.actors.get(sentence[end].actors[0]) if sentence[end].actors else None
            if known is not None and known.kind == "actor":
                return [Party(known.key, sentence[end])]
            end += 1
        if end == at + 1:
            return []
        return [Party(words(sentence[at].first, sentence[end - 1].last), sentence[at])]

    def _names(self, piece: Chunk) -> bool:
        """Tell whether a chunk can be of the name of those who are followed, or of a tribe."""
        told = piece.mark or piece.number is not None or piece.time is not None or piece.conjunction
        leaves = piece.preposition or piece.triggers or piece.cues & {"agent", "adversary"} or piece.is_("في", "علي")
        return not (told or leaves or event_class(piece) is not None)


def _bare(word: str) -> str:
    return word.removeprefix("ال")
