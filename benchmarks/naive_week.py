"""The same week as a good student writes it in SimPy: a process and a Resource request for every
customer, a process for every batch, choices drawn one customer at a time."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from math import hypot
from typing import Any

import numpy as np
import simpy

from simpasar.market.result import StallPlan
from simpasar.scenario.model import Product, Scenario, Seat, Segment
from simpasar.scenario.parts import DAY


class Stall:
    """Counter, shelf and sales of one stall."""

    def __init__(self, env: simpy.Environment, seat: Seat, plan: StallPlan) -> None:
        self.counter = simpy.Resource(env, min(plan.hands, seat.counter))
        self.seat = seat
        self.plan = plan
        self.reputation = plan.reputation
        self.shelf = dict.fromkeys(plan.decisions.prices, 0)
        self.sold = dict.fromkeys(plan.decisions.prices, 0)
        self.lost = dict.fromkeys(plan.decisions.prices, 0)


@dataclass
class Resident:
    """One person: where he lives, whom he knows, where he is used to buying."""

    segment: Segment
    x: float
    y: float
    knows: set[str]
    habit: dict[str, float] = field(default_factory=dict)


class NaiveWeek:
    """One week, lived once."""

    def __init__(self, scenario: Scenario, plans: dict[str, StallPlan], seed: int) -> None:
        self.scenario = scenario
        self.env = simpy.Environment()
        self.rng = np.random.default_rng(seed)
        self.stalls = {
            team: Stall(self.env, scenario.teams[team], plan) for team, plan in plans.items()
        }
        self.residents = [
            self.settle(segment, place)
            for segment in scenario.segments.values()
            for place, count in segment.residents.items()
            for _ in range(count)
        ]

    def settle(self, segment: Segment, place: str) -> Resident:
        home, rng = self.scenario.places[place], self.rng
        known = {
            team
            for team, stall in self.stalls.items()
            if rng.random() < stall.plan.awareness / 1_000
        }
        x = home.x + rng.uniform(-home.radius, home.radius)
        y = home.y + rng.uniform(-home.radius, home.radius)
        return Resident(segment, x, y, known)

    def live(self) -> int:
        """Units sold in the week by all stalls."""
        for stall in self.stalls.values():
            for product, batches in stall.plan.decisions.batches.items():
                self.env.process(self.bake(stall, product, batches.weekday))
        self.env.process(self.days())
        self.env.run(until=7 * DAY)
        return sum(sum(stall.sold.values()) for stall in self.stalls.values())

    def bake(self, stall: Stall, product: str, batches: int) -> Generator[Any, Any, None]:
        """A product's batches, every morning; what is left at night is thrown away."""
        goods, env = self.scenario.products[product], self.env
        for day in range(7):
            yield env.timeout(day * DAY + stall.seat.kitchen_opens - env.now)
            for _ in range(batches):
                yield env.timeout(goods.work_minutes * 60)
                stall.shelf[product] += goods.batch
            yield env.timeout(day * DAY + 23 * 3_600 - env.now)
            stall.shelf[product] = 0

    def days(self) -> Generator[Any, Any, None]:
        """Every morning decide who goes out, and start a process for each."""
        rng = self.rng
        for day in range(7):
            for resident in self.residents:
                for need, errand in resident.segment.needs.items():
                    going = errand.weekday if day < 5 else errand.weekend
                    if rng.random() < going / 1_000:
                        hour = rng.choice(list(errand.hours), p=shares(errand.hours))
                        at = day * DAY + int(hour) + int(rng.integers(3_600))
                        self.env.process(self.customer(resident, need, at))
            yield self.env.timeout((day + 1) * DAY - self.env.now)
            for resident in self.residents:
                keep = self.scenario.market.habit_keep / 1_000
                resident.habit = {team: h * keep for team, h in resident.habit.items()}

    def customer(self, resident: Resident, need: str, at: int) -> Generator[Any, Any, None]:
        """One customer: comes, ranks the offers, queues, buys or tries the next."""
        env, rng = self.env, self.rng
        yield env.timeout(at - env.now)
        for team, name in self.ranked(resident, need)[:3]:
            stall, product = self.stalls[team], self.scenario.products[name]
            if not stall.plan.decisions.opens <= env.now % DAY < stall.plan.decisions.closes:
                continue
            came = env.now
            with stall.counter.request() as turn:
                yield turn | env.timeout(resident.segment.patience_minutes * 60)
                if not turn.triggered or stall.shelf[name] == 0:
                    stall.lost[name] += 1
                    continue
                waited = env.now - came
                units = int(rng.choice(list(product.portions), p=shares(product.portions)))
                units = min(units, stall.shelf[name])
                stall.shelf[name] -= units
                stall.sold[name] += units
                yield env.timeout(product.serve_seconds + product.serve_seconds_per_unit * units)
            if 2 * waited <= resident.segment.patience_minutes * 60:
                market = self.scenario.market
                grown = resident.habit.get(team, 0.0) + market.habit_gain
                resident.habit[team] = min(grown, market.habit_cap)
            return

    def ranked(self, resident: Resident, need: str) -> list[tuple[str, str]]:
        """The offers better than buying nothing, best first, as (team, product)."""
        found = []
        home = resident.segment.needs[need].stay_home + 1_000 * self.rng.gumbel()
        for team, stall in self.stalls.items():
            if team in resident.knows:
                for name in stall.seat.products:
                    product = self.scenario.products[name]
                    if product.need == need:
                        value = self.utility(resident, stall, team, name, product)
                        if value > home:
                            found.append((value, team, name))
        return [(team, name) for _, team, name in sorted(found, reverse=True)]

    def utility(
        self, resident: Resident, stall: Stall, team: str, name: str, product: Product
    ) -> float:
        """What an offer is worth to a person now: milli-utils."""
        market, decisions = self.scenario.market, stall.plan.decisions
        metres = hypot(stall.seat.x - resident.x, stall.seat.y - resident.y)
        dearness = market.price_weight * decisions.prices[name] / product.reference_price
        quality = product.grades[decisions.grades[name]].quality
        return (
            resident.segment.taste.get(name, 0)
            + market.quality_weight * quality / 1_000
            + market.reputation_weight * (stall.reputation - 500) / 1_000
            - dearness * resident.segment.price_sensitivity / 1_000
            - market.distance_weight * metres / 1_000
            + resident.habit.get(team, 0.0)
            + 1_000 * float(self.rng.gumbel())
        )


def shares(weights: dict[int, int]) -> list[float]:
    """Weights as probabilities."""
    total = sum(weights.values())
    return [weight / total for weight in weights.values()]
