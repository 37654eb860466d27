"""A team's results: the cash book sums to the rupiah, and every loss has its reason."""

from __future__ import annotations

from typing import get_args

import pytest

from games import begin, busy_town
from neighbourhood import TEAMS, neighbourhood
from simpasar import i18n
from simpasar.classroom.names import account_name, day_name, entry_name, listed
from simpasar.classroom.results import TeamResults, cash_week, team_results
from simpasar.classroom.shortfalls import UNDELIVERED, UNMADE, first_missed
from simpasar.firm.ledger import Account, Entry, EntryKind
from simpasar.firm.statements import cash_book
from simpasar.game.bots import BOT_NAMES
from simpasar.game.play import Game
from simpasar.game.rounds import RoundOutcome
from simpasar.game.seats import play_bots
from simpasar.market.choice import offers_of
from simpasar.market.counter import STOCKOUT
from simpasar.market.goods import UndeliveredReason, UnmadeReason
from simpasar.scenario.parts import DAY

pytestmark = pytest.mark.usefixtures("english")


def weeks_of(game: Game) -> list[RoundOutcome]:
    """Every week of a game of bots, played to its end."""
    outcomes = []
    while not game.finished:
        play_bots(game)
        outcomes.append(game.live_week())
    return outcomes


def results_of(game: Game, team: str, outcome: RoundOutcome | None) -> TeamResults:
    return team_results(game.setup.scenario, game.state, team, outcome, "0123456789")


@pytest.fixture(scope="module")
def whole() -> tuple[Game, list[RoundOutcome]]:
    """A neighbourhood in which everything happens."""
    bots = ("koperasi", "acak", "utang", "par")
    game = begin(neighbourhood(), dict(zip(TEAMS, bots, strict=True)), weeks=4)
    return game, weeks_of(game)


# -- the cash book ----------------------------------------------------------------------------


@pytest.mark.parametrize("bot", BOT_NAMES)
def test_a_cash_book_leads_from_the_cash_before_to_the_cash_after_to_the_rupiah(bot: str) -> None:
    game = begin(neighbourhood(), dict.fromkeys(TEAMS, bot), weeks=3)
    seats = game.setup.scenario.teams
    for outcome in weeks_of(game):
        for team, mine in outcome.state.teams.items():
            before = mine.history[-2].figures.cash if len(mine.history) > 1 else seats[team].cash
            cash = team_results(game.setup.scenario, outcome.state, team, outcome, "").cash
            assert cash is not None
            assert cash.opening == before
            assert cash.closing == mine.history[-1].figures.cash
            assert not cash.rows or cash.rows[-1].balance == cash.closing
            moved = [entry.amount(Account.CASH) for entry in outcome.journal[team]]
            assert cash.money_in == sum(amount for amount in moved if amount > 0)
            assert cash.money_out == -sum(amount for amount in moved if amount < 0)


def test_a_cash_book_has_one_row_for_each_day_and_kind_and_never_falls_below_0(
    whole: tuple[Game, list[RoundOutcome]],
) -> None:
    game, outcomes = whole
    for outcome in outcomes:
        for team in TEAMS:
            cash = team_results(game.setup.scenario, outcome.state, team, outcome, "").cash
            assert cash is not None
            keys = [(row.day, row.kind, row.money_in > 0) for row in cash.rows]
            assert len(set(keys)) == len(keys)
            assert [row.day for row in cash.rows] == sorted(row.day for row in cash.rows)
            assert all(row.balance >= 0 for row in cash.rows)
            assert len(keys) <= min(45, len(cash_book(outcome.journal[team], 0)))


def test_money_in_stands_before_money_out_of_the_same_day() -> None:
    def entry(at: int, kind: EntryKind, cash: int) -> Entry:
        return Entry(1, at, kind, "", ((Account.CASH, cash), (Account.CAPITAL, -cash)))

    journal = [
        entry(10, "delivery", -400),
        entry(20, "sale", 300),
        entry(30, "delivery", -350),
        entry(40, "sale", 200),
        entry(7 * DAY, "instalment", -50),
    ]
    cash = cash_week(journal, 500)
    assert [(row.day, row.kind, row.money_in, row.money_out, row.balance) for row in cash.rows] == [
        (0, "sale", 500, 0, 1_000),
        (0, "delivery", 0, 750, 250),
        (6, "instalment", 0, 50, 200),
    ]


