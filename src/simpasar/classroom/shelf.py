"""The games of this laptop: where their records lie, and what each of them is."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import platformdirs

from simpasar.i18n import language

VARIABLE = "SIMPASAR_DATA"
ENDING = ".simpasar.jsonl"


def games_folder() -> Path:
    """Where games are kept: the folder that SIMPASAR_DATA names, else the user's own."""
    named = os.environ.get(VARIABLE, "")
    return Path(named) if named else platformdirs.user_data_path("simpasar", appauthor=False)


@dataclass(frozen=True, slots=True)
class SavedGame:
    """A record as one sees it from outside, nothing of it verified. `lived` of `weeks` are over;
    `teams`: the names of those that people play."""

    path: Path
    title: dict[str, str]
    lived: int
    weeks: int
    teams: tuple[str, ...]
    finished: bool
    changed: datetime

    @property
    def named(self) -> str:
        """The scenario's title in the language now spoken."""
        return self.title.get(language()) or next(filter(None, self.title.values()), "")


def saved_games(folder: Path) -> tuple[SavedGame, ...]:
    """The games in a folder, the newest first; what is no record is left out."""
    found = [game for path in folder.glob(f"*{ENDING}") if (game := _looked_at(path))]
    return tuple(sorted(found, key=lambda game: game.changed, reverse=True))


def _looked_at(path: Path) -> SavedGame | None:
    try:
        lines = path.read_bytes().split(b"\n")
        opening = json.loads(lines[0])
        teams = opening["scenario"]["teams"]
        told = [entry for line in lines[1:] if (entry := _told(line))]
        return SavedGame(
            path=path,
            title=dict(opening["scenario"]["title"]),
            lived=_lived(told),
            weeks=next(
                (e["weeks"] for e in reversed(told) if e["kind"] == "weeks"), opening["weeks"]
            ),
            teams=tuple(
                teams[seat["team"]]["name"].get("id", "")
                for seat in opening["teams"]
                if seat["bot"] is None
            ),
            finished=any(entry["kind"] == "seal" for entry in told),
            changed=datetime.fromtimestamp(path.stat().st_mtime),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


_TELLING = (b'"kind":"state"', b'"kind":"undo"', b'"kind":"weeks"', b'"kind":"seal"')


def _told(line: bytes) -> dict[str, Any] | None:
    """An entry that says how far the game is; others are not even read."""
    if not any(kind in line for kind in _TELLING):
        return None
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) and isinstance(entry.get("kind"), str) else None


def _lived(told: list[dict[str, Any]]) -> int:
    kinds = [entry["kind"] for entry in told]
    return kinds.count("state") - kinds.count("undo")


def fresh_path(folder: Path, scenario: str, today: date) -> Path:
    """A name for a new game that no file in `folder` has yet: date, scenario and a number."""
    number = 1
    while True:
        path = folder / f"{today.isoformat()}-{scenario}-{number}{ENDING}"
        if not os.path.lexists(path):
            return path
        number += 1
