"""Containers: archives, compressed files and web captures, unfolded to the streams that they hold."""

from tawatur.intake.containers.unfolding import unfold

__all__ = ["unfold"]