def test_help_from_the_trainer_is_in_the_cash_book_of_the_week_that_follows() -> None:
    game = begin(busy_town(), {"melati": "par", "kenanga": "par"}, weeks=2)
    play_bots(game)
    first = game.live_week()
    game.rescue("melati", 250_000, "Banjir.")
    told = results_of(game, "melati", first)
    assert told.position[0].amount == game.state.teams["melati"].history[-1].figures.cash
    play_bots(game)
    cash = results_of(game, "melati", game.live_week()).cash
    assert cash is not None
    assert [row.money_in for row in cash.rows if row.kind == "rescue"] == [250_000]
    assert cash.closing == game.state.teams["melati"].history[-1].figures.cash


# -- statements -------------------------------------------------------------------------------


@pytest.mark.parametrize("journal", [True, False], ids=["with journal", "without"])
def test_the_lines_of_a_statement_add_up_to_its_sums(
    whole: tuple[Game, list[RoundOutcome]], journal: bool
) -> None:
    game, outcomes = whole
    for team in TEAMS:
        told = results_of(game, team, outcomes[-1] if journal else None)
        figures = told.report.figures
        lines = [line.amount for line in told.profit if not line.sums]
        gross, net = (line.amount for line in told.profit if line.sums)
        assert (gross, net) == (figures.gross_profit, figures.profit)
        assert sum(lines) == net
        assets, debts, own = (i for i, line in enumerate(told.position) if line.sums)
        amounts = [line.amount for line in told.position]
        assert sum(amounts[:assets]) == amounts[assets]
        assert sum(amounts[assets + 1 : debts]) == amounts[debts]
        assert sum(amounts[debts + 1 : own]) == amounts[own]
        assert amounts[assets] == amounts[debts] + amounts[own]


def test_what_the_history_holds_is_told_without_the_weeks_journal(
    whole: tuple[Game, list[RoundOutcome]],
) -> None:
    game, outcomes = whole
    with_it, without = (results_of(game, "melati", out) for out in (outcomes[-1], None))
    assert without.cash is None
    assert without.news == with_it.news
    assert without.forecast == with_it.forecast
    assert [p.counts for p in without.products] == [p.counts for p in with_it.products]


# -- goods and reasons --------------------------------------------------------------------------


def test_the_time_a_product_ran_out_is_that_of_the_first_buyer_who_found_none(
    whole: tuple[Game, list[RoundOutcome]],
) -> None:
    game, outcomes = whole
    found = 0
    for outcome in outcomes:
        for team, mine in outcome.state.teams.items():
            report = mine.history[-1]
            missed = first_missed(game.setup.scenario, outcome, team)
            short = {
                (product, day)
                for day, counts in enumerate(report.days)
                for product, count in counts.items()
                if count.lost_stockout
            }
            assert set(missed) == short
            assert missed == {key: first_gone(game, outcome, team, *key) for key in short}
            decided = report.decisions
            assert all(decided.opens <= at < decided.closes for at in missed.values())
            found += len(missed)
    assert found > 10


def first_gone(game: Game, outcome: RoundOutcome, team: str, product: str, day: int) -> int:
    """Read straight from the day's refusals, one by one."""
    offers = offers_of(game.setup.scenario)
    visits = outcome.week.visits[day]
    refusals = visits.refusals
    return min(
        int(visits.at[visit])
        for visit, offer, cause in zip(refusals.visit, refusals.offer, refusals.cause, strict=True)
        if cause == STOCKOUT and (offers[offer].team, offers[offer].product) == (team, product)
    )


