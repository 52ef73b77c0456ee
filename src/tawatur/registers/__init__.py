"""Registers: standing views over claims, defined in packs; a fact that a report states twice counts once."""

from tawatur.registers.register import Cell, Checked, Heading, Provenance, Reading, Register, Row, View
from tawatur.registers.standing import MOST_ROWS, ROWS, every_row, from_ledger
from tawatur.registers.views import provenance, register
from tawatur.registers.voices import told_apart

__all__ = [
    "MOST_ROWS",
    "ROWS",
    "Cell",
    "Checked",
    "Heading",
    "Provenance",
    "Reading",
    "Register",
    "Row",
    "View",
    "every_row",
    "from_ledger",
    "provenance",
    "register",
    "told_apart",
]
