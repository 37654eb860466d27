"""Tables on 80 columns: whatever the amounts, no figure is cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.console import Console
from rich.table import Table

from games import begin, finish
from neighbourhood import TEAMS, neighbourhood
from simpasar.console_tables import household_table, market_table, ranking_table
from simpasar.game.play import Game
from simpasar.game.state import GameState
from simpasar.i18n import LANGUAGES, use

LONG = "Kelompok Ibu Dapur"


pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture(scope="module")
def game() -> Game:
    names = {f"teams__{team}__name": f"{LONG} {team.title()}" for team in TEAMS}
    return finish(begin(neighbourhood(**names), {}, weeks=1))


def rich_week(state: GameState, amount: int) -> GameState:
    """The same week with every team's amounts in business and at home as large as `amount`."""
    teams = {}
    for name, team in state.teams.items():
        report = team.history[-1]
        assert report.home is not None
        figures = replace(
            report.figures, revenue=amount, profit=-amount, cash=amount, debt=amount,
            savings=amount,
        )  # fmt: skip
        home = replace(report.home, received=amount, short=amount, cash=amount)
        history = (replace(report, figures=figures, home=home, overdue=amount),)
        teams[name] = replace(team, history=history)
    return replace(state, teams=teams)


def printed(table: Table | None) -> str:
    assert table is not None
    console = Console(width=80)
    with console.capture() as shown:
        console.print(table)
    return shown.get()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("amount", [900, 9_900_000, 12_345_678])
def test_names_give_way_to_figures_and_no_figure_is_cut(
    game: Game, amount: int, language: str
) -> None:
    use("id" if language == "id" else "en")
    scenario, state = game.setup.scenario, rich_week(game.state, amount)
    written = f"{amount:,}".replace(",", ".")
    market, home = market_table(scenario, state), household_table(scenario, state)
    for table, times in ((market, 3), (home, 6)):
        text = printed(table)
        rows = [line for line in text.splitlines() if " Kel" in line]
        assert len(rows) == len(TEAMS)
        assert all(row.count(written) == times for row in rows)
        assert max(map(len, text.splitlines())) <= 80
        heading = text[: text.index(" Kel")]
        assert "…" not in heading


def test_a_ranking_shows_as_much_of_a_name_as_there_is_room_for(game: Game) -> None:
    text = printed(ranking_table(game.setup, game.state))
    assert LONG in text
    assert max(map(len, text.splitlines())) <= 80
