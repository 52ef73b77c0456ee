"""What follows a counted noun and belongs to its phrase: adjectives, the whole it is of, a party's name, `آخرين`."""

from __future__ import annotations

from tawatur.extract.clauses.nominals import bears_arms, counts_itself, is_joined, is_national, names_nation
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity, leads, take_noun
from tawatur.packs import Noun

_ANAPHORS = words_of("of_them")
_DWELLERS = frozenset(words_of("dwellers"))
_RANKS = ("صفوف", "اوساط", "عداد", "عديد")
_IN_RANKS = tuple((word,) for word in _RANKS)
_ONLY = frozenset(words_of("only_so_many"))
#: Words for the best, the greatest, the worst of those whom the next word names.
_FOREMOST = frozenset(words_of("foremost_people"))
#: Of a noun whose people no key stands for.
_BY_NAME = "by_name"
_OTHERS = words_of("others")
#: The population that `رجال` names where it is nobody's.
_MEN = "men"
#: Keys of any state's armed men, whose name is no noun of theirs: `قوات الأمن`.
_CORPS = ("security_forces", "police")
#: From which numbers on what is counted stands in the singular, and there with the genitive's ending.
_GOVERNS_SINGULAR, _GOVERNS_GENITIVE = 11, 100
_SPECIALLY = frozenset(("خاصة", "خصوصا", "غالبا", "لاسيما", "تحديدا"))
_AGENT = words_of("before_agent")
_BESIDES = words_of("besides")
#: Measures of those who fell, which one number may count together.
_FALLEN = frozenset(("killed", "wounded"))
_LOST = _FALLEN | {"held", "missing"}
#: What stands behind `مشتبه`, `مشتبها`.
_WHO_IS = ("به", "بها", "بهما", "بهم")
#: The pronouns that `بين` and `ضمن` bear where a part of those counted follows.
_PRONOUNS = ("هم", "هن", "ها", "هما")


