"""From sections to claims: mentions, frames, attribution, modality."""

from tawatur.extract.extraction import EXTRACTOR, extract

__all__ = ["EXTRACTOR", "extract"]
