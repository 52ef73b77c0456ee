"""The web: pages and feeds fetched politely, from public addresses only. Nothing else in intake touches a network."""

from tawatur.intake.web.captures import Capture, Unchanged
from tawatur.intake.web.fetcher import Fetcher, GoneError, Policy

__all__ = ["Capture", "Fetcher", "GoneError", "Policy", "Unchanged"]
