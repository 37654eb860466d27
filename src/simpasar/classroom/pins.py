"""PINs of 4 to 6 digits, kept as salted hashes.

A PIN keeps classmates from peeking, nothing more: there are a million of them at most, and whoever
can copy the desk file can try them all. So the hash is quick, even on an old laptop.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

SHORTEST, LONGEST = 4, 6
"""Digits of a PIN."""

_ROUNDS = 10_000
_DIGITS = frozenset("0123456789")


def is_pin(text: str) -> bool:
    """Whether `text` can be a PIN."""
    return SHORTEST <= len(text) <= LONGEST and _DIGITS.issuperset(text)


def hashed(pin: str) -> str:
    """The salted hash of a PIN, another each time.

    Raises:
        ValueError: it is no PIN.
    """
    if not is_pin(pin):
        raise ValueError(f"a PIN has {SHORTEST} to {LONGEST} digits")
    salt = secrets.token_hex(8)
    return f"{salt}:{_stretched(pin, salt)}"


def fits(pin: str, kept: str) -> bool:
    """Whether `pin` is the one whose hash was `kept`; never so where that is no hash of ours."""
    salt, _colon, found = kept.partition(":")
    return bool(found) and hmac.compare_digest(_stretched(pin, salt).encode(), found.encode())


def _stretched(pin: str, salt: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", pin.encode(), salt.encode(), _ROUNDS).hex()
