"""A game as one JSON document: the same facts as the tables, whole numbers, stable keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from simpasar.game.play import Setup
from simpasar.game.replay import Step
from simpasar.game.score import ranking
from simpasar.game.state import GameState, plain
from simpasar.market.news import day_date
from simpasar.market.result import DayNews
from simpasar.scenario.model import Scenario


def game_document(setup: Setup, seed: int | None, digest: str, state: GameState) -> dict[str, Any]:
    """A finished game: what `simpasar run --json` prints.

    `digest` is that of the record's last line; `seed` is None while a game is unfinished. Keys
    of a team's week are those of `TeamWeek.facts`.
    """
    return {
        "scenario": setup.scenario.name,
        "seed": seed,
        "digest": digest,
        "weeks": [_week(setup.scenario, state, week) for week in range(1, state.week)],
        "ranking": [
            {"team": score.team, "bot": setup.bots[score.team], "score": score.gained}
            for score in ranking(setup.scenario, state)
        ],
    }


def _week(scenario: Scenario, state: GameState, week: int) -> dict[str, Any]:
    reports = {name: team.history[week - 1] for name, team in state.teams.items()}
    news = next(iter(reports.values())).news
    return {
        "week": week,
        "days": [day_facts(scenario, week, day, news[day]) for day in range(len(news))],
        "teams": {name: report.facts() for name, report in reports.items()},
    }


def day_facts(scenario: Scenario, week: int, day: int, news: DayNews) -> dict[str, Any]:
    """A day's date and news."""
    return {"date": day_date(scenario, week, day).isoformat(), **plain(news)}


def replay_document(steps: Iterable[Step], head: str) -> dict[str, Any]:
    """Every week of a record: what `simpasar replay --json` prints.

    As `game_document`, with for each week its `state` (digest and everything but the single
    residents' habits) and for each team its `result`: sheet, forecast, counts of every product
    and day, figures of the books, what could not be made or delivered.
    """
    game, sealed, states = None, False, []
    for step in steps:
        game, sealed = step.game, step.entry["kind"] == "seal"
        if step.outcome:
            states.append({"digest": game.state.digest(), **game.state.tree()})
    assert game is not None
    document = game_document(game.setup, game.chance.seed if sealed else None, head, game.state)
    for week, state in zip(document["weeks"], states, strict=True):
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
