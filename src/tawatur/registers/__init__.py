"""Registers: standing views over claims, defined in packs; a fact that a report states twice counts once."""

from tawatur.registers.register import Cell, Checked, Heading, Provenance, Reading, Register, Row, View
from tawatur.registers.views import provenance, register

__all__ = [
    "Cell",
    "Checked",
    "Heading",
    "Provenance",
    "Reading",
    "Register",
    "Row",
    "View",
    "provenance",
    "register",
]
