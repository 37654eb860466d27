"""A review as tidy CSV: one file a table, one row an observation, every column described."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from simpasar.bench.csv_folder import Row, described, write_tables
from simpasar.bench.review_texts import ranked
from simpasar.game.play import Game
from simpasar.review.assess import Review
from simpasar.review.books import WeekBooks
from simpasar.review.marks import MARKED
from simpasar.review.objectives import judgement_of
from simpasar.review.rollout import JUDGE_SEEDS, SEARCH_SEEDS
from simpasar.review.words import changes_of

_WHEN = {"week": "week of the game, from 1", "team": "id of the team"}
COLUMNS: dict[str, dict[str, str]] = {
    "books": {
        **_WHEN,
        "part": "start, own, rivals, luck_ and its kind, or final: all but final add up to final",
        "rupiah": "rupiah of the part; start is the final of the week before",
    },
    "decisions": {
        **_WHEN,
        "loss": "rupiah lost against the best sheet found; 0 where none was better",
        "low": "lower end of its 95 % interval, rupiah; below 0: what was played may be the best",
        "high": "upper end of its 95 % interval, rupiah; below 0: all that was tried is worse",
        "mark": "none, unclear, inaccuracy, mistake or blunder",
        "unit": "rupiah that par gains in a week in that seat, which the marks are measured by",
        "games": "games played to judge it",
    },
    "better": {
        **_WHEN,
        "field": "dotted name of the decision that the better sheet has otherwise",
        "label": "what people call it, in the language of the export",
        "played": "what was decided, in words",
        "better": "what the better sheet decides, in words",
    },
    "objectives": {
        **_WHEN,
        "objective": "id of the learning objective",
        "loss": "rupiah of the loss of a marked decision (Shapley value); they add up to the loss",
    },
    "ranking": {
        "team": _WHEN["team"],
        "bot": "who plays the seat at the end; empty for people",
        "raw": "rupiah gained; of a game that goes on, expected in the end",
        "raw_place": "place by it, from 1",
        "luck": "rupiah that chance brought",
        "adjusted": "rupiah without luck, the mean over the seeds",
        "low": "lower end of its 95 % interval, rupiah",
        "high": "upper end of its 95 % interval, rupiah",
        "adjusted_place": "place by it, from 1",
    },
    "forecasts": {
        **_WHEN,
        "quantity": "units or cash",
        "forecast": "units, or rupiah, that the team expected",
        "actual": "what came",
    },
    "about": {
        "fact": "name of a fact about this review; warning as often as there is one",
        "value": "its value",
    },
}
"""Every table and column, with its unit and meaning."""


def tables(
    game: Game, review: Review, head: str, warnings: Sequence[str] = ()
) -> dict[str, list[Row]]:
    """All tables of a review, each with its header first; `columns` describes the others.
    `head`: the digest of the record; `warnings`: what is odd about it."""
    rows: dict[str, Iterator[Row]] = {
        "books": _books(review),
        "decisions": _decisions(review),
        "better": _better(review),
        "objectives": _objectives(review),
        "ranking": _ranking(game, review),
        "forecasts": _forecasts(game),
        "about": _about(review, head, warnings),
    }
    return described(COLUMNS, rows)


def write(
    game: Game, review: Review, head: str, folder: Path, warnings: Sequence[str] = ()
) -> list[Path]:
    """Write the tables into `folder`, which is made where it is not there; the files written.

    Raises:
        OSError: the disk refuses.
    """
    return write_tables(tables(game, review, head, warnings), folder)


def _books(review: Review) -> Iterator[Row]:
    for team, kept in review.books.items():
        for week in kept.weeks:
            for part, rupiah in _parts(week):
                yield week.week, team, part, rupiah


def _parts(week: WeekBooks) -> Iterator[tuple[str, int]]:
    yield "start", week.start
    yield "own", week.own
    yield "rivals", week.rivals
    for kind, rupiah in week.luck.items():
        yield f"luck_{kind}", rupiah
    yield "final", week.final


def _decisions(review: Review) -> Iterator[Row]:
    for found in review.decisions:
        yield (
            found.week, found.team, found.loss, found.low, found.high, found.mark or "none",
            review.units[found.team], found.runs,
        )  # fmt: skip


def _better(review: Review) -> Iterator[Row]:
    for found in review.decisions:
        for change in changes_of(review, found):
            yield found.week, found.team, change.path, change.label, change.was, change.becomes


def _objectives(review: Review) -> Iterator[Row]:
    for found in review.decisions:
        for objective, loss in found.objectives.items():
            yield found.week, found.team, objective, loss


def _ranking(game: Game, review: Review) -> Iterator[Row]:
    raw, without = ranked(review)
    for team, kept in review.books.items():
        adjusted = review.adjusted[team]
        yield (
            team, game.setup.bots[team] or "", kept.final, raw.index(team) + 1,
            sum(kept.luck.values()), adjusted.gained, adjusted.low, adjusted.high,
            without.index(team) + 1,
        )  # fmt: skip


def _forecasts(game: Game) -> Iterator[Row]:
    for team, mine in game.state.teams.items():
        for week in mine.history:
            guess = week.forecast
            if guess is not None:
                yield week.week, team, "units", guess.units, week.whole.sold
                yield week.week, team, "cash", guess.cash, week.figures.cash


def _about(review: Review, head: str, warnings: Sequence[str]) -> Iterator[Row]:
    plan = review.plan
    yield "record", head
    yield "engine", version("simpasar")
    yield "scenario", plan.table.scenario.name
    yield "weeks_of_the_game", plan.table.weeks
    yield "weeks_lived", len(plan.weeks)
    yield "par", review.par
    yield "seeds", plan.seeds
    yield "seeds_from", JUDGE_SEEDS
    yield "search_seeds_from", SEARCH_SEEDS
    yield "seeds_counted_from", plan.table.base
    yield "complete", int(review.complete)
    yield "effort", plan.effort.name
    yield "horizon_weeks", plan.effort.horizon or plan.table.weeks
    yield "both_orders", int(plan.effort.books.both_orders)
    judgement = judgement_of(plan.table.scenario)
    for name in reversed(MARKED):
        yield f"threshold_{name}_per_mille", getattr(judgement, name)
    for warning in warnings:
        yield "warning", warning
