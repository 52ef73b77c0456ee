"""Readers: one a form, from a stream to the records that it holds."""

from tawatur.intake.readers.reading import read_stream

__all__ = ["read_stream"]
