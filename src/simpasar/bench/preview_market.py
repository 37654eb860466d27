"""The preview's pages of the market: demand by day and hour, and the map of the stalls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simpasar.bench.layout import Column, Paper, bar, padded, table
from simpasar.bench.preview import Demand, Distances, demand, distances
from simpasar.bench.stall_map import MIDDLE, stall_map
from simpasar.classroom.names import day_name
from simpasar.firm.costing import half_up
from simpasar.i18n import _, language
from simpasar.money import grouped
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import clock_text

# -- who comes ----------------------------------------------------------------------------

BAR = 24


def paint_demand(paper: Paper, scenario: Scenario) -> None:
    """Who sets out for what, by weekday and by hour, as bars."""
    paper.heading(_("Demand: people who set out on a plain day, before weather and events"))
    for wanted in demand(scenario):
        paper.print()
        name = scenario.needs[wanted.need].name.of(language())
        message = _("{need}: a buyer takes {units} units on average")
        paper.row(message.format(need=name, units=_tenths(wanted.portion)), style="bold")
        _by_day(paper, scenario, wanted)
        _by_hour(paper, wanted, weekend=scenario.days > 5)


def _tenths(thousandths: int) -> str:
    """`1234` as `1,2`, or `1.2` in English."""
    whole, tenth = divmod(half_up(thousandths, 100), 10)
    return f"{grouped(whole)}{',' if language() == 'id' else '.'}{tenth}"


def _by_day(paper: Paper, scenario: Scenario, wanted: Demand) -> None:
    most = max((*wanted.days, 1))
    for day, people in enumerate(wanted.days):
        said = _("{people} people, {units} units made").format(
            people=grouped(half_up(people, 1_000)), units=grouped(wanted.made[day])
        )
        paper.row(f"  {padded(day_name(day), 10)} {padded(bar(people, most, BAR), BAR)} {said}")


def _by_hour(paper: Paper, wanted: Demand, weekend: bool) -> None:
    most = max((*wanted.weekday_hours, *wanted.weekend_hours, 1))
    both = [*zip(wanted.weekday_hours, wanted.weekend_hours, strict=True)]
    busy = [hour for hour, people in enumerate(both) if any(people)]
    if not busy:
        return
    width = 2 + 10 + 1 + BAR + 1
    paper.row(
        padded("  " + _("An hour"), 13)
        + padded(_("Mon-Fri"), width - 7)
        + (_("Sat-Sun") if weekend else "")
    )
    for hour in range(busy[0], busy[-1] + 1):
        cells = [
            f"{grouped(half_up(people, 1_000)):>6} {padded(bar(people, most, BAR - 2), BAR)}"
            for people in (both[hour] if weekend else both[hour][:1])
        ]
        paper.row(f"  {padded(clock_text(hour * 3_600), 9)} {''.join(cells).rstrip()}")


# -- where --------------------------------------------------------------------------------

MOST_STALLS = 8
"""So many columns of metres fit beside each other."""


def paint_map(paper: Paper, scenario: Scenario) -> None:
    """Where the stalls stand, and how far they are from everything."""
    paper.heading(_("Map of the stalls"))
    found = stall_map(scenario, paper.room - 2)
    for row in found.rows:
        paper.row(f"  {row}")
    paper.sentence(
        _("One character is {metres} m wide and {high} m high; north is up.").format(
            metres=grouped(found.metres), high=grouped(2 * found.metres)
        )
    )
    paper.heading(_("Metres from each stall"))
    far = distances(scenario)
    for first in range(0, len(far), MOST_STALLS):
        _metres(paper, scenario, found.marks, far[first : first + MOST_STALLS])


def _metres(
    paper: Paper, scenario: Scenario, marks: Mapping[str, str], stalls: Sequence[Distances]
) -> None:
    """Metres from these stalls, one a column, to all stalls and places."""
    spoken, rows = language(), []
    for team, seat in scenario.teams.items():
        metres = ("-" if each.team == team else grouped(each.stalls[team]) for each in stalls)
        rows.append((f"{marks.get(team, '-')} {seat.name.of(spoken)}", *metres))
    for name, place in scenario.places.items():
        rows.append(
            (f"{MIDDLE} {place.name.of(spoken)}", *(grouped(each.places[name]) for each in stalls))
        )
    figures = (Column(marks.get(each.team, "-")) for each in stalls)
    paper.print(table((Column(_("To"), words=True), *figures), rows))
