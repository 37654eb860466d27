"""From how many members does the cooperative pay?"""

from __future__ import annotations

from collections.abc import Sequence

from simpasar.balance.answers import Column, Light, Span, Table
from simpasar.balance.jobs import Arm
from simpasar.balance.lights import MEMBERS_LEAST, MEMBERS_SHARE
from simpasar.balance.players import Player
from simpasar.balance.questions.question import Evidence, Found, Question, roughly
from simpasar.balance.statistics import Interval, mean, mean_interval
from simpasar.i18n import N_, _, ngettext
from simpasar.scenario.model import Scenario

_INSIDE, _OUTSIDE = Player("koperasi"), Player("koperasi", frozen=("cooperative",))
"""The same player, and the same without the cooperative."""


def _members(scenario: Scenario, size: int, seed: int) -> frozenset[int]:
    """`size` places side by side, turned from seed to seed."""
    seats = len(scenario.teams)
    return frozenset((seed + place) % seats for place in range(size))


def _arm(scenario: Scenario, size: int, seed: int) -> Arm:
    members = _members(scenario, size, seed)
    seats = range(len(scenario.teams))
    return Arm(tuple(_INSIDE if place in members else _OUTSIDE for place in seats))


def _arms(scenario: Scenario, seed: int) -> list[Arm]:
    return [_arm(scenario, size, seed) for size in range(len(scenario.teams) + 1)]


def _answer(evidence: Evidence) -> Found:
    scenario = evidence.scenario
    brought = {
        size: mean_interval([_brought(evidence, size, seed) for seed in evidence.seeds])
        for size in range(1, len(scenario.teams) + 1)
    }
    light, settled = pooling_light(list(brought.values()))
    first = next((size for size, found in brought.items() if found.above), None)
    best = max(brought, key=lambda size: brought[size].middle)
    most = roughly(brought[best].middle)
    if first is None:
        sentence = _(
            "However many join, no member clearly gains by it (at best {most}, with {best})."
        ).format(most=most, best=best)
    else:
        sentence = ngettext(
            "It pays from {first} member on; at best a member gains {most}, with {best}.",
            "It pays from {first} members on; at best a member gains {most}, with {best}.",
            first,
        ).format(first=first, most=most, best=best)
    return Found(
        light=light,
        settled=settled,
        sentence=sentence,
        advice=_(
            "It should pay from two members or more, and before nearly all have joined: move the"
            " price steps of the joint purchase, its delivery fee, the savings asked for."
        ),
        table=Table(
            (
                Column("members", _("Members"), "count"),
                Column("mean", _("Gain of a member")),
                Column("low", _("At least")),
                Column("high", _("At most")),
            ),
            tuple((size, each.middle, each.low, each.high) for size, each in brought.items()),
        ),
        spans=tuple(Span(str(size), str(size), each) for size, each in brought.items()),
        shows=_("What a member gains by the cooperative, by the number of members"),
    )


def _brought(evidence: Evidence, size: int, seed: int) -> float:
    """What the cooperative brought each of its members on a seed."""
    together = _arm(evidence.scenario, size, seed)
    apart = _arm(evidence.scenario, 0, seed)
    return mean(
        [
            evidence.gain(seed, together, place) - evidence.gain(seed, apart, place)
            for place in sorted(_members(evidence.scenario, size, seed))
        ]
    )


def pooling_light(brought: Sequence[Interval]) -> tuple[Light, bool]:
    """The light of what each number of members brings a member, from one member on.

    Green: it pays from a number that takes several to agree and that a class can reach. Yellow: it
    pays alone already, or only with nearly all. Red: it clearly pays for no number.
    """
    paying = [size for size, found in enumerate(brought, start=1) if found.above]
    maybe = [size for size, found in enumerate(brought, start=1) if found.high > 0]
    if not paying:
        return ("yellow", False) if maybe else ("red", True)
    reachable = max(MEMBERS_LEAST, len(brought) * MEMBERS_SHARE // 1_000)
    settled = not [size for size in maybe if size < paying[0]]
    good = MEMBERS_LEAST <= paying[0] <= reachable
    return ("green" if good else "yellow"), settled


def _missing(scenario: Scenario) -> str:
    if scenario.cooperative is None or "cooperative" not in scenario.rules.unlocked:
        return _("Does not apply: there is no cooperative.")
    return "" if len(scenario.teams) > 1 else _("Does not apply: there is one team only.")


COOPERATIVE = Question(
    "cooperative",
    N_("From how many members does the cooperative pay?"),
    _arms,
    _answer,
    _missing,
)
