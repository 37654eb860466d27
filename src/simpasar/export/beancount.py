"""Each team's books as a Beancount ledger: plain text that accountants' tools can read and check.

Beancount's root accounts are fixed English words; the accounts below them are ours. Debits are
positive there too, so amounts go over unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from simpasar.firm.bookkeeping import open_books
from simpasar.firm.ledger import Account, AccountType, Entry
from simpasar.game.play import Game
from simpasar.game.replay import Step
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


def write(steps: Iterable[Step], folder: Path) -> list[Path]:
    """Replay a record and write `TEAM.beancount` for every team; the files written.

    Each file ends with a balance assertion for every account, so that checking the file checks
    our books.
    """
    game: Game | None = None
    entries: dict[str, list[Entry]] = {}
    for step in steps:
        game = step.game
        if step.outcome:
            for team, journal in step.outcome.journal.items():
                entries.setdefault(team, []).extend(journal)
    assert game is not None
    written = []
    for team in game.state.teams:
        path = folder / f"{team}.beancount"
        text = "".join(_ledger(game, team, entries.get(team, [])))
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _ledger(game: Game, team: str, entries: Iterable[Entry]) -> Iterator[str]:
    scenario = game.setup.scenario
    seat = scenario.teams[team]
    yield f'option "title" "{_quoted(seat.name.of("id"))}"\n'
    yield 'option "operating_currency" "IDR"\n\n'
    for account in Account:
        yield f"{scenario.start} open {account_name(account)} IDR\n"
    opening = open_books(scenario, seat)[1]
    for entry in (*opening, *entries):
        yield from _transaction(day_date(scenario, entry.week, entry.at // DAY), entry)
    balances = game.state.teams[team].books.balances
    # Beancount balances at the start of a day, so the Monday after holds the final ones.
    end = day_date(scenario, game.state.week - 1, 6) + timedelta(days=1)
    yield "\n"
    for account in Account:
        yield f"{end} balance {account_name(account)}  {balances[account]} IDR\n"


def _transaction(day: date, entry: Entry) -> Iterator[str]:
    yield f'\n{day} * "{entry.kind}" "{_quoted(entry.detail)}"\n'
    for account, amount in entry.lines:
        yield f"  {account_name(account)}  {amount} IDR\n"


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
