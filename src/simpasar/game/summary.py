"""A game as one JSON document: the same facts as the tables, whole numbers, stable keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from simpasar.cooperative.state import CooperativeState
from simpasar.game.bulletin import fetched, took_effect
from simpasar.game.indicators import Community
from simpasar.game.play import Game
from simpasar.game.replay import Step
from simpasar.game.score import Score, ranking
from simpasar.game.state import GameState, TeamState, plain
from simpasar.market.news import day_date
from simpasar.market.result import DayNews
from simpasar.scenario.lessons import has_households
from simpasar.scenario.model import Scenario


def game_document(game: Game, seed: int | None, digest: str) -> dict[str, Any]:
    """A game so far: what `simpasar run --json` prints.

    `digest` is that of the record's last line; `seed` is None while a game is unfinished. Keys
    of a team's week are those of `TeamWeek.facts`, and more where the scenario has households,
    lenders, programmes, buyers or a cooperative.
    """
    scenario = game.setup.scenario
    document: dict[str, Any] = {
        "scenario": scenario.name,
        "seed": seed,
        "digest": digest,
        "weeks": [_week(scenario, state) for state in game.past],
        "ranking": [
            {"team": score.team, "bot": game.setup.bots[score.team], "score": score.gained}
            | (_beyond_the_stall(score) if has_neighbourhood(scenario) else {})
            for score in ranking(scenario, game.state)
        ],
    }
    if has_neighbourhood(scenario):
        for week, indicators in zip(document["weeks"], game.community, strict=True):
            week["community"] = _community(indicators)
        document["community"] = _community(sum(game.community, start=Community()))
    return document


def has_neighbourhood(scenario: Scenario) -> bool:
    """Whether a scenario has more than a market: households, lenders, programmes, buyers or a
    cooperative."""
    return has_households(scenario) or any(
        (scenario.loans, scenario.programmes, scenario.contracts, scenario.cooperative)
    )


def _beyond_the_stall(score: Score) -> dict[str, Any]:
    return {"debt": score.debt, "need_short": score.need_short, "bankrupt": score.bankrupt}


def _community(indicators: Community) -> dict[str, int]:
    derived = {
        "local_share": indicators.local_share,
        "income_per_household": indicators.income_per_household,
    }
    return {**plain(indicators), **derived}


def _week(scenario: Scenario, state: GameState) -> dict[str, Any]:
    """The week that `state` is the end of."""
    reports = {name: team.history[-1] for name, team in state.teams.items()}
    news = next(iter(reports.values())).news
    week: dict[str, Any] = {
        "week": state.week - 1,
        "days": [day_facts(scenario, state.week - 1, day, news[day]) for day in range(len(news))],
        "teams": {
            name: {**report.facts(), **_dealings(scenario, state, name)}
            for name, report in reports.items()
        },
    }
    if state.cooperative is not None:
        week["cooperative"] = _cooperative(state.cooperative)
    return week


def _dealings(scenario: Scenario, state: GameState, team: str) -> dict[str, Any]:
    """A team's week at home, with lenders, programmes and buyers, and in the cooperative."""
    mine = state.teams[team]
    report = mine.history[-1]
    facts: dict[str, Any] = {}
    if report.home is not None:
        facts["household"] = plain(report.home)
    if scenario.loans or scenario.cooperative:
        facts["debt"] = report.figures.debt
    if scenario.loans:
        facts |= {"overdue": report.overdue, "loans": _loans(mine)}
    if scenario.cooperative:
        facts["savings"] = report.figures.savings
    if scenario.programmes:
        facts["programmes"] = list(took_effect(mine, state.week - 1))
    if scenario.contracts:
        facts["orders"] = fetched(scenario, mine, state.week - 1)
    return facts


def _loans(team: TeamState) -> dict[str, Any]:
    return {
        debt.loan: {
            "principal": debt.principal,
            "owed": debt.owed,
            "overdue": debt.overdue,
            "defaulted": debt.defaulted,
        }
        for debt in team.debts
    }


def _cooperative(cooperative: CooperativeState) -> dict[str, Any]:
    """The cooperative's week and where everybody in it stands on Sunday night."""
    week = plain(cooperative.last)
    del week["week"]
    return {**week, "cash": cooperative.cash, "members": plain(cooperative.members)}


def day_facts(scenario: Scenario, week: int, day: int, news: DayNews) -> dict[str, Any]:
    """A day's date and news."""
    return {"date": day_date(scenario, week, day).isoformat(), **plain(news)}


def replay_document(steps: Iterable[Step], head: str) -> dict[str, Any]:
    """Every week of a record that was not taken back: what `simpasar replay --json` prints.

    As `game_document`, with for each week its `state` (digest and everything but the single
    residents' habits) and for each team its `result`: sheet, forecast, counts of every product
    and day, figures of the books, what could not be made or delivered.
    """
    game, sealed = None, False
    for step in steps:
        game, sealed = step.game, step.entry["kind"] == "seal"
    assert game is not None
    document = game_document(game, game.chance.seed if sealed else None, head)
    for week, past in zip(document["weeks"], game.past, strict=True):
        state = {"digest": past.digest(), **past.tree()}
        week["results"] = {
            team: {
                key: value
                for key, value in standing["history"][-1].items()
                if key not in ("week", "news")
            }
            for team, standing in state["teams"].items()
        }
        for standing in state["teams"].values():
            del standing["history"]
        week["state"] = state
    return document
