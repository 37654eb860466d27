"""A lived week made ready to be watched: each day's queues, shelves and news from its records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from simpasar.classroom.day import Door, MarketDay, ProductDayTold, StallDay
from simpasar.classroom.goods import Goods, Sales, goods_of_week
from simpasar.classroom.happenings import Happening, came, gave_up
from simpasar.classroom.tally import Tally
from simpasar.game.play import Game
from simpasar.game.rounds import RoundOutcome
from simpasar.game.state import GameState
from simpasar.market.choice import offers_of
from simpasar.market.counter import CLOSED, QUEUE, STOCKOUT
from simpasar.market.goods import HandedOver
from simpasar.market.news import closes, failed_inspections, flooded
from simpasar.market.result import Ints, Visits
from simpasar.scenario.model import Decisions, Scenario
from simpasar.scenario.parts import DAY

CAUSES = (CLOSED, QUEUE, STOCKOUT)


class MarketWeek:
    """Week `week` as it was lived from `monday` on. Making a day ready takes some milliseconds;
    its frames take hardly any."""

    def __init__(self, scenario: Scenario, monday: GameState, outcome: RoundOutcome) -> None:
        self.scenario = scenario
        self.monday = monday
        self.outcome = outcome
        self.week = monday.week
        self.offers = offers_of(scenario)
        self._days: dict[int, MarketDay] = {}

    @property
    def days(self) -> int:
        return self.scenario.days

    def day(self, day: int) -> MarketDay:
        """Day `day` (0 is Monday), ready to be watched."""
        if day not in self._days:
            self._days[day] = self._made_ready(day)
        return self._days[day]

    # -- the week -------------------------------------------------------------------------

    @cached_property
    def goods(self) -> dict[str, dict[str, Goods]]:
        """Every shelf of the week, by team and product."""
        return {
            team: goods_of_week(
                self.scenario,
                team,
                self.monday.teams[team].lots,
                self.outcome.week.stalls[team].movements,
                self._sales(team),
            )
            for team in self.scenario.teams
        }

    def _sales(self, team: str) -> Sales:
        sales: dict[str, list[tuple[int, int]]] = {}
        for day, visits in enumerate(self.outcome.week.visits):
            for number, offer in enumerate(self.offers):
                if offer.team == team:
                    here = visits.offer == number
                    at = (visits.at[here] + day * DAY).tolist()
                    units = visits.units[here].tolist()
                    sales.setdefault(offer.product, []).extend(zip(at, units, strict=True))
        return sales

    def decisions(self, team: str) -> Decisions:
        """What a team had decided for this week."""
        return self.outcome.state.teams[team].history[-1].decisions

    # -- a day ----------------------------------------------------------------------------

    def _made_ready(self, day: int) -> MarketDay:
        stalls = [self._stall(team, day) for team in self.scenario.teams]
        happened = [happening for stall in stalls for happening in self._happened(stall, day)]
        return MarketDay(self.scenario, day, self.outcome.week.news[day], stalls, happened)

    def _stall(self, team: str, day: int) -> StallDay:
        seat, decisions = self.scenario.teams[team], self.decisions(team)
        visits = self.outcome.week.visits[day]
        mine = [number for number, offer in enumerate(self.offers) if offer.team == team]
        here = np.isin(visits.offer, mine)
        at, begun = visits.at[here], (visits.at + visits.wait)[here]
        done = begun + self._service(visits.offer[here], visits.units[here])
        met = visits.refusals
        left = visits.at[met.visit[np.isin(met.offer, mine) & (met.cause == QUEUE)]]
        products = tuple(self._product(number, day, visits) for number in mine)
        return StallDay(
            team=team,
            opens=decisions.opens,
            closes=decisions.closes,
            shut=self._shut(team, day, products),
            servers=min(seat.hands + decisions.helpers, seat.counter),
            arrived=Tally.counting(at.tolist()),
            begun=Tally.counting(begun.tolist()),
            done=Tally.counting(done.tolist()),
            left=Tally.counting(left.tolist()),
            orders=Tally.of(
                (move.at - day * DAY, move.revenue)
                for move in self.outcome.week.stalls[team].movements
                if isinstance(move, HandedOver) and self._day_of(move.at) == day
            ),
            products=products,
        )

    def _service(self, offer: Ints, units: Ints) -> Ints:
        """Seconds that each customer was served."""
        products = [self.scenario.products[offer.product] for offer in self.offers]
        sale = np.array([product.serve_seconds for product in products], np.int32)
        unit = np.array([product.serve_seconds_per_unit for product in products], np.int32)
        return sale[offer] + unit[offer] * units

    def _day_of(self, at: int) -> int:
        """The market day that a second of the week belongs to."""
        return min(at // DAY, self.days - 1)

    def _product(self, number: int, day: int, visits: Visits) -> ProductDayTold:
        offer = self.offers[number]
        goods = self.goods[offer.team][offer.product]
        here = visits.offer == number
        sold = zip(visits.at[here].tolist(), visits.units[here].tolist(), strict=True)
        met = visits.refusals
        lost = {}
        for cause in CAUSES:
            refused = (met.offer == number) & (met.cause == cause)
            at, units = visits.at[met.visit[refused]], met.units[refused]
            lost[cause] = Tally.of(zip(at.tolist(), units.tolist(), strict=True))
        opens = day * DAY + self.decisions(offer.team).opens
        return ProductDayTold(
            product=offer.product,
            price=self.decisions(offer.team).prices[offer.product],
            goods=goods,
            most=goods.shelf.most(opens, (day + 1) * DAY - 1),
            sold=Tally.of(sold),
            lost=lost,
        )

    def _shut(self, team: str, day: int, products: tuple[ProductDayTold, ...]) -> Door | None:
        """Why a stall does not open on a day, if it does not."""
        news, seat = self.outcome.week.news[day], self.scenario.teams[team]
        if seat.place in flooded(self.scenario, news):
            return "flood"
        programmes = self.outcome.state.teams[team].programmes
        permits = {name for name, first in programmes.items() if first <= self.week}
        failed = failed_inspections(self.scenario, seat, permits, news)
        if any(closes(self.scenario, event) for event in failed):
            return "inspection"
        batches = self.decisions(team).batches
        nothing = all(
            not told.most and not batches[told.product].on(day) and not told.sold.at
            for told in products
        )
        return "idle" if nothing else None

    # -- what there is to notice ----------------------------------------------------------

    def _happened(self, stall: StallDay, day: int) -> Iterator[Happening]:
        movements = self.outcome.week.stalls[stall.team].movements
        yield from came(stall.team, movements, day, self.days)
        if stall.shut:
            return
        yield from gave_up(stall.team, stall.left.at)
        for told in stall.products:
            yield from self._of_a_shelf(stall, told, day)

    def _of_a_shelf(self, stall: StallDay, told: ProductDayTold, day: int) -> Iterator[Happening]:
        """A product becomes ready, runs out, or is missed by the first who wants it."""
        team, product, morning = (stall.team,), told.product, day * DAY
        missed = told.lost[STOCKOUT].at
        if self.scenario.products[product].made == "to_order":
            for second in missed[:1]:
                yield Happening(
                    second, "gone" if told.sold.by(second) else "missing", team, product
                )
            return
        shelf = told.goods.shelf
        for second in dict.fromkeys(told.sold.at):
            at = morning + second
            if shelf.by(at) == 0 and shelf.before(at) > 0:
                yield Happening(second, "gone", team, product)
        first, last = morning + stall.opens, morning + stall.closes
        before = 0
        for at, made in zip(told.goods.made.at, told.goods.made.values, strict=True):
            if first < at < last:
                yield Happening(at - morning, "ready", team, product, made - before)
            before = made
        if missed and not shelf.most(first, morning + missed[0]):
            yield Happening(missed[0], "missing", team, product)


def last_market(game: Game) -> MarketWeek | None:
    """The last week that a game lived and that stands; None before the first."""
    if not game.lived or game.last is None:
        return None
    return MarketWeek(game.setup.scenario, game.lived[-1].monday, game.last)