def take_modifiers(quantity: Quantity, sentence: list[Chunk], lexicon: Lexicon) -> None:
    """Take what follows the counted noun: adjectives, `من` with a plural, a party's name, `آخرين`, `منهم`."""
    at = quantity.last
    adjectives = 0
    while at < len(sentence):
        piece = sentence[at]
        if piece.first < quantity.number_tokens[1] and _is_hedge(piece):
            at += 1  # على الأقل
            continue
        word = piece.text
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        if piece.mark:
            if word == "(" and quantity.parties:  # an apposition: جبهة النصرة (تنظيم القاعدة)
                closing = next((i for i in range(at, min(len(sentence), at + 10)) if sentence[i].text == ")"), None)
                if closing is None:
                    break
                at = closing + 1
                continue
            if word in ("(", '"') and following is not None and (following.actors or following.state):
                at += 1
                continue
            if word == '"' and following is not None and _opens_whom(sentence, at):
                at += 1
                continue
            if word in (")", '"') and at > quantity.last:
                at += 1
                continue
            break
        counted = quantity.noun is not None or bool(quantity.parties) or quantity.state is not None
        fallen = quantity.measure is not None  # those who are in them are a strength
        in_ranks = fallen and len(piece.words) > 1 and piece.words[0] in ("في", "ضمن") and piece.words[-1] in _RANKS
        said = counted and any(reading.trigger.kind == "participle" for reading in piece.triggers)
        if said and not (in_ranks and quantity.measure is not None):
            break  # العناصر المحتجزين: what is said of them
        if _opens_part(piece):
            break  # خمسة مدنيين من بينهم طفل
        if word == "من" and following is not None and following.names("event") and _counts_people(quantity):
            break  # فر ألف مدني من هجوم لقوات كذا
        if word in _OTHERS:
            quantity.others = True
        elif word in _ANAPHORS:
            quantity.anaphor = True
        elif word in _WHO_IS and quantity.noun is not None and quantity.noun.lemma.startswith("مشتبه"):
            pass  # مشتبها به أفغانيا
        elif _joins_fallen(quantity, sentence, at):
            pass  # عشرات القتلى والجرحى من المدنيين
        elif word in ("من", "بين") and "agent" not in piece.cues and _opens_people(sentence, at + 1):
            pass
        elif _opens_more(sentence, at, quantity):
            quantity.parties += [(key, sentence[at + 1]) for key in _main(sentence[at + 1].actors, lexicon)]
            at += 1  # من الجيش ومن الحركة
        elif quantity.noun is None and not quantity.parties and word in _DWELLERS and sentence[at - 1].text == "من":
            quantity.unit = quantity.unit or "person"  # سبعة من سكان الحي
            quantity.population = "residents"
            at += 1
            break
        elif word in _ONLY and following is not None and following.text == "من" and _opens_people(sentence, at + 2):
            pass  # اثنان فقط من المدنيين
        elif word in ("في", "ضمن", "من") and following is not None and following.text in _RANKS:
            at += 1
        elif word == "من" and following is not None and following.text in _FOREMOST and _opens_people(sentence, at + 2):
            at += 1  # ثلاثة من أبرز القادة
        elif in_ranks:
            pass  # 250 قتيلا في صفوف الحوثيين
        elif (
            piece.nouns
            and _is_population(piece.actors, lexicon)
            and quantity.noun is None
            and _follows_partitive(sentence, at)
        ):
            several = _whole_noun(piece, following, lexicon)
            take_noun(quantity, several)
            if quantity.population in (None, _BY_NAME) and " " not in several.lemma:  # رجال الدين: no men in general
                quantity.population = piece.actors[0]
        elif joint := _joint_people(quantity, sentence, at):
            quantity.parties += joint
        elif piece.conjunction and _is_one_more(piece):
            break  # جنديان من الشرطة ومسلح
        elif quantity.noun is not None and names_nation(piece, sentence[at - 1]):
            quantity.state, quantity.state_words = piece.state, (piece.first, piece.last)
        elif piece.conjunction and counts_itself(sentence, at):
            break  # عنصران من قوات الأمن ومسلح
        elif quantity.role is not None and _only_describes(piece, lexicon):
            pass  # 400 مقاتل ناشط
        elif piece.actors and (not piece.conjunction or quantity.parties):
            serves = quantity.role in ("state_forces", "member") or leads(quantity)
            serving = piece.preposition == "ب" and serves  # جنود بالجيش المصري, زعيمين بجماعة كذا
            home = piece.preposition == "ل" and bool(piece.places) and quantity.noun is None  # 106 لفرنسا: where to
            if home or (piece.preposition not in ("", "ل") and not serving):
                break
            if quantity.parties and not piece.conjunction:
                if not _is_population(piece.actors, lexicon):
                    led = quantity.parties[-1][0] == "leaders"  # ثلاثة من قادة الحركة
                    behind_of = led or sentence[at - 1].text == "من"
                    vague = behind_of and _is_population((quantity.parties[-1][0],), lexicon)
                    if not vague or piece.places:
                        break
                    quantity.parties[-1] = (_main(piece.actors, lexicon)[0], piece)  # آلاف الجنود من التحالف
                at += 1  # تنظيم داعش الإرهابي
                continue
            quantity.parties += [(key, piece) for key in _main(piece.actors, lexicon)]
        elif piece.actors and piece.conjunction and sentence[at - 1].nouns and _follows_partitive(sentence, at):
            # من مسلحي وقادة التنظيم: of the whole that both belong to
            whole = (
                lexicon.knowledge.actors[piece.actors[0]].parent
                if piece.actors[0] in lexicon.knowledge.actors
                else None
            )
            quantity.parties.append((whole or piece.actors[0], piece))
        elif piece.heads and piece.definite and not piece.conjunction and piece.preposition in ("", "ل"):
            quantity.parties.append(("@" + "|".join(sorted(piece.heads)), piece))
        elif piece.state is not None and (not piece.nouns or is_national(piece)) and not piece.preposition:
            if piece.conjunction or is_joined(piece):
                break  # جزائري وتونسي, لبنان (675 ألفا) فتركيا
            quantity.state = piece.state
            quantity.state_words = (piece.first, piece.last)
            if quantity.noun is None and _are_nationals(piece) and _follows_partitive(sentence, at):
                quantity.unit = quantity.unit or "person"  # عشرات الآلاف من السوريين
        elif piece.nouns and not piece.preposition and not _is_verb(piece) and _follows_partitive(sentence, at):
            noun = _whole_noun(piece, following, lexicon)
            if quantity.others and noun.unit == "event":
                break  # فر خمسة ملايين آخرين من المعارك
            dwell = noun.of == "residents" and quantity.noun is not None  # ضابط من مواطنيها
            if quantity.noun is None or (noun.of and quantity.role != "armed_group" and not dwell):
                before = quantity.noun
                take_noun(quantity, noun)
                if piece.nouns[0].form.possessed and quantity.population == _MEN:
                    quantity.population, quantity.role = None, "member"  # أربعة من رجاله
                if before is not None and before.measure:
                    quantity.measure = before.measure
            if piece.state is not None:
                quantity.state = quantity.state or piece.state
        elif quantity.role == "member" and bears_arms(piece) and not leads(quantity):
            quantity.role = "armed_group"  # 20 عنصرا إرهابيا
        elif quantity.noun is not None and word in quantity.noun.lemma.split()[1:]:
            pass  # 70 حالة اختناق
        elif (quantity.noun is not None or quantity.parties) and adjectives < 2 and _is_adjective(piece, quantity):
            adjectives += 1
        else:
            break
        at += 1
    while at > quantity.last and sentence[at - 1].mark:
        at -= 1
    quantity.last = max(at, _with_families(quantity, sentence, at, lexicon))


