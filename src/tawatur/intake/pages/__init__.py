"""Web pages: from the bytes of an HTML page to its text, what each line of it is, and what the page declares."""

from tawatur.intake.pages.page import Page, read_page

__all__ = ["Page", "read_page"]
