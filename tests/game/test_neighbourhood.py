"""Arbitrary legal games of a whole neighbourhood: every rupiah is somewhere, in every week.

What comes from outside and goes there is reckoned from the market's own result, the terms of the
scenario and the debts, not from the entries that are under test.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from outside import all_cash, from_outside

from neighbourhood import COOPERATIVE, TEAMS, neighbourhood
from simpasar.firm.checks import SheetRefused
from simpasar.firm.ledger import Account, Entry
from simpasar.firm.sheet import DecisionSheet
from simpasar.firm.stock import stock_value
from simpasar.game.rounds import RoundOutcome, check_sheet, play_round
from simpasar.game.state import GameState, new_game
from simpasar.market.chance import Chance
from simpasar.scenario.community import Commitments
from simpasar.scenario.model import DayPlan, Decisions, Scenario

WEEKS = 5
INTERNAL = (
    "drawings", "deposit", "withdrawal", "leaving", "principal_savings", "compulsory_savings",
    "advance", "hire", "surplus", "arisan", "joint_promotion",
)  # fmt: skip
"""What is paid from one set of books into another, and nowhere else."""

VARIANTS = {
    (unpaid, rich): neighbourhood(
        segments__warga__residents={"klender": 80},
        cooperative={
            **COOPERATIVE,
            "donated_capital": 500_000 if rich else 0,
            "purchase": {**COOPERATIVE["purchase"], "unpaid": unpaid, "delivery_day": 2},
        },
    )
    for unpaid in ("drop", "advance")
    for rich in (False, True)
}


def _with_cash(scenario: Scenario, cash: list[int]) -> Scenario:
    seats = {
        team: seat.model_copy(update={"cash": amount})
        for (team, seat), amount in zip(scenario.teams.items(), cash, strict=True)
    }
    return scenario.model_copy(update={"teams": seats})


# -- what the outside paid and got -----------------------------------------------------------

# -- the game --------------------------------------------------------------------------------

AMOUNT = st.sampled_from([0, 20_000, 50_000, 150_000, 600_000])
PACKS = st.fixed_dictionaries({"beras": st.integers(0, 5), "kelapa": st.integers(0, 5)})
LOAN = st.sampled_from(["daring", "keliling", "kur", "simpan_pinjam", "simpan_pinjam"])
LENT = st.sampled_from([100_000, 250_000, 500_000, 1_000_000])

EVENTFUL = {
    *INTERNAL, "arrears", "batch", "contract", "delivery", "depreciation", "equipment", "fine",
    "grant", "instalment", "interest", "joint_purchase", "late_fee", "living", "loan", "overhead",
    "penalty", "programme", "promotion", "rent", "sale", "spoilage", "wages",
    "default", "advanced", "unpaid", "missed", "refused", "own_product", "short",
}  # fmt: skip

ACTIONS: dict[str, st.SearchStrategy[Any]] = {
    "join": st.none(),
    "leave": st.none(),
    "deposit": AMOUNT,
    "withdraw": AMOUNT,
    "pledge": PACKS,
    "contribute": AMOUNT,
    "hire": st.integers(0, 12),
    "vote": st.booleans(),
    "borrow": st.tuples(LOAN, LENT),
    "settle": st.none(),
    "enter": st.sampled_from(["bazar_rptra", "dapur_hemat", "hibah", "nib", "slhs"]),
    "accept": st.none(),
    "arisan": st.booleans(),
    "draw": AMOUNT,
    "promote": AMOUNT,
    "ask": st.sampled_from([4_000, 12_000, 36_000]),
    "bake": st.integers(0, 4),
    "employ": st.integers(0, 2),
    "buy": st.integers(0, 1),
}
"""What a team may do in a week, and with how much of it."""

ACTION = st.one_of(*(st.tuples(st.just(name), how) for name, how in ACTIONS.items()))
SHEET = st.lists(ACTION, min_size=2, max_size=12)


def carried_out(
    scenario: Scenario, state: GameState, team: str, now: Decisions, action: str, how: Any
) -> dict[str, Any]:
    """The changes that an action makes to a team's decisions."""
    ours, together = now.cooperative, state.cooperative
    assert scenario.cooperative is not None
    assert together is not None
    ballots = scenario.cooperative.ballots
    plan = DayPlan(weekday=how, weekend=how) if action == "bake" else None
    in_cooperative: dict[str, dict[str, Any]] = {
        "join": {"member": True},
        "leave": dict(Commitments()),
        "deposit": {"deposit": how},
        "withdraw": {"withdraw": how},
        "pledge": {"pledges": how},
        "contribute": {"promotion": how},
        "hire": {"hire_hours": {"kenceng": how}},
        "vote": {
            "votes": {
                name: list(ballot.options)[bool(how)]
                for name, ballot in ballots.items()
                if ballot.week == state.week
            },
            "admit": dict.fromkeys(together.applicants, how),
        },
    }
    if action in in_cooperative:
        return {"cooperative": ours.model_copy(update=in_cooperative[action])}
    match action:
        case "borrow":
            return {"borrow": {**now.borrow, how[0]: how[1]}}
        case "settle":
            return {"settle": tuple(debt.loan for debt in state.teams[team].debts)}
        case "enter":
            return {"programmes": (*now.programmes, how)}
        case "accept":
            return {"contracts": tuple(scenario.contracts)}
        case "ask":
            return {"prices": {"uduk": how, "apem": how // 2}}
        case "bake":
            return {"batches": {"uduk": plan, "apem": plan}}
        case "buy":
            return {"buy_equipment": {"kenceng": how}}
    fields = {"draw": "drawings", "promote": "promotion", "employ": "helpers", "arisan": "arisan"}
    return {fields[action]: how}


def refused(scenario: Scenario, state: GameState, team: str, sheet: DecisionSheet) -> set[str]:
    """Why a sheet may not be handed in, in the words for programs; each has its sentence."""
    try:
        check_sheet(scenario, state, team, sheet)
    except SheetRefused as no:
        return {finding.code if finding.message else "silent" for finding in no.findings}
    return set()


class Neighbourhood(RuleBasedStateMachine):
    """Teams change their sheets piece by piece; what would be refused is not written down.

    Every week that is lived is looked through; `looked_through` counts them.
    """

    looked_through = 0

    @initialize(
        variant=st.sampled_from(sorted(VARIANTS)),
        cash=st.lists(st.sampled_from([0, 130_000, 600_000, 1_500_000]), min_size=4, max_size=4),
        founders=st.sets(st.sampled_from(TEAMS)),
        seed=st.integers(0, 2**53 - 1),
    )
    def begin(
        self, variant: tuple[str, bool], cash: list[int], founders: set[str], seed: int
    ) -> None:
        self.scenario, self.chance = _with_cash(VARIANTS[variant], cash), Chance(seed)
        self.state = self.first = new_game(self.scenario)
        self.founders = founders
        self.handed_in: list[dict[str, DecisionSheet]] = []
        self.claims = dict.fromkeys(self.scenario.teams, 0)
        self.over = False
        self.seen: set[str] = set()

    def _sheet(self, team: str, actions: list[tuple[str, Any]]) -> DecisionSheet:
        sheet = self.state.teams[team].sheet.carried()
        if team in self.founders and not self.handed_in:
            actions = [("join", None), *actions]
        for action, how in actions:
            now = sheet.decisions
            changes = carried_out(self.scenario, self.state, team, now, action, how)
            wanted = DecisionSheet(decisions=now.model_copy(update=changes))
            if not refused(self.scenario, self.state, team, wanted):
                sheet = wanted
        return sheet

    @precondition(lambda self: not self.over)
    @rule(
        actions=st.fixed_dictionaries(dict.fromkeys(TEAMS, SHEET)),
        missing=st.sets(st.sampled_from(TEAMS), max_size=1),
        last=st.sampled_from([WEEKS, WEEKS, 3, 2]),
    )
    def week(self, actions: dict[str, list[tuple[str, Any]]], missing: set[str], last: int) -> None:
        self.over = last <= len(self.handed_in) + 1
        before = self.state
        wanted = {team: self._sheet(team, actions[team]) for team in TEAMS if team not in missing}
        sheets = {
            team: sheet
            for team, sheet in wanted.items()
            if not refused(self.scenario, before, team, sheet)
        }
        outcome = play_round(self.scenario, before, sheets, self.chance, self.over)
        self.handed_in.append(sheets)
        self.state = outcome.state
        gained = all_cash(outcome.state) - all_cash(before)
        assert gained == from_outside(self.scenario, before, outcome)
        self._entries(outcome)
        self._two_sets_of_books(outcome.state)
        self._goods(outcome.state)
        self._homes(outcome)
        if self.over:
            self._shared_out(outcome)
        self._sheets_stand(outcome.state)
        self._remember(outcome)
        Neighbourhood.looked_through += 1

    @precondition(lambda self: self.over)
    @rule()
    def rest(self) -> None:
        """The season is over."""

    # -- what holds after every week ----------------------------------------------------------

    def _entries(self, outcome: RoundOutcome) -> None:
        """Money between two books leaves one as it enters the other; as time goes by, no till is
        below 0."""
        state = outcome.state
        assert state.cooperative is not None
        books = [*outcome.journal.values(), *outcome.homes.values(), outcome.cooperative]
        every = [entry for entries in books for entry in entries]
        for kind in INTERNAL:
            assert sum(e.amount(Account.CASH) for e in every if e.kind == kind) == 0, kind
        savings = {name for name, offer in self.scenario.loans.items() if offer.from_savings}
        for kind in ("loan", "interest", "instalment", "late_fee"):
            borrowed = [
                (team, e.at, e.amount(Account.CASH), e.amount(Account.LOANS))
                for team, entries in outcome.journal.items()
                for e in entries
                if e.kind == kind and e.detail in savings
            ]
            lent = [
                (e.detail, e.at, -e.amount(Account.CASH), -e.amount(Account.MEMBER_LOANS))
                for e in outcome.cooperative
                if e.kind == kind
            ]
            assert sorted(borrowed) == sorted(lent), kind
        for entries, start in self._journals(outcome):
            assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
            cash = start
            for entry in entries:
                cash += entry.amount(Account.CASH)
                assert cash >= 0

    def _journals(self, outcome: RoundOutcome) -> Iterator[tuple[tuple[Entry, ...], int]]:
        """Every journal of a week with the cash it began with, as it ended less what moved."""
        state = outcome.state
        assert state.cooperative is not None
        ends = [(outcome.journal[t], state.teams[t].books.cash) for t in outcome.journal]
        for team, entries in outcome.homes.items():
            purse = state.teams[team].purse
            assert purse is not None
            ends.append((entries, purse[Account.CASH]))
        ends.append((outcome.cooperative, state.cooperative.cash))
        for entries, end in ends:
            yield entries, end - sum(entry.amount(Account.CASH) for entry in entries)

    def _two_sets_of_books(self, state: GameState) -> None:
        """What a member's books say of the cooperative, the cooperative's say of her."""
        together = state.cooperative
        assert together is not None
        lent = owed_for_purchases = 0
        for name, team in state.teams.items():
            balances, member = team.books.balances, together.members.get(name)
            assert balances[Account.MEMBER_SAVINGS] == (member.savings if member else 0)
            assert balances[Account.MEMBER_DEPOSITS] == (member.voluntary if member else 0)
            assert -balances[Account.LOANS] == sum(debt.owed for debt in team.debts)
            owed_for_purchases -= balances[Account.COOPERATIVE_ADVANCE]
            lent += sum(d.owed for d in team.debts if self.scenario.loans[d.loan].from_savings)
            assert not (balances[Account.COOPERATIVE_ADVANCE] and member is None)
        ours, members = together.balances, together.members.values()
        assert ours[Account.ADVANCES] == owed_for_purchases
        assert ours[Account.MEMBER_LOANS] == lent
        assert -ours[Account.VOLUNTARY_SAVINGS] == sum(m.voluntary for m in members)
        assert -ours[Account.PRINCIPAL_SAVINGS] == sum(m.principal for m in members)
        assert -ours[Account.COMPULSORY_SAVINGS] == sum(m.compulsory for m in members)

    def _goods(self, state: GameState) -> None:
        """The lots at hand are those the books keep, and cost what the ledger says."""
        for team in state.teams.values():
            costs, balances = team.books.costs, team.books.balances
            assert {lot.id: lot.quantity for lot in team.lots} == {
                number: cost.quantity for number, cost in costs.items()
            }
            for account in (Account.RAW_MATERIALS, Account.FINISHED_GOODS):
                assert stock_value(costs, account) == balances[account]

    def _homes(self, outcome: RoundOutcome) -> None:
        """The arisan is a circle: what all have paid in, some have taken out."""
        for team, entries in outcome.homes.items():
            self.claims[team] += sum(entry.amount(Account.ARISAN) for entry in entries)
        assert sum(self.claims.values()) == 0
        for name, team in outcome.state.teams.items():
            home = team.history[-1].home
            assert team.purse is not None
            assert home is not None
            assert self.claims[name] == team.purse[Account.ARISAN]
            assert home.cash == team.purse[Account.CASH] >= 0
            assert 0 <= home.short <= home.needed

    def _shared_out(self, outcome: RoundOutcome) -> None:
        """Reserve, funds and members' parts are the whole surplus, and nothing else is left."""
        together = outcome.state.cooperative
        assert together is not None
        assert together.last is not None
        ours, told = together.balances, together.last
        assert sum(told.shares.values()) - ours[Account.RESERVE] - ours[Account.FUNDS] == (
            told.surplus
        )
        assert ours[Account.SURPLUS] == 0
        assert not [account for account in ours if account.type in ("income", "expense")]
        for team, entries in outcome.journal.items():
            got = -sum(entry.amount(Account.SURPLUS_SHARE) for entry in entries)
            assert got == told.shares.get(team, 0)

    def _sheets_stand(self, state: GameState) -> None:
        """What a team has decided may stand: only products left to another are in the way."""
        for team, mine in state.teams.items():
            codes = refused(self.scenario, state, team, mine.sheet.carried())
            assert codes <= {"not_ours"}

    def _remember(self, outcome: RoundOutcome) -> None:
        """What has happened in this game, for the test that asks whether enough does."""
        together = outcome.state.cooperative
        assert together is not None
        assert together.last is not None
        books = [*outcome.journal.values(), *outcome.homes.values(), outcome.cooperative]
        self.seen |= {entry.kind for entries in books for entry in entries}
        told = ("advanced", "unpaid", "missed", "refused")
        self.seen |= {name for name in told if getattr(together.last, name)}
        teams = outcome.state.teams.values()
        happened = {
            "default": any(debt.defaulted for team in teams for debt in team.debts),
            "short": any(order.short for team in teams for order in team.contracts),
            "own_product": together.own_product,
        }
        self.seen |= {name for name, is_so in happened.items() if is_so}

    def teardown(self) -> None:
        """The same sheets give the same game."""
        if not getattr(self, "handed_in", None):
            return
        state = self.first
        for number, sheets in enumerate(self.handed_in, start=1):
            last = self.over and number == len(self.handed_in)
            state = play_round(self.scenario, state, sheets, self.chance, last).state
        assert state.digest() == self.state.digest()


QUICK = settings(
    stateful_step_count=WEEKS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def looked_through(games: int) -> int:
    """Weeks of so many games in which every rupiah was found; a lost one raises."""
    before = Neighbourhood.looked_through
    run_state_machine_as_test(Neighbourhood, settings=settings(QUICK, max_examples=games))
    return Neighbourhood.looked_through - before


def test_every_rupiah_of_any_legal_game_is_somewhere() -> None:
    assert looked_through(games=50) >= 50


@pytest.mark.slow
def test_every_rupiah_of_many_legal_games_is_somewhere() -> None:
    assert looked_through(games=1_000) >= 1_000


def test_the_games_live_through_everything_that_is_counted_here() -> None:
    """Every kind of entry, default, advances, refusals: the properties bite."""
    luck = Random(4)
    seen: set[str] = set()
    for _game in range(60):
        game = Neighbourhood()
        founders = set(luck.sample(TEAMS, luck.randint(2, 4)))
        cash = [luck.choice([130_000, 600_000, 1_500_000]) for _ in TEAMS]
        game.begin(luck.choice(sorted(VARIANTS)), cash, founders, luck.getrandbits(53))
        for _week in range(WEEKS):
            actions = {team: [_by_luck(luck) for _ in range(10)] for team in TEAMS}
            game.week(actions, set(), WEEKS)
        seen |= game.seen
        game.teardown()
    assert not EVENTFUL - seen


def _by_luck(luck: Random) -> tuple[str, Any]:
    """An action as hypothesis would draw it, for games that need no shrinking."""
    name = luck.choice(sorted(ACTIONS))
    match name:
        case "pledge":
            return name, {"beras": luck.randint(0, 5), "kelapa": luck.randint(0, 5)}
        case "borrow":
            loan = luck.choice(["daring", "keliling", "kur", "simpan_pinjam"])
            return name, (loan, luck.choice([100_000, 250_000, 500_000, 1_000_000]))
        case "enter":
            return name, luck.choice(["bazar_rptra", "dapur_hemat", "hibah", "nib", "slhs"])
        case "vote" | "arisan":
            return name, luck.random() < 0.5
        case "ask":
            return name, luck.choice([4_000, 12_000, 36_000])
        case "hire" | "bake" | "employ" | "buy":
            return name, luck.randint(0, {"hire": 12, "bake": 4, "employ": 2, "buy": 1}[name])
    return name, luck.choice([20_000, 50_000, 150_000, 600_000])
