"""Everybody's books as Beancount ledgers: plain text that accountants' tools can read and check.

Beancount's root accounts are fixed English words; the accounts below them are ours. Debits are
positive there too, so amounts go over unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from simpasar.cooperative.state import founded
from simpasar.firm.bookkeeping import open_books
from simpasar.firm.household import open_purse
from simpasar.firm.ledger import Account, AccountType, Balances, Entry
from simpasar.game.play import Game
from simpasar.game.replay import Step
from simpasar.game.rounds import RoundOutcome
from simpasar.market.news import day_date
from simpasar.scenario.parts import DAY

_ROOTS = {
    AccountType.ASSET: "Assets",
    AccountType.LIABILITY: "Liabilities",
    AccountType.EQUITY: "Equity",
    AccountType.INCOME: "Income",
    AccountType.EXPENSE: "Expenses",
}


def account_name(account: Account) -> str:
    """An account of ours as Beancount writes it: `Assets:RawMaterials`."""
    words = account.value.split("_")
    return f"{_ROOTS[account.type]}:{''.join(word.capitalize() for word in words)}"


@dataclass(frozen=True, slots=True)
class _Ledger:
    """One set of books: the file's stem, its title, all entries, and the balances they end in."""

    stem: str
    title: str
    entries: tuple[Entry, ...]
    balances: Balances


def write(steps: Iterable[Step], folder: Path) -> list[Path]:
    """Replay a record and write everybody's books: `TEAM.beancount` for every team, and where the
    scenario has them `TEAM-household.beancount` and `the-cooperative.beancount`; the files written.

    Each file ends with a balance assertion for every account, so that checking the file checks
    our books. Ids have no hyphens, so no two files have the same name.
    """
    game: Game | None = None
    outcomes: list[RoundOutcome] = []
    for step in steps:
        game = step.game
        if step.outcome:
            outcomes.append(step.outcome)
        elif step.withdrawn:
            outcomes.pop()
    assert game is not None
    written = []
    for ledger in _ledgers(game, outcomes):
        path = folder / f"{ledger.stem}.beancount"
        path.write_text("".join(_text(game, ledger)), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _ledgers(game: Game, outcomes: Sequence[RoundOutcome]) -> Iterator[_Ledger]:
    scenario = game.setup.scenario
    for team, mine in game.state.teams.items():
        seat = scenario.teams[team]
        entries = [*open_books(scenario, seat)[1]]
        for outcome in outcomes:
            entries += outcome.journal[team]
        # A rescue is in the books before the week it comes in has been lived.
        entries += mine.unposted
        yield _Ledger(team, seat.name.of("id"), tuple(entries), mine.books.balances)
    for team, mine in game.state.teams.items():
        seat = scenario.teams[team]
        if mine.purse is not None and seat.household is not None:
            entries = [*_opening(open_purse(seat.household))]
            for outcome in outcomes:
                entries += outcome.homes[team]
            title = f"{seat.name.of('id')}: uang rumah"
            yield _Ledger(f"{team}-household", title, tuple(entries), mine.purse)
    if game.state.cooperative is not None and scenario.cooperative is not None:
        entries = [*_opening(founded(scenario.cooperative).balances)]
        for outcome in outcomes:
            entries += outcome.cooperative
        title = scenario.cooperative.name.of("id")
        yield _Ledger("the-cooperative", title, tuple(entries), game.state.cooperative.balances)


def _opening(balances: Balances) -> Iterator[Entry]:
    """What books begin with, as an entry; none where they begin empty."""
    if balances:
        yield Entry(1, 0, "open", "", tuple(balances.items()))


def _text(game: Game, ledger: _Ledger) -> Iterator[str]:
    scenario = game.setup.scenario
    yield f'option "title" "{_quoted(ledger.title)}"\n'
    yield 'option "operating_currency" "IDR"\n\n'
    for account in Account:
        yield f"{scenario.start} open {account_name(account)} IDR\n"
    # Beancount balances at the start of a day, so the day after holds the final ones.
    last = day_date(scenario, game.state.week - 1, 6)
    for entry in ledger.entries:
        day = day_date(scenario, entry.week, entry.at // DAY)
        last = max(last, day)
        yield from _transaction(day, entry)
    yield "\n"
    end = last + timedelta(days=1)
    for account in Account:
        yield f"{end} balance {account_name(account)}  {ledger.balances[account]} IDR\n"


def _transaction(day: date, entry: Entry) -> Iterator[str]:
    yield f'\n{day} * "{entry.kind}" "{_quoted(entry.detail)}"\n'
    for account, amount in entry.lines:
        yield f"  {account_name(account)}  {amount} IDR\n"


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
