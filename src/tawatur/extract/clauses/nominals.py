"""Nominals: where a noun phrase ends, whether a verb agrees with it, and which party it names."""

from __future__ import annotations

from tawatur.arabic import stems
from tawatur.extract.clauses.event_nouns import are_several
from tawatur.extract.clauses.predicates import Predicate, event_class, finite_verb
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Discourse
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party

_QUOTES = frozenset('"()«»')
_PREPOSITIONS = frozenset(words_of("preposition"))
_THAT = frozenset(words_of("that"))
_OWNING = frozenset(words_of("owning"))
_FEMININE = frozenset(words_of("feminine"))
_MASCULINE_LANDS = frozenset(words_of("masculine_land"))
_SHORTENED = frozenset(words_of("shortened"))
_RESUMPTIVE = frozenset(words_of("resumptive"))
_SUSPECTED = words_of("suspected")
_MILITANT = words_of("militant")
_TOWARDS = words_of("towards")
_BODIES = frozenset(words_of("force_parts"))
_LONGEST = 9
#: What the nouns for those who serve some armed body tell of them.
_FIGHTERS = frozenset(("armed_group", "attackers", "member", "state_forces"))
_SOLDIERS = "security_forces"


def begins_phrase(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a noun phrase that no preposition governs begins at a chunk."""
    piece = sentence[at]
    if piece.mark or piece.preposition or piece.time is not None or "clause" in piece.cues:
        return False
    if piece.text in _PREPOSITIONS or piece.text in _THAT or piece.text.removeprefix("و") in _THAT:
        return False
    if piece.text.removeprefix(piece.conjunction) in _RESUMPTIVE or "part" in piece.cues:
        return False
    if piece.says & {"preposition", "participle"} or piece.text in _OWNING:
        return False
    return not _governed(sentence, at)


def _governed(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a preposition stands right before a chunk, quotation marks aside."""
    back = at - 1
    while back >= 0 and sentence[back].text in _QUOTES:
        back -= 1
    if back < 0:
        return False
    before = sentence[back]
    if before.time is not None or before.number is not None:
        return False
    return before.text in _PREPOSITIONS or before.text.removeprefix("و") in _PREPOSITIONS


def phrase_end(sentence: list[Chunk], at: int) -> int:
    """Return the chunk after the noun phrase that begins at `at`, with what `من` and `ل` say whose it is."""
    end = at + 1
    while end < min(len(sentence), at + _LONGEST):
        piece = sentence[end]
        if piece.text in _QUOTES:
            end += 1
            continue
        if piece.mark or piece.conjunction or piece.time is not None:
            break
        if piece.number is not None and (piece.number.noun is None or is_definite(sentence[at])):
            break  # قصف المسلحون قريتين: an object
        if end + 1 < len(sentence) and (piece.text in _OWNING or _leads_to_owner(sentence, end)):
            end += 1
            continue
        if piece.preposition not in ("", "ل") or "clause" in piece.cues or piece.text in _PREPOSITIONS:
            break
        if piece.text in _THAT or finite_verb(sentence, end) is not None:
            break
        end += 1
    while end > at + 1 and (sentence[end - 1].text in _QUOTES or sentence[end - 1].text in _OWNING):
        end -= 1
    return end


def _leads_to_owner(sentence: list[Chunk], at: int) -> bool:
    """`مسلح ينتمي إلى كذا`, `عناصر في كذا`: a preposition before the body whose man a noun names."""
    piece, before, behind = sentence[at], sentence[at - 1], sentence[at + 1]
    if piece.is_(*_TOWARDS):
        return before.text in _OWNING
    of_body = any(reading.noun.of in _FIGHTERS for reading in before.nouns) and (behind.actors or behind.heads)
    return piece.text == "في" and bool(of_body) and not behind.places


def agrees(piece: Chunk, verb: Predicate) -> bool:
    """Tell whether a verb may be said of what a chunk names: gender and number, where print shows them."""
    gender, many = gender_of(piece)
    if verb.form.number == "plural":
        return many is not False
    if gender is None or (verb.form.tense == "present" and verb.form.gender == "f"):
        return True  # تدخل: she enters, or he stepped in
    return gender == verb.form.gender


def gender_of(piece: Chunk) -> tuple[str | None, bool | None]:
    """Return a phrase head's gender for agreement, and whether it may be several people; None where unknown."""
    for reading in piece.nouns:
        if reading.form.number == "singular":
            return reading.form.gender, False
        if reading.form.number == "plural":
            return ("f", False) if reading.noun.unit != "person" else (None, True)
        return None, True
    head = piece.words[0] if piece.words else piece.text
    head = head.removeprefix(piece.conjunction).removeprefix(piece.preposition)
    bare = head.removeprefix("ال")
    if bare.endswith(("ة", "ات")):
        return "f", None if bare.endswith("ات") else False
    if bare in _MASCULINE_LANDS and len(piece.words) == 1:
        return None, False  # العراق يعدم, وأعدمت العراق
    if bare in _FEMININE or (piece.actors and piece.places):
        return "f", None
    if bare in _SHORTENED:
        return None, None  # تكبدت الدعم السريع: its forces
    if piece.actors and len(piece.words) > 1 and not bare.endswith(("ا", "ي", "و", "ون", "ين")):
        return "m", None
    return None, None


def party_of(sentence: list[Chunk], at: int, end: int, discourse: Discourse, lexicon: Lexicon) -> Party | None:
    """Return the party that a noun phrase names: an actor's name, a state's adjective, a noun for people who act."""
    vague: Party | None = None
    people: Party | None = None
    for here in range(at, end):
        piece = sentence[here]
        state = state_of(piece, lexicon)
        of_war = _is_of_war(sentence[at]) or names_body(sentence[at])
        if state is not None and here > at and piece.preposition == "" and of_war:
            return Party(state, piece)  # مروحيتان أميركيتان, المدفعية التركية
        if piece.actors:
            key = piece.actors[0]
            if key in ("militants", "attackers"):  # انتحاري من حركة كذا
                vague = vague or Party(key, piece)
                continue
            if names_land(piece, lexicon) and here > at:
                continue
            nation = state_of(sentence[here + 1], lexicon) if key == _SOLDIERS and here + 1 < end else None
            if nation is not None:
                return Party(nation, piece)  # برصاص جندي إسرائيلي
            if here == at and are_several(piece) and _is_population(key, lexicon):
                people = Party(key, piece)  # رجال الحركة
                continue
            if people is not None and key not in lexicon.armed:
                continue
            return Party(key, piece)
        if piece.heads and piece.definite:
            actor = discourse.resolve(piece.heads)
            if actor is not None:
                return Party(actor, piece)
        counted = lexicon.noun_of(piece.number.noun) if piece.number is not None and piece.number.noun else None
        if counted is not None and counted.of in ("armed_group", "attackers"):
            vague = vague or Party("militants" if counted.of == "armed_group" else "attackers", piece)
        for reading in piece.nouns if here == at or event_class(sentence[here - 1]) is None else ():
            if reading.noun.of == "armed_group":
                vague = vague or Party("militants", piece)
            elif reading.noun.of in lexicon.agents or reading.noun.of == "attackers":
                vague = vague or Party(reading.noun.of, piece)
    return suspected(sentence, end, lexicon) or vague if vague is not None else people


def _is_population(key: str, lexicon: Lexicon) -> bool:
    known = lexicon.knowledge.actors.get(key)
    return known is not None and known.kind == "population"


def _is_of_war(piece: Chunk) -> bool:
    """Tell whether a chunk names something that flies, rolls or is fired, which its state's adjective is said of."""
    return piece.names("vehicle") or piece.names("weapon")


def names_body(piece: Chunk) -> bool:
    """Tell whether a chunk is a noun for a part of some state's forces, which names nobody by itself (`المدفعية`)."""
    head = piece.words[0].removeprefix(piece.conjunction).removeprefix(piece.preposition)
    return not piece.actors and head.removeprefix("ال") in _BODIES


def suspected(sentence: list[Chunk], end: int, lexicon: Lexicon) -> Party | None:
    """`مسلحون يشتبه بأنهم من جماعة كذا`: whose they are thought to be."""
    if not 0 < end < len(sentence) or not sentence[end].text.startswith(_SUSPECTED):
        return None
    said = sentence[end + 2] if end + 2 < len(sentence) and sentence[end + 1].text.endswith("ها") else None
    if said is not None and said.state is not None and not said.places:  # غارة يرجح أنها روسية
        return Party(lexicon.knowledge.states[said.state].forces, said)
    for piece in sentence[end + 1 : end + _LONGEST]:
        group = next((key for key in piece.actors if key in lexicon.armed_groups and key != "militants"), None)
        if group is not None:
            return Party(group, piece)
    return None


def state_of(piece: Chunk, lexicon: Lexicon) -> str | None:
    """Return the forces of the state whose adjective a chunk is: `أميركية`, `الروسية`."""
    return lexicon.knowledge.states[piece.state].forces if piece.state is not None else None


def by_adjective(piece: Chunk, lexicon: Lexicon) -> str | None:
    """`الروسية`, `السورية`: the forces of the state whose adjective alone a chunk is; no land's name wears the article.

    A land that is spelt as its own adjective (`سورية`) is that adjective beside another (`سورية وروسية`).
    """
    named = bool(piece.actors) and not (is_definite(piece) and piece.actors[0] in lexicon.state_keys)
    return None if named or piece.nouns or piece.preposition else state_of(piece, lexicon)


def may_be_adjective(piece: Chunk, event: Chunk, *, objective: bool) -> bool:
    """`القصف الإسرائيلي`: tell whether a state's word may be an event's adjective, though a man is called so as well.

    Behind a masdar of what is done to somebody (`objective`: `اغتيال إسرائيلي`) the man is meant.
    """
    if not piece.nouns:
        return True
    man = all(reading.noun.unit == "person" and reading.form.number == "singular" for reading in piece.nouns)
    alike = is_definite(event) == is_definite(piece)
    return man and alike and not (objective or piece.preposition or piece.conjunction)


def is_joined(piece: Chunk) -> bool:
    """Tell whether a chunk wears the conjunction `و`; a state's adjective, which counts nobody, by its letters."""
    return piece.conjunction == "و" or (piece.state is not None and piece.text.startswith("و"))


def names_land(piece: Chunk, lexicon: Lexicon) -> bool:
    """Tell whether a chunk names a state by its land's name, which may be a place and nobody who acts."""
    return bool(piece.places) and any(key in lexicon.state_keys for key in piece.actors)


def is_definite(piece: Chunk) -> bool:
    """Tell whether a chunk's word wears the article."""
    return any(stem.article for stem in stems(piece.text))


def names_nation(piece: Chunk, noun: Chunk) -> bool:
    """`12 معتقلا سوريا`: an adjective in the accusative behind its noun, spelt as the state's name is."""
    agrees = any(reading.form.accusative for reading in noun.nouns)
    return agrees and piece.state is not None and len(piece.words) == 1 and not (piece.conjunction or piece.preposition)


def bears_arms(piece: Chunk) -> bool:
    """Tell whether a word behind a noun for members is an adjective for people who bear arms: `عنصرا إرهابيا`."""
    prefixed = piece.conjunction or piece.preposition
    armed = any(reading.noun.of == "armed_group" for reading in piece.nouns)
    return not prefixed and (armed or piece.text.removeprefix("ال").startswith(_MILITANT))


def counts_itself(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a joined word is no more of the same: an indefinite singular, or a verb before a number."""
    piece = sentence[at]
    one = any(r.form.number == "singular" and not r.stem.article and not r.form.possessed for r in piece.nouns)
    people = any(reading.noun.unit == "person" for reading in piece.nouns)
    followed = at + 1 < len(sentence) and sentence[at + 1].number is not None
    return (one and people) or (followed and bool(piece.triggers))


def is_national(piece: Chunk) -> bool:
    """`المقاتلين العراقيين`: a noun for a state's people, as an adjective."""
    return all(reading.noun.of is None and reading.noun.unit == "person" for reading in piece.nouns)
