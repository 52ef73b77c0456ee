"""The decision: what a reviewer has judged of a claim, a finding, a statement or a quantity, who, when and why."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from tawatur.model.claim import Claim

#: `accept`, `correct`, `reject` judge a claim, `add` brings in one that the program missed, or an actor or a place that
#: no pack knows; `seen`, `dismiss` judge a finding; `merge`, `split` judge statements and quantities; `note` says
#: something about any of them and judges nothing; `undo` takes back a decision, an `undo` as well.
DecisionKind = Literal["accept", "correct", "reject", "add", "seen", "dismiss", "merge", "split", "note", "undo"]

#: What a decision is about. An `undo` is about a `decision`.
SubjectKind = Literal["claim", "finding", "statement", "quantity", "actor", "place", "decision"]

Spans = dict[str, tuple[tuple[int, int], ...]]


class Judgement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a reviewer wants to have kept.

    `target` is the id of what is judged: a claim's, a finding's, a statement's; of an added claim its document's, of an
    actor or a place its key. `changes` holds the corrected slots by the codebook's names (`{"of": "daesh"}`), or the
    row of an actor or place. `spans` are the words selected for a slot (`{"of": [[8, 13]]}`, code points of the
    document's raw text); those of `number` and `quote` are the claim's own words.
    `members` are what is merged, or what `apart` is split from: claims' ids for a quantity; statements' ids, or reports
    (`doc#section`), for a statement. `key` is of the client's making: the same judgement given twice under one key is
    kept once.
    """

    kind: DecisionKind
    subject: SubjectKind = "claim"
    target: str
    reviewer: str
    reason: str | None = None
    changes: dict[str, Any] = msgspec.field(default_factory=dict)
    spans: Spans = msgspec.field(default_factory=dict)
    members: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    key: str | None = None


class Decision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A judgement as it is kept; nothing overwrites it.

    `at` is when it was made (ISO 8601, UTC). `target` is what it hangs on: where it judges a claim, the id that the
    claim had when somebody first judged it. `claim` is the claim as the reviewer had it before him, `outcome` what he
    makes of it: the same where he accepts it, None where he rejects it.
    """

    id: str
    kind: DecisionKind
    subject: SubjectKind
    target: str
    reviewer: str
    at: str
    reason: str | None = None
    changes: dict[str, Any] = msgspec.field(default_factory=dict)
    spans: Spans = msgspec.field(default_factory=dict)
    members: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    key: str | None = None
    claim: Claim | None = None
    outcome: Claim | None = None
