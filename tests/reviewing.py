"""What tests of the review share: finished games as it reads them, and values by few rollouts."""

from __future__ import annotations

from simpasar.game.play import Game
from simpasar.review.books import PlayedWeek, Valued, Weeks
from simpasar.review.rollout import Branch, Gains, Table, mean, play_until


def the_table(game: Game) -> Table:
    return Table(game.setup.scenario, game.setup.weeks, game.chance)


def the_weeks(game: Game) -> list[PlayedWeek]:
    return [
        PlayedWeek(lived.monday, sheets, sunday)
        for lived, sheets, sunday in zip(game.lived, game.played, game.past, strict=True)
    ]


def valued(table: Table, seeds: int = 2) -> Valued:
    """The mean over a few seeds."""

    def value(branch: Branch, weeks: Weeks) -> tuple[Gains, ...]:
        runs = [play_until(table, branch, 100 + seed, weeks) for seed in range(seeds)]
        return tuple(
            {team: mean([gains[team] for gains in by]) for team in by[0]}
            for by in zip(*runs, strict=True)
        )

    return value
