"""Does every learning objective's measure tell those who apply it from those who do not?"""

from __future__ import annotations

from collections.abc import Callable

from simpasar.balance.answers import Column, Span, Table
from simpasar.balance.jobs import Arm, measures_in
from simpasar.balance.lights import OBJECTIVES_SHOWN
from simpasar.balance.players import Player
from simpasar.balance.questions.question import (
    Evidence,
    Found,
    Question,
    decent,
    one_seat,
    turn,
)
from simpasar.balance.statistics import mean_interval, share_above
from simpasar.i18n import N_, _, language
from simpasar.scenario.model import Measure, Scenario

CARELESS: dict[Measure, Callable[[Scenario, int], Player]] = {
    "pricing": lambda _scenario, _place: Player(frozen=("price",)),
    "production": lambda _scenario, _place: Player(frozen=("production", "ingredients")),
    "marketing": lambda _scenario, _place: Player(
        frozen=("price", "quality", "promotion", "staff", "programmes", "contracts")
    ),
    "money": lambda _scenario, _place: Player(borrows=True),
    "household": lambda scenario, place: Player(draws=_too_little(scenario, place)),
    "cooperation": lambda _scenario, _place: Player(frozen=("cooperative",)),
}
"""Who does not apply an objective, by its measure: par without the decisions it is about.

Two differ, for leaving their decisions alone is no fault there: who does not compare loans takes
all that is offered, and who does not keep the family's money apart leaves it half of its need.
"""


def _too_little(scenario: Scenario, place: int) -> int:
    home = list(scenario.teams.values())[place].household
    return home.weekly_need // 2 if home is not None else 0


def _arm(scenario: Scenario, seed: int, measure: Measure) -> Arm:
    place = turn(seed, scenario)
    return one_seat(scenario, place, CARELESS[measure](scenario, place))


def _arms(scenario: Scenario, seed: int) -> list[Arm]:
    return [
        decent(scenario),
        *(_arm(scenario, seed, measure) for measure in measures_in(scenario)),
    ]


def _answer(evidence: Evidence) -> Found:
    scenario = evidence.scenario
    differences = {
        measure: mean_interval(
            [_difference(evidence, seed, measure, column) for seed in evidence.seeds]
        )
        for column, measure in enumerate(measures_in(scenario))
    }
    shown = [measure for measure, found in differences.items() if found.above]
    light, settled = OBJECTIVES_SHOWN.light(share_above(list(differences.values())))
    said = [
        _("{shown} of {all} measures tell those who apply what is taught from those who do not.")
        .format(shown=len(shown), all=len(differences))
    ]  # fmt: skip
    blind = [each for each in differences if each not in shown]
    if blind:
        titles = "; ".join(_objectives(scenario, measure) for measure in blind)
        said.append(_("Not so: {names}.").format(names=titles))
    return Found(
        light=light,
        settled=settled,
        sentence=" ".join(said),
        advice=_(
            "What is not measured apart cannot be taught with it: unlock the decisions it is about"
            " earlier, make them weigh more, or choose another measure."
        ),
        table=Table(
            (
                Column("objective", _("Objective"), "text"),
                Column("difference", _("Difference"), "count"),
                Column("low", _("At least"), "count"),
                Column("high", _("At most"), "count"),
            ),
            tuple(
                (_objectives(scenario, m), d.middle, d.low, d.high) for m, d in differences.items()
            ),
        ),
        spans=tuple(Span(m, _objectives(scenario, m), d) for m, d in differences.items()),
        unit="count",
        shows=_("The measure of those who apply an objective, less that of those who do not"),
    )


def _difference(evidence: Evidence, seed: int, measure: Measure, column: int) -> int:
    """The measure of par less that of the careless player in the same seat."""
    scenario = evidence.scenario
    place = turn(seed, scenario)
    with_it = evidence.team(seed, decent(scenario), place).measures[column]
    return with_it - evidence.team(seed, _arm(scenario, seed, measure), place).measures[column]


def _unit(measure: Measure) -> str:
    """What a measure counts."""
    return _("buyers") if measure == "marketing" else "Rp"


def _objectives(scenario: Scenario, measure: Measure) -> str:
    return "; ".join(o.of(language()) for o in scenario.teaches if o.measure == measure)


def _missing(scenario: Scenario) -> str:
    if measures_in(scenario):
        return ""
    if scenario.teaches:
        return _("Does not apply: no objective has a measure.")
    return _("Does not apply: the scenario names no objectives.")


OBJECTIVES = Question(
    "objectives", N_("Do the objectives show in the figures?"), _arms, _answer, _missing
)
