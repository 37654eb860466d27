"""The cooperative in the game: who is in, what is paid, what is decided, what is shared."""

from __future__ import annotations

from typing import Any

import pytest
from season import IDLE, Season, quiet

from neighbourhood import COOPERATIVE, LOANS
from simpasar.cooperative.state import CooperativeState, Member
from simpasar.firm.checks import SheetRefused
from simpasar.firm.ledger import Account
from simpasar.game.rounds import check_sheet
from simpasar.scenario.community import Commitments
from simpasar.scenario.model import DayPlan, Scenario

JOIN: dict[str, Any] = {"cooperative": {}}
LEAVE: dict[str, Any] = {"cooperative": dict(Commitments())}


def rules(**changes: Any) -> dict[str, Any]:
    """The cooperative without capital of others and without overhead, with changes."""
    return {**COOPERATIVE, "donated_capital": 0, "overhead": 0, **changes}


def calm(cash: int = 1_000_000, teams: tuple[str, ...] = (), **changes: Any) -> Scenario:
    return quiet(cash, teams, cooperative=rules(**changes), events={})


def together(season: Season) -> CooperativeState:
    assert season.state.cooperative is not None
    return season.state.cooperative


def told(season: Season) -> Any:
    last = together(season).last
    assert last is not None
    return last


def member(season: Season, name: str = "melati") -> Member:
    return together(season).members[name]


# -- joining, saving, leaving -------------------------------------------------------------


def test_who_joins_pays_the_principal_once_and_the_compulsory_every_week() -> None:
    season = Season(calm()).play(melati=JOIN)
    assert member(season) == Member(1, 100_000, 20_000, weeks_saved=1)
    assert season.team().books.cash == 1_000_000 - 120_000
    assert together(season).cash == 120_000
    assert told(season).joined == ("melati",)
    season.play()
    assert member(season) == Member(1, 100_000, 40_000, weeks_saved=2)
    assert season.team().books.balances[Account.MEMBER_SAVINGS] == 140_000
    assert told(season).joined == ()


def test_savings_are_wealth_and_no_expense() -> None:
    season = Season(calm()).play(melati=JOIN)
    mine, other = (season.team(name).history[-1].figures for name in ("melati", "mawar"))
    assert mine.wealth == other.wealth
    assert mine.profit == other.profit
    assert mine.savings == 120_000


def test_compulsory_savings_are_paid_whole_or_missed_and_shown_to_all() -> None:
    season = Season(calm(cash=119_999)).play(melati=JOIN)
    assert season.team().books.cash == 19_999
    assert (member(season).compulsory, member(season).weeks_saved, member(season).missed) == (
        0, 0, 1,
    )  # fmt: skip
    assert told(season).missed == ("melati",)
    season.give("melati", 20_000)
    season.play()
    assert (member(season).compulsory, member(season).weeks_saved, member(season).missed) == (
        20_000, 1, 1,
    )  # fmt: skip
    assert told(season).missed == ()


def test_deposits_can_be_withdrawn_and_are_owed_to_the_member() -> None:
    season = Season(calm()).play(melati={"cooperative": {"deposit": 300_000}})
    assert member(season).voluntary == 300_000
    assert together(season).balances[Account.VOLUNTARY_SAVINGS] == -300_000
    season.play(melati={"cooperative": {"withdraw": 250_000}})
    assert member(season).voluntary == 50_000
    assert season.moved("withdrawal") == 250_000


def test_a_box_that_holds_too_little_pays_back_in_proportion_not_in_turn() -> None:
    """Two have deposited 600.000, and all three have lent most of it out to themselves."""
    both = ("melati", "mawar")
    deposits = {name: {"cooperative": {"deposit": 300_000}} for name in both}
    season = Season(calm(compulsory=0)).play(kenanga=JOIN, **deposits)
    borrowing = {"borrow": {"simpan_pinjam": 250_000}}
    season.play(melati=borrowing, mawar=borrowing, kenanga=borrowing)
    asking = {name: {"cooperative": {"withdraw": 300_000}} for name in both}
    box = together(season).cash
    season.play(**asking)
    paid = [season.moved("withdrawal", team) for team in both]
    assert box < 600_000
    assert sum(paid) == box
    assert abs(paid[0] - paid[1]) <= 1


