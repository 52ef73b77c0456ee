"""Blame: whose an attack is said to be: by a claim, by accusation, by suspicion; or that nobody has claimed it."""

from __future__ import annotations

from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.nominals import party_of, phrase_end, suspected
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.clauses.subjects import QUOTES, Subjects
from tawatur.extract.phrases.discourse import Discourse, Doers
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party

_PERFORMING = frozenset(words_of("performing"))
#: Verbs that blame only with the blame for their object: `ألقى باللوم على`, `حمل … المسؤولية`.
_LAYING = frozenset(("ألقى", "حمل"))
_ANYBODY = frozenset(words_of("anybody"))
_NOT = frozenset((*words_of("not_so_far"), *words_of("without")))
#: Verbs whose object is the deed: whose it was stands behind a preposition.
_DIRECTED = frozenset(("نسب", "عزا", "ألقى"))
_IMPUTED = words_of("imputed")
#: Plurals of the marks that an attack bears of whoever did it.
MARKS = words_of("marks_of")
_TOWARDS = words_of("towards")
_DENYING = words_of("denying")
_SOME = words_of("of_some")
_ACCUSING = words_of("accusing")
#: How far behind an attack a participle may say who is accused of it.
_WITHIN = 24
#: How far before a word of claiming attacks may be said to be some of many.
_BEFORE = 3
_REACH = 14
_ATTACHED = 6
_TITLE = 4


