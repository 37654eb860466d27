"""The seed of a game: drawn, promised in the first line, kept out of sight until the last."""

from __future__ import annotations

import hashlib
import json
import secrets
from pathlib import Path

from simpasar.game.disk import beside, write_secret
from simpasar.market.chance import SEED_BITS


def draw_seed() -> int:
    """A seed that cannot be guessed."""
    return secrets.randbits(SEED_BITS)


def commitment(seed: int, scenario_digest: str) -> str:
    """What the first line says of the seed: enough to check it later, not enough to find it.

    The salt follows from seed and scenario, so the same game gives the same bytes. A drawn seed
    has 53 random bits and cannot be found by trying; a small one that a trainer chose can.
    """
    salt = hashlib.sha256(f"simpasar-salt:{seed}:{scenario_digest}".encode()).hexdigest()
    return hashlib.sha256(f"{salt}:{seed}".encode()).hexdigest()


def seed_file(path: Path) -> Path:
    """The side file of a record in progress."""
    return beside(path, ".seed")


def read_seed(path: Path) -> int | None:
    """The seed of the game in progress at `path`; None where there is none to read."""
    try:
        seed = json.loads(seed_file(path).read_text("utf-8"))["seed"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return seed if isinstance(seed, int) and 0 <= seed < 1 << SEED_BITS else None


def keep_seed(path: Path, seed: int) -> None:
    """Keep the seed of the record that is about to begin at `path`; safe when this returns.

    Raises:
        OSError: the disk refuses.
    """
    write_secret(seed_file(path), json.dumps({"seed": seed}).encode())
