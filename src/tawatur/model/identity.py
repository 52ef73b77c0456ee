"""Content-hash identities: the same content always has the same id, so reading it twice changes nothing."""

from __future__ import annotations

import hashlib

import msgspec

from tawatur.model.claim import Claim
from tawatur.model.finding import Finding

_ENCODER = msgspec.json.Encoder(order="deterministic")

# What a claim says; not how it was found, how sure the program is, or what it is linked to.
_CLAIM_CONTENT = (
    "section", "start", "end", "measure", "low", "high", "bound", "unit", "change", "of", "by", "name", "where",
    "when", "source", "modality",
)  # fmt: skip


def digest(*fields: object, length: int = 16) -> str:
    """Return `length` hexadecimal digits of the SHA-256 of `fields` in their JSON form."""
    return hashlib.sha256(_ENCODER.encode(fields)).hexdigest()[:length]


def document_id(publisher: str | None, url: str | None, date: str | None, text: str) -> str:
    """Return the id of a document whose input brings none: a hash of what makes it that document."""
    return digest(publisher, url, date, text)


def identify(claim: Claim) -> Claim:
    """Return `claim` with its id: its document's id and a hash of its content."""
    content = [getattr(claim, name) for name in _CLAIM_CONTENT]
    return msgspec.structs.replace(claim, id=f"{claim.doc}-{digest(*content, length=12)}")


def identify_finding(finding: Finding) -> Finding:
    """Return `finding` with its id: its kind and a hash of what it relates."""
    cited = sorted((claim.doc, claim.section, claim.start, claim.end, claim.measure) for claim in finding.claims)
    content = digest(finding.kind, finding.slot, finding.reason, cited, sorted(finding.docs), length=12)
    return msgspec.structs.replace(finding, id=f"{finding.kind}-{content}")
