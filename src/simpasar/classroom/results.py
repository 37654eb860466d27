"""A team's last week, as it is shown to that team alone behind the curtain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from simpasar.classroom.names import account_name
from simpasar.classroom.news import news_told
from simpasar.classroom.shortfalls import ProductResult, goods_told, product_results
from simpasar.firm.ledger import Account, Entry, EntryKind, change, total
from simpasar.firm.loans import Debt
from simpasar.firm.statements import (
    FinancialPosition,
    Lines,
    cash_book,
    financial_position,
    profit_and_loss,
)
from simpasar.game.report import TeamWeek
from simpasar.game.rounds import RoundOutcome
from simpasar.game.state import GameState, TeamState
from simpasar.i18n import _, language, ngettext
from simpasar.money import rupiah
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY


@dataclass(frozen=True, slots=True)
class CashRow:
    """All that one kind of thing moved on one day; `day` 0 is Monday, amounts are rupiah."""

    day: int
    kind: EntryKind
    money_in: int
    money_out: int
    balance: int


@dataclass(frozen=True, slots=True)
class CashWeek:
    """A week's buku kas: from `opening` to `closing` rupiah in the till."""

    opening: int
    rows: tuple[CashRow, ...]

    @property
    def money_in(self) -> int:
        return sum(row.money_in for row in self.rows)

    @property
    def money_out(self) -> int:
        return sum(row.money_out for row in self.rows)

    @property
    def closing(self) -> int:
        return self.opening + self.money_in - self.money_out


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of a statement: rupiah, below 0 for what is taken off; `sums`: it adds up those
    above it."""

    label: str
    amount: int
    sums: bool = False


@dataclass(frozen=True, slots=True)
class Guess:
    """A forecast beside what came: units, or rupiah where it is `money`."""

    label: str
    expected: int
    came: int
    money: bool

    @property
    def off(self) -> int:
        """How much more came than was expected, below 0 for less."""
        return self.came - self.expected


@dataclass(frozen=True, slots=True)
class TeamResults:
    """Everything of a team's week. Texts are in the language spoken when it was made.

    `cash`: None where the journal of the week is not at hand. `head`: the first ten hex digits of
    the record after the week. `forecast` is empty where none was made.
    """

    team: str
    name: str
    week: int
    head: str
    report: TeamWeek
    cash: CashWeek | None
    profit: tuple[Figure, ...]
    position: tuple[Figure, ...]
    products: tuple[ProductResult, ...]
    goods: tuple[str, ...]
    forecast: tuple[Guess, ...]
    home: tuple[str, ...]
    loans: tuple[str, ...]
    service: tuple[str, ...]
    news: tuple[str, ...]


def team_results(
    scenario: Scenario, state: GameState, team: str, outcome: RoundOutcome | None, head: str
) -> TeamResults:
    """The week that `state` is the end of; `outcome` is what it brought, where that is at hand.

    Raises:
        IndexError: no week has been lived yet.
    """
    mine, seat = state.teams[team], scenario.teams[team]
    report = mine.history[-1]
    journal = outcome.journal[team] if outcome else None
    opening = mine.history[-2].figures.cash if len(mine.history) > 1 else seat.cash
    movements = outcome.week.stalls[team].movements if outcome else ()
    return TeamResults(
        team=team,
        name=seat.name.of(language()),
        week=report.week,
        head=head,
        report=report,
        cash=None if journal is None else cash_week(journal, opening),
        profit=tuple(_profit(report, journal)),
        position=tuple(_position(mine)),
        products=product_results(scenario, team, report, outcome),
        goods=tuple(goods_told(scenario, report, movements, journal or ())),
        forecast=tuple(_guesses(report)),
        home=tuple(_home(report)),
        loans=tuple(_loans(scenario, mine)),
        service=tuple(_service(mine)),
        news=tuple(news_told(scenario, state)),
    )


# -- the books ----------------------------------------------------------------------------


def cash_week(journal: Sequence[Entry], opening: int) -> CashWeek:
    """The week's cash book with one row for each day and kind of thing.

    What came in stands before what went out on the same day, so that no balance is below 0 that
    never was. Sunday's last midnight still is Sunday.
    """
    moved: dict[tuple[int, bool, EntryKind], int] = {}
    for row in cash_book(journal, opening):
        key = min(row.at // DAY, 6), row.money_in == 0, row.kind
        moved[key] = moved.get(key, 0) + row.money_in + row.money_out
    rows, balance = [], opening
    for (day, out, kind), amount in sorted(moved.items(), key=lambda item: item[0][:2]):
        balance += -amount if out else amount
        rows.append(CashRow(day, kind, 0 if out else amount, amount if out else 0, balance))
    return CashWeek(opening, tuple(rows))


def _profit(report: TeamWeek, journal: Sequence[Entry] | None) -> Iterator[Figure]:
    """Laba rugi, from the week's figures; other income one by one where there is a journal."""
    figures = report.figures
    yield Figure(account_name(Account.SALES), figures.revenue)
    yield Figure(account_name(Account.COST_OF_GOODS_SOLD), -figures.cost_of_goods_sold)
    yield Figure(_("Gross profit"), figures.gross_profit, sums=True)
    if journal is not None:
        yield from _figures(profit_and_loss(total(journal)).other_income)
    elif figures.other_income:
        yield Figure(_("Other income"), figures.other_income)
    expenses: Lines = (
        (Account.SPOILAGE, figures.spoilage),
        (Account.WAGES, figures.wages),
        (Account.RENT, figures.rent),
        (Account.OVERHEAD, figures.overhead),
        (Account.PROMOTION, figures.promotion),
        (Account.HIRE, figures.hire),
        (Account.PROGRAMMES, figures.programmes),
        (Account.INTEREST, figures.interest),
        (Account.PENALTIES, figures.penalties),
        (Account.DEPRECIATION, figures.depreciation),
    )
    yield from _figures(expenses, sign=-1)
    yield Figure(_("Net profit"), figures.profit, sums=True)


