"""The state of a game between two weeks, and its digest."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from simpasar.cooperative.state import CooperativeState, founded
from simpasar.firm.bookkeeping import Books, open_books
from simpasar.firm.household import open_purse
from simpasar.firm.ledger import Account, Balances, Entry, post
from simpasar.firm.loans import Debt
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.entries import canonical
from simpasar.game.report import TeamWeek
from simpasar.market.goods import Lot, Order
from simpasar.market.week import no_habit
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY, added


@dataclass(frozen=True, slots=True)
class Accepted:
    """A big order taken in `week`; `short`: units missing when it was fetched, None before."""

    contract: str
    week: int
    short: int | None = None


@dataclass(frozen=True, slots=True)
class ArisanState:
    """Who is in the arisan, and who has had the pot in this turn."""

    members: tuple[str, ...]
    had: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamState:
    """One team between two weeks. `sheet` is the last one played; it stands until it is changed.

    Lots and orders are dated from the coming Monday. `history`: its past weeks, oldest first.
    `programmes`: those entered into, with the week in which each takes effect. `purse`: the
    household's balances. `unposted`: entries made since Sunday (a rescue), already in the books.
    """

    sheet: DecisionSheet
    books: Books
    lots: tuple[Lot, ...]
    orders: tuple[Order, ...]
    next_lot: int
    reputation: int
    awareness: int
    history: tuple[TeamWeek, ...] = ()
    debts: tuple[Debt, ...] = added(())
    programmes: dict[str, int] = added(factory=dict)
    contracts: tuple[Accepted, ...] = added(())
    purse: Balances | None = added(None)
    unposted: tuple[Entry, ...] = added(())


@dataclass(frozen=True, slots=True)
class GameState:
    """A whole game before week `week` (from 1). `habit`: milli-utils [resident, stall]."""

    week: int
    teams: dict[str, TeamState]
    habit: NDArray[np.int16]
    cooperative: CooperativeState | None = None
    arisan: ArisanState | None = None

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
        tree = {"week": self.week, "teams": teams, "habit": self.habit_digest()}
        shared = {"cooperative": self.cooperative, "arisan": self.arisan}
        return tree | {name: plain(part) for name, part in shared.items() if part is not None}


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
            purse=None if seat.household is None else open_purse(seat.household),
        )
    cooperative = None if scenario.cooperative is None else founded(scenario.cooperative)
    return GameState(week=1, teams=teams, habit=no_habit(scenario), cooperative=cooperative)


def rescued(state: GameState, team: str, amount: int) -> GameState:
    """The state after the trainer has put `amount` rupiah into a team's business."""
    mine = state.teams[team]
    lines = ((Account.CASH, amount), (Account.RESCUE, -amount))
    entry = Entry(state.week, 0, "rescue", "", lines)
    books = dataclasses.replace(mine.books, balances=post(mine.books.balances, entry))
    helped = dataclasses.replace(mine, books=books, unposted=(*mine.unposted, entry))
    return dataclasses.replace(state, teams={**state.teams, team: helped})


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
