"""Does doing nothing pay?"""

from __future__ import annotations

from simpasar.balance.answers import Column, Span, Table
from simpasar.balance.jobs import Arm
from simpasar.balance.lights import IDLE_GAP
from simpasar.balance.players import Player
from simpasar.balance.questions.question import (
    Evidence,
    Found,
    Question,
    about,
    always,
    decent,
    made,
    one_seat,
    turn,
)
from simpasar.balance.statistics import mean, mean_interval
from simpasar.i18n import N_, _
from simpasar.scenario.model import Scenario

_IDLE, _FOLLOWER = Player("diam"), Player("ikut-pasar")


def _arms(scenario: Scenario, seed: int) -> list[Arm]:
    place = turn(seed, scenario)
    return [decent(scenario), *(one_seat(scenario, place, p) for p in (_IDLE, _FOLLOWER))]


def _answer(evidence: Evidence) -> Found:
    scenario = evidence.scenario
    gains: dict[str, list[int]] = {"par": [], "ikut-pasar": [], "diam": []}
    for seed in evidence.seeds:
        place = turn(seed, scenario)
        gains["par"].append(evidence.gain(seed, decent(scenario), place))
        for player in (_IDLE, _FOLLOWER):
            arm = one_seat(scenario, place, player)
            gains[player.bot].append(evidence.gain(seed, arm, place))
    usual = max(1.0, abs(mean(gains["par"])))
    over_idle = {
        name: mean_interval([a - b for a, b in zip(gains[name], gains["diam"], strict=True)])
        for name in ("par", "ikut-pasar")
    }
    gap = over_idle["par"].per_mille_of(usual)
    light, settled = IDLE_GAP.light(gap)
    idle, decent_gain = round(mean(gains["diam"])), round(mean(gains["par"]))
    return Found(
        light=light,
        settled=settled,
        sentence=_sentence(idle, decent_gain, gap.middle),
        advice=_(
            "Deciding hardly pays: move the start sheets away from the best prices and batches, or"
            " let more change from week to week."
        ),
        table=Table(
            (
                Column("strategy", _("Strategy"), "text"),
                Column("mean", _("Mean gain")),
                Column("more", _("More than diam")),
                Column("low", _("At least")),
                Column("high", _("At most")),
            ),
            (
                *(
                    (name, round(mean(gains[name])), more.middle, more.low, more.high)
                    for name, more in over_idle.items()
                ),
                ("diam", idle, None, None, None),
            ),
        ),
        spans=tuple(Span(name, name, more) for name, more in over_idle.items()),
        shows=_("What deciding gains more than leaving all as it is: mean and 95 % interval"),
    )


def _sentence(idle: int, decent_gain: int, gap: int) -> str:
    text = _("Who never changes anything {idle}, decent play in the same seat {par}.").format(
        idle=made(idle), par=made(decent_gain)
    )
    if gap <= 0:
        return text + " " + _("Deciding gains nothing here.")
    return text + " " + _("{gap} of that comes from deciding.").format(gap=about(gap))


IDLE = Question("idle", N_("Does doing nothing pay?"), _arms, _answer, always)
