"""Is the start alive, and is the game fair between the seats?"""

from __future__ import annotations

from simpasar.balance.answers import Column, Span, Table
from simpasar.balance.lights import LIVING_SEATS, SEAT_RATIO, together
from simpasar.balance.questions.question import (
    Evidence,
    Found,
    Question,
    always,
    decent,
    made,
    named,
)
from simpasar.balance.statistics import Interval, mean, mean_interval, resampled
from simpasar.i18n import N_, _, language
from simpasar.scenario.model import Scenario


def _answer(evidence: Evidence) -> Found:
    scenario, arm = evidence.scenario, decent(evidence.scenario)
    gains = [
        [evidence.gain(seed, arm, place) for seed in evidence.seeds]
        for place in range(len(scenario.teams))
    ]
    intervals = [mean_interval(values) for values in gains]
    lights = [LIVING_SEATS.light(interval) for interval in intervals]
    ratio = seat_ratio(gains)
    if ratio is not None:
        lights.append(SEAT_RATIO.light(ratio))
    light, settled = together(lights)
    teams = list(scenario.teams)
    return Found(
        light=light,
        settled=settled,
        sentence=_sentence(scenario, intervals, ratio),
        advice=_(
            "Give the poor seats more (cash, residents nearby, a better product or place) or take"
            " from the rich ones (rent, rivals nearby)."
        ),
        table=Table(
            (
                Column("team", _("Team"), "text"),
                Column("low", _("At least")),
                Column("mean", _("Mean gain")),
                Column("high", _("At most")),
            ),
            tuple(
                (named(scenario, place), found.low, found.middle, found.high)
                for place, found in enumerate(intervals)
            ),
        ),
        spans=tuple(
            Span(team, scenario.teams[team].name.of(language()), found)
            for team, found in zip(teams, intervals, strict=True)
        ),
        shows=_("What par gains in each seat: mean and 95 % interval"),
    )


def seat_ratio(gains: list[list[int]]) -> Interval | None:
    """The best seat's mean gain against the poorest's, per mille; None of one seat, or where a
    seat gains nothing."""
    if len(gains) < 2 or min(mean(values) for values in gains) <= 0:
        return None
    by_seed = list(zip(*gains, strict=True))

    def ratio(seeds: object) -> float:
        assert isinstance(seeds, list)
        means = [mean(values) for values in zip(*(by_seed[i] for i in seeds), strict=True)]
        return 1_000 * max(means) / max(1.0, min(means))

    return resampled(list(range(len(by_seed))), ratio)


def _sentence(scenario: Scenario, intervals: list[Interval], ratio: Interval | None) -> str:
    poorest = min(range(len(intervals)), key=lambda place: intervals[place].middle)
    best = max(range(len(intervals)), key=lambda place: intervals[place].middle)
    if len(intervals) == 1:
        return _("Decent play {gains} in a season.").format(gains=made(intervals[0].middle))
    text = _("Played alike, {best} {most} in a season and {poorest} {least}.").format(
        best=named(scenario, best),
        most=made(intervals[best].middle),
        poorest=named(scenario, poorest),
        least=made(intervals[poorest].middle),
    )
    if ratio is None:
        return text
    times = f"{ratio.middle / 1_000:.1f}"
    if language() == "id":
        times = times.replace(".", ",")
    return text + " " + _("That is {times} times as much.").format(times=times)


START = Question(
    "start",
    N_("Is the start alive, and are the seats fair?"),
    lambda scenario, _seed: [decent(scenario)],
    _answer,
    always,
)
