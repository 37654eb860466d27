"""What a week decided otherwise would have brought, in words, for terminal and screen alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simpasar.i18n import N_, _, language
from simpasar.money import grouped, rupiah, signed
from simpasar.review.changes import Change
from simpasar.review.whatif import WhatIf
from simpasar.scenario.model import Scenario

ABOUT = N_(
    "Week: profit of that week. End: gained by the end of the game. Rupiah. The same chance, and"
    " all other decisions as they were; what a team could not have done in this other game is left"
    " undone."
)
"""What the figures of all teams mean."""

_ROWS = (
    (N_("Sales"), "revenue", rupiah),
    (N_("Sold"), "sold", grouped),
    (N_("Out of stock"), "lost_stockout", grouped),
    (N_("Thrown away"), "wasted", grouped),
    (N_("Net profit"), "profit", rupiah),
    (N_("Cash"), "cash", rupiah),
)


def changes_told(changes: Iterable[Change]) -> Iterator[str]:
    """A sentence for each decision that is another one."""
    for change in changes:
        yield _("{field}: {becomes} instead of {was}.").format(
            field=change.label, becomes=change.becomes, was=change.was
        )


def week_rows(found: WhatIf) -> Iterator[tuple[str, str, str, str]]:
    """The changed team's week, figure by figure: its name, as it was, as it would have been, and
    what changes."""
    was, would = found.recorded[found.team].week, found.imagined[found.team].week
    for label, key, write in _ROWS:
        yield _(label), write(was[key]), write(would[key]), signed(would[key] - was[key])


def team_columns(scenario: Scenario, found: WhatIf) -> dict[str, list[str]]:
    """Every team's profit of that week and its gain at the end, and what changes of both: the
    cells under each heading, in the order of the teams. A heading may have two lines."""
    teams = list(found.recorded)
    differences = [found.difference(team) for team in teams]
    return {
        _("Team"): [scenario.teams[team].name.of(language()) for team in teams],
        _("Week:\nrecorded"): [grouped(found.recorded[t].week["profit"]) for t in teams],
        _("Week:\nwhat if"): [grouped(found.imagined[t].week["profit"]) for t in teams],
        _("Week:\nchange"): [signed(week) for week, _end in differences],
        _("End:\nrecorded"): [grouped(found.recorded[t].end.gained) for t in teams],
        _("End:\nwhat if"): [grouped(found.imagined[t].end.gained) for t in teams],
        _("End:\nchange"): [signed(end) for _week, end in differences],
    }
