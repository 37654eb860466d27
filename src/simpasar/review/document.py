"""REVIEW.json: a review as one JSON document of whole numbers, for programs and for later."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from simpasar.game.play import Game
from simpasar.i18n import language
from simpasar.review.assess import Review
from simpasar.review.books import WeekBooks
from simpasar.review.marks import MARKED, Decision
from simpasar.review.objectives import judgement_of
from simpasar.review.rollout import JUDGE_SEEDS, SEARCH_SEEDS
from simpasar.review.words import advice, changes_of

FORMAT = "simpasar-review/1"


def review_document(
    game: Game, review: Review, head: str, warnings: Sequence[str] = ()
) -> dict[str, Any]:
    """Everything a review found. Rupiah, but for `thresholds` (per mille of `unit`, what par gains
    in a week in that seat); `head` is the digest of the record, `warnings` what whoever reads the
    figures must know of it.

    `effort`: what was spent; `horizon` is how many weeks a value looks ahead, null for all. Seeds
    are counted from `base`.
    `teams`: for each, `books` (start + own + rivals + luck = final), the same by week, `adjusted`
    (without luck, with its 95 % interval), `weeks` (every decision: its loss, interval and mark,
    what would have been better, its parts by objective and whom it cost) and `objectives` (loss of
    the marked decisions).
    """
    plan = review.plan
    scenario = game.setup.scenario
    judgement = judgement_of(scenario)
    return {
        "format": FORMAT,
        "engine": version("simpasar"),
        "par": review.par,
        "record": head,
        "scenario": scenario.name,
        "title": scenario.title.of(language()),
        "weeks": {"of_the_game": plan.table.weeks, "lived": len(plan.weeks)},
        "language": language(),
        "complete": review.complete,
        "effort": {
            "name": plan.effort.name,
            "horizon": plan.effort.horizon,
            "both_orders": plan.effort.books.both_orders,
        },
        "seeds": {
            "base": plan.table.base,
            "values": [JUDGE_SEEDS + seed for seed in range(plan.seeds)],
            "search_from": SEARCH_SEEDS,
            "judged_by": list(plan.effort.judge),
        },
        "thresholds": {name: getattr(judgement, name) for name in reversed(MARKED)},
        "warnings": list(warnings),
        "teams": {team: _team(game, review, team) for team in review.books},
    }


def _team(game: Game, review: Review, team: str) -> dict[str, Any]:
    kept, adjusted = review.books[team], review.adjusted[team]
    return {
        "name": game.setup.scenario.teams[team].name.of(language()),
        "bot": game.setup.bots[team],
        "unit": review.units[team],
        "books": {
            "start": kept.start,
            "own": kept.own,
            "rivals": kept.rivals,
            "luck": kept.luck,
            "final": kept.final,
            "weeks": [_week_books(week) for week in kept.weeks],
        },
        "adjusted": {"gained": adjusted.gained, "low": adjusted.low, "high": adjusted.high},
        "weeks": [_decision(review, decision) for decision in review.of(team)],
        "objectives": dict(review.objectives(team)),
    }


def _week_books(week: WeekBooks) -> dict[str, Any]:
    return {
        "week": week.week,
        "start": week.start,
        "own": week.own,
        "rivals": week.rivals,
        "luck": week.luck,
        "final": week.final,
    }


def _decision(review: Review, decision: Decision) -> dict[str, Any]:
    return {
        "week": decision.week,
        "loss": decision.loss,
        "low": decision.low,
        "high": decision.high,
        "mark": decision.mark,
        "better": [
            {"field": c.path, "label": c.label, "played": c.was, "better": c.becomes}
            for c in changes_of(review, decision)
        ],
        "sentence": advice(review, decision),
        "objectives": dict(decision.objectives),
        "bearers": dict(decision.bearers),
        "games": decision.runs,
    }