def test_a_deposit_is_made_once_though_the_sheet_stands() -> None:
    season = Season(calm()).play(melati={"cooperative": {"deposit": 300_000}}).play().play()
    assert member(season).voluntary == 300_000


def test_who_leaves_gets_all_savings_back() -> None:
    season = Season(calm()).play(melati={"cooperative": {"deposit": 50_000}}, mawar=JOIN)
    season.play(melati=LEAVE)
    assert set(together(season).members) == {"mawar"}
    assert season.team().books.cash == 1_000_000
    assert season.team().books.balances[Account.MEMBER_SAVINGS] == 0
    assert season.team().books.balances[Account.MEMBER_DEPOSITS] == 0
    assert told(season).left == ("melati",)


def test_who_owes_the_cooperative_may_not_leave() -> None:
    season = Season(calm()).play(melati=JOIN, mawar=JOIN)
    season.play(melati={"borrow": {"simpan_pinjam": 200_000}})
    with pytest.raises(SheetRefused):
        season.play(melati=LEAVE)
    season.live(melati=LEAVE)
    assert "melati" in together(season).members


@pytest.mark.parametrize("method", ["declining", "flat"])
def test_who_pays_off_her_loan_may_leave_on_the_same_day(method: str) -> None:
    """A flat loan is charged to its end: the interest is the cooperative's, though she is gone."""
    lent = LOANS["simpan_pinjam"]
    flat = {**lent, "interest": {**lent["interest"], "method": method}}
    scenario = quiet(cooperative=rules(), events={}, loans={**LOANS, "simpan_pinjam": flat})
    season = Season(scenario).play(melati=JOIN, mawar=JOIN)
    season.play(melati={"borrow": {"simpan_pinjam": 200_000}})
    season.play(melati={"settle": ("simpan_pinjam",)} | LEAVE)
    assert "melati" not in together(season).members
    assert season.team().debts == ()
    earned = -together(season).balances[Account.INTEREST_INCOME]
    assert season.team().books.cash == 1_000_000 - earned
    assert together(season).cash == 160_000 + earned


def test_who_leaves_waits_until_the_box_can_pay_her_out() -> None:
    season = Season(calm()).play(melati=JOIN, mawar=JOIN)
    season.play(mawar={"borrow": {"simpan_pinjam": 200_000}})
    assert together(season).cash < member(season).savings
    season.play(melati=LEAVE)
    assert "melati" in together(season).members
    assert member(season).compulsory == 60_000
    season.play(melati=LEAVE).play()
    assert "melati" not in together(season).members


def test_who_comes_back_pays_the_principal_again() -> None:
    season = Season(calm()).play(melati=JOIN).play(melati=LEAVE).play(melati=JOIN)
    assert member(season) == Member(3, 100_000, 20_000, weeks_saved=1)


# -- who may join -------------------------------------------------------------------------

BY_VOTE = {"admission": "vote"}


def test_the_first_members_need_nobodys_vote() -> None:
    season = Season(calm(**BY_VOTE)).play(melati=JOIN, mawar=JOIN)
    assert set(together(season).members) == {"melati", "mawar"}


def test_where_members_vote_an_applicant_waits_a_week() -> None:
    season = Season(calm(**BY_VOTE)).play(melati=JOIN).play(mawar=JOIN)
    assert together(season).applicants == ("mawar",)
    assert "mawar" not in together(season).members
    season.play()  # nobody is against it
    assert member(season, "mawar").since == 3
    assert together(season).applicants == ()


@pytest.mark.parametrize(("votes", "lets_in"), [((True, False), True), ((False, False), False)])
def test_who_applies_is_let_in_by_the_members_votes(
    votes: tuple[bool, bool], lets_in: bool
) -> None:
    season = Season(calm(**BY_VOTE)).play(melati=JOIN, kenanga=JOIN).play(mawar=JOIN)
    one, other = ({"cooperative": {"admit": {"mawar": vote}}} for vote in votes)
    season.play(melati=one, kenanga=other)
    assert ("mawar" in together(season).members) is lets_in
    assert told(season).refused == (() if lets_in else ("mawar",))
    assert season.team("mawar").books.cash == 1_000_000 - (120_000 if lets_in else 0)


