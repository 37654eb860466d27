"""What a question is: the games it asks for, and how they answer it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from simpasar.balance.answers import Answer, Light, Span, Table, Unit
from simpasar.balance.jobs import Arm, GameResult, TeamResult
from simpasar.balance.players import YARDSTICK, Player
from simpasar.firm.costing import half_up
from simpasar.game.bulletin import percent
from simpasar.i18n import _, language
from simpasar.money import rupiah
from simpasar.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Evidence:
    """The games of one question. `seeds`: those on which all its games were played."""

    scenario: Scenario
    seeds: tuple[int, ...]
    games: Mapping[tuple[int, Arm], GameResult]

    def team(self, seed: int, arm: Arm, place: int) -> TeamResult:
        """How the team at `place`, in the order of the teams, ended."""
        return self.games[seed, arm].teams[place]

    def gain(self, seed: int, arm: Arm, place: int) -> int:
        """Rupiah gained by the team at `place`."""
        return self.team(seed, arm, place).gained


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a balance.

    `arms`: the games to play on a seed; none where the question does not apply. `answer`: from
    the games of at least two seeds. `missing`: why it does not apply. `least`: the fewest seeds
    it is worth asking on. `quick`: whether a quick balance asks it.
    """

    key: str
    title: str
    arms: Callable[[Scenario, int], Sequence[Arm]]
    answer: Callable[[Evidence], Found]
    missing: Callable[[Scenario], str]
    quick: bool = True

    def answered(self, evidence: Evidence) -> Answer:
        """The answer from what there is, in the language now spoken."""
        missing = self.missing(evidence.scenario)
        if missing:
            return self._without(missing)
        if len(evidence.seeds) < 2:
            return self._without(_("Not reached: too few games were played."))
        found = self.answer(evidence)
        # To call a scenario broken takes proof.
        light: Light = "yellow" if found.light == "red" and not found.settled else found.light
        return Answer(
            question=self.key,
            title=_(self.title),
            light=light,
            sentence=found.sentence,
            advice="" if light == "green" else found.advice,
            table=found.table,
            spans=found.spans,
            unit=found.unit,
            shows=found.shows,
            settled=found.settled,
            seeds=len(evidence.seeds),
        )

    def _without(self, sentence: str) -> Answer:
        return Answer(self.key, _(self.title), None, sentence)


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found out: the parts of its Answer that are its own."""

    light: Light
    settled: bool
    sentence: str
    advice: str
    table: Table
    spans: tuple[Span, ...] = field(default=())
    unit: Unit = "rupiah"
    shows: str = ""


def always(_scenario: Scenario) -> str:
    """For questions that apply to every scenario."""
    return ""


def everybody(scenario: Scenario, player: Player) -> Arm:
    """All seats played alike."""
    return Arm((player,) * len(scenario.teams))


def decent(scenario: Scenario) -> Arm:
    """All seats played by the yardstick: what other games are compared with."""
    return everybody(scenario, Player(YARDSTICK))


def one_seat(scenario: Scenario, place: int, player: Player) -> Arm:
    """`player` at one place, the yardstick at all others."""
    seats = list(decent(scenario).seats)
    seats[place] = player
    return Arm(tuple(seats))


def turn(seed: int, scenario: Scenario) -> int:
    """The place whose turn it is on this seed."""
    return seed % len(scenario.teams)


def named(scenario: Scenario, place: int) -> str:
    """The name of the team at a place."""
    return list(scenario.teams.values())[place].name.of(language())


def roughly(amount: int) -> str:
    """Rupiah in whole thousands: what an estimate can say."""
    return rupiah(1_000 * half_up(amount, 1_000))


def made(amount: int) -> str:
    """What somebody gains or loses."""
    text = _("gains {amount}") if amount >= 0 else _("loses {amount}")
    return text.format(amount=roughly(abs(amount)))


def about(per_mille: int) -> str:
    """A share in whole per cent: `12 %`, or `12%` in English."""
    return percent(10 * half_up(per_mille, 10))
