"""How `pasar-pagi` stands beside the sourced figures: elasticities, and a season played by par.

Run: python benchmarks/calibration.py [--seeds N] [SCENARIO]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from math import log
from statistics import mean

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots import bot
from simpasar.game.report import TeamWeek
from simpasar.game.rounds import play_round
from simpasar.game.state import new_game
from simpasar.game.view import team_view
from simpasar.market.chance import Chance
from simpasar.market.goods import Lot
from simpasar.market.result import StallPlan, WeekResult
from simpasar.market.week import no_habit, simulate_week
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.scenario.model import DayPlan, Scenario

PLENTY = 10**9


def plentiful_plan(scenario: Scenario, team: str, factor: int = 1_000) -> StallPlan:
    """A stall of the start sheet that never runs out, its prices times `factor` per mille."""
    seat = scenario.teams[team]
    decisions = seat.start.model_copy(
        update={
            "prices": {p: price * factor // 1_000 for p, price in seat.start.prices.items()},
            "batches": dict.fromkeys(seat.products, DayPlan(weekday=1, weekend=1)),
        }
    )
    return StallPlan(
        decisions=decisions,
        promotion=0,
        hands=50,
        equipment={},
        cash=PLENTY,
        lots=tuple(plentiful_lots(scenario, team)),
        orders=(),
        next_lot=1_000,
        reputation=seat.reputation,
        awareness=seat.awareness,
    )


def plentiful_lots(scenario: Scenario, team: str) -> Iterator[Lot]:
    """Goods and ingredients that outlast the week."""
    seat = scenario.teams[team]
    items = [*seat.products, *{i for p in seat.products for i in scenario.products[p].recipe}]
    for number, item in enumerate(items, start=1):
        yield Lot(number, item, PLENTY // 10, 0, PLENTY)


def units(result: WeekResult, team: str | None = None) -> int:
    """Units sold in a week by a team, or by all."""
    stalls = result.stalls if team is None else {team: result.stalls[team]}
    return sum(c.sold for stall in stalls.values() for day in stall.days for c in day.values())


def elasticities(scenario: Scenario, seeds: range) -> dict[str, float]:
    """Arc elasticity of each team when it alone moves all its prices from -5 % to +5 %, and of the
    market when all do: units sold where nothing runs out, the same chance on both sides."""
    change = log(1_050 / 950)
    found = {}
    for mover in [*scenario.teams, None]:
        low, high = 0, 0
        for seed in seeds:
            for factor in (950, 1_050):
                plans = {
                    team: plentiful_plan(scenario, team, factor if mover in (team, None) else 1_000)
                    for team in scenario.teams
                }
                week = simulate_week(scenario, plans, no_habit(scenario), Chance(seed), 1)
                if factor == 950:
                    low += units(week, mover)
                else:
                    high += units(week, mover)
        found[mover or "market"] = log(high / low) / change
    return found


def season(scenario: Scenario, seed: int, name: str = "par") -> dict[str, list[TeamWeek]]:
    """A game in which one bot plays every seat."""
    chance, state = Chance(seed), new_game(scenario)
    play = bot(name, chance)
    for _ in range(scenario.weeks):
        sheets: dict[str, DecisionSheet] = {
            team: play(team_view(scenario, state, team)) for team in scenario.teams
        }
        state = play_round(scenario, state, sheets, chance).state
    return {team: list(standing.history) for team, standing in state.teams.items()}


def realism(scenario: Scenario, seeds: range, first_week: int = 2) -> None:
    """Print each product's days under par, and what rain does."""
    days: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    sold_by_weather: dict[str, list[int]] = defaultdict(list)
    margins, profits = defaultdict(list), defaultdict(list)
    lost = defaultdict(list)
    for seed in seeds:
        for team, weeks in season(scenario, seed).items():
            for week in weeks[first_week - 1 :]:
                figures = week.figures
                margins[team].append(1_000 * figures.gross_profit // max(1, figures.revenue))
                profits[team].append(figures.profit)
                lost[team].append(week.whole.lost_queue)
                for news, counts in zip(week.news, week.days, strict=True):
                    sold_by_weather[news.weather].append(
                        sum(c.sold + c.lost_stockout + c.lost_queue for c in counts.values())
                    )
                    for product, c in counts.items():
                        row = days[team, product]
                        row["sold"].append(c.sold)
                        row["asked"].append(c.sold + c.lost_stockout)
                        row["wasted"].append(c.wasted)
                        row["price"].append(week.decisions.prices[product])
                        row["revenue"].append(c.revenue)
                        row["wait"].append(c.wait_seconds / max(1, c.customers))
    print(
        f"{'team':10}{'product':18}{'sold':>7}{'asked':>7}{'wasted':>7}"
        f"{'price':>8}{'revenue':>9}{'wait':>6}"
    )
    for (team, product), row in days.items():
        print(
            f"{team:10}{product:18}"
            + "".join(
                f"{mean(row[k]):{w}.0f}"
                for k, w in (
                    ("sold", 7),
                    ("asked", 7),
                    ("wasted", 7),
                    ("price", 8),
                    ("revenue", 9),
                    ("wait", 6),
                )
            )
        )
    print(f"\n{'team':10}{'gross margin':>13}{'profit/week':>13}{'lost queue':>11}")
    for team in margins:
        print(
            f"{team:10}{mean(margins[team]) / 10:12.1f}%"
            f"{mean(profits[team]):13.0f}{mean(lost[team]):11.1f}"
        )
    fair = mean(sold_by_weather[max(sold_by_weather, key=lambda k: scenario.weather[k].going)])
    for kind, found in sold_by_weather.items():
        print(
            f"{kind:14} asked {mean(found):7.1f} a team and day: {mean(found) / fair:.2f} of fair"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="pasar-pagi")
    parser.add_argument("--seeds", type=int, default=20)
    options = parser.parse_args()
    town = load(find(options.scenario))
    print("own-price elasticity, one week, nothing runs out:")
    for who, value in elasticities(town, range(options.seeds)).items():
        print(f"  {who:10} {value:6.2f}")
    print()
    realism(town, range(options.seeds))
