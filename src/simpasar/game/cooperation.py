"""The cooperative in a round: Monday's counter, what the market did, Sunday's dues and meeting.

Its books and the members' are kept together: what one pays, the other receives, in the same
second. Joint purchases pass through it: only its margin is income, as for any agent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from simpasar.cooperative.meeting import admitted, decided, tally
from simpasar.cooperative.state import BallotResult, CooperativeState, CooperativeWeek, Member
from simpasar.cooperative.surplus import Distribution, distribute, surplus_of
from simpasar.firm.journal import SUNDAY_NIGHT, Journal
from simpasar.firm.ledger import Account, AccountType, Entry, EntryKind
from simpasar.game.desk import Desk, Desks
from simpasar.game.lending import Lending
from simpasar.market.goods import Hired, Movement, Pooled, Undelivered
from simpasar.market.pool import POOL
from simpasar.market.result import JointWeek
from simpasar.money import split
from simpasar.scenario.community import Commitments, Cooperative, Loan
from simpasar.scenario.model import Decisions, Scenario


@dataclass(slots=True)
class _Told:
    """What will be told of the week: see CooperativeWeek."""

    joined: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unpaid: dict[str, dict[str, int]] = field(default_factory=dict)
    advanced: dict[str, int] = field(default_factory=dict)
    contributed: dict[str, int] = field(default_factory=dict)
    hired: dict[str, int] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)


class Cooperation:
    """The cooperative through one week. `rules` are the scenario's, `state` what the members made
    of them."""

    def __init__(self, scenario: Scenario, state: CooperativeState, desks: Desks, week: int):
        assert scenario.cooperative is not None
        self.scenario: Scenario = scenario
        self.rules: Cooperative = scenario.cooperative
        self.state = state
        self.desks = desks
        self.week = week
        self.journal = Journal(week, state.balances)
        self.members = dict(state.members)
        self.applicants: list[str] = []
        self.told = _Told()
        self.lift: dict[str, int] = {}

    # -- Monday ---------------------------------------------------------------------------

    def pay_back_deposits(self) -> None:
        """First of all, so that members may pay off a loan with what they withdraw. Where the box
        holds less than is asked, each gets her part of it: nobody's place in the queue counts."""
        asked = {
            team: min(self.desks[team].decisions.cooperative.withdraw, member.voluntary)
            for team, member in self.members.items()
        }
        for team, amount in _as_far_as(self.journal.cash, asked).items():
            self._receive(
                0, "withdrawal", team, -amount, Account.MEMBER_DEPOSITS, Account.VOLUNTARY_SAVINGS
            )
            member = self.members[team]
            self.members[team] = replace(member, voluntary=member.voluntary - amount)

    def open_counter(self, lending: Lending) -> None:
        """Leave, join, deposit, and borrow from the savings."""
        for team, desk in self.desks.items():
            if team in self.members and not desk.decisions.cooperative.member:
                self._leave(team, desk)
        for team, desk in self.desks.items():
            if desk.decisions.cooperative.member and team not in self.members:
                self._apply(team, desk)
            if team in self.members:
                self._deposit(team, desk, desk.decisions.cooperative.deposit)
        self._lend(lending)

    def _receive(
        self, at: int, kind: EntryKind, team: str, amount: int, theirs: Account, ours: Account
    ) -> None:
        """Cash from a team's till into the box, or, below 0, back: in both books."""
        self.desks[team].journal.post(at, kind, "", {theirs: amount, Account.CASH: -amount})
        self.journal.post(at, kind, team, {Account.CASH: amount, ours: -amount})

    def _leave(self, team: str, desk: Desk) -> None:
        """All savings go back to who leaves, if she owes nothing and there is cash enough."""
        member = self.members[team]
        owes = any(self.scenario.loans[name].from_savings for name in desk.debts)
        back = member.savings + member.voluntary
        if owes or desk.journal.balance(Account.COOPERATIVE_ADVANCE) or back > self.journal.cash:
            return
        desk.journal.post(
            0,
            "leaving",
            "",
            {
                Account.CASH: back,
                Account.MEMBER_SAVINGS: -member.savings,
                Account.MEMBER_DEPOSITS: -member.voluntary,
            },
        )
        self.journal.post(
            0,
            "leaving",
            team,
            {
                Account.PRINCIPAL_SAVINGS: member.principal,
                Account.COMPULSORY_SAVINGS: member.compulsory,
                Account.VOLUNTARY_SAVINGS: member.voluntary,
                Account.CASH: -back,
            },
        )
        del self.members[team]
        self.told.left.append(team)

    def _apply(self, team: str, desk: Desk) -> None:
        """Join where the door is open or the members let her in; else wait for their vote."""
        if self.state.admission == "vote" and self.state.members:
            if team not in self.state.applicants:
                self.applicants.append(team)
                return
            votes = (self.desks[name].decisions.cooperative.admit for name in self.state.members)
            if not admitted(team, votes):
                self.told.refused.append(team)
                return
        amount = self.rules.principal
        if amount > desk.journal.cash:
            return
        self._receive(
            0, "principal_savings", team, amount,
            Account.MEMBER_SAVINGS, Account.PRINCIPAL_SAVINGS,
        )  # fmt: skip
        self.members[team] = Member(since=self.week, principal=amount)
        self.told.joined.append(team)

    def _deposit(self, team: str, desk: Desk, wanted: int) -> None:
        amount = min(wanted, desk.journal.cash)
        self._receive(
            0, "deposit", team, amount, Account.MEMBER_DEPOSITS, Account.VOLUNTARY_SAVINGS
        )
        member = self.members[team]
        self.members[team] = replace(member, voluntary=member.voluntary + amount)

    def _lend(self, lending: Lending) -> None:
        """Lend from the savings as far as the cash goes, in proportion to what is asked."""
        for name, offer in self.scenario.loans.items():
            if not offer.from_savings:
                continue
            asked = {
                team: self._most(offer, team, desk.decisions.borrow.get(name, 0))
                for team, desk in self.desks.items()
                if team in self.members and name not in desk.debts
            }
            for team, amount in _as_far_as(self.journal.cash, asked).items():
                whole = amount // offer.step * offer.step
                if whole >= offer.smallest:
                    lending.pay_out(self.desks[team], name, whole)

    def _most(self, offer: Loan, team: str, wanted: int) -> int:
        """What of a loan that is `wanted` a member may have by her standing."""
        desk = self.desks[team]
        if not desk.meets(self.scenario, offer.requires):
            return 0
        most = offer.times_savings * desk.standing.savings
        return min(wanted, most) if offer.times_savings else wanted

    def pay_overhead(self) -> None:
        """The cooperative's own electricity and paper, from its first member on."""
        if self.members:
            self.journal.pay(0, "overhead", Account.OVERHEAD, self.rules.overhead)

    def promote(self) -> None:
        """Members' contributions are spent at once, for everybody's good."""
        promotion = self.rules.promotion
        if promotion is None:
            return
        for team in self.members:
            desk = self.desks[team]
            paid = min(desk.decisions.cooperative.promotion, desk.journal.cash)
            self._receive(
                0, "joint_promotion", team, paid, Account.PROMOTION, Account.CONTRIBUTIONS
            )
            if paid:
                self.told.contributed[team] = paid
        spent = sum(self.told.contributed.values())
        self.journal.pay(0, "promotion", Account.PROMOTION, spent)
        if spent:
            self.lift = {promotion.need: promotion.lift * spent // (spent + promotion.half)}

    def commitments(self, team: str) -> Commitments:
        """What a team takes part in this week: nothing, where it is no member."""
        ours = self.desks[team].decisions.cooperative
        return ours if team in self.members else Commitments()

    def allowed(self, team: str) -> Decisions:
        """A team's decisions without the products that it must leave to another member."""
        decisions, barred = self.desks[team].decisions, self.desks[team].standing.not_ours
        if team not in self.members or not barred:
            return decisions
        none = {"weekday": 0, "weekend": 0}
        plans = {
            product: plan.model_copy(update=none) if product in barred else plan
            for product, plan in decisions.batches.items()
        }
        return decisions.model_copy(update={"batches": plans})

    def joint_week(self) -> JointWeek:
        """What the market is told."""
        return JointWeek(lift=self.lift, margin=self.state.margin, fund=self.journal.cash)

    # -- the market -----------------------------------------------------------------------

    def book(self, team: str, movements: Iterable[Movement]) -> None:
        """What a stall's week was for the cooperative."""
        for movement in movements:
            match movement:
                case Pooled(at=at, margin=margin, advanced=advanced):
                    lines = {
                        Account.CASH: margin - advanced,
                        Account.ADVANCES: advanced,
                        Account.MARGIN: -margin,
                    }
                    self.journal.post(at, "joint_purchase", team, lines)
                    self._trade(team, sum(movement.paid) + movement.fee)
                    if advanced:
                        self.told.advanced[team] = advanced
                case Hired(at=at, hours=hours, fee=fee):
                    lines = {Account.CASH: fee, Account.HIRE_INCOME: -fee}
                    self.journal.post(at, "hire", team, lines)
                    self._trade(team, fee)
                    self.told.hired[team] = self.told.hired.get(team, 0) + hours
                case Undelivered(supplier=supplier, ingredient=item, packs=packs) if (
                    supplier == POOL and movement.reason == "cash"
                ):
                    self.told.unpaid.setdefault(team, {})[item] = packs
                case _:
                    pass

    def _trade(self, team: str, amount: int) -> None:
        member = self.members[team]
        self.members[team] = replace(member, trade=member.trade + amount)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The week's entries as time went by, though stall after stall was booked. What comes at
        the last midnight comes before Sunday night's settling of accounts."""
        return tuple(sorted(self.journal.entries, key=lambda entry: min(entry.at, SUNDAY_NIGHT)))

    # -- Sunday ---------------------------------------------------------------------------

    def collect_dues(self) -> None:
        """Advances first, then the week's simpanan wajib: paid whole or missed."""
        due = self.rules.compulsory
        for team, member in self.members.items():
            journal = self.desks[team].journal
            paid = min(-journal.balance(Account.COOPERATIVE_ADVANCE), journal.cash)
            self._receive(
                SUNDAY_NIGHT, "advance", team, paid, Account.COOPERATIVE_ADVANCE, Account.ADVANCES
            )
            if journal.cash < due:
                self.members[team] = replace(member, missed=member.missed + 1)
                self.told.missed.append(team)
                continue
            self._receive(
                SUNDAY_NIGHT, "compulsory_savings", team, due,
                Account.MEMBER_SAVINGS, Account.COMPULSORY_SAVINGS,
            )  # fmt: skip
            self.members[team] = replace(
                member, compulsory=member.compulsory + due, weeks_saved=member.weeks_saved + 1
            )

    def interest_is_trade(self) -> None:
        """What members' loans cost them counts as trade with the cooperative: not late fees, for
        nobody shall have more of the surplus for paying late, nor what one owed who has left."""
        for entry in self.journal.entries:
            if entry.kind in ("interest", "loan") and entry.detail in self.members:
                self._trade(entry.detail, -entry.amount(Account.INTEREST_INCOME))

    def meet(self) -> tuple[CooperativeState, tuple[BallotResult, ...]]:
        """The votes of the week, which hold from the next week on."""
        state, results = self.state, []
        for name, ballot in self.rules.ballots.items():
            if ballot.week == self.week:
                cast = (self.desks[team].decisions.cooperative.votes for team in self.members)
                result = tally(name, ballot, [votes[name] for votes in cast if name in votes])
                state = decided(state, ballot, result.chosen)
                results.append(result)
        return state, tuple(results)

    def share_out(self, state: CooperativeState) -> Distribution:
        """The season's end: the surplus goes to reserve, funds and members, to the rupiah.

        Members get cash as far as there is any, each her part; the rest is a deposit of theirs.
        """
        now = self.journal.balances
        whole = distribute(surplus_of(now), state.shares, self.members)
        lines = {
            account: -amount
            for account, amount in now.items()
            if account.type in (AccountType.INCOME, AccountType.EXPENSE)
        }
        given = {team: share.total for team, share in whole.members.items()}
        lines |= {
            Account.RESERVE: -whole.reserve,
            Account.FUNDS: -whole.funds,
            Account.SURPLUS: -sum(given.values()),
        }
        self.journal.post(SUNDAY_NIGHT, "surplus", "", lines)
        paid = _as_far_as(self.journal.cash, given)
        for team, amount in given.items():
            cash, kept = paid[team], amount - paid[team]
            self.journal.post(
                SUNDAY_NIGHT,
                "surplus",
                team,
                {Account.SURPLUS: amount, Account.CASH: -cash, Account.VOLUNTARY_SAVINGS: -kept},
            )
            self.desks[team].journal.post(
                SUNDAY_NIGHT,
                "surplus",
                "",
                {
                    Account.CASH: cash,
                    Account.MEMBER_DEPOSITS: kept,
                    Account.SURPLUS_SHARE: -amount,
                },
            )
            member = self.members[team]
            self.members[team] = replace(member, voluntary=member.voluntary + kept)
        return whole

    def close(self, last: bool) -> CooperativeState:
        """The meeting, the surplus in the last week, and the state that they leave."""
        self.interest_is_trade()
        state, ballots = self.meet()
        whole = self.share_out(state) if last else None
        pledges = {team: self.commitments(team).pledges for team in self.members}
        told = self.told
        report = CooperativeWeek(
            week=self.week,
            joined=tuple(told.joined),
            left=tuple(told.left),
            refused=tuple(told.refused),
            pledged={team: packs for team, packs in pledges.items() if any(packs.values())},
            unpaid=told.unpaid,
            advanced=told.advanced,
            contributed=told.contributed,
            hired=told.hired,
            missed=tuple(told.missed),
            ballots=ballots,
            lift=self.lift,
            surplus=whole.surplus if whole else 0,
            shares={t: s.total for t, s in whole.members.items()} if whole else {},
        )
        return replace(
            state,
            members=self.members,
            balances=self.journal.balances,
            applicants=tuple(self.applicants),
            last=report,
        )


def _as_far_as(cash: int, asked: Mapping[str, int]) -> dict[str, int]:
    """What each gets of what is asked: all of it or, of less `cash`, in proportion."""
    if not asked:
        return {}
    parts = split(min(cash, sum(asked.values())), list(asked.values()))
    return dict(zip(asked, parts, strict=True))
