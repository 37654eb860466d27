"""The tables of a game on a plain terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.table import Table

from simpasar.game.bulletin import percent
from simpasar.game.comparison import Comparison
from simpasar.game.indicators import Community, indicators_told
from simpasar.game.play import Setup
from simpasar.game.report import TeamWeek
from simpasar.game.score import PAR, Score, ranking
from simpasar.game.state import GameState
from simpasar.i18n import _, language
from simpasar.money import grouped, rupiah, signed
from simpasar.review.whatif import WhatIf
from simpasar.review.whatif_told import team_columns, week_rows
from simpasar.scenario.lessons import has_households
from simpasar.scenario.model import Scenario

WIDTH = 80
NAME_WIDTH = 12
"""Columns narrow their gaps before less than this is shown of a team's name."""


def team_name(scenario: Scenario, team: str) -> str:
    """A team's name in the language now spoken."""
    return scenario.teams[team].name.of(language())


def _table(columns: Mapping[str, Sequence[str]], gap: int = 2) -> Table:
    """Columns by heading, one of them of teams. Where they are too wide, they come nearer to each
    other, and then names are cut short; figures never are, for a part of one is a lie.

    `gap`: spaces between two columns, where there is room for them.
    """
    widths = {heading: _longest([heading, *cells]) for heading, cells in columns.items()}
    longest = widths.pop(_("Team"))
    for between in range(gap, 0, -1):
        room = WIDTH - len("  ") - sum(widths.values()) - between * len(widths)
        if room >= min(longest, NAME_WIDTH):
            break
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, between - 1, 0, 0))
    for heading in columns:
        if heading == _("Team"):
            table.add_column(heading, overflow="ellipsis", no_wrap=True, max_width=max(room, 1))
        else:
            words = heading == _("Played by")
            table.add_column(heading, justify="left" if words else "right", no_wrap=True)
    for row in zip(*columns.values(), strict=True):
        table.add_row(*row)
    return table


def _longest(cells: Iterable[str]) -> int:
    return max(cell_len(line) for cell in cells for line in cell.split("\n"))


# -- a week -------------------------------------------------------------------------------


def market_table(scenario: Scenario, state: GameState) -> Table:
    """Every team's week in the market."""
    headings = [
        _("Sales"),
        _("Net\nprofit"),
        _("Cash"),
        _("Sold"),
        _("Out of\nstock"),
        _("Queue"),
        _("Wasted"),
        _("Wait"),
    ]
    names = [team_name(scenario, name) for name in state.teams]
    rows = [_market_cells(team.history[-1]) for team in state.teams.values()]
    figures = map(list, zip(*rows, strict=True))
    return _table({_("Team"): names, **dict(zip(headings, figures, strict=True))})


def _market_cells(report: TeamWeek) -> list[str]:
    facts = report.facts()
    minutes, seconds = divmod(facts["mean_wait_seconds"], 60)
    money = [grouped(facts[key]) for key in ("revenue", "profit", "cash")]
    units = [grouped(facts[key]) for key in ("sold", "lost_stockout", "lost_queue", "wasted")]
    return [*money, *units, f"{minutes}:{seconds:02d}"]


def household_table(scenario: Scenario, state: GameState) -> Table | None:
    """Household money and business money of every team, side by side and kept apart; None where
    the scenario has neither households, lenders nor a cooperative."""
    reports = [team.history[-1] for team in state.teams.values()]
    home, business = _home_columns(scenario, reports), _business_columns(scenario, reports)
    if not home and not business:
        return None
    divider = {"│\n│": ["│"] * len(reports)} if home and business else {}
    names = [team_name(scenario, name) for name in state.teams]
    return _table({_("Team"): names, **home, **divider, **business})


def _home_columns(scenario: Scenario, reports: Sequence[TeamWeek]) -> dict[str, list[str]]:
    if not has_households(scenario):
        return {}
    homes = [report.home for report in reports]
    return {
        _("Home:\nreceived"): [grouped(home.received) if home else "" for home in homes],
        _("Home:\nshort"): [grouped(home.short) if home else "" for home in homes],
        _("Home:\ncash"): [grouped(home.cash) if home else "" for home in homes],
    }


