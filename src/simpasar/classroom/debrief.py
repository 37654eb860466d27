"""The debrief: the scenario's questions, beside what this class's own weeks show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simpasar.classroom import evidence, evidence_shared
from simpasar.classroom.evidence import KINDS, Evidence, Kind, Weeks
from simpasar.game.play import Game
from simpasar.i18n import language
from simpasar.scenario.lessons import can_show
from simpasar.scenario.model import Scenario

_SHOWN: Mapping[Kind, Callable[[Weeks], Evidence]] = {
    "price": evidence.prices,
    "stockouts": evidence.stockouts,
    "waste": evidence.waste,
    "pooling": evidence_shared.pooling,
    "finance": evidence_shared.finance,
    "household": evidence.household,
    "forecast": evidence.forecast,
}


@dataclass(frozen=True, slots=True)
class Talk:
    """A question to talk about; `shows` is the evidence beside it, None where there is none."""

    question: str
    shows: Kind | None


@dataclass(frozen=True, slots=True)
class Debrief:
    """Texts are in the language spoken when it was made. `kinds`: all evidence there is."""

    title: str
    weeks: int
    talks: tuple[Talk, ...]
    kinds: tuple[Kind, ...]
    evidence: Mapping[Kind, Evidence]


def kinds_of(scenario: Scenario) -> tuple[Kind, ...]:
    """The evidence that a scenario can bring."""
    return tuple(kind for kind in KINDS if can_show(scenario, kind))


def debrief(game: Game) -> Debrief:
    """The talk about a game, finished or not.

    Raises:
        ValueError: no week has been lived.
    """
    scenario, weeks = game.setup.scenario, Weeks(game)
    kinds = kinds_of(scenario)
    talks = tuple(
        Talk(question.of(language()), question.shows if question.shows in kinds else None)
        for question in scenario.debrief
    )
    return Debrief(
        title=scenario.title.of(language()),
        weeks=weeks.count,
        talks=talks,
        kinds=kinds,
        evidence={kind: _SHOWN[kind](weeks) for kind in kinds},
    )