def test_who_was_refused_and_still_wants_to_join_applies_anew() -> None:
    season = Season(calm(**BY_VOTE)).play(melati=JOIN).play(mawar=JOIN)
    season.play(melati={"cooperative": {"admit": {"mawar": False}}})
    assert together(season).applicants == ()
    season.play()
    assert together(season).applicants == ("mawar",)


def test_an_applicant_without_the_principal_stays_outside() -> None:
    season = Season(calm(**BY_VOTE)).play(melati=JOIN).play(mawar=JOIN)
    season.give("mawar", 99_999)
    season.play()
    assert "mawar" not in together(season).members
    assert season.team("mawar").books.cash == 99_999


# -- votes --------------------------------------------------------------------------------


def voting(**votes: str) -> dict[str, Any]:
    return {"cooperative": {"votes": votes}}


def test_a_vote_takes_effect_the_week_after() -> None:
    """The margin on this week's lorry is the old one, on next week's the new."""
    buying = {"pledges": {"beras": 1}, "votes": {"margin": "besar"}}
    season = Season(calm(margin=0)).play(melati={"cooperative": buying})
    assert together(season).margin == 50
    assert told(season).ballots[0].chosen == "besar"
    assert together(season).balances[Account.MARGIN] == 0
    season.play()
    assert together(season).balances[Account.MARGIN] < 0


def test_members_only_vote_and_each_once() -> None:
    season = Season(calm()).play(
        melati=voting(margin="besar"), mawar=voting(margin="besar"), kenanga=voting(margin="kecil")
    )
    assert told(season).ballots[0].votes == {"besar": 2, "kecil": 1}
    with pytest.raises(SheetRefused):
        Season(calm()).play(melati={"cooperative": {"member": False, "votes": {"margin": "kecil"}}})
    outside = Season(calm(**BY_VOTE)).play(melati=JOIN)
    with pytest.raises(SheetRefused):
        outside.play(mawar=voting(shu="usaha"))


def test_a_tie_leaves_the_margin_as_it_was() -> None:
    season = Season(calm()).play(melati=voting(margin="besar"), mawar=voting(margin="kecil"))
    assert together(season).margin == 20
    assert told(season).ballots[0].chosen is None


def test_a_ballot_is_held_in_its_week_and_never_again() -> None:
    season = Season(calm()).play(melati=voting(margin="besar"))
    assert [ballot.ballot for ballot in told(season).ballots] == ["margin", "pintu"]
    season.play()
    assert [ballot.ballot for ballot in told(season).ballots] == ["kue", "shu"]
    season.play()
    assert told(season).ballots == ()


def test_a_door_closed_by_vote_is_closed_from_the_next_week() -> None:
    season = Season(calm()).play(melati=voting(pintu="suara")).play(mawar=JOIN)
    assert together(season).applicants == ("mawar",)


# -- no two members bake the same ---------------------------------------------------------

BAKING = DayPlan(weekday=1, weekend=1)


def one_baker_each() -> Season:
    """Melati has made most nasi uduk, Mawar alone apem; then members keep off each other's."""
    season = Season(calm(teams=("melati", "mawar")))
    apem = {"batches": {"apem": BAKING, "uduk": DayPlan(weekday=0, weekend=0)}}
    hiring = {"cooperative": {"hire_hours": {"kenceng": 20}}}
    season.play(melati=JOIN | {"batches": {**IDLE, "uduk": BAKING}}, mawar=apem | hiring)
    return season.play(melati=voting(kue="tidak"))


def test_a_members_product_is_refused_on_another_members_sheet() -> None:
    season = one_baker_each()
    mine = season.sheet("mawar", batches={"apem": BAKING, "uduk": BAKING})
    assert together(season).own_product
    with pytest.raises(SheetRefused) as refused:
        check_sheet(season.scenario, season.state, "mawar", mine)
    assert [(f.field, f.code) for f in refused.value.findings] == [("batches.uduk", "not_ours")]
    check_sheet(season.scenario, season.state, "mawar", season.sheet("mawar"))


