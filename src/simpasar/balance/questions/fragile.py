"""Which numbers of the scenario matter most: each a fifth down and up."""

from __future__ import annotations

from simpasar.balance.answers import Column, Span, Table
from simpasar.balance.jobs import Arm, Change
from simpasar.balance.lights import FRAGILE, together
from simpasar.balance.numbers import NUMBERS, numbers_of
from simpasar.balance.questions.question import Evidence, Found, Question, about, always, decent
from simpasar.balance.statistics import Interval, mean, mean_interval
from simpasar.i18n import N_, _
from simpasar.scenario.model import Scenario

DOWN, UP = 800, 1_200
"""Per mille of the scenario's number."""


def _arm(scenario: Scenario, number: str, factor: int) -> Arm:
    return Arm(decent(scenario).seats, Change(number, factor))


def _arms(scenario: Scenario, _seed: int) -> list[Arm]:
    return [
        decent(scenario),
        *(
            _arm(scenario, number.key, factor)
            for number in numbers_of(scenario)
            for factor in (DOWN, UP)
        ),
    ]


def _mean_gain(evidence: Evidence, seed: int, arm: Arm) -> float:
    return mean([team.gained for team in evidence.games[seed, arm].teams])


def _answer(evidence: Evidence) -> Found:
    scenario, seeds = evidence.scenario, evidence.seeds
    usual = {seed: _mean_gain(evidence, seed, decent(scenario)) for seed in seeds}
    scale = max(1.0, abs(mean(list(usual.values()))))
    moves: dict[str, tuple[Interval, Interval]] = {}
    for number in numbers_of(scenario):
        down, up = (
            mean_interval(
                [_mean_gain(evidence, s, _arm(scenario, number.key, f)) - usual[s] for s in seeds]
            )
            for f in (DOWN, UP)
        )
        moves[number.key] = down, up
    order = sorted(moves, key=lambda key: -max(abs(move.middle) for move in moves[key]))
    lights = [
        FRAGILE.light(_size(move.per_mille_of(scale))) for key in order for move in moves[key]
    ]
    light, settled = together(lights)
    most = [_(NUMBERS[key].label) for key in order[:3]]
    largest = max(abs(move.middle) for move in moves[order[0]])
    return Found(
        light=light,
        settled=settled,
        sentence=_(
            "Most depends on: {names}. A fifth more or less of the first changes what par gains by"
            " {share}."
        ).format(names=", ".join(most), share=about(round(1_000 * largest / scale))),
        advice=_(
            "The game stands on one number: check it with somebody who knows the trade, and leave"
            " more room around it (cash, margin, buyers)."
        ),
        table=Table(
            (
                Column("number", _("Number"), "text"),
                Column("down", _("A fifth less")),
                Column("up", _("A fifth more")),
            ),
            tuple(
                (_(NUMBERS[key].label), moves[key][0].middle, moves[key][1].middle) for key in order
            ),
        ),
        spans=tuple(_span(key, *moves[key]) for key in order),
        shows=_("Change of par's mean gain when a number is a fifth lower or higher"),
    )


def _size(move: Interval) -> Interval:
    """How large a change is, whichever way it goes."""
    if move.middle >= 0:
        return move
    return Interval(-move.high, -move.middle, -move.low, move.count)


def _span(key: str, down: Interval, up: Interval) -> Span:
    ends = sorted((down.middle, 0, up.middle))
    return Span(key, _(NUMBERS[key].label), Interval(ends[0], 0, ends[2], down.count))


NUMBERS_MATTER = Question(
    "numbers", N_("Which numbers matter most?"), _arms, _answer, always, quick=False
)
