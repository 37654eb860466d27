"""What is refused in dealings with lenders, programmes, buyers and the cooperative, and why."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from neighbourhood import COOPERATIVE, LOANS, RULES, deciding, neighbourhood
from simpasar.firm.checks import Finding, verify_sheet
from simpasar.firm.commitments import commitment_cost, impossible_commitments, loans_in
from simpasar.firm.legality import GROUP_FIELDS
from simpasar.firm.loans import Debt, schedule, settlement
from simpasar.firm.sheet import DecisionSheet
from simpasar.firm.standing import NEWCOMER, Standing, unmet
from simpasar.scenario.community import Commitments, Requirements
from simpasar.scenario.model import Scenario

TOWN = neighbourhood()
LONELY = neighbourhood(cooperative=None, arisan=None, loans={}, programmes={}, contracts={})
MEMBER = Standing(member=True, savings=120_000, deposits=50_000, weeks_saved=1)
LENT = Debt("keliling", 500_000, 1, 500_000)
FROM_SAVINGS = Debt("simpan_pinjam", 300_000, 1, 300_000)


@dataclass(frozen=True)
class Case:
    """A sheet with changes, and what is said of it: (field, code) pairs."""

    said: tuple[tuple[str, str], ...]
    changes: dict[str, Any]
    standing: Standing = NEWCOMER
    week: int = 1
    cash: int = 5_000_000
    town: Scenario = TOWN
    before: dict[str, Any] = field(default_factory=dict)

    def findings(self) -> tuple[Finding, ...]:
        now, previous = (
            DecisionSheet(decisions=deciding(self.town, "melati", **changes))
            for changes in (dict(self.changes), dict(self.before))
        )
        seat = self.town.teams["melati"]
        return verify_sheet(self.town, seat, now, previous, self.week, self.cash, self.standing)


def case(
    field: str, code: str, standing: Standing = NEWCOMER, week: int = 1, **changes: Any
) -> Case:
    return Case(((field, code),), changes, standing, week)


def ours(field: str, code: str, standing: Standing = MEMBER, week: int = 1, **changes: Any) -> Case:
    """A case in the cooperative."""
    return Case(((field, code),), {"cooperative": changes}, standing, week)


NIB = replace(MEMBER, finished=frozenset({"nib"}))
WITHOUT_PROMOTION = neighbourhood(cooperative={**COOPERATIVE, "promotion": None})
RATION = neighbourhood(loans={**LOANS, "simpan_pinjam": {**LOANS["simpan_pinjam"], "requires": {}}})

REFUSALS = {
    # programmes
    "a programme nobody offers": case("programmes.x", "unknown_name", programmes=("x",)),
    "a programme twice": case("programmes.nib", "twice", programmes=("nib", "nib")),
    "a programme again": case(
        "programmes.nib", "again", Standing(entered=frozenset({"nib"})), programmes=("nib",)
    ),
    "a finished programme": case(
        "programmes.nib", "again", Standing(finished=frozenset({"nib"})), programmes=("nib",)
    ),
    "a programme too late": case(
        "programmes.bazar_rptra", "not_now", week=3, programmes=("bazar_rptra",)
    ),
    "before another": case("programmes.slhs", "requirement", programmes=("slhs",)),
    "another not yet in effect": case(
        "programmes.slhs", "requirement", Standing(entered=frozenset({"nib"})), programmes=("slhs",)
    ),
    "a grant without savings": case(
        "programmes.hibah", "requirement", replace(MEMBER, weeks_saved=0), programmes=("hibah",)
    ),
    # big orders
    "an order nobody gives": case("contracts.x", "unknown_name", contracts=("x",)),
    "an order twice": case("contracts.pesanan_rt", "twice", contracts=("pesanan_rt",) * 2),
    "an order again": case(
        "contracts.pesanan_rt", "again", Standing(contracts=frozenset({"pesanan_rt"})), week=2,
        contracts=("pesanan_rt",),
    ),
    "an order too late": case("contracts.pesanan_rt", "not_now", week=3, contracts=("pesanan_rt",)),
    # loans
    "a loan nobody offers": case("borrow.x", "unknown_name", borrow={"x": 1}),
    "too small": case("borrow.daring", "loan_amount", borrow={"daring": 400_000}),
    "too large": case("borrow.daring", "loan_amount", borrow={"daring": 2_500_000}),
    "not in steps": case("borrow.daring", "loan_step", borrow={"daring": 750_000}),
    "still running": case(
        "borrow.keliling", "still_runs", Standing(debts={"keliling": LENT}),
        borrow={"keliling": 500_000},
    ),
    "without a permit": case("borrow.kur", "requirement", borrow={"kur": 500_000}),
    "in arrears": case(
        "borrow.kur", "requirement", replace(NIB, in_arrears=True), borrow={"kur": 500_000}
    ),
    "over five times the savings": case(
        "borrow.simpan_pinjam", "over_savings", MEMBER, borrow={"simpan_pinjam": 650_000},
        cooperative={},
    ),
    "nothing owed": case("settle.keliling", "no_debt", settle=("keliling",)),
    "a settlement twice": case(
        "settle.keliling", "twice", Standing(debts={"keliling": LENT}), settle=("keliling",) * 2
    ),
    "a settlement with nobody": case("settle.x", "unknown_name", settle=("x",)),
    # the arisan
    "no arisan": Case((("arisan", "no_arisan"),), {"arisan": True}, town=LONELY),
    "too late for the arisan": case(
        "arisan", "arisan_closed", Standing(arisan_closed=True), arisan=True
    ),
    "out of the arisan": case(
        "arisan", "arisan_closed", Standing(arisan_closed=True, in_arisan=True), arisan=False
    ),
    # the cooperative
    "no cooperative": Case((("cooperative", "no_cooperative"),), {"cooperative": {}}, town=LONELY),
    "a pledge without a cooperative": Case(
        (("cooperative", "no_cooperative"),),
        {"cooperative": {"member": False, "pledges": {"beras": 1}}},
        town=LONELY,
    ),
    "a pledge of no member": ours(
        "cooperative", "not_a_member", NEWCOMER, member=False, pledges={"beras": 1}
    ),
    "a deposit before the vote": ours(
        "cooperative", "not_a_member", Standing(admitted=False), deposit=1
    ),
    "a vote of who leaves": ours(
        "cooperative", "not_a_member", member=False, votes={"margin": "kecil"}
    ),
    "leaving with a loan": ours(
        "cooperative.member", "owes_cooperative",
        replace(MEMBER, debts={"simpan_pinjam": FROM_SAVINGS}), member=False,
    ),
    "leaving with an advance": ours(
        "cooperative.member", "owes_cooperative", replace(MEMBER, advance=1), member=False
    ),
    "borrowing and leaving": Case(
        (("cooperative.member", "owes_cooperative"),),
        {"borrow": {"simpan_pinjam": 100_000}, "cooperative": {"member": False}},
        MEMBER,
    ),
    "more than was deposited": ours("cooperative.withdraw", "over_deposits", withdraw=50_001),
    "a pledge of what is not bought": ours(
        "cooperative.pledges.emas", "unknown_name", pledges={"emas": 1}
    ),
    "hours of what is not shared": ours(
        "cooperative.hire_hours.kompor", "unknown_name", hire_hours={"kompor": 1}
    ),
    "admitting who has not applied": ours(
        "cooperative.admit.mawar", "unknown_name", admit={"mawar": True}
    ),
    "a vote on nothing": ours("cooperative.votes.x", "no_ballot", votes={"x": "y"}),
    "a vote in another week": ours("cooperative.votes.shu", "no_ballot", votes={"shu": "biasa"}),
    "a vote for no option": ours(
        "cooperative.votes.margin", "unknown_option", votes={"margin": "nol"}
    ),
    "no joint promotion": Case(
        (("cooperative.promotion", "no_promotion"),), {"cooperative": {"promotion": 1}}, MEMBER,
        town=WITHOUT_PROMOTION,
    ),
    "another's product": ours(
        "batches.apem", "not_ours", replace(MEMBER, not_ours=frozenset({"apem"}))
    ),
    # what has no place in a lonely town
    "no lenders": Case((("borrow.kur", "unknown_name"),), {"borrow": {"kur": 1}}, town=LONELY),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSALS)
def test_refused(name: str) -> None:
    refused = REFUSALS[name]
    found = refused.findings()
    assert {finding.level for finding in found} == {"impossible"}
    assert tuple((finding.field, finding.code) for finding in found) == refused.said


@pytest.mark.parametrize("name", REFUSALS)
def test_every_refusal_has_its_sentence_in_both_languages(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {}
    for language in ("id", "en"):
        monkeypatch.setenv("SIMPASAR_LANG", language)
        told[language] = [finding.message for finding in REFUSALS[name].findings()]
    for indonesian, english in zip(told["id"], told["en"], strict=True):
        assert indonesian != english
        for sentence in (indonesian, english):
            assert sentence.endswith(".")
            assert "{" not in sentence


def test_a_savings_loan_is_for_members_in_any_case() -> None:
    newcomer = Case((), {"borrow": {"simpan_pinjam": 100_000}}, town=RATION)
    codes = [(finding.field, finding.code) for finding in newcomer.findings()]
    assert codes == [
        ("borrow.simpan_pinjam", "requirement"),
        ("borrow.simpan_pinjam", "over_savings"),
    ]


def test_an_order_for_what_the_business_does_not_make() -> None:
    order = {**_contract(), "product": "telor"}
    town = neighbourhood(contracts={"pesanan": order})
    found = Case((), {"contracts": ("pesanan",)}, town=town).findings()
    assert [(finding.field, finding.code) for finding in found] == [
        ("contracts.pesanan", "not_made")
    ]


def _contract() -> dict[str, Any]:
    return TOWN.contracts["pesanan_rt"].model_dump(mode="json")


ALLOWED = {
    "joining": Case((), {"cooperative": {}}),
    "applying where members vote": Case((), {"cooperative": {}}, Standing(admitted=False), cash=0),
    "everything a member does": Case(
        (),
        {
            "cooperative": {
                "deposit": 1, "withdraw": 50_000, "pledges": {"beras": 1, "kelapa": 0},
                "promotion": 1, "hire_hours": {"kenceng": 3},
                "votes": {"margin": "kecil", "pintu": "suara"}, "admit": {"mawar": False},
            }
        },
        replace(MEMBER, applicants=("mawar",)),
    ),
    "leaving": Case((), {"cooperative": {"member": False}}, MEMBER),
    "leaving once all is paid back": Case(
        (), {"settle": ("simpan_pinjam",), "cooperative": {"member": False}},
        replace(MEMBER, debts={"simpan_pinjam": FROM_SAVINGS}),
    ),
    "leaving while owing another lender": Case(
        (), {"cooperative": {"member": False}}, replace(MEMBER, debts={"keliling": LENT})
    ),
    "zeroes written out by no member": Case(
        (),
        {"cooperative": {"member": False, "pledges": {"beras": 0}, "hire_hours": {"kenceng": 0}}},
    ),
    "zeroes where there is no cooperative": Case(
        (), {"cooperative": {"member": False, "pledges": {"beras": 0}}}, town=LONELY
    ),
    "no rupiah from a lender who is closed": Case((), {"borrow": {"kur": 0}}),
    "another's product at none": Case(
        (),
        {"cooperative": {}, "batches": {
            "apem": TOWN.teams["melati"].start.batches["apem"].model_copy(
                update={"weekday": 0, "weekend": 0}),
            "uduk": TOWN.teams["melati"].start.batches["uduk"]}},
        replace(MEMBER, not_ours=frozenset({"apem"})),
    ),
    "another's product for who leaves": Case(
        (), {"cooperative": {"member": False}}, replace(MEMBER, not_ours=frozenset({"apem"}))
    ),
    "all that five times the savings allow": Case(
        (), {"borrow": {"simpan_pinjam": 600_000}, "cooperative": {}}, MEMBER
    ),
    "staying in the arisan": Case(
        (), {"arisan": True}, Standing(arisan_closed=True, in_arisan=True)
    ),
    "a loan anew after settling it": Case(
        (), {"borrow": {"keliling": 100_000}, "settle": ("keliling",)},
        Standing(debts={"keliling": LENT}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ALLOWED)
def test_allowed(name: str) -> None:
    found = [finding for finding in ALLOWED[name].findings() if finding.level == "impossible"]
    assert found == []


# -- locked -------------------------------------------------------------------------------

COMMUNITY = ("programmes", "contracts", "finance", "cooperative")
TOUCHED: dict[str, dict[str, Any]] = {
    "programmes": {"programmes": ("nib",)},
    "contracts": {"contracts": ("pesanan_rt",)},
    "borrow": {"borrow": {"keliling": 100_000}},
    "settle": {"settle": ("keliling",)},
    "cooperative": {"cooperative": {}},
}


def locked(week: int | None) -> Scenario:
    """The town where these groups open in `week`, or never."""
    unlocked = {g: w for g, w in RULES["unlocked"].items() if g not in COMMUNITY}
    if week is not None:
        unlocked |= dict.fromkeys(COMMUNITY, week)
    return neighbourhood(rules={**RULES, "unlocked": unlocked})


@pytest.mark.parametrize("name", TOUCHED)
def test_a_locked_group_is_refused_until_its_week_with_the_reason(name: str) -> None:
    town, owing = locked(3), Standing(debts={"keliling": LENT} if name == "settle" else {})
    early = Case((), TOUCHED[name], owing, 2, town=town).findings()
    assert [(finding.field, finding.code) for finding in early] == [(name, "locked")]
    assert "3" in early[0].message
    later = Case((), TOUCHED[name], owing, 3, town=town).findings()
    assert "locked" not in {finding.code for finding in later}
    never = Case((), TOUCHED[name], owing, 2, town=locked(None)).findings()
    assert [(finding.field, finding.code) for finding in never] == [(name, "locked")]


def test_the_new_fields_belong_to_their_groups() -> None:
    fields = [name for group in COMMUNITY for name in GROUP_FIELDS[group]]  # type: ignore[index]
    assert fields == list(TOUCHED)


@pytest.mark.parametrize(
    "zeroes",
    [
        {"borrow": {"keliling": 0}},
        {"cooperative": {"member": False, "pledges": {"beras": 0}, "hire_hours": {"kenceng": 0}}},
    ],
)
def test_a_locked_field_written_out_as_zero_is_not_a_change(zeroes: dict[str, Any]) -> None:
    assert Case((), zeroes, week=1, town=locked(3)).findings() == ()


def test_membership_that_stands_is_not_locked_out() -> None:
    stands = Case(
        (), {"cooperative": {"pledges": {"beras": 1}}}, MEMBER, 2, town=locked(None),
        before={"cooperative": {"pledges": {"beras": 1}, "deposit": 9, "votes": {"x": "y"}}},
    )  # fmt: skip
    assert [f for f in stands.findings() if f.level == "impossible"] == []


# -- money on Monday ----------------------------------------------------------------------

RENEWED = Standing(debts={"keliling": LENT})
PRICE = settlement(TOWN.loans["keliling"], LENT)
SKINT = {"batches": {
    name: plan.model_copy(update={"weekday": 0, "weekend": 0})
    for name, plan in TOWN.teams["melati"].start.batches.items()
}}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "standing", "cost", "blamed"),
    [
        ({"cooperative": {}}, NEWCOMER, 100_000, "cooperative"),
        ({"cooperative": {"deposit": 70_000}}, MEMBER, 70_000, "cooperative"),
        ({"cooperative": {"promotion": 70_000}}, MEMBER, 70_000, "cooperative"),
        ({"programmes": ("dapur_hemat",)}, NEWCOMER, 50_000, "programmes"),
        ({"settle": ("keliling",)}, RENEWED, PRICE, "settle"),
        (
            {"settle": ("keliling",), "programmes": ("dapur_hemat",), "cooperative": {}},
            RENEWED,
            PRICE + 50_000 + 100_000,
            "settle",
        ),
        ({"promotion": 30_000, "cooperative": {}}, NEWCOMER, 130_000, "cooperative"),
        ({"promotion": 200_000, "cooperative": {}}, NEWCOMER, 300_000, "buy_equipment"),
    ],
)
def test_what_is_paid_on_monday_must_fit_the_cash_to_the_rupiah(
    changes: dict[str, Any], standing: Standing, cost: int, blamed: str
) -> None:
    def said(cash: int) -> list[tuple[str, str]]:
        found = Case((), {**SKINT, **changes}, standing, cash=cash).findings()
        return [(f.field, f.code) for f in found if f.level == "impossible"]

    assert said(cost) == []
    if blamed != "buy_equipment":
        assert said(cost - 1) == [(blamed, "not_enough_cash")]
    assert len(said(cost - 1)) == 1


def test_borrowed_cash_counts_less_the_fee_kept_back() -> None:
    borrowing = {**SKINT, "borrow": {"daring": 500_000}, "promotion": 475_000}
    assert not [f for f in Case((), borrowing, cash=0).findings() if f.level == "impossible"]
    more = {**borrowing, "promotion": 475_001}
    assert [f.code for f in Case((), more, cash=0).findings()] == ["not_enough_cash"]


def test_a_loan_from_savings_is_not_counted_on() -> None:
    """The cooperative lends as far as its cash goes: nobody knows before Monday."""
    borrowing = {"borrow": {"simpan_pinjam": 600_000}, "promotion": 1, "cooperative": {}}
    found = Case((), borrowing, MEMBER, cash=0).findings()
    assert [(f.field, f.code) for f in found] == [("promotion", "not_enough_cash")]


def test_a_loan_does_not_pay_itself_off() -> None:
    renewal = {"borrow": {"keliling": 1_000_000}, "settle": ("keliling",)}
    found = Case((), renewal, RENEWED, cash=PRICE - 1).findings()
    assert [(f.field, f.code) for f in found] == [("settle", "not_enough_cash")]
    other = {"borrow": {"daring": 1_000_000}, "settle": ("keliling",)}
    assert not [f for f in Case((), other, RENEWED, cash=0).findings() if f.level == "impossible"]


def test_withdrawals_count_as_far_as_there_are_deposits() -> None:
    saving = {"promotion": 50_000, "cooperative": {"withdraw": 50_000}}
    assert not [f for f in Case((), saving, MEMBER, cash=0).findings() if f.level == "impossible"]
    poor = replace(MEMBER, deposits=49_999)
    codes = {f.code for f in Case((), saving, poor, cash=0).findings()}
    assert codes == {"over_deposits", "not_enough_cash"}


def test_what_stood_last_week_may_stand_though_the_till_is_empty() -> None:
    """A joint promotion, and a wish to join that could not be paid so far."""
    giving = {"cooperative": {"promotion": 70_000}}
    assert not _impossible(Case((), giving, MEMBER, cash=0, before=giving))
    assert _impossible(Case((), giving, MEMBER, cash=0))
    joining: dict[str, Any] = {"cooperative": {}}
    assert not _impossible(Case((), joining, cash=0, before=joining))
    assert _impossible(Case((), joining, cash=0))
    assert _impossible(Case((), {"promotion": 100_000}, cash=0, before=joining))


def _impossible(one: Case) -> list[Finding]:
    return [finding for finding in one.findings() if finding.level == "impossible"]


def test_the_cost_of_commitments_is_what_they_take() -> None:
    now = deciding(
        TOWN, "melati", programmes=("nib", "dapur_hemat", "?"), settle=("keliling", "?"),
        cooperative={"deposit": 3, "promotion": 4}, borrow={"daring": 500_000, "?": 9},
    )  # fmt: skip
    interest = sum(part.interest for part in schedule(TOWN.loans["keliling"], 500_000))
    standing = Standing(debts={"keliling": LENT})
    assert commitment_cost(TOWN, now, standing) == 50_000 + 500_000 + interest + 100_000 + 7
    assert commitment_cost(TOWN, now, replace(standing, member=True)) == 550_000 + interest + 7
    assert loans_in(TOWN, now, standing) == 475_000


# -- what a lender's poster does not say --------------------------------------------------


@pytest.mark.parametrize(
    ("loan", "standing", "dear"),
    [("keliling", NEWCOMER, True), ("daring", NEWCOMER, True), ("kur", NIB, False)],
)
def test_a_dear_loan_is_worth_a_word_and_allowed(loan: str, standing: Standing, dear: bool) -> None:
    found = Case((), {"borrow": {loan: 500_000}}, standing).findings()
    hints = [(f.level, f.field, f.code) for f in found]
    assert hints == ([("unwise", f"borrow.{loan}", "dear_loan")] if dear else [])


def test_the_word_on_a_dear_loan_is_in_both_languages_and_gives_its_true_cost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = []
    for language in ("id", "en"):
        monkeypatch.setenv("SIMPASAR_LANG", language)
        [hint] = Case((), {"borrow": {"keliling": 500_000}}).findings()
        told.append(hint.message)
        assert "44 %" in hint.message  # 1 million for 40.000 x 30 days: domain-facts, section 3
    assert told[0] != told[1]


# -- requirements -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "meets"),
    [
        ({"programmes": ("nib",)}, {"finished": frozenset({"nib"})}),
        ({"member": True}, {"member": True}),
        ({"savings": 100}, {"savings": 100}),
        ({"weeks_saved": 2}, {"weeks_saved": 2}),
        ({"no_arrears": True}, {"in_arrears": False}),
    ],
)
def test_each_requirement_has_its_sentence_and_is_met(
    asked: dict[str, Any], meets: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    requires = Requirements(**asked)
    poor = Standing(savings=99, weeks_saved=1, in_arrears=True, entered=frozenset({"nib"}))
    told = []
    for language in ("id", "en"):
        monkeypatch.setenv("SIMPASAR_LANG", language)
        told += list(unmet(TOWN, requires, poor))
    assert len(set(told)) == 2
    assert not [sentence for sentence in told if "{" in sentence]
    assert list(unmet(TOWN, requires, replace(poor, **meets))) == []


def test_all_that_is_missing_is_said_at_once() -> None:
    everything = Requirements(
        programmes=("nib", "slhs"), member=True, savings=1, weeks_saved=1, no_arrears=True
    )
    assert len(list(unmet(TOWN, everything, Standing(in_arrears=True)))) == 6
    assert list(unmet(TOWN, Requirements(), Standing(in_arrears=True))) == []


def test_a_sheet_without_commitments_asks_nothing_of_anybody() -> None:
    assert TOWN.teams["melati"].start.cooperative == Commitments()
    assert Case((), {}).findings() == ()
    assert Case((), {}, town=LONELY).findings() == ()


@pytest.mark.parametrize(
    ("wish", "code"),
    [({"pledges": {"beras": 1}, "hire_hours": {"kenceng": 2}, "promotion": 5_000}, None),
     ({"votes": {"margin": "kecil"}}, "not_a_member")],
)  # fmt: skip
def test_what_stands_from_week_to_week_may_wait_until_the_members_let_her_in(
    wish: dict[str, Any], code: str | None
) -> None:
    town = neighbourhood()
    decisions = deciding(town, "melati", cooperative=wish)
    found = impossible_commitments(town, decisions, Standing(admitted=False), week=1)
    assert {finding.code for finding in found} == ({code} if code else set())
