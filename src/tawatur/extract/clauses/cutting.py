"""Cutting a sentence into its clauses, from left to right, in one pass."""

from __future__ import annotations

from typing import Literal

from tawatur.arabic.verbs import VerbForm
from tawatur.extract.clauses.clause import Clause, Link
from tawatur.extract.clauses.nominals import agrees, is_definite
from tawatur.extract.clauses.predicates import Predicate, event_class, finite_verb
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_THAT = frozenset(words_of("that"))
_RELATIVE = frozenset(words_of("relative"))
_RESULT = frozenset(words_of("result_link"))
_WHILE = frozenset(words_of("while"))
_PREPOSITIONS = frozenset(words_of("preposition"))
_STRONG = frozenset("؛;:.؟!?")
_COMMAS = frozenset("،,")
_QUOTES = frozenset('"()«»')
#: How far before a relative clause its antecedent may stand.
_ANTECEDENT_REACH = 7


class Cutter:
    """Cuts a sentence from left to right; `_open` are the clauses that what comes next may still belong to."""

    def __init__(self, sentence: list[Chunk], clauses: list[Clause], of: list[int]) -> None:
        self._sentence = sentence
        self._clauses = clauses
        self._of = of
        self._open: list[Clause] = []
        self._verbs = [finite_verb(sentence, at) for at in range(len(sentence))]

    def cut(self) -> None:
        """Assign every chunk to a clause."""
        for at, piece in enumerate(self._sentence):
            if not self._open:
                self._begin(at, "main", None)
            if piece.mark:
                self._of.append(self._open[-1].number)
                self._close_at(at)
                continue
            self._link(at)
            self._of.append(self._open[-1].number)

    def _begin(self, at: int, link: Link, parent: Clause | None) -> Clause:
        clause = Clause(len(self._clauses), at, link, parent)
        self._clauses.append(clause)
        self._open.append(clause)
        return clause

    def _close_at(self, at: int) -> None:
        mark = self._sentence[at].text
        if mark == ":" and self._open[-1].verb is not None and self._open[-1].verb.kind == "say":
            self._begin(at + 1, "that", self._open[-1])
        elif mark in _STRONG:
            self._open = []
        elif mark in _COMMAS:
            while len(self._open) > 1 and self._open[-1].link == "relative":
                self._open.pop()

    def _link(self, at: int) -> None:
        """Open the clause that the chunk at `at` begins, if it begins one."""
        piece = self._sentence[at]
        word = piece.text
        current = self._open[-1]
        if word in _THAT or (len(piece.words) > 1 and piece.words[-1] in _THAT and "clause" not in piece.cues):
            self._complement(at)
            return
        if word[:1] == "ف" and word[1:] in _THAT:  # وفق تقرير نشرته البعثة، | فإن المواجهات خلفت
            self._open = self._open[:1]
            self._complement(at)
            return
        if word[:1] == "و" and word[1:] in _THAT:
            self._beside("that", at)
            return
        if word in _RELATIVE:
            if word.startswith("و") and current.link == "relative" and current.parent is not None:
                self._open.pop()  # التي نفذها كذا والتي بلغت: of the same thing
                self._begin(at, "relative", current.parent).antecedent = current.antecedent
            else:
                self._begin(at, "relative", current).antecedent = self._antecedent(at)
            return
        verb = self._verbs[at]
        if verb is None and word in _RESULT and piece.number is None and self._tells_result(at):
            clause = self._begin(at, "result", current)
            if piece.last - piece.first > 1 and word == "ما":  # ما أدى, one phrase
                clause.verb, clause.verb_at = _form("m", plural=False)._replace(kind="cause"), at
            return
        if word in _WHILE or (verb is None and "clause" in piece.cues and len(piece.words) > 1):
            self._leave_relatives()
            if at > self._open[-1].first:
                self._begin(at, "while", self._open[-1])
            return
        if verb is not None:
            self._take_verb(at, verb)

    def _complement(self, at: int) -> None:
        """Open a clause after `أن`: what the innermost verb of saying says, else what the clause at hand completes."""
        saying = next((clause for clause in reversed(self._open) if clause.verb and clause.verb.kind == "say"), None)
        while saying is not None and self._open[-1] is not saying:
            self._open.pop()
        self._begin(at, "that", self._open[-1])

    def _tells_result(self, at: int) -> bool:
        piece = self._sentence[at]
        if piece.last - piece.first > 1:
            return True
        following = self._verbs[at + 1] if at + 1 < len(self._sentence) else None
        return following is not None and (piece.text != "ما" or following.kind == "cause")

    def _leave_relatives(self) -> None:
        while len(self._open) > 1 and self._open[-1].link == "relative":
            self._open.pop()

    def _beside(self, link: Link, at: int) -> None:
        """Open a clause beside the innermost one of its kind."""
        while len(self._open) > 1 and self._open[-1].link != link:
            self._open.pop()
        if len(self._open) > 1:
            self._open.pop()
        self._begin(at, link, self._open[-1])

    def _take_verb(self, at: int, verb: Predicate) -> None:
        current = self._open[-1]
        before = self._sentence[at - 1] if at else None
        joined = bool(verb.conjunction) or (before is not None and before.text in ("و", "ثم", "او"))
        if current.verb is None and not (joined and at > current.first and current.link in ("main", "joined")):
            current.verb, current.verb_at = verb, at
            return
        helped = current.verb is not None and current.verb.kind == "be"
        antecedent = self._indefinite_before(at, verb) if not (joined or helped) else None
        if (
            current.verb is not None
            and current.verb.kind in ("aid", "be", "undergo")
            and not joined
            and antecedent is None
            and not any(piece.mark and piece.text not in _QUOTES for piece in self._sentence[current.first : at])
        ):
            current.verb, current.verb_at = verb, at  # كان قد أعلن
            return
        if joined:
            self._join(at, verb)
            return
        if current.link == "relative" and current.parent is not None and current.parent.verb is None:
            while self._open[-1] is not current.parent:
                self._open.pop()
            current.parent.verb, current.parent.verb_at = verb, at  # القصف | الذي نفذته القوات | قتل خمسة
            return
        if antecedent is not None:
            clause = self._begin(at, "relative", current)
            clause.antecedent = antecedent
        elif verb.kind == "cause":
            self._leave_relatives()
            clause = self._begin(at, "result", self._open[-1])
        else:
            self._leave_relatives()
            beside = self._open.pop() if len(self._open) > 1 else self._open[0]
            clause = self._begin(at, "joined", beside)
        clause.verb, clause.verb_at = verb, at

    def _join(self, at: int, verb: Predicate) -> None:
        if verb.kind == "say":
            outermost = self._open[0]
            self._open = [outermost]
        else:
            comma = at and self._sentence[at - 1].text in _COMMAS
            while len(self._open) > 1 and (
                self._open[-1].link == "result" or (comma and self._open[-1].link == "relative")
            ):
                self._open.pop()
        beside = self._open.pop() if len(self._open) > 1 else self._open[0]
        clause = self._begin(at, "joined", beside)
        clause.verb, clause.verb_at = verb, at

    def _antecedent(self, at: int) -> int | None:
        """Return the head of the noun phrase before a relative pronoun that agrees with it."""
        pronoun = self._sentence[at].text.removeprefix("و")
        gender: Literal["m", "f"] = "f" if pronoun == "التي" else "m"
        nearest: int | None = None
        for here in range(at - 1, max(-1, at - _ANTECEDENT_REACH), -1):
            piece = self._sentence[here]
            if piece.mark and piece.text not in _QUOTES:
                if here == at - 1:
                    continue
                break
            if self._verbs[here] is not None:
                break
            if not (piece.actors or piece.nouns or piece.places or piece.heads or event_class(piece)):
                continue
            if agrees(piece, _form(gender, plural=pronoun in ("الذين", "اللذين", "اللذان"))):
                act = self._act_before(here) if not (piece.actors and not piece.nouns) else None
                if act is not None and agrees(self._sentence[act], _form(gender, plural=False)):
                    return act  # الهجوم الانتحاري الذي
                if event_class(piece) is not None or piece.actors or piece.heads:
                    return here
                nearest = nearest if nearest is not None else here
        return nearest

    def _indefinite_before(self, at: int, verb: Predicate) -> int | None:
        """Return the indefinite noun before a verb that the verb's clause is said of: `غارات أسفرت`, `هجوم شنه`."""
        pointed: int | None = None
        for here in range(at - 1, max(-1, at - _ANTECEDENT_REACH), -1):
            piece = self._sentence[here]
            if piece.mark and piece.text not in _QUOTES:
                if piece.text in _COMMAS and here == at - 1:
                    continue
                break
            if self._verbs[here] is not None or piece.text in _PREPOSITIONS or _is_name(piece):
                break
            counted = piece.number is not None or event_class(piece) is not None or bool(piece.nouns)
            if counted and not is_definite(piece):
                act = self._act_before(here)
                if act is not None and (verb.pronoun or agrees(self._sentence[act], verb)):
                    return act  # هجوما انتحاريا أوقع
                if verb.pronoun or agrees(piece, verb):
                    return here
                break
            if here == at - 1 and verb.pronoun and not (piece.mark or piece.actors or piece.places or piece.time):
                pointed = here
        return pointed

    def _act_before(self, at: int) -> int | None:
        """Return the event's noun that a word behind it only describes."""
        for here in range(at - 1, max(-1, at - 3), -1):
            piece = self._sentence[here]
            if piece.mark or piece.conjunction or self._verbs[here] is not None or piece.text in _PREPOSITIONS:
                return None
            if event_class(piece) is not None:
                return here
        return None


def _is_name(piece: Chunk) -> bool:
    return bool(piece.places) or (bool(piece.actors) and not piece.nouns)


def _form(gender: Literal["m", "f"], *, plural: bool) -> Predicate:
    return Predicate("other", VerbForm("", "past", "active", "plural" if plural else "singular", gender), "", "")
