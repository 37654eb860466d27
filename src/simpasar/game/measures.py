"""Measures: for each learning objective the one figure of a team's weeks that tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from simpasar.cooperative.state import CooperativeState
from simpasar.cooperative.surplus import distribute, surplus_of
from simpasar.firm.costing import half_up
from simpasar.game.report import TeamWeek
from simpasar.game.state import GameState
from simpasar.market.pool import pack_prices
from simpasar.scenario.community import JointPromotion, JointPurchase
from simpasar.scenario.model import Decisions, Measure, Scenario


def measure_of(kind: Measure, scenario: Scenario, state: GameState, team: str) -> int:
    """A team's figure so far, a whole number: the larger, the better the objective was met.

    `pricing`: rupiah of gross profit (sales less cost of goods sold), all weeks together.
    `production`: minus rupiah thrown away, at cost, and minus the units that buyers wanted and
    did not get (run out, or the queue too long), at reference prices.
    `money`: minus rupiah of interest, fees and penalties, and minus what is unpaid at the end:
    dues and overdue instalments.
    `marketing`: buyers served, all weeks together.
    `cooperation`: rupiah saved by joint purchases, the team's part in what joint promotion brought
    all stalls, less what it paid for it, and its share of the surplus (SHU).
    `household`: minus rupiah that the family needed and did not get.

    Raises:
        KeyError: an unknown measure, or a team that has no seat.
    """
    return _MEASURES[kind](scenario, state, team)


# -- the stall --------------------------------------------------------------------------------


def _pricing(_scenario: Scenario, state: GameState, team: str) -> int:
    return sum(week.figures.gross_profit for week in state.teams[team].history)


def _production(scenario: Scenario, state: GameState, team: str) -> int:
    lost = thrown = 0
    for week in state.teams[team].history:
        thrown += week.figures.spoilage
        for product, counts in week.products.items():
            missed = counts.lost_stockout + counts.lost_queue
            lost += missed * scenario.products[product].reference_price
    return -thrown - lost


def _marketing(_scenario: Scenario, state: GameState, team: str) -> int:
    return sum(week.whole.customers for week in state.teams[team].history)


# -- money and family -------------------------------------------------------------------------


def _money(_scenario: Scenario, state: GameState, team: str) -> int:
    history = state.teams[team].history
    paid = sum(week.figures.interest + week.figures.penalties for week in history)
    unpaid = history[-1].figures.payables + history[-1].overdue if history else 0
    return -paid - unpaid


def _household(_scenario: Scenario, state: GameState, team: str) -> int:
    return -sum(week.home.short for week in state.teams[team].history if week.home)


# -- what was done together -------------------------------------------------------------------


def _cooperation(scenario: Scenario, state: GameState, team: str) -> int:
    rules, together = scenario.cooperative, state.cooperative
    if rules is None or together is None:
        return 0
    brought = _surplus_share(together, team)
    for week in _weeks(state):
        if rules.purchase is not None:
            margin = _margin(scenario, together, week[team].week)
            brought += _saved(scenario, rules.purchase, margin, together, week, team)
        if rules.promotion is not None:
            brought += _promoted(scenario, rules.promotion, together, week, team)
    return brought


def _weeks(state: GameState) -> Iterator[Mapping[str, TeamWeek]]:
    """Every team's report, week after week."""
    histories: Sequence[Sequence[TeamWeek]] = [mine.history for mine in state.teams.values()]
    for reports in zip(*histories, strict=True):
        yield dict(zip(state.teams, reports, strict=True))


def _takes_part(together: CooperativeState, report: TeamWeek, team: str) -> bool:
    """Whether a team was a member in a week. Who has left since was one while her sheet said so."""
    member = together.members.get(team)
    since = member.since if member else 1
    return report.decisions.cooperative.member and since <= report.week


def _margin(scenario: Scenario, together: CooperativeState, week: int) -> int:
    """The margin of a week, per mille: the founders' up to the first vote on it, then the one that
    holds now. Of several votes the last counts for all weeks after the first."""
    assert scenario.cooperative is not None
    votes = (b.week for b in scenario.cooperative.ballots.values() if b.kind == "margin")
    return together.margin if week > min(votes, default=week) else scenario.cooperative.margin


