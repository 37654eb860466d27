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
from simpasar.export import beancount
from simpasar.firm.ledger import Account
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
def test_bean_check_accepts_every_teams_file(name: str, tmp_path: Path) -> None:
    check = Path(sysconfig.get_path("scripts")) / "bean-check"
    for path in exported(shipped(name), tmp_path):
        result = subprocess.run([check, path], capture_output=True, encoding="utf-8", check=False)
        assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize("days", [5, 7])
def test_final_balances_are_ours(days: int, tmp_path: Path) -> None:
    game = finish(begin(busy_town(days=days), {"melati": "mutu", "kenanga": "acak"}, SEED))
    for path in exported(game, tmp_path):
        entries, errors, _options = loader.load_file(str(path))
        assert not errors
        ours = game.state.teams[path.stem].books.balances
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