def test_what_a_carried_sheet_bakes_of_anothers_product_is_not_baked() -> None:
    season = one_baker_each()
    both = season.sheet("mawar", batches={"apem": BAKING, "uduk": BAKING})
    season.live(mawar={"batches": both.decisions.batches})
    assert season.team("mawar").history[-1].products["uduk"].made == 0
    assert season.team("melati").history[-1].products["uduk"].made > 0
    assert season.team("mawar").sheet.decisions.batches["uduk"] == BAKING


def test_who_leaves_may_bake_what_she_likes() -> None:
    season = one_baker_each()
    season.play(mawar=LEAVE | {"batches": {"apem": BAKING, "uduk": BAKING}})
    assert "mawar" not in together(season).members
    assert season.team("mawar").history[-1].products["uduk"].made > 0


# -- promotion and overhead ---------------------------------------------------------------


def test_contributions_are_spent_on_a_lift_for_all() -> None:
    half = {"cooperative": {"promotion": 50_000}}
    season = Season(calm()).play(melati=half, mawar=half)
    assert told(season).contributed == {"melati": 50_000, "mawar": 50_000}
    assert told(season).lift == {"sarapan": 150}  # 300 per mille x 100 / (100 + 100)
    ours = together(season).balances
    assert (ours[Account.CONTRIBUTIONS], ours[Account.PROMOTION]) == (-100_000, 100_000)


@pytest.mark.parametrize("promotion", [COOPERATIVE["promotion"], None])
def test_overhead_is_paid_from_the_first_member_on_with_or_without_joint_promotion(
    promotion: Any,
) -> None:
    season = Season(calm(overhead=5_000, promotion=promotion, donated_capital=50_000)).play()
    assert together(season).cash == 50_000
    season.play(melati=JOIN)
    assert together(season).cash == 50_000 + 120_000 - 5_000


# -- joint purchase -----------------------------------------------------------------------


def test_what_a_member_cannot_pay_is_seen_by_all() -> None:
    terms = {**COOPERATIVE["purchase"], "unpaid": "drop"}
    season = Season(calm(cash=120_000, purchase=terms))
    season.play(melati={"cooperative": {"pledges": {"beras": 2}}})
    assert told(season).pledged == {"melati": {"beras": 2}}
    assert told(season).unpaid == {"melati": {"beras": 2}}


def test_an_advance_is_paid_back_on_sunday_before_the_dues() -> None:
    season = Season(calm(cash=120_000, donated_capital=500_000))
    season.play(melati={"cooperative": {"pledges": {"beras": 1}}})
    [owed] = told(season).advanced.values()
    assert season.team().books.balances[Account.COOPERATIVE_ADVANCE] == -owed
    assert told(season).missed == ("melati",)
    with pytest.raises(SheetRefused):
        season.play(melati=LEAVE)
    season.give("melati", owed + 20_000)
    season.play(melati={"cooperative": {"pledges": {}}})
    assert season.team().books.balances[Account.COOPERATIVE_ADVANCE] == 0
    assert season.team().books.cash == 0
    assert member(season).weeks_saved == 1


def test_an_advance_that_was_not_paid_back_is_arrears() -> None:
    """What the cooperative advanced was due on Sunday: no bank lends to who still owes it."""
    season = Season(calm(cash=120_000, donated_capital=500_000))
    season.play(melati={"cooperative": {"pledges": {"beras": 1}}, "programmes": ("nib",)})
    with pytest.raises(SheetRefused) as refused:
        season.play(melati={"borrow": {"kur": 500_000}})
    assert [finding.field for finding in refused.value.findings] == ["borrow.kur"]


# -- the surplus --------------------------------------------------------------------------


