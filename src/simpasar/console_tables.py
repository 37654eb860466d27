"""The tables of a game on a plain terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from simpasar.game.bulletin import percent
from simpasar.game.comparison import Comparison
from simpasar.game.indicators import Community
from simpasar.game.play import Setup
from simpasar.game.report import TeamWeek
from simpasar.game.score import PAR, Score, ranking
from simpasar.game.state import GameState
from simpasar.game.summary import has_households
from simpasar.i18n import _, language
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import Scenario

NAME_WIDTH = 12
"""How much of a team's name a table of many columns shows."""


def team_name(scenario: Scenario, team: str) -> str:
    """A team's name in the language now spoken."""
    return scenario.teams[team].name.of(language())


def _table(headings: Sequence[str]) -> Table:
    """An empty table: a column for the team, and figures."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    team, *figures = headings
    table.add_column(team, overflow="ellipsis", no_wrap=True, max_width=NAME_WIDTH)
    for heading in figures:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


# -- a week -------------------------------------------------------------------------------


def market_table(scenario: Scenario, state: GameState) -> Table:
    """Every team's week in the market."""
    table = _table(
        [
            _("Team"),
            _("Sales"),
            _("Net\nprofit"),
            _("Cash"),
            _("Sold"),
            _("Out of\nstock"),
            _("Queue"),
            _("Wasted"),
            _("Wait"),
        ]
    )
    for name, team in state.teams.items():
        table.add_row(team_name(scenario, name), *_market_cells(team.history[-1]))
    return table


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
    columns = {_("Team"): names, **home, **divider, **business}
    table = _table(list(columns))
    for row in zip(*columns.values(), strict=True):
        table.add_row(*row)
    return table


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
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1 if more else 2, 0, 0))
    table.add_column("#", justify="right")
    table.add_column(_("Team"), max_width=NAME_WIDTH if more else None)
    table.add_column(_("Played by"))
    for heading in (_("Gained"), _("Wealth"), *more):
        table.add_column(heading, justify="right", no_wrap=True)
    written = grouped if more else rupiah
    for place, score in enumerate(scores):
        table.add_row(
            str(place + 1),
            _marked(team_name(scenario, score.team), score),
            setup.bots[score.team] or _("people"),
            written(score.gained),
            written(score.wealth),
            *(column[place] for column in more.values()),
        )
    return table


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
    table.add_row(_("Helper-days paid"), grouped(whole.helper_days))
    table.add_row(_("Ingredients bought locally"), percent(whole.local_share))
    if whole.household_income:
        table.add_row(_("Income a household, each week"), rupiah(whole.income_per_household))
    if scenario.cooperative:
        table.add_row(_("Times a team took part in joint action"), grouped(whole.joint_actions))
        table.add_row(_("Votes cast"), grouped(whole.votes))
    kinds = {programme.kind for programme in scenario.programmes.values()}
    if "training" in kinds:
        table.add_row(_("Skills gained"), grouped(whole.skills))
    if "permit" in kinds:
        table.add_row(_("Permits gained"), grouped(whole.permits))
    return table


# -- against par --------------------------------------------------------------------------


def comparison_table(scenario: Scenario, comparisons: Sequence[Comparison]) -> Table:
    """Every team against par in its own seat."""
    scores = [found.score for found in comparisons]
    columns: dict[str, list[str]] = {
        _("Gained"): [grouped(score.gained) for score in scores],
        PAR: [grouped(found.par) for found in comparisons],
        _("Difference"): [signed(found.difference) for found in comparisons],
    }
    if has_households(scenario):
        met = (found.needs_met for found in comparisons)
        columns[_("Needs\nmet")] = ["" if n is None else percent(10 * n) for n in met]
    if scenario.loans or scenario.cooperative:
        columns[_("Debt")] = [grouped(score.debt) for score in scores]
    names = [_marked(team_name(scenario, score.team), score) for score in scores]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("#", justify="right")
    table.add_column(_("Team"), max_width=NAME_WIDTH)
    for heading in columns:
        table.add_column(heading, justify="right", no_wrap=True)
    for place, row in enumerate(zip(names, *columns.values(), strict=True), start=1):
        table.add_row(str(place), *row)
    return table


def signed(amount: int) -> str:
    """A difference: `+12.500` or `-12.500`."""
    return f"{'+' if amount > 0 else ''}{grouped(amount)}"
