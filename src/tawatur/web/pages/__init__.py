"""The pages: HTML made on the server, from the same functions as the API's answers."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter(include_in_schema=False)
