"""Roles: which states take part in a coalition, where and how, where a text lists them.

A role phrase in a list belongs to the name before it and to the names joined to that one by `و` (codebook).
"""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.discourse import Discourse
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.places.located import Located
from tawatur.extract.report.draft import Draft

_SHORTEST = 3
#: How many chunks into a list its first participant stands.
_OPENS = 2


def find_roles(
    sentence: list[Chunk], number: int, places: list[Located], passage: Passage, discourse: Discourse, lexicon: Lexicon
) -> list[Draft]:
    """Return a role claim for each state in a sentence's lists of participants by theatre."""
    found: list[Draft] = []
    for theatre, first, last in _lists(sentence, places):
        members = _members(sentence, first, last)
        if len(members) < _SHORTEST:
            continue
        found += _drafts(sentence, number, theatre, members, passage, discourse, lexicon)
    return found


def _lists(sentence: list[Chunk], places: list[Located]) -> list[tuple[list[Located], int, int]]:
    """Return (theatre, first chunk of the list, chunk after it): `في العراق فقط، …` or `في سوريا والعراق: …`."""
    heads: list[tuple[list[Located], int, int]] = []
    by_at = {located.at: located for located in places if located.place.kind == "country"}
    at = 0
    while at < len(sentence):
        if at in by_at and at and (sentence[at - 1].is_("في") or sentence[at].preposition == "ب"):
            theatre = [by_at[at]]
            opened = at - 1
            while at + 1 in by_at and sentence[at + 1].conjunction:
                at += 1
                theatre.append(by_at[at])
            after = at + 1
            only = after < len(sentence) and "theatre_only" in sentence[after].cues
            after += only
            if after < len(sentence) and (sentence[after].text == ":" or (only and sentence[after].mark)):
                heads.append((theatre, opened, after + 1))
        at += 1
    return [
        (theatre, first, heads[i + 1][1] if i + 1 < len(heads) else len(sentence))
        for i, (theatre, _, first) in enumerate(heads)
    ]


def _members(sentence: list[Chunk], first: int, last: int) -> list[tuple[int, int, int]]:
    """Return the list's items as (state's chunk, first chunk of its role, chunk after it)."""
    states = [at for at in range(first, last) if sentence[at].actors and sentence[at].places]
    if not states or states[0] - first > _OPENS:
        return []  # قال بعد محادثات في المملكة: إن قدرة إيران
    items = []
    for order, at in enumerate(states):
        end = states[order + 1] if order + 1 < len(states) else last
        start, stop = at + 1, end
        while start < stop and sentence[start].mark:
            start += 1
        while stop > start and sentence[stop - 1].mark:
            stop -= 1
        items.append((at, start, stop))
    return items


def _drafts(
    sentence: list[Chunk],
    number: int,
    theatre: list[Located],
    members: list[tuple[int, int, int]],
    passage: Passage,
    discourse: Discourse,
    lexicon: Lexicon,
) -> list[Draft]:
    alliance = discourse.latest(lexicon.alliances)
    roles = [
        " ".join(passage.words(sentence[a].first, sentence[b - 1].last).split()) if b > a else "" for _, a, b in members
    ]
    for order in range(len(members) - 2, -1, -1):
        following = sentence[members[order + 1][0]]
        if not roles[order] and following.conjunction:
            roles[order] = roles[order + 1]
    opened = theatre[0].at
    drafts = []
    for (at, _, stop), role in zip(members, roles, strict=True):
        piece = sentence[at]
        start = piece.first if role else sentence[opened].first
        end = sentence[stop - 1].last if role and stop > at + 1 else piece.last
        drafts.append(
            Draft(
                passage=passage,
                sentence=number,
                number=(piece.first, piece.last),
                quote=(start, end),
                measure="role",
                low=None,
                high=None,
                bound="exact",
                unit="other",
                name=role or "participation",
                of=[Party(alliance, None)] if alliance is not None else [],
                by=[Party(piece.actors[0], piece)],
                where=list(theatre),
                how="role list",
                own_where=True,
            )
        )
    return drafts
