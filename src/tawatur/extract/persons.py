"""Named persons as outcomes: a leader killed or captured, counted as one and named.

Only those whom the text calls by a title or by a nom de guerre (`أبو فلان`) are read: leaders and officials.
"""

from __future__ import annotations

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.draft import Draft

_MEASURES = frozenset(("killed", "wounded", "detained", "abducted"))
_STOPS = frozenset(
    ("في", "من", "الي", "علي", "عن", "مع", "الذي", "التي", "ما", "هي", "هو", "خلال", "بعد", "قبل", "قرب", "كان", "اثر")
)


def find_persons(sentence: list[Chunk], number: int, passage: Passage, taken: set[int]) -> list[Draft]:
    """Return a claim for each named person that an outcome's word governs: `مقتل زعيم التنظيم أبو فلان`."""
    found: list[Draft] = []
    for at, piece in enumerate(sentence):
        reading = next(
            (
                r
                for r in piece.triggers
                if r.trigger.measure in _MEASURES
                and not r.pronoun
                and (r.trigger.kind == "masdar" or (r.verb is not None and r.verb.form.voice != "active"))
            ),
            None,
        )
        if reading is None or at in taken:
            continue
        name = _name_after(sentence, at + 1, taken)
        if name is None:
            continue
        first, last = name
        found.append(
            Draft(
                passage=passage,
                sentence=number,
                number=(sentence[first].first, sentence[last - 1].last),
                quote=(piece.first, sentence[last - 1].last),
                measure=reading.trigger.measure,  # type: ignore[arg-type]
                low=1,
                high=1,
                bound="exact",
                unit="person",
                name=" ".join(passage.words(sentence[first].first, sentence[last - 1].last).split()).strip(' "«»“”()'),
                trigger=piece,
                how="named person",
            )
        )
    return found


def _name_after(sentence: list[Chunk], at: int, taken: set[int]) -> tuple[int, int] | None:
    """Return the chunks of a name that a title opens, or a nom de guerre, right after the outcome's word."""
    titled = False
    start = at
    while start < len(sentence) and start < at + 7:
        piece = sentence[start]
        if start in taken or piece.number is not None or piece.time is not None:
            return None
        if "kunya" in piece.cues or piece.persons:
            return start, _name_end(sentence, start, piece)
        if "person_title" in piece.cues or any(r.noun.of == "member" for r in piece.nouns):
            titled = True
        elif not (
            titled
            and (piece.mark or piece.actors or piece.is_("في") or piece.state or piece.text.endswith(("ه", "ها")))
        ):
            return None
        start += 1
    return None


def _name_end(sentence: list[Chunk], start: int, head: Chunk) -> int:
    if head.persons and "kunya" not in head.cues:
        return start + 1
    end = start + 1
    while end < len(sentence) and end < start + 4:
        piece = sentence[end]
        if piece.mark or piece.conjunction or piece.text in _STOPS or piece.number or piece.time or piece.verb_says:
            break
        end += 1
    return end