class Blame:
    """Reads whose an event is said to be in one sentence."""

    def __init__(self, clauses: Clauses, subjects: Subjects, discourse: Discourse, lexicon: Lexicon) -> None:
        self._clauses = clauses
        self._sentence = clauses.sentence
        self._subjects = subjects
        self._discourse = discourse
        self._lexicon = lexicon

    def responsible(self, at: int) -> Doers | None:
        """`إعلان داعش مسؤوليته`, `تبني الحركة للهجوم`: the armed group named nearest before, or right behind."""
        sentence = self._sentence
        if self.is_unclaimed() or any(piece.is_(*_DENYING) for piece in sentence[max(0, at - _BEFORE) : at]):
            return None  # نفت الحركة مسؤوليتها
        for here in (*range(at - 1, max(-1, at - _REACH), -1), *range(at + 1, min(len(sentence), at + _TITLE))):
            piece = sentence[here]
            key = piece.actors[0] if piece.actors else None
            if key is not None and key != "militants" and self._may_claim(key):
                return Doers((Party(key, piece),), "claimed")
        return None

    def marked(self, at: int) -> Doers | None:
        """`هجوم يحمل بصمات كذا`: the armed group whose marks an attack bears."""
        for piece in self._sentence[at + 1 : at + _TITLE]:
            if piece.actors and piece.actors[0] in self._lexicon.armed_groups - {"militants"}:
                return Doers((Party(piece.actors[0], piece),), "suspected")
        return None

    def behind(self, first: int) -> Doers | None:
        """`نعتقد أن الحركة وراء الهجوم`: who is told to be behind an event; nobody who denies it."""
        sentence = self._sentence
        if not first or sentence[first - 1].text != "وراء":
            return None
        for here in range(first - 2, max(self._clauses.at(first - 1).first, first - _REACH) - 1, -1):
            piece = sentence[here]
            if piece.places and here and sentence[here - 1].is_("في"):
                continue
            if piece.is_(*_DENYING) or piece.text.removeprefix("و") in _NOT:
                return None
            if piece.actors and self._subjects.may_act(piece.actors[0]):
                return self._subjects.joined(Party(piece.actors[0], piece), "blamed")
        return None

    def _may_claim(self, key: str) -> bool:
        """Tell whether a party is one that claims attacks: an armed group, a part of one, or another of no state."""
        lexicon = self._lexicon
        if not lexicon.armed_groups.isdisjoint((key, lexicon.branches.get(key, key))):
            return True
        of_state = key in lexicon.forces or key in lexicon.state_keys or key in lexicon.alliances
        return key in lexicon.armed and not of_state

    def is_unclaimed(self) -> bool:
        """`لم تعلن أي جهة مسؤوليتها عن الهجوم`, `دون أن يتبناه أحد`."""
        denied = next((at for at, piece in enumerate(self._sentence) if piece.text.removeprefix("و") in _NOT), None)
        window = self._sentence[denied : denied + _REACH] if denied is not None else []
        return any("مسؤولي" in piece.text or "تبن" in piece.text for piece in window) and any(
            word in _ANYBODY for piece in window for word in piece.words
        )

    def attributed(self, last: int) -> Doers | None:
        """`الهجوم من تنفيذ داعش`: the genitive of a masdar of doing that is said of an event."""
        sentence = self._sentence
        for at in range(last, min(len(sentence) - 1, last + _TITLE)):
            if sentence[at].text == "من" and sentence[at + 1].text in _PERFORMING and at + 2 < len(sentence):
                party = party_of(sentence, at + 2, phrase_end(sentence, at + 2), self._discourse, self._lexicon)
                return self._subjects.joined(party, "masdar's genitive") if party is not None else None
        return None

    def suspected(self, last: int) -> Doers | None:
        """`هجوم يرجح أن منفذيه ينتمون لجماعة كذا`: the armed group that an attack is thought to be of."""
        for at in range(last, min(len(self._sentence) - 1, last + _ATTACHED)):
            if self._sentence[at].mark and self._sentence[at].text not in QUOTES:
                return None
            group = suspected(self._sentence, at, self._lexicon)
            if group is not None:
                return Doers((group,), "suspected")
            if self._sentence[at].is_(*MARKS):
                return self.marked(at)
            if self._sentence[at].is_(*_IMPUTED):
                return self._imputed(at + 1)
        return None

    def _imputed(self, first: int) -> Doers | None:
        """`هجوم نسبته مصادر أمنية إلى داعش`, where `نسبته` may as well be a noun: whom it is laid on."""
        for at in range(first, min(len(self._sentence), first + _REACH)):
            piece = self._sentence[at]
            if piece.actors and self._is_led_to(at) and self._subjects.may_act(piece.actors[0]):
                return self._subjects.joined(Party(piece.actors[0], piece), "blamed")
        return None

    def is_accusation(self, at: int) -> bool:
        """Tell whether a word accuses: `اتهامات`, and of a party right behind `متهمة` (not `متهم بالإرهاب`)."""
        piece = self._sentence[at]
        if "اتهام" in piece.text:
            return True
        behind = self._sentence[at + 1 : at + 2]
        return piece.is_(*_ACCUSING) and any(one.actors and not one.preposition for one in behind)

    def accusing(self, last: int) -> Doers | None:
        """`في هجوم استهدف السوق، متهمة التنظيم بتنفيذه`: whom a participle behind an event accuses of it."""
        for at in range(last, min(len(self._sentence), last + _WITHIN)):
            if self.is_accusation(at) and (found := self.accused(at)) is not None:
                return found
        return None

    def accused(self, at: int) -> Doers | None:
        """`اتهامات لداعش`, `أصابع الاتهام إلى داعش`, `متهمة داعش`: whom accusations are made against."""
        for here in range(at + 1, min(len(self._sentence), at + _TITLE)):
            piece = self._sentence[here]
            of_deed = here == at + 1 and not piece.preposition and self._subjects.may_act((piece.actors or ("",))[0])
            if piece.actors and (piece.preposition == "ل" or self._is_led_to(here) or of_deed):
                return self._subjects.joined(Party(piece.actors[0], piece), "blamed")
        return None

    def _is_led_to(self, at: int) -> bool:
        """`إلى داعش`, `إلى تنظيم "الدولة الإسلامية"`: a preposition of direction before a name, its head and quotes."""
        back = at - 1
        while back > 0 and (self._sentence[back].text in QUOTES or self._sentence[back].heads):
            back -= 1
        return back >= 0 and self._sentence[back].is_(*_TOWARDS)

    def is_of_some(self, at: int) -> bool:
        """`تبنى التنظيم بعضها`, `الكثير من الهجمات`: a claim of several attacks, which tells of none whose it was."""
        return any(piece.is_(*_SOME) for piece in self._sentence[max(0, at - _BEFORE) : at + _ATTACHED])

    def blamed(self, first: int) -> Doers | None:
        """`نسبت الحكومة الهجوم إلى التنظيم`, `ألقي باللوم فيه على التنظيم`: whose act others say it was."""
        for clause in self._clauses.clauses:
            if clause.verb is not None and clause.verb.kind == "blame":
                found = self.blamed_by(clause)
                if found is not None and (self._clauses.at(first) is clause or clause.antecedent == first):
                    return found
        return None

    def blamed_by(self, clause: Clause) -> Doers | None:
        """Return whom a clause of blame says that it was: behind `إلى`, or its verb's object."""
        sentence, verb, verb_at = self._sentence, clause.verb, clause.verb_at
        if verb is None or verb_at is None:
            return None
        window = sentence[verb_at + 1 : verb_at + _REACH]
        if verb.form.lemma in _LAYING and not any("لوم" in p.text or "مسؤولي" in p.text for p in window):
            return None
        directed = verb.form.lemma in _DIRECTED
        for at in range(verb_at + 1, min(len(sentence), verb_at + _REACH)):
            piece = sentence[at]
            if not piece.actors or not self._subjects.may_act(piece.actors[0]) or at == clause.subject:
                continue
            if self._is_led_to(at) or piece.preposition == "ل" or (not directed and not piece.preposition):
                return self._subjects.joined(Party(piece.actors[0], piece), "blamed")
        return None
