"""What many games say together, for programs: a JSON document of whole numbers, and a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from simpasar.review.reviewed_game import ReviewedGame
from simpasar.review.workshop import Estimate, Lesson, Part, Workshop

FORMAT = "simpasar-workshop/1"

Row: TypeAlias = tuple[Any, ...]

COLUMNS: dict[str, str] = {
    "scenario": "id of the scenario; all for all scenarios together",
    "objective": "id of the learning objective; all for all objectives together",
    "games": "games of the scenario",
    "teams": "teams that count: those of people, or of bots where no people played",
    "decisions": "decisions judged, one for each team and week",
    "marked": "marked decisions in whose loss the objective has a part",
    "loss": "lost per decision, per mille of what par gains in a week in that seat: mean of teams",
    "low": "lower end of its 95 % interval over teams; empty where there is but one",
    "high": "upper end of its 95 % interval",
    "paired_teams": "teams with decisions in both halves of the weeks",
    "early": "the same loss in the first half of the weeks; a middle week belongs to neither",
    "late": "the same loss in the second half of the weeks",
    "change": "late minus early, the mean of teams, per mille",
    "change_low": "lower end of its 95 % interval over teams",
    "change_high": "upper end of its 95 % interval",
    "verdict": "fell, weak (still), unclear, or none where no decision was marked",
}
"""Every column of the table, with its unit and meaning."""


def workshop_document(
    found: Workshop,
    games: Mapping[str, ReviewedGame],
    left_out: Sequence[tuple[str, str]],
    complete: bool = True,
) -> dict[str, Any]:
    """Everything that is said. Losses are per mille of what par gains in a week; `low` and `high`
    bound the 95 % interval over teams; what is not known is null. `games`: by the name of the
    record; `left_out`: the names of others, each with the reason; `complete`: whether all records
    were looked at."""
    return {
        "format": FORMAT,
        "complete": complete,
        "bots_only": found.bots_only,
        "bots_left_out": found.bots,
        "whole": _part(found.whole),
        "scenarios": {part.scenario: {"title": part.title, **_part(part)} for part in found.parts},
        "games": [
            {
                "name": name,
                "record": game.record,
                "scenario": game.scenario,
                "engine": game.engine,
                "par": game.par,
                "effort": game.effort.name,
                "warnings": list(game.warnings),
            }
            for name, game in games.items()
        ],
        "left_out": [{"name": name, "why": why} for name, why in left_out],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "games": part.games,
        "teams": part.teams,
        "small": part.small,
        "decisions": part.decisions,
        "marked": part.marked,
        "unclear": part.unclear,
        "together": _lesson(part.together),
        "objectives": {str(lesson.objective): _lesson(lesson) for lesson in part.lessons},
    }


def _lesson(lesson: Lesson) -> dict[str, Any]:
    return {
        "marked": lesson.marked,
        "loss": _estimate(lesson.loss),
        "early": _estimate(lesson.early),
        "late": _estimate(lesson.late),
        "change": _estimate(lesson.change),
        "verdict": lesson.verdict,
    }


def _estimate(found: Estimate) -> dict[str, int | None]:
    return {
        "teams": found.count,
        "mean": per_mille(found.mean),
        "low": per_mille(found.low),
        "high": per_mille(found.high),
    }


def per_mille(share: float | None) -> int | None:
    """A share in per mille; None stays None."""
    return None if share is None else round(1_000 * share)


def workshop_rows(found: Workshop) -> Iterator[Row]:
    """The table, without its header: every objective of every scenario, then of all together."""
    for part in (*found.parts, found.whole):
        for lesson in (*part.lessons, part.together):
            cells = (
                part.scenario or "all", lesson.objective or "all", part.games, part.teams,
                part.decisions, lesson.marked,
                *_cells(lesson.loss), lesson.change.count, _cell(lesson.early.mean),
                _cell(lesson.late.mean), *_cells(lesson.change), lesson.verdict,
            )  # fmt: skip
            yield cells


def _cells(found: Estimate) -> tuple[int | str, ...]:
    return _cell(found.mean), _cell(found.low), _cell(found.high)


def _cell(share: float | None) -> int | str:
    known = per_mille(share)
    return "" if known is None else known
