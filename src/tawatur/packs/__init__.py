"""Knowledge as data: actors, places, measures, attribution and outlets, in files that an analyst can read and edit."""

from tawatur.packs.check import Problem, check
from tawatur.packs.inventory import Inventory, packs, show
from tawatur.packs.knowledge import Knowledge
from tawatur.packs.load import DEFAULT, OWN, Pack, describe, fingerprint, load, names, shared
from tawatur.packs.public import PublicNames
from tawatur.packs.registers import (
    Check,
    Column,
    RegisterDefinition,
    Selection,
    ViewDefinition,
    ViewForm,
    ViewSlot,
    settled,
)
from tawatur.packs.rows import (
    Actor,
    Attribution,
    Cue,
    Noun,
    Outlet,
    Person,
    PlaceEntry,
    PlaceKind,
    State,
    Trigger,
)

__all__ = [
    "DEFAULT",
    "OWN",
    "Actor",
    "Attribution",
    "Check",
    "Column",
    "Cue",
    "Inventory",
    "Knowledge",
    "Noun",
    "Outlet",
    "Pack",
    "Person",
    "PlaceEntry",
    "PlaceKind",
    "Problem",
    "PublicNames",
    "RegisterDefinition",
    "Selection",
    "State",
    "Trigger",
    "ViewDefinition",
    "ViewForm",
    "ViewSlot",
    "check",
    "describe",
    "fingerprint",
    "load",
    "names",
    "packs",
    "settled",
    "shared",
    "show",
]
