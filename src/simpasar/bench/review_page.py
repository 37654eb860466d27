"""A review on a plain terminal: the order without luck, then a short section for each team."""

from __future__ import annotations

from collections.abc import Sequence

from simpasar.bench.layout import Paper, table
from simpasar.bench.pages import Grid
from simpasar.bench.review_texts import (
    costliest,
    decisions_told,
    going_on,
    lost_by,
    luck_told,
    mark_word,
    nothing_marked,
    origin,
    own_told,
    ranking_grid,
    result_told,
    unfinished,
    unsure_order,
)
from simpasar.console_tables import team_name
from simpasar.game.play import Game
from simpasar.i18n import _, language
from simpasar.money import rupiah
from simpasar.review.assess import Review
from simpasar.review.words import OBJECTIVES, advice

_HANG = 2
MOST = 3
"""Decisions told of each team."""


def print_review(
    paper: Paper, game: Game, review: Review, head: str, warnings: Sequence[str] = ()
) -> None:
    """The whole page. `head`: the digest of the record; `warnings`: what is odd about it."""
    title = game.setup.scenario.title.of(language())
    paper.sentence(_("Review of {title}").format(title=title), style="bold")
    for text in filter(None, (unfinished(review), going_on(game))):
        paper.sentence(text, _HANG, style="bold")
    paper.print()
    _grid(paper, ranking_grid(game, review))
    unsure = unsure_order(game, review)
    if unsure:
        paper.sentence(unsure, _HANG)
    for team in review.books:
        _team(paper, game, review, team)
    paper.print()
    for line in (*warnings, *origin(game, review, head)):
        paper.sentence(line, _HANG)


def _grid(paper: Paper, grid: Grid) -> None:
    paper.print(table(grid.columns, grid.rows))


def _team(paper: Paper, game: Game, review: Review, team: str) -> None:
    paper.heading(team_name(game.setup.scenario, team))
    for sentence in (
        result_told(game, review, team), own_told(review, team), luck_told(review, team)
    ):  # fmt: skip
        paper.sentence(sentence, _HANG)
    marked = costliest(review, team, MOST)
    for decision in marked:
        sign = mark_word(decision.mark)
        paper.sentence(f"[{sign}] {advice(review, decision)}", _HANG)
    if not marked:
        paper.sentence(nothing_marked(review), _HANG)
        return
    lost = ", ".join(
        f"{_(OBJECTIVES[objective])} {rupiah(amount)} ({decisions_told(count)})"
        for objective, (amount, count) in lost_by(review, [team]).items()
    )
    paper.sentence(_("Lost by objective: {lost}.").format(lost=lost), _HANG)
