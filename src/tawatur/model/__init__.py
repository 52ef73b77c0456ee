"""The plain, immutable types that all stages share, and their JSON form."""

from tawatur.model.claim import UNITS, Bound, Claim, Measure, Modality, Period, Place, Value
from tawatur.model.codec import read_lines, to_json
from tawatur.model.decision import Decision, DecisionKind, Judgement, Spans, SubjectKind
from tawatur.model.document import ARTICLE_KINDS, Document, Part, PartKind, Report, Section, reports
from tawatur.model.errors import InputError
from tawatur.model.finding import Explanation, Finding, FindingKind, Reference, Slot, Voice, refer
from tawatur.model.identity import digest, document_id, identify, identify_finding
from tawatur.model.rulings import Rulings
from tawatur.model.schema import PUBLISHED, json_schema
from tawatur.model.statement import StatementTable

__all__ = [
    "ARTICLE_KINDS",
    "PUBLISHED",
    "UNITS",
    "Bound",
    "Claim",
    "Decision",
    "DecisionKind",
    "Document",
    "Explanation",
    "Finding",
    "FindingKind",
    "InputError",
    "Judgement",
    "Measure",
    "Modality",
    "Part",
    "PartKind",
    "Period",
    "Place",
    "Reference",
    "Report",
    "Rulings",
    "Section",
    "Slot",
    "Spans",
    "StatementTable",
    "SubjectKind",
    "Value",
    "Voice",
    "digest",
    "document_id",
    "identify",
    "identify_finding",
    "json_schema",
    "read_lines",
    "refer",
    "reports",
    "to_json",
]