def _saved(
    scenario: Scenario,
    purchase: JointPurchase,
    margin: int,
    together: CooperativeState,
    week: Mapping[str, TeamWeek],
    team: str,
) -> int:
    """Rupiah that a team saved by a week's joint purchase, at usual prices on both sides, the
    margin counted in; the lorry's fee and the suppliers' fees are left out."""
    got = {name: _got(report) for name, report in week.items()}
    members = [name for name, report in week.items() if _takes_part(together, report, name)]
    total = {item: sum(got[name].get(item, 0) for name in members) for item in purchase.goods}
    if team not in members or not any(got[team].values()):
        return 0
    usual = dict.fromkeys(scenario.ingredients, 1_000)
    prices = pack_prices(purchase, total, usual, margin)
    return sum(
        bought_alone(scenario, week[team].decisions, item, packs * purchase.goods[item].amount)
        - packs * prices[item][1]
        for item, packs in got[team].items()
    )


def _got(report: TeamWeek) -> dict[str, int]:
    """The packs that a team pledged, but for those that it could not pay or take in."""
    failed = {item: packs for item, why, packs in report.undelivered if why in ("cash", "closed")}
    pledges = report.decisions.cooperative.pledges
    return {i: packs for i, packs in pledges.items() if packs and failed.get(i, 0) < packs}


def bought_alone(scenario: Scenario, decisions: Decisions, item: str, units: int) -> int:
    """Rupiah that base units of an ingredient usually cost at the supplier on a team's sheet; at
    the cheapest there is, where that one does not sell it. Delivery fees are left out."""
    chosen, suppliers = decisions.suppliers.get(item, ""), scenario.suppliers
    names = [chosen] if chosen in suppliers and item in suppliers[chosen].goods else suppliers
    offers = [suppliers[name].goods[item] for name in names if item in suppliers[name].goods]
    return min((half_up(units * pack.price, pack.amount) for pack in offers), default=0)


def _promoted(
    scenario: Scenario,
    promotion: JointPromotion,
    together: CooperativeState,
    week: Mapping[str, TeamWeek],
    team: str,
) -> int:
    """A team's part in the gross profit that a week's joint promotion brought all stalls, less
    what it paid: who pays half of the promotion has brought half of it.

    Of n + lift per mille who went out for the need, lift went because of it, and so did as large
    a part of the gross profit made with what is for that need.
    """
    paid = {
        name: report.decisions.cooperative.promotion
        for name, report in week.items()
        if _takes_part(together, report, name)
    }
    spent, mine = sum(paid.values()), paid.get(team, 0)
    if not mine:
        return 0
    lift = promotion.lift * spent // (spent + promotion.half)
    made = sum(_profit_for(scenario, promotion.need, report) for report in week.values())
    return made * lift * mine // ((1_000 + lift) * spent) - mine


def _profit_for(scenario: Scenario, need: str, report: TeamWeek) -> int:
    """The part of a stall's gross profit that comes of one need, by sales."""
    sales = report.products
    whole = sum(counts.revenue for counts in sales.values())
    part = sum(n.revenue for name, n in sales.items() if scenario.products[name].need == need)
    return report.figures.gross_profit * part // whole if whole else 0


def _surplus_share(together: CooperativeState, team: str) -> int:
    """A team's SHU: what it got at the season's end or, before that, has earned so far."""
    if together.last is not None and together.last.shares:
        return together.last.shares.get(team, 0)
    whole = distribute(surplus_of(together.balances), together.shares, together.members)
    return whole.members[team].total if team in whole.members else 0


_MEASURES: Mapping[Measure, Callable[[Scenario, GameState, str], int]] = {
    "pricing": _pricing,
    "production": _production,
    "money": _money,
    "marketing": _marketing,
    "cooperation": _cooperation,
    "household": _household,
}
