"""The Beancount files: its own checker accepts them, and its balances are ours."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from beancount import loader
from beancount.core import data, inventory, realization

from games import SEED, begin, busy_town, finish, payloads
from neighbourhood import TEAMS, neighbourhood
from simpasar.export import beancount
from simpasar.firm.ledger import Account, Balances
from simpasar.game.play import Game
from simpasar.game.replay import replay
from simpasar.scenario.library import find
from simpasar.scenario.loader import load


def shipped(name: str) -> Game:
    scenario = load(find(name))
    return finish(begin(scenario, {team: seat.bot for team, seat in scenario.teams.items()}, SEED))


def exported(game: Game, folder: Path) -> list[Path]:
    written = beancount.write(replay(payloads(game), SEED), folder)
    assert [path.name for path in written] == [f"{team}.beancount" for team in game.state.teams]
    return written


@pytest.mark.parametrize("name", ["pasar-pagi", "warung-pertama"])
def test_bean_check_accepts_every_file(name: str, tmp_path: Path) -> None:
    game = shipped(name)
    written = beancount.write(replay(payloads(game), SEED), tmp_path)
    assert {path.name for path in written} >= {f"{team}.beancount" for team in game.state.teams}
    accepted(written)


def accepted(paths: list[Path]) -> None:
    check = Path(sysconfig.get_path("scripts")) / "bean-check"
    for path in paths:
        result = subprocess.run([check, path], capture_output=True, encoding="utf-8", check=False)
        assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize("days", [5, 7])
def test_final_balances_are_ours(days: int, tmp_path: Path) -> None:
    game = finish(begin(busy_town(days=days), {"melati": "mutu", "kenanga": "acak"}, SEED))
    written = exported(game, tmp_path)
    assert {path.stem for path in written} == set(game.state.teams)
    for path in written:
        ends_with(path, game.state.teams[path.stem].books.balances)


def ends_with(path: Path, ours: Balances) -> None:
    """Beancount finds our balances, and a file asserts each of them once."""
    entries, errors, _options = loader.load_file(str(path))
    assert not errors
    root = realization.realize(entries)
    for account in Account:
        theirs = realization.get(root, beancount.account_name(account))
        assert _rupiah(theirs.balance) == ours[account]
        asserted = [e for e in theirs.txn_postings if isinstance(e, data.Balance)]
        assert [int(e.amount.number) for e in asserted] == [ours[account]]


def _rupiah(balance: Any) -> int:
    assert isinstance(balance, inventory.Inventory)
    amount = balance.get_currency_units("IDR").number
    assert amount == int(amount)
    return int(Decimal(amount))


def test_a_changed_amount_is_refused_by_the_checker(tmp_path: Path) -> None:
    """The balances at the end are there to be checked."""
    game = finish(begin(busy_town(), {}, SEED))
    path = exported(game, tmp_path)[0]
    text = path.read_text(encoding="utf-8")
    cash = game.state.teams[path.stem].books.cash
    final = re.compile(rf"(balance Assets:Cash  ){cash} IDR")
    assert len(final.findall(text)) == 1
    path.write_text(final.sub(rf"\g<1>{cash + 1} IDR", text), encoding="utf-8")
    assert loader.load_file(str(path))[1]


def test_names_with_quotes_and_backslashes_are_carried_over(tmp_path: Path) -> None:
    name = 'Melati "Jaya" \\ Putri'
    game = finish(begin(busy_town(teams__melati__name=name), {}, SEED))
    path = next(path for path in exported(game, tmp_path) if path.stem == "melati")
    _entries, errors, options = loader.load_file(str(path))
    assert not errors
    assert options["title"] == name


def test_every_account_has_a_name_of_its_own() -> None:
    names = [beancount.account_name(account) for account in Account]
    assert len(set(names)) == len(names)
    assert beancount.account_name(Account.RAW_MATERIALS) == "Assets:RawMaterials"
    assert beancount.account_name(Account.SALES) == "Income:Sales"


# -- the neighbourhood --------------------------------------------------------------------


def test_households_and_the_cooperative_have_books_of_their_own(tmp_path: Path) -> None:
    bots = ("koperasi", "penumpang", "utang", "par")
    game = begin(neighbourhood(), dict(zip(TEAMS, bots, strict=True)))
    game.rescue("mawar", 250_000, "For the fire.")
    finish(game)
    written = beancount.write(replay(payloads(game), SEED), tmp_path)
    assert [path.stem for path in written] == [
        *sorted(TEAMS), *(f"{team}-household" for team in sorted(TEAMS)), "the-cooperative",
    ]  # fmt: skip
    accepted(written)
    for team, mine in game.state.teams.items():
        ends_with(tmp_path / f"{team}.beancount", mine.books.balances)
        assert mine.purse is not None
        ends_with(tmp_path / f"{team}-household.beancount", mine.purse)
    assert game.state.cooperative is not None
    ends_with(tmp_path / "the-cooperative.beancount", game.state.cooperative.balances)


def test_books_of_a_game_that_has_only_begun_hold_what_they_begin_with(tmp_path: Path) -> None:
    game = begin(neighbourhood(), {})
    game.rescue("mawar", 250_000, "For the fire.")
    accepted(beancount.write(replay(payloads(game), SEED), tmp_path))
    ends_with(tmp_path / "mawar.beancount", game.state.teams["mawar"].books.balances)
    text = (tmp_path / "the-cooperative.beancount").read_text(encoding="utf-8")
    assert "Equity:DonatedCapital  -500000 IDR" in text
