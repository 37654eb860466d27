"""What a mixed class comes to: the spread by strategy, who fails and when, who is first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from simpasar.balance.answers import Column, Span, Table
from simpasar.balance.lights import (
    DOMINANCE,
    FAILED_ALL,
    FAILED_DECENT,
    SKILL,
    together,
)
from simpasar.balance.players import YARDSTICK
from simpasar.balance.questions.question import (
    Evidence,
    Found,
    Question,
    about,
    always,
    decent,
)
from simpasar.balance.questions.strategies import (
    BY_LOT,
    Sitting,
    arms,
    sittings,
    strategies,
    usual_gain,
)
from simpasar.balance.statistics import (
    Interval,
    mean,
    mean_interval,
    quantile,
    share_interval,
)
from simpasar.i18n import N_, _
from simpasar.scenario.model import Scenario


def _by_strategy(found: Sequence[Sitting]) -> dict[str, list[Sitting]]:
    by_name: dict[str, list[Sitting]] = defaultdict(list)
    for sitting in found:
        by_name[sitting.strategy].append(sitting)
    return dict(sorted(by_name.items(), key=lambda pair: -_median(pair[1])))


def _median(found: Sequence[Sitting]) -> float:
    return quantile([sitting.gained for sitting in found], 0.5)


# -- the spread ---------------------------------------------------------------------------


def _spread(evidence: Evidence) -> Found:
    found = sittings(evidence)
    by_name = _by_strategy(found)
    skill = skill_share(evidence, found)
    light, settled = SKILL.light(skill)
    rows, spans = [], []
    for name, rows_here in by_name.items():
        gains = [sitting.gained for sitting in rows_here]
        low, middle, high = (round(quantile(gains, share)) for share in (0.05, 0.5, 0.95))
        edge = round(mean([sitting.edge for sitting in rows_here]))
        rows.append((name, len(gains), low, middle, high, edge))
        spans.append(Span(name, name, Interval(low, middle, high, len(gains))))
    return Found(
        light=light,
        settled=settled,
        sentence=_skill_told(skill),
        advice=_(
            "Thinking hardly pays here: make decisions matter more (buyers who look at prices,"
            " goods that spoil, costs that differ between suppliers)."
        ),
        table=Table(
            (
                Column("strategy", _("Strategy"), "text"),
                Column("games", _("Times played"), "count"),
                Column("p5", _("5 %")),
                Column("median", _("Median")),
                Column("p95", _("95 %")),
                Column("edge", _("Against par")),
            ),
            tuple(rows),
        ),
        spans=tuple(spans),
        shows=_("What each strategy gains in a season: 5 %, median, 95 % of the games"),
    )


def _skill_told(skill: Interval) -> str:
    ends = sorted((abs(skill.low), abs(skill.high)))
    if skill.low < 0 < skill.high:
        return _(
            "Decent play (par) gains hardly more or less than the other strategies do on average."
        )
    text = (
        _("Decent play (par) gains {low} to {high} more than the other strategies on average.")
        if skill.middle >= 0
        else _("Decent play (par) gains {low} to {high} less than the other strategies on average.")
    )
    return text.format(low=about(ends[0]), high=about(ends[1]))


def skill_share(evidence: Evidence, found: Sequence[Sitting]) -> Interval:
    """What par gains more than the other strategies, seats taken out: per mille of its gain."""
    ours: dict[int, list[int]] = defaultdict(list)
    others: dict[int, list[int]] = defaultdict(list)
    for sitting in found:
        if sitting.strategy != BY_LOT:
            side = ours if sitting.strategy == YARDSTICK else others
            side[sitting.seed].append(sitting.edge)
    more = [mean(ours[seed]) - mean(others[seed]) for seed in evidence.seeds]
    return mean_interval(more).per_mille_of(usual_gain(evidence))


SPREAD = Question("spread", N_("What do good and bad play come to?"), arms, _spread, always)


# -- who fails ----------------------------------------------------------------------------


def _bankrupt(evidence: Evidence) -> Found:
    found = sittings(evidence)
    arm = decent(evidence.scenario)
    decent_teams = [each for seed in evidence.seeds for each in evidence.games[seed, arm].teams]
    careful = share_interval(
        sum(each.bankrupt is not None for each in decent_teams), len(decent_teams)
    )
    ideas = [sitting for sitting in found if sitting.strategy != BY_LOT]
    failed = [sitting.bankrupt for sitting in ideas if sitting.bankrupt is not None]
    everybody = share_interval(len(failed), len(ideas))
    light, settled = together((FAILED_DECENT.light(careful), FAILED_ALL.light(everybody)))
    rows, spans = [], []
    for name, rows_here in _by_strategy(found).items():
        weeks = [sitting.bankrupt for sitting in rows_here if sitting.bankrupt is not None]
        share = share_interval(len(weeks), len(rows_here))
        middle = round(quantile(weeks, 0.5)) if weeks else None
        rows.append((name, share.middle, middle, min(weeks, default=None)))
        spans.append(Span(name, name, share))
    sentence = _("{share} of the teams go bankrupt; of those that play decently, {careful}.")
    if failed:
        sentence += " " + _("Most often in week {week}.")
    week = Counter(failed).most_common(1)[0][0] if failed else 0
    return Found(
        light=light,
        settled=settled,
        sentence=sentence.format(
            share=about(everybody.middle), careful=about(careful.middle), week=week
        ),
        advice=_(
            "Too many fail: more cash at the start, lower rent or less need at home, a cheaper"
            " loan; or fewer batches on the start sheets."
        ),
        table=Table(
            (
                Column("strategy", _("Strategy"), "text"),
                Column("bankrupt", _("Bankrupt"), "permille"),
                Column("week", _("Usual week"), "count"),
                Column("first_week", _("Earliest week"), "count"),
            ),
            tuple(rows),
        ),
        spans=tuple(spans),
        unit="permille",
        shows=_("Teams that go bankrupt, by strategy: share and 95 % interval"),
    )


BANKRUPT = Question("bankrupt", N_("Who goes bankrupt, and when?"), arms, _bankrupt, always)


# -- who is first -------------------------------------------------------------------------


def _dominant(evidence: Evidence) -> Found:
    found = sittings(evidence)
    firsts = first_places(found)
    games = Counter(sitting.strategy for sitting in found)
    shares = {name: share_interval(firsts[name], games[name]) for name in games}
    order = sorted(shares, key=lambda name: (-shares[name].middle, name))
    simple = [name for name in order if name not in (YARDSTICK, BY_LOT)]
    best = simple[0]
    fair = 1_000 // len(evidence.scenario.teams)
    light, settled = DOMINANCE.light(_beyond(shares[best], fair))
    return Found(
        light=light,
        settled=settled,
        sentence=_(
            "The simple strategy that is first most often is {name}: in {share} of its games;"
            " by chance alone it would be {fair}."
        ).format(name=best, share=about(shares[best].middle), fair=about(fair)),
        advice=_(
            "One recipe wins too often, and a class will find it: make what it does cost more, or"
            " what it neglects count more."
        ),
        table=Table(
            (
                Column("strategy", _("Strategy"), "text"),
                Column("games", _("Times played"), "count"),
                Column("first", _("Comes first"), "permille"),
                Column("low", _("At least"), "permille"),
                Column("high", _("At most"), "permille"),
            ),
            tuple((n, games[n], shares[n].middle, shares[n].low, shares[n].high) for n in order),
        ),
        spans=tuple(Span(name, name, shares[name]) for name in order),
        unit="permille",
        shows=_("How often each strategy is first, seats taken out: share and 95 % interval"),
    )


def first_places(found: Sequence[Sitting]) -> Counter[str]:
    """How often each strategy came first in a game, what the seat is worth taken out."""
    best: dict[tuple[int, int], Sitting] = {}
    for sitting in found:
        game = sitting.seed, sitting.game
        if game not in best or sitting.edge > best[game].edge:
            best[game] = sitting
    return Counter(sitting.strategy for sitting in best.values())


def _beyond(share: Interval, fair: int) -> Interval:
    """How far a share of first places lies from the fair one towards all: per mille."""

    def part(value: int) -> int:
        return 1_000 * (value - fair) // max(1, 1_000 - fair)

    return Interval(part(share.low), part(share.middle), part(share.high), share.count)


def _no_rivals(scenario: Scenario) -> str:
    if len(scenario.teams) < 2:
        return _("Does not apply: there is one team only.")
    return "" if len(strategies(scenario)) > 1 else _("Does not apply.")


DOMINANT = Question("dominant", N_("Does one recipe always win?"), arms, _dominant, _no_rivals)