def _business_columns(scenario: Scenario, reports: Sequence[TeamWeek]) -> dict[str, list[str]]:
    columns: dict[str, list[str]] = {}
    if scenario.loans or scenario.cooperative:
        columns[_("Business:\ndebt")] = [grouped(report.figures.debt) for report in reports]
    if scenario.loans:
        columns[_("Business:\noverdue")] = [grouped(report.overdue) for report in reports]
    if scenario.cooperative:
        savings = [grouped(report.figures.savings) for report in reports]
        columns[_("Cooperative:\nsavings")] = savings
    return columns


# -- the end ------------------------------------------------------------------------------


def ranking_table(setup: Setup, state: GameState) -> Table:
    """All teams, the most gained first; with debts and needs where the scenario has them."""
    scenario = setup.scenario
    scores = ranking(scenario, state)
    more = _beyond_the_stall(scenario, scores)
    written = grouped if more else rupiah
    columns = {
        "#": [str(place) for place in range(1, len(scores) + 1)],
        _("Team"): [_marked(team_name(scenario, score.team), score) for score in scores],
        _("Played by"): [setup.bots[score.team] or _("people") for score in scores],
        _("Gained"): [written(score.gained) for score in scores],
        _("Wealth"): [written(score.wealth) for score in scores],
    }
    return _table(columns | more, gap=2 if more else 3)


def _beyond_the_stall(scenario: Scenario, scores: Sequence[Score]) -> dict[str, list[str]]:
    """Debt and unmet needs, by heading, where the scenario has them."""
    columns: dict[str, list[str]] = {}
    if scenario.loans or scenario.cooperative:
        columns[_("Debt")] = [grouped(score.debt) for score in scores]
    if has_households(scenario):
        columns[_("Short at\nhome")] = [grouped(score.need_short) for score in scores]
    return columns


def _marked(name: str, score: Score) -> str:
    """A team's name, and under it the week in which its business failed."""
    if score.bankrupt is None:
        return name
    mark = _("bankrupt\nweek {week}").format(week=score.bankrupt)
    return f"{name}\n{mark}"


def community_table(scenario: Scenario, whole: Community) -> Table:
    """What a game brought the neighbourhood, as far as the scenario has such things."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 1), show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for label, value in indicators_told(scenario, whole):
        table.add_row(label, value)
    return table


# -- against par --------------------------------------------------------------------------


def comparison_table(scenario: Scenario, comparisons: Sequence[Comparison]) -> Table:
    """Every team against par in its own seat."""
    scores = [found.score for found in comparisons]
    columns: dict[str, list[str]] = {
        "#": [str(place) for place in range(1, len(scores) + 1)],
        _("Team"): [_marked(team_name(scenario, score.team), score) for score in scores],
        _("Gained"): [grouped(score.gained) for score in scores],
        PAR: [grouped(found.par) for found in comparisons],
        _("Difference"): [signed(found.difference) for found in comparisons],
    }
    if has_households(scenario):
        met = (found.needs_met for found in comparisons)
        columns[_("Needs\nmet")] = ["" if n is None else percent(10 * n) for n in met]
    if scenario.loans or scenario.cooperative:
        columns[_("Debt")] = [grouped(score.debt) for score in scores]
    return _table(columns, gap=3)


# -- what if ------------------------------------------------------------------------------


def whatif_table(scenario: Scenario, found: WhatIf) -> Table:
    """Every team's profit of that week and its gain at the end, and what changes of both."""
    return _table(team_columns(scenario, found))


def whatif_week_table(found: WhatIf) -> Table:
    """The changed team's week, as it was and as it would have been."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 1), show_header=False)
    table.add_column()
    for _column in range(4):
        table.add_column(justify="right")
    for label, before, after, change in week_rows(found):
        table.add_row(label, before, "->", after, f"({change})")
    return table