def test_the_surplus_is_paid_in_the_last_week_only() -> None:
    buying = {"cooperative": {"pledges": {"beras": 8}}}
    season = Season(calm(margin=50)).play(melati=buying, mawar=JOIN).play()
    assert told(season).shares == {}
    season.play(last=True)
    shares = told(season).shares
    assert set(shares) == {"melati", "mawar"}
    assert shares["melati"] > shares["mawar"] > 0
    assert told(season).surplus == -_income(season)
    for team, share in shares.items():
        assert season.moved("surplus", team, Account.SURPLUS_SHARE) == -share


def _income(season: Season) -> int:
    """All that the margin brought: it stands in the entry that closes the books."""
    closing = next(entry for entry in season.outcome.cooperative if entry.kind == "surplus")
    return -closing.amount(Account.MARGIN)


def test_the_members_divide_the_surplus_as_they_voted() -> None:
    def shares_of(vote: str) -> dict[str, int]:
        season = Season(calm(margin=50, ballots=_only("shu")))
        season.play(melati={"cooperative": {"pledges": {"beras": 8}}}, mawar=JOIN)
        season.play(melati=voting(shu=vote), last=True)
        return dict(told(season).shares)

    usual, by_trade = shares_of("biasa"), shares_of("usaha")
    assert by_trade["melati"] > usual["melati"]
    assert by_trade["mawar"] < usual["mawar"]


def _only(name: str) -> dict[str, Any]:
    return {name: COOPERATIVE["ballots"][name]}


def test_interest_and_hire_count_as_trade() -> None:
    season = Season(calm(teams=("melati",)), seed=3).play(melati=JOIN, mawar=JOIN)
    season.play(
        melati={"cooperative": {"hire_hours": {"kenceng": 5}}},
        mawar={"borrow": {"simpan_pinjam": 200_000}},
    )
    assert member(season).trade == -season.moved("hire")
    assert member(season).trade == 5_000 * told(season).hired["melati"]
    assert member(season, "mawar").trade == season.moved("interest", "mawar", Account.INTEREST) > 0


def test_paying_late_is_no_trade() -> None:
    season = Season(calm()).play(melati=JOIN, mawar=JOIN)
    season.play(melati={"borrow": {"simpan_pinjam": 200_000}})
    season.give("melati", 0)
    before = member(season).trade
    season.play()
    assert season.moved("late_fee", account=Account.INTEREST) > 0
    interest = season.moved("interest", account=Account.INTEREST)
    assert member(season).trade - before == interest > 0


def test_a_loss_is_shared_by_nobody() -> None:
    season = Season(calm(overhead=10_000, donated_capital=100_000)).play(melati=JOIN)
    season.play(last=True)
    assert told(season).surplus == -20_000
    assert told(season).shares == {}
    assert together(season).balances[Account.RESERVE] == 20_000
    assert season.entries("surplus") == []


def test_a_box_that_holds_too_little_pays_every_member_the_same_part_of_her_share() -> None:
    season = Season(calm(cash=6_000_000, margin=200, compulsory=0))
    both = ("mawar", "melati")
    season.play(**{team: {"cooperative": {"pledges": {"beras": 40}}} for team in both})
    lending = {"borrow": {"simpan_pinjam": 500_000}, "cooperative": {"pledges": {}}}
    season.play(melati=lending, mawar=lending, last=True)
    paid = [season.moved("surplus", team) for team in both]
    kept = [season.moved("surplus", team, Account.MEMBER_DEPOSITS) for team in both]
    assert min(*paid, *kept) > 0
    assert abs(paid[0] * kept[1] - paid[1] * kept[0]) < 2 * sum(paid)


def test_what_the_box_cannot_pay_of_the_surplus_becomes_a_deposit() -> None:
    """All but 20.000 is lent out: most of the shares are on paper."""
    season = Season(calm(cash=6_000_000, margin=200))
    season.play(melati={"cooperative": {"pledges": {"beras": 40}}})
    season.play(
        melati={"borrow": {"simpan_pinjam": 600_000}, "cooperative": {"pledges": {}}}, last=True
    )
    share = told(season).shares["melati"]
    cash, kept = season.moved("surplus"), season.moved("surplus", account=Account.MEMBER_DEPOSITS)
    assert cash + kept == share
    assert member(season).voluntary == kept > 0
    assert together(season).cash == 0
