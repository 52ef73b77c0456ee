"""Secrets: passwords by argon2, random ones by their hash."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from tawatur.model import InputError

#: What every token begins with, so that programs which look for leaked secrets know it.
TOKEN = "tawatur_"  # noqa: S105  no secret, but how one begins

#: What a password must have at least, and may have at most: NIST SP 800-63B, 3.1.1, asks for no other rule.
SHORTEST, LONGEST = 12, 1_000

_HASHER = PasswordHasher()

#: A hash takes 64 MB for a while: no more than two at once, however many ask.
_AT_ONCE = threading.BoundedSemaphore(2)


def hashed(password: str) -> str:
    """Return a password's hash. Raises InputError where the password is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InputError(f"a password has {SHORTEST} to {LONGEST} characters")
    with _AT_ONCE:
        return _HASHER.hash(password.encode("utf-8", "surrogatepass"))


def fits(password: str, kept: str | None) -> bool:
    """Return whether a password is the one whose hash is kept; as slow where none is kept."""
    with _AT_ONCE:
        try:
            found = _HASHER.verify(kept or _nobodys(), password[: LONGEST + 1].encode("utf-8", "surrogatepass"))
        except (VerificationError, InvalidHashError):
            return False
    return found and kept is not None


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_bytes(16))


def random_secret() -> str:
    """Return a secret of 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """Return the hash by which a random secret is kept: one of 256 bits needs no slow hash."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def form_token(secret: str) -> str:
    """Return what a form must bring along, of a cookie's secret: a page elsewhere can't know it."""
    return hmac.new(secret.encode("utf-8", "surrogatepass"), b"form", hashlib.sha256).hexdigest()


def same(given: str, expected: str) -> bool:
    """Compare in a time that tells nothing."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), expected.encode())
