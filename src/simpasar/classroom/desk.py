"""What lies on the trainer's desk beside the record: drafts, PINs, the clock and settings.

None of it is the game. It is kept so that a power cut loses nothing typed; without it a game goes
on all the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from simpasar.game.disk import beside, replace_file

Entries = Mapping[str, str]
"""What was typed into the fields of a sheet, by their path: "prices.nasi_uduk"."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A sheet half filled in for `week`."""

    week: int
    entries: Entries


@dataclass(frozen=True, slots=True)
class Desk:
    """`pins`: the salted hash of each team's PIN; `trainer`: that of the trainer's, "" for none.
    `clock`: the round's timer as its whole numbers. `league`: whether the class board shows a
    ranking."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    pins: dict[str, str] = field(default_factory=dict)
    trainer: str = ""
    clock: dict[str, int] = field(default_factory=dict)
    league: bool = False

    def with_draft(self, team: str, draft: Draft | None) -> Desk:
        """This desk with a team's draft, or without one."""
        drafts = {name: other for name, other in self.drafts.items() if name != team}
        return replace(self, drafts=drafts if draft is None else {**drafts, team: draft})

    def with_pin(self, team: str, hashed: str) -> Desk:
        """This desk with a team's PIN; "" takes it away."""
        pins = {name: pin for name, pin in self.pins.items() if name != team}
        return replace(self, pins={**pins, team: hashed} if hashed else pins)


def desk_file(path: Path) -> Path:
    """The side file of the record at `path`."""
    return beside(path, ".desk")


def read_desk(path: Path) -> Desk:
    """The desk of the record at `path`; an empty one where there is none that can be read."""
    try:
        tree = json.loads(desk_file(path).read_text("utf-8"))
        return _desk(tree)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Desk()


def _desk(tree: Any) -> Desk:
    return Desk(
        drafts={
            str(team): Draft(int(draft["week"]), _texts(draft["entries"]))
            for team, draft in tree["drafts"].items()
        },
        pins=_texts(tree["pins"]),
        trainer=str(tree["trainer"]),
        clock={str(name): int(number) for name, number in tree["clock"].items()},
        league=bool(tree["league"]),
    )


def _texts(tree: Any) -> dict[str, str]:
    return {str(key): str(value) for key, value in tree.items()}


def write_desk(path: Path, desk: Desk) -> None:
    """Put `desk` in place of the old one, whole or not at all.

    Raises:
        OSError: the disk refuses.
    """
    replace_file(desk_file(path), json.dumps(asdict(desk), ensure_ascii=False).encode())