def test_every_loss_of_a_product_is_told_with_its_number(
    whole: tuple[Game, list[RoundOutcome]],
) -> None:
    game, outcomes = whole
    told_of = set()
    for outcome in outcomes:
        for team in TEAMS:
            told = team_results(game.setup.scenario, outcome.state, team, outcome, "")
            for product in told.products:
                said = "\n".join(product.reasons)
                for name in ("lost_stockout", "lost_queue", "lost_closed", "wasted"):
                    units = getattr(product.counts, name)
                    assert bool(units) == (_WORDS[name] in said)
                    assert not units or f"{units} porsi" in said
                    told_of |= {name} if units else set()
                unmade = [row for row in told.report.unmade if row[0] == product.product]
                assert said.count("not made") == len(unmade)
    assert {"lost_stockout", "wasted"} <= told_of


_WORDS = {
    "lost_stockout": "Ran out",
    "lost_queue": "Queue too long",
    "lost_closed": "Stall closed",
    "wasted": "went stale",
}


def test_a_product_that_ran_out_every_day_is_told_so_in_short() -> None:
    scenario = busy_town(segments__warga__residents={"klender": 2_000})
    game = begin(scenario, {"melati": "diam", "kenanga": "diam"}, weeks=1)
    [outcome] = weeks_of(game)
    reasons = results_of(game, "melati", outcome).products[0].reasons
    assert any(reason.startswith("Ran out every day, at the earliest at 0") for reason in reasons)


def test_every_reason_and_every_entry_has_words_in_both_languages() -> None:
    assert set(UNMADE) == set(get_args(UnmadeReason))
    assert set(UNDELIVERED) == set(get_args(UndeliveredReason))
    english = [account_name(account) for account in Account]
    english += [entry_name(kind) for kind in get_args(EntryKind)]
    i18n.use("id")
    indonesian = [account_name(account) for account in Account]
    indonesian += [entry_name(kind) for kind in get_args(EntryKind)]
    assert [e for e, i in zip(english, indonesian, strict=True) if e == i] == ["Arisan"]


def test_days_are_listed_as_people_say_them() -> None:
    days = [day_name(day) for day in (0, 2, 6)]
    assert listed(days) == "Monday, Wednesday and Sunday"
    assert listed(days[:1]) == "Monday"
    assert listed(()) == ""
    i18n.use("id")
    assert listed(day_name(day) for day in (0, 6)) == "Senin dan Minggu"


# -- forecast, family, lenders --------------------------------------------------------------------


def test_a_forecast_stands_beside_what_came(whole: tuple[Game, list[RoundOutcome]]) -> None:
    game, outcomes = whole
    units, cash = results_of(game, "melati", outcomes[-1]).forecast
    report = game.state.teams["melati"].history[-1]
    assert report.forecast is not None
    assert (units.expected, units.came) == (report.forecast.units, report.whole.sold)
    assert (cash.expected, cash.came) == (report.forecast.cash, report.figures.cash)
    assert cash.off == report.figures.cash - report.forecast.cash


def test_the_family_is_told_what_it_got_and_what_was_missing(
    whole: tuple[Game, list[RoundOutcome]],
) -> None:
    game, outcomes = whole
    for team in TEAMS:
        home = game.state.teams[team].history[-1].home
        said = " ".join(results_of(game, team, outcomes[-1]).home)
        assert home is not None
        assert ("was missing" in said) == bool(home.short)
        assert ("That was enough" in said) == (not home.short)


def test_a_loan_is_told_with_what_is_late(whole: tuple[Game, list[RoundOutcome]]) -> None:
    game, outcomes = whole
    debtor = TEAMS[2]
    debts = game.state.teams[debtor].debts
    said = results_of(game, debtor, outcomes[-1]).loans
    assert len(debts) > 0
    assert sum("still owed" in sentence for sentence in said) == len(debts)


def test_news_begin_with_the_weather(whole: tuple[Game, list[RoundOutcome]]) -> None:
    game, outcomes = whole
    told = results_of(game, "melati", outcomes[-1])
    assert told.head == "0123456789"
    assert any(sentence.startswith("Weather: ") for sentence in told.news)