def _position(mine: TeamState) -> Iterator[Figure]:
    """Posisi keuangan on Sunday night: without what the trainer gave since."""
    found: FinancialPosition = financial_position(change(total(mine.unposted), mine.books.balances))
    yield from _figures(found.assets)
    yield Figure(_("All that the business has"), found.total_assets, sums=True)
    yield from _figures(found.liabilities)
    yield Figure(_("All that it owes"), found.total_liabilities, sums=True)
    equity = (
        (Account.CAPITAL, found.capital),
        (Account.RESCUE, found.rescue),
        (Account.DRAWINGS, -found.drawings),
    )
    yield from _figures(equity)
    yield Figure(_("Profit of all weeks so far"), found.profits)
    yield Figure(_("Our own capital"), found.total_equity, sums=True)


def _figures(lines: Iterable[tuple[Account, int]], sign: int = 1) -> Iterator[Figure]:
    for account, amount in lines:
        if amount:
            yield Figure(account_name(account), sign * amount)


# -- the forecast, the family, lenders ------------------------------------------------------


def _guesses(report: TeamWeek) -> Iterator[Guess]:
    if report.forecast is None:
        return
    yield Guess(_("Units sold"), report.forecast.units, report.whole.sold, money=False)
    yield Guess(_("Cash on Sunday"), report.forecast.cash, report.figures.cash, money=True)


def _home(report: TeamWeek) -> Iterator[str]:
    """What reached the family, and whether that was enough."""
    home, wanted = report.home, report.figures.drawings_short
    if wanted:
        message = _("The cash was {amount} too small for the drawings on the sheet.")
        yield message.format(amount=rupiah(wanted))
    if home is None:
        return
    yield _("The family got {received} and needed {needed}.").format(
        received=rupiah(home.received), needed=rupiah(home.needed)
    )
    if home.paid_in or home.pot:
        yield _("Arisan: paid in {paid}, received {pot}.").format(
            paid=rupiah(home.paid_in), pot=rupiah(home.pot)
        )
    if home.short:
        yield _("{amount} was missing for the family's needs.").format(amount=rupiah(home.short))
    else:
        yield _("That was enough; {cash} is in the family's purse.").format(cash=rupiah(home.cash))


def _loans(scenario: Scenario, mine: TeamState) -> Iterator[str]:
    """What is still owed, and what is late."""
    for debt in mine.debts:
        yield _loan(scenario, debt)
    payables = mine.history[-1].figures.payables
    if payables:
        yield _("Bills not yet paid: {amount}.").format(amount=rupiah(payables))
    savings = mine.history[-1].figures.savings
    if savings:
        yield _("Savings in the cooperative: {amount}.").format(amount=rupiah(savings))


def _loan(scenario: Scenario, debt: Debt) -> str:
    name = scenario.loans[debt.loan].name.of(language())
    if debt.overdue:
        return _("{loan}: {owed} still owed, {overdue} of it late.").format(
            loan=name, owed=rupiah(debt.owed), overdue=rupiah(debt.overdue)
        )
    return _("{loan}: {owed} still owed.").format(loan=name, owed=rupiah(debt.owed))


# -- buyers and news ------------------------------------------------------------------------


def _service(mine: TeamState) -> Iterator[str]:
    """How buyers were served, and how the stall is known."""
    report = mine.history[-1]
    facts = report.facts()
    minutes, seconds = divmod(facts["mean_wait_seconds"], 60)
    if minutes:
        waited = _("{customers} buyers waited {minutes} min {seconds} s on average.")
    else:
        waited = _("{customers} buyers waited {seconds} s on average.")
    yield waited.format(customers=facts["customers"], minutes=minutes, seconds=seconds)
    yield ngettext(
        "{count} person is a regular.", "{count} people are regulars.", report.regulars
    ).format(count=report.regulars)
    yield _("{known} in 10 people know the stall.").format(known=(report.awareness + 50) // 100)