def _whole_noun(piece: Chunk, following: Chunk | None, lexicon: Lexicon) -> Noun:
    """Return the noun at a chunk, that of several words where the next one completes it: `من رجال الدين`."""
    first = piece.nouns[0]
    several = lexicon.noun_of(first.form.lemma, (following.text,)) if following is not None else None
    return several if several is not None and " " in several.lemma else first.noun


def _counts_people(quantity: Quantity) -> bool:
    return quantity.noun is not None and quantity.noun.unit == "person"


def _opens_part(piece: Chunk) -> bool:
    """`من بينهم`, `من ضمنهم`: what follows is a part of those counted, none of whom they are."""
    return len(piece.words) > 1 and "part" in piece.cues and piece.words[-1].endswith(_PRONOUNS)


def _joins_fallen(quantity: Quantity, sentence: list[Chunk], at: int) -> bool:
    """`عشرات القتلى والجرحى من الجيش`: those joined to a number's dead whose people follow behind both."""
    if quantity.measure not in _FALLEN:
        return False
    end = at
    while end < len(sentence) and sentence[end].conjunction == "و" and sentence[end].number is None:
        if not any(r.noun.measure in _LOST - {quantity.measure} for r in sentence[end].nouns):
            return False
        end += 1
    if end == at or end + 1 >= len(sentence):
        return False
    return (
        sentence[end].text in ("من", "بين") and "agent" not in sentence[end].cues and _opens_people(sentence, end + 1)
    )


