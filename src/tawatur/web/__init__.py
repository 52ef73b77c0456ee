"""The HTTP API and the pages: what others than the one who owns the ledger's file see of it."""

from tawatur.web.app import create_app, description
from tawatur.web.settings import Settings

__all__ = ["Settings", "create_app", "description"]
