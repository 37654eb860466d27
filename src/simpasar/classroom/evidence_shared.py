"""What a class's weeks show of buying together and of borrowing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simpasar.classroom.evidence import MOST_ROWS, MOST_SENTENCES, Bar, Evidence, Grid, Weeks
from simpasar.cooperative.state import CooperativeWeek
from simpasar.firm.costing import half_up
from simpasar.firm.loans import true_monthly_rate
from simpasar.game.bulletin import percent
from simpasar.game.measures import bought_alone
from simpasar.i18n import _, language
from simpasar.market.pool import pack_prices, tier
from simpasar.money import grouped, rupiah

# -- buying together --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pooled:
    """One ingredient bought together in a week: packs paid for, the share of the price reached
    (per mille), and rupiah saved against the members' own suppliers."""

    week: int
    item: str
    packs: int
    share: int
    saved: int


def pooled(weeks: Weeks) -> tuple[Pooled, ...]:
    """Every joint purchase so far, at usual prices on both sides, the margin counted in. The
    lorry's fee and the own suppliers' fees are left out."""
    cooperative = weeks.scenario.cooperative
    if cooperative is None or cooperative.purchase is None:
        return ()
    purchase, margin, found = cooperative.purchase, cooperative.margin, []
    usual = dict.fromkeys(weeks.scenario.ingredients, 1_000)
    for state in weeks.game.past:
        together = state.cooperative
        if together is None or together.last is None:
            continue
        paid = _paid(weeks, together.last)
        total: dict[str, int] = {}
        for packs in paid.values():
            for item, count in packs.items():
                total[item] = total.get(item, 0) + count
        prices = pack_prices(purchase, total, usual, margin)
        for item, count in total.items():
            alone = sum(
                bought_alone(
                    weeks.scenario,
                    weeks.teams[team][together.last.week - 1].decisions,
                    item,
                    packs[item] * purchase.goods[item].amount,
                )
                for team, packs in paid.items()
                if item in packs
            )
            share = tier(purchase.goods[item], count)
            saved = alone - count * prices[item][1]
            found.append(Pooled(together.last.week, item, count, share, saved))
        margin = together.margin  # what was voted holds from the next week on
    return tuple(found)


def _paid(weeks: Weeks, week: CooperativeWeek) -> Mapping[str, dict[str, int]]:
    """The packs of those who pledged and got their goods."""
    return {
        team: {item: count for item, count in packs.items() if count}
        for team, packs in week.pledged.items()
        if team not in week.unpaid and not _shut(weeks, team, week.week, packs)
    }


def _shut(weeks: Weeks, team: str, week: int, packs: Mapping[str, int]) -> bool:
    """Whether a stall could not be reached when the lorry came."""
    missed = {i for i, why, _n in weeks.teams[team][week - 1].undelivered if why == "closed"}
    return missed >= {item for item, count in packs.items() if count}


def pooling(weeks: Weeks) -> Evidence:
    """What buying together brought, and what else was done together."""
    bought = pooled(weeks)
    ingredients = weeks.scenario.ingredients
    rows = []
    for item in dict.fromkeys(each.item for each in bought):
        times = [each for each in bought if each.item == item]
        rows.append(
            (
                ingredients[item].name.of(language()),
                str(len(times)),
                grouped(sum(each.packs for each in times)),
                percent(min(each.share for each in times)),
                grouped(sum(each.saved for each in times)),
            )
        )
    headings = (
        _("Bought together"), _("Weeks"), _("Packs"), _("Best price"), _("Saved (Rp)"),
    )  # fmt: skip
    return Evidence(
        "pooling",
        _("What joining in brought"),
        tuple(_pooling_told(weeks, sum(each.saved for each in bought), bool(bought))),
        Grid(headings, tuple(rows)) if rows else None,
    )


def _pooling_told(weeks: Weeks, saved: int, bought: bool) -> Iterator[str]:
    if not bought:
        yield _("Nothing was bought together.")
    elif saved >= 0:
        yield _("Buying together saved {amount} in all, at usual prices.").format(
            amount=rupiah(saved)
        )
    else:
        yield _("Buying together cost {amount} more in all, at usual prices.").format(
            amount=rupiah(-saved)
        )
    told = [s.cooperative.last for s in weeks.game.past if s.cooperative and s.cooperative.last]
    unpaid = [
        f"{weeks.name(team)} ({_('W{week}').format(week=week.week)})"
        for week in told
        for team in week.unpaid
    ]
    if unpaid:
        yield _("Pledged and could not pay on the day: {teams}.").format(teams=", ".join(unpaid))
    given: dict[str, int] = {}
    for week in told:
        for team, amount in week.contributed.items():
            given[team] = given.get(team, 0) + amount
    if given:
        teams = ", ".join(f"{weeks.name(team)} {rupiah(paid)}" for team, paid in given.items())
        yield _("Paid for joint promotion, which helped everybody: {teams}.").format(teams=teams)


# -- borrowing ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A loan that a team took in `week`. Rupiah; `owed` is what was left at the last look."""

    team: str
    loan: str
    week: int
    principal: int
    owed: int


def borrowed(weeks: Weeks) -> tuple[Borrowed, ...]:
    """Every loan that was still running on some Sunday, in the order in which it was taken."""
    found: dict[tuple[str, str, int], Borrowed] = {}
    for state in weeks.game.past:
        running = set()
        for team, mine in state.teams.items():
            for debt in mine.debts:
                key = team, debt.loan, debt.week
                running.add(key)
                found[key] = Borrowed(team, debt.loan, debt.week, debt.principal, debt.owed)
        for key, loan in found.items():
            if key not in running:
                found[key] = Borrowed(loan.team, loan.loan, loan.week, loan.principal, 0)
    return tuple(sorted(found.values(), key=lambda loan: loan.week))


def finance(weeks: Weeks) -> Evidence:
    """What loans truly cost, beside what their posters said, and what the class has paid."""
    title, loans = _("What loans truly cost"), borrowed(weeks)
    offers = weeks.scenario.loans
    rates = {
        name: true_monthly_rate(
            offer,
            max((taken.principal for taken in loans if taken.loan == name), default=offer.least),
        )
        for name, offer in offers.items()
    }
    sentences = [
        _("{loan}: the poster says “{poster}”, truly {rate} a month.").format(
            loan=offers[name].name.of(language()),
            poster=offers[name].advertised.of(language()),
            rate=percent(half_up(rate, 100)),
        )
        for name, rate in sorted(rates.items(), key=lambda item: -item[1])
    ]
    if not loans:
        return Evidence("finance", title, (_("Nobody borrowed."), *sentences[:MOST_SENTENCES]))
    rows = tuple(
        (
            f"{weeks.name(loan.team)}: {offers[loan.loan].name.of(language())}",
            str(loan.week),
            grouped(loan.principal),
            percent(half_up(rates[loan.loan], 100)),
            grouped(loan.owed),
        )
        for loan in loans[-MOST_ROWS:]
    )
    headings = (_("Borrowed"), _("Week"), _("Amount (Rp)"), _("A month"), _("Still owed"))
    paid = {
        team: sum(report.figures.interest for report in history)
        for team, history in weeks.teams.items()
    }
    bars = tuple(Bar(weeks.name(team), cost, rupiah(cost)) for team, cost in paid.items() if cost)
    measured = _("Interest and fees so far")
    return Evidence("finance", title, tuple(sentences), Grid(headings, rows), bars, measured)
