"""Roles: which states take part in a coalition, where and how, where a text lists them.

By theatre (`في العراق فقط: إيطاليا تدرب الشرطة، …`), in turn (`تولت إيطاليا التدريب، ونشرت ألمانيا …`), or by
their names (`يضم التحالف فرنسا وألمانيا وإيطاليا`). A role phrase in a list belongs to the name before it and to the
names joined to that one by `و` (codebook).
"""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.discourse import Discourse
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.places.located import Located
from tawatur.extract.report.draft import Draft
from tawatur.extract.report.participants import (
    SHORTEST,
    STANDING,
    Participant,
    gathered,
    names_campaign,
    told_in_turn,
)

#: How many chunks into a list its first participant stands.
_OPENS = 2


def find_roles(
    sentence: list[Chunk],
    number: int,
    places: list[Located],
    earlier: list[Located],
    passage: Passage,
    discourse: Discourse,
    lexicon: Lexicon,
) -> list[Draft]:
    """Return a role claim for each state in a sentence's lists of participants.

    `places` are the sentence's; `earlier` those of the last sentence that told of any.
    """
    found: list[Draft] = []
    listed = told_in_turn(sentence, lexicon)
    for theatre, first, last in _lists(sentence, places):
        in_turn = [one for one in listed if first <= one.opened < last]
        members = in_turn if len(in_turn) >= SHORTEST else _members(sentence, first, last)
        if len(members) >= SHORTEST:
            opened = sentence[theatre[0].at].first
            found += _drafts(sentence, number, members, opened, passage, discourse, lexicon)
            for draft, one in zip(found[-len(members) :], members, strict=True):
                draft.where = [located for located in places if one.first <= located.at < one.stop] or list(theatre)
    if found:
        return found
    if listed and (_alliance(discourse, lexicon) or names_campaign(sentence, listed[0].at)):
        listed = [one for one in listed if not _counts(sentence, one)]
    else:
        listed = gathered(sentence, lexicon)
    if len(listed) < SHORTEST:
        return []
    drafts = _drafts(sentence, number, listed, sentence[listed[0].opened].first, passage, discourse, lexicon)
    for draft, one in zip(drafts, listed, strict=True):
        draft.where = _theatre(one, listed[0], places, discourse, lexicon) or earlier
    return drafts


def _counts(sentence: list[Chunk], one: Participant) -> bool:
    """Tell whether a part is a number: how many soldiers a state sent is another claim."""
    return any(piece.number is not None for piece in sentence[one.first : one.stop])


def _theatre(
    one: Participant, leading: Participant, places: list[Located], discourse: Discourse, lexicon: Lexicon
) -> list[Located]:
    """Return where a participant does its part: as its own words say, or those before the list, or its coalition's."""
    own = [located for located in places if one.first <= located.at < one.stop]
    before = [located for located in places if located.at < leading.at and not located.weak]
    alliance = _alliance(discourse, lexicon)
    codes = lexicon.theatres.get(alliance, ()) if alliance is not None else ()
    return own or before or [Located(0, lexicon.place(code), "") for code in codes]


def _alliance(discourse: Discourse, lexicon: Lexicon) -> str | None:
    """Return the coalition of states mentioned last; bodies that states are members of anyway wage no war by that."""
    return discourse.latest(lexicon.alliances - STANDING)


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
            if after < len(sentence) and (sentence[after].text == ":" or (only and _lists_behind(sentence, after))):
                heads.append((theatre, opened, after + 1))
        at += 1
    return [
        (theatre, first, heads[i + 1][1] if i + 1 < len(heads) else len(sentence))
        for i, (theatre, _, first) in enumerate(heads)
    ]


def _lists_behind(sentence: list[Chunk], mark: int) -> bool:
    """Tell whether a list may follow behind a mark: not what is set against it (`في العراق فحسب، بل في ليبيا`)."""
    return sentence[mark].mark and not (mark + 1 < len(sentence) and sentence[mark + 1].is_("بل"))


def _members(sentence: list[Chunk], first: int, last: int) -> list[Participant]:
    """Return the items of a theatre's list, each of which begins with its state."""
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
        items.append(Participant(at, start, stop, at))
    return items


def _drafts(
    sentence: list[Chunk],
    number: int,
    members: list[Participant],
    opened: int,
    passage: Passage,
    discourse: Discourse,
    lexicon: Lexicon,
) -> list[Draft]:
    """Return the participants' claims; one of which nothing else is told is quoted from token `opened` of its list."""
    head = members[0].at
    alliance = _alliance(discourse, lexicon)
    if names_campaign(sentence, head) and not any(alliance in piece.actors for piece in sentence[:head]):
        alliance = None  # a campaign of another name, or of none
    roles = [
        " ".join(passage.words(sentence[one.first].first, sentence[one.stop - 1].last).split())
        if one.stop > one.first
        else ""
        for one in members
    ]
    for order in range(len(members) - 2, -1, -1):
        following = sentence[members[order + 1].at]
        if not roles[order] and following.conjunction:
            roles[order] = roles[order + 1]
    drafts = []
    for one, role in zip(members, roles, strict=True):
        piece = sentence[one.at]
        start = sentence[one.opened].first if role else opened
        end = max(piece.last, sentence[one.stop - 1].last) if role and one.stop > one.first else piece.last
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
                how="role list",
                own_where=True,
            )
        )
    return drafts
