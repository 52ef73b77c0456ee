"""What every reader of who suffered works on: a frame, and what its sentence and its section tell."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.participants.deeds import Deed
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity


class OfFrame:
    """A frame of which it is asked who suffered; `deeds` are what the section has told before it."""

    def __init__(self, frame: Frame, agency: Agency, deeds: list[Deed]) -> None:
        self._frame = frame
        self._quantity: Quantity = frame.quantity
        self._agency = agency
        self._sentence = agency.clauses.sentence
        self._discourse = agency.discourse
        self._lexicon: Lexicon = agency.lexicon
        self._deeds = deeds
