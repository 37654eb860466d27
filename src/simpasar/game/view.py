"""What a team may know before it decides: the one view for people, bots and reviews alike."""

from __future__ import annotations

from dataclasses import dataclass

from simpasar.firm.bookkeeping import Books
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.report import TeamWeek
from simpasar.game.state import GameState
from simpasar.market.news import day_date
from simpasar.scenario.model import DecisionGroup, Scenario, Seat


@dataclass(frozen=True, slots=True)
class RivalView:
    """What one sees of another stall from across the street: its menu last week, and how much
    went over its counter."""

    team: str
    prices: dict[str, int]
    grades: dict[str, str]
    opens: int
    closes: int
    sold: dict[str, int]


@dataclass(frozen=True, slots=True)
class TeamView:
    """One team's view of the game before week `week`.

    `stock`: base units of ingredients and units of products at hand. `prices`: each ingredient,
    per mille of the usual, as last seen. `announced`: the events of the coming week that the
    calendar makes certain. `unlocked`: the decisions that may be changed.
    """

    scenario: Scenario
    team: str
    week: int
    sheet: DecisionSheet
    books: Books
    stock: dict[str, int]
    prices: dict[str, int]
    announced: tuple[str, ...]
    unlocked: frozenset[DecisionGroup]
    history: tuple[TeamWeek, ...]
    rivals: tuple[RivalView, ...]

    @property
    def seat(self) -> Seat:
        return self.scenario.teams[self.team]

    @property
    def cash(self) -> int:
        """Rupiah to spend on Monday, once arrears are paid."""
        return self.books.spendable


def team_view(scenario: Scenario, state: GameState, team: str) -> TeamView:
    """The view of `team` on the game as it stands."""
    mine = state.teams[team]
    stock: dict[str, int] = {}
    for lot in mine.lots:
        stock[lot.item] = stock.get(lot.item, 0) + lot.quantity
    seen = mine.history[-1].news[-1].prices if mine.history else {}
    return TeamView(
        scenario=scenario,
        team=team,
        week=state.week,
        sheet=mine.sheet,
        books=mine.books,
        stock=stock,
        prices={name: seen.get(name, 1_000) for name in scenario.ingredients},
        announced=announced(scenario, state.week),
        unlocked=frozenset(
            group for group, first in scenario.rules.unlocked.items() if first <= state.week
        ),
        history=mine.history,
        rivals=tuple(_rival(name, state) for name in scenario.teams if name != team),
    )


def announced(scenario: Scenario, week: int) -> tuple[str, ...]:
    """The events that are sure to fall in `week`: paydays, holidays, feasts."""
    days = [day_date(scenario, week, day) for day in range(scenario.days)]
    return tuple(
        name
        for name, event in scenario.events.items()
        if event.when.chance == 1_000 and any(event.when.covers(day, week) for day in days)
    )


def _rival(name: str, state: GameState) -> RivalView:
    rival = state.teams[name]
    decisions = rival.sheet.decisions
    products = rival.history[-1].products if rival.history else {}
    return RivalView(
        team=name,
        prices=decisions.prices,
        grades=decisions.grades,
        opens=decisions.opens,
        closes=decisions.closes,
        sold={product: counts.sold for product, counts in products.items()},
    )