def _opens_more(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """`من الجيش ومن الحركة`: `من` again, before another party of the same number."""
    behind = sentence[at + 1] if at + 1 < len(sentence) else None
    again = sentence[at].text == "ومن" and bool(quantity.parties) and "agent" not in sentence[at].cues
    return again and behind is not None and bool(behind.actors) and not (behind.conjunction or behind.preposition)


def _joint_people(quantity: Quantity, sentence: list[Chunk], at: int) -> list[tuple[str, Chunk]]:
    """`العشرات من النساء والأطفال`, `مئات المدنيين والجنود`, `2000 مدني وعسكري`: two kinds of people under one number.

    Behind plurals with the article, and behind a number whose noun stands in the singular: `25 امرأة وطفلا`.
    """
    piece, before = sentence[at], sentence[at - 1]
    first = "security_forces" if quantity.role == "state_forces" else quantity.population
    if quantity.parties or first in (None, "by_name", "leaders") or piece.conjunction != "و" or not piece.actors:
        return []
    if at <= quantity.first or not before.nouns or before.state is not None:
        return []
    corps = not piece.nouns and piece.actors[0] in _CORPS
    between = at > 1 and sentence[at - 2].text == "بين"  # 12 بين نساء وأطفال
    plurals = all(_is_plural(one, between=between) for one in (before, *([] if corps else [piece])))
    low = quantity.low if isinstance(quantity.low, int) else 0
    governed = [r.form for r in piece.nouns if r.form.number == "singular" and not r.stem.article]
    alike = low >= _GOVERNS_SINGULAR and any(form.accusative or low >= _GOVERNS_GENITIVE for form in governed)
    alike = alike and any(r.form.number == "singular" and not r.stem.article for r in before.nouns)
    if not (plurals or alike) or piece.actors[0] == first:
        return []
    return [(str(first), before), (piece.actors[0], piece)]


def _is_plural(piece: Chunk, *, between: bool) -> bool:
    """Tell whether a chunk is a noun in the plural, with the article where no `بين` leads it in."""
    return any(r.form.number in ("plural", "ambiguous") and (r.stem.article or between) for r in piece.nouns)


def _with_families(quantity: Quantity, sentence: list[Chunk], at: int, lexicon: Lexicon) -> int:
    """`عناصر داعش وأفراد عائلاتهم`: a party's people and families have a key of their own where a pack gives one."""
    if not quantity.parties or not (at < len(sentence) and sentence[at].conjunction):
        return at
    key = f"{quantity.parties[-1][0]}_families"
    for end in range(at, min(len(sentence), at + 2)):
        if any(reading.noun.unit == "household" and reading.form.possessed for reading in sentence[end].nouns):
            if key in lexicon.knowledge.actors:
                quantity.parties[-1] = (key, quantity.parties[-1][1])
            elif "families" in lexicon.knowledge.actors:
                quantity.parties.append(("families", sentence[end]))
            return end + 1
    return at


def _opens_people(sentence: list[Chunk], at: int) -> bool:
    """Tell whether people are named at a chunk, or behind a quotation mark there."""
    if at + 1 < len(sentence) and sentence[at].text == '"':
        at += 1
    return at < len(sentence) and (_is_whom(sentence[at]) or sentence[at].text in _DWELLERS)


def _opens_whom(sentence: list[Chunk], at: int) -> bool:
    """`خمسة من "العناصر كذا"`, `العشرات" من قوات كذا`: a quotation mark within the phrase."""
    following = sentence[at + 1]
    behind = at > 0 and sentence[at - 1].text == "من" and bool(following.nouns)
    before = following.text == "من" and at + 2 < len(sentence) and _is_whom(sentence[at + 2])
    return behind or before


def _is_hedge(piece: Chunk) -> bool:
    """Tell whether a chunk within a number's span is the hedge behind its noun, no word about the noun."""
    return not (piece.mark or piece.nouns or piece.actors or piece.heads or piece.state)


def _is_one_more(piece: Chunk) -> bool:
    """Tell whether a chunk is a singular without article of a person: counted for itself."""
    return any(
        reading.noun.unit == "person"
        and reading.form.number == "singular"
        and not (reading.stem.article or reading.form.accusative)
        for reading in piece.nouns
    )


def _is_verb(piece: Chunk) -> bool:
    phrase = len(piece.words) > 1
    return any(reading.trigger.kind in ("verb", "masdar") or phrase for reading in piece.triggers)  # من أعضاء: no verb


def _main(actors: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Of the actors that share a name, return the most telling one."""
    known = [key for key in actors if key in lexicon.knowledge.actors and lexicon.knowledge.actors[key].kind == "actor"]
    return tuple((known or list(actors))[:1])


def _only_describes(piece: Chunk, lexicon: Lexicon) -> bool:
    """`مقاتل ناشط`, `عنصرا ناشطا`: behind a fighter, a noun for those who tell something says what he is like."""
    known = lexicon.knowledge.actors
    kinds = {known[key].kind for key in piece.actors if key in known}
    alone = len(piece.words) == 1 and not (piece.conjunction or piece.preposition)
    return alone and kinds == {"source"} and bool(piece.nouns) and not piece.text.startswith("ال")


def _is_population(actors: tuple[str, ...], lexicon: Lexicon) -> bool:
    known = lexicon.knowledge.actors
    return bool(actors) and all(key in known and known[key].kind == "population" for key in actors)


def _is_whom(piece: Chunk) -> bool:
    if any(reading.noun.unit == "facility" and reading.form.possessed for reading in piece.nouns):
        return False  # فرار مئات الآلاف من منازلهم
    return bool(piece.nouns or piece.actors or piece.state or piece.heads) and not piece.preposition


def _are_nationals(piece: Chunk) -> bool:
    """Tell whether a word for what is of a state is the plural of its people: `السوريين`."""
    return piece.text.startswith("ال") and piece.text.endswith(("يين", "يون"))


def _follows_partitive(sentence: list[Chunk], at: int) -> bool:
    back = at - 1
    while back >= 0 and (sentence[back].mark or sentence[back].state or sentence[back].nouns):
        back -= 1
    return back >= 0 and (sentence[back].text in ("من", "بين", *_RANKS) or sentence[back].words[-1:] in _IN_RANKS)


def _is_adjective(piece: Chunk, quantity: Quantity) -> bool:
    """Tell whether a word can be an attribute of the counted noun: no prefix, no other reading, an adjective's end."""
    word = piece.text
    if word in _AGENT or word in _BESIDES or word in _SPECIALLY or (word[0] in "يت" and word.endswith(("ان", "ون"))):
        return False  # شخصين ينتميان إلى
    if piece.conjunction or piece.preposition or piece.triggers or piece.verb_says or piece.says or piece.cues:
        return False
    if piece.nouns and quantity.unit != "event":
        return False
    if piece.number is not None or piece.time is not None or piece.places or piece.actors:
        return False
    return len(word) >= 4 and word.endswith(("ا", "ة", "ين", "ون", "ي", "ان", "ات", "ية"))
