"""The state of a game between two weeks, and its digest."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from simpasar.firm.bookkeeping import Books, open_books
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.entries import canonical
from simpasar.game.report import TeamWeek
from simpasar.market.goods import Lot, Order
from simpasar.market.week import no_habit
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY


@dataclass(frozen=True, slots=True)
class TeamState:
    """One team between two weeks. `sheet` is the last one played; it stands until it is changed.

    Lots and orders are dated from the coming Monday. `history`: its past weeks, oldest first.
    """

    sheet: DecisionSheet
    books: Books
    lots: tuple[Lot, ...]
    orders: tuple[Order, ...]
    next_lot: int
    reputation: int
    awareness: int
    history: tuple[TeamWeek, ...] = ()


@dataclass(frozen=True, slots=True)
class GameState:
    """A whole game before week `week` (from 1). `habit`: milli-utils [resident, stall]."""

    week: int
    teams: dict[str, TeamState]
    habit: NDArray[np.int16]

    def digest(self) -> str:
        """SHA-256 of `tree`, in hex."""
        return sha256(self.tree())

    def habit_digest(self) -> str:
        """SHA-256 of the habits' little-endian bytes, in hex."""
        return hashlib.sha256(np.ascontiguousarray(self.habit, "<i2").tobytes()).hexdigest()

    def tree(self) -> dict[str, Any]:
        """The state in plain values; habits as the digest of their little-endian bytes.

        Of each history, the last week: the weeks before stand in the states before, and a long
        game with many teams would else digest all of them again every week.
        """
        teams = {
            name: plain(dataclasses.replace(team, history=team.history[-1:]))
            for name, team in self.teams.items()
        }
        return {"week": self.week, "teams": teams, "habit": self.habit_digest()}


def new_game(scenario: Scenario) -> GameState:
    """The first Monday: every seat as the scenario sets it up."""
    teams = {}
    for name, seat in scenario.teams.items():
        books, _ = open_books(scenario, seat)
        stock = [
            Lot(number, item, quantity, 0, scenario.ingredients[item].shelf_life_days * DAY)
            for number, (item, quantity) in enumerate(seat.stock.items(), start=1)
        ]
        teams[name] = TeamState(
            sheet=DecisionSheet(decisions=seat.start),
            books=books,
            lots=tuple(lot for lot in stock if lot.quantity),
            orders=(),
            next_lot=len(stock) + 1,
            reputation=seat.reputation,
            awareness=seat.awareness,
        )
    return GameState(week=1, teams=teams, habit=no_habit(scenario))


def plain(value: Any) -> Any:
    """Frozen data as JSON has it: dicts with text keys, lists, whole numbers, texts."""
    match value:
        case BaseModel():
            return value.model_dump(mode="json")
        case dict():
            return {str(key): plain(item) for key, item in value.items()}
        case tuple() | list():
            return [plain(item) for item in value]
        case str() | int() | None:
            return value
        case _ if dataclasses.is_dataclass(value):
            fields = (f for f in dataclasses.fields(value) if not _unused(f, value))
            return {f.name: plain(getattr(value, f.name)) for f in fields}
        case _ if hasattr(value, "items"):
            return plain(dict(value.items()))
    raise TypeError(f"{type(value).__name__} has no place in a state")


def _unused(field: dataclasses.Field[Any], value: Any) -> bool:
    """Whether a field that was added later holds nothing: older states have the same text."""
    if "added" not in field.metadata:
        return False
    made = field.default_factory
    default = field.default if made is dataclasses.MISSING else made()
    return bool(getattr(value, field.name) == default)


def short_digest(value: Any) -> str:
    """The first ten hex digits of a part's digest, for saying which part differs."""
    return sha256(plain(value))[:10]


def sha256(tree: Any) -> str:
    """SHA-256 of the canonical text of plain values, in hex."""
    return hashlib.sha256(canonical(tree)).hexdigest()
