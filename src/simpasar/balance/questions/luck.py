"""How much of the outcome is luck?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from simpasar.balance.answers import Column, Span, Table
from simpasar.balance.lights import LUCK
from simpasar.balance.questions.question import Evidence, Found, Question, about, always, decent
from simpasar.balance.questions.strategies import BY_LOT, arms, sittings
from simpasar.balance.statistics import mean, resampled, variance
from simpasar.i18n import N_, _

Gains = Mapping[int, Sequence[tuple[int, int]]]
"""By seed: (place, rupiah gained)."""


def _answer(evidence: Evidence) -> Found:
    scenario = evidence.scenario
    same: dict[int, list[tuple[int, int]]] = {
        seed: [
            (place, team.gained)
            for place, team in enumerate(evidence.games[seed, decent(scenario)].teams)
        ]
        for seed in evidence.seeds
    }
    every: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for sitting in sittings(evidence):
        if sitting.strategy != BY_LOT:
            every[sitting.seed].append((sitting.place, sitting.gained))
    luck, total = _within_places(same, evidence.seeds), _within_places(every, evidence.seeds)

    def share(seeds: Sequence[float]) -> float:
        return luck_share(same, every, [int(seed) for seed in seeds])

    found = resampled(list(evidence.seeds), share)
    light, settled = LUCK.light(found)
    return Found(
        light=light,
        settled=settled,
        sentence=_(
            "{share} of the differences in gain come from luck (weather, events, who comes by);"
            " the rest from how people play."
        ).format(share=about(found.middle)),
        advice=_(
            "Luck decides too much: rarer or weaker events, fewer rainy days, more weeks; or"
            " decisions that weigh more."
        ),
        table=Table(
            (
                Column("what", _("Spread of gains"), "text"),
                Column("deviation", _("Typical deviation")),
            ),
            (
                (_("Same play, other seeds"), round(luck**0.5)),
                (_("All strategies and seeds"), round(total**0.5)),
            ),
        ),
        spans=(Span("luck", _("Luck"), found),),
        unit="permille",
        shows=_("The part of luck in all differences: share and 95 % interval"),
    )


def luck_share(same: Gains, every: Gains, seeds: Sequence[int]) -> float:
    """Variance between seeds for the same play, of the variance over plays and seeds: per mille,
    seats taken out of both; at most 1000."""
    total = _within_places(every, seeds)
    return min(1_000.0, 1_000 * _within_places(same, seeds) / total) if total else 0.0


def _within_places(gains: Gains, seeds: Sequence[int]) -> float:
    """The mean variance within a place."""
    by_place: dict[int, list[int]] = defaultdict(list)
    for seed in seeds:
        for place, gained in gains[seed]:
            by_place[place].append(gained)
    return mean([variance(values) for values in by_place.values()])


QUESTION = Question("luck", N_("How much of the outcome is luck?"), arms, _answer, always)
