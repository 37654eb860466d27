"""The news of a week in the neighbourhood: every thing that happened is said, nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from games import begin, finish
from neighbourhood import TEAMS, neighbourhood
from simpasar.cooperative.state import BallotResult, CooperativeWeek, Member
from simpasar.firm.household import HomeWeek
from simpasar.firm.loans import Debt
from simpasar.game.bulletin import bulletin, fetched, percent, took_effect
from simpasar.game.state import Accepted, GameState
from simpasar.i18n import use
from simpasar.scenario.model import Scenario
from towns import town

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return neighbourhood(**{f"teams__{team}__name": team.title() for team in TEAMS})


@pytest.fixture(scope="module")
def quiet(scenario: Scenario) -> GameState:
    """A week in which nothing happened but trade."""
    return finish(begin(scenario, {}, weeks=1)).state


def told(
    scenario: Scenario, state: GameState, members: tuple[str, ...] = (), **week: object
) -> list[str]:
    assert state.cooperative is not None
    cooperative = replace(
        state.cooperative,
        members={team: Member(1, 100_000) for team in members},
        last=replace(CooperativeWeek(1), **week),
    )
    return list(bulletin(scenario, replace(state, cooperative=cooperative)))


def test_nothing_is_said_where_nothing_happened(scenario: Scenario, quiet: GameState) -> None:
    assert told(scenario, quiet) == []
    assert told(scenario, quiet, members=("melati", "mawar")) == []
    market = town()
    assert bulletin(market, finish(begin(market, {})).state) == ()


@pytest.mark.parametrize(
    ("week", "sentence"),
    [
        ({"joined": ("melati", "mawar")}, "Joined: Melati, Mawar."),
        ({"left": ("melati",)}, "Left: Melati."),
        ({"refused": ("melati",)}, "Not let in by the members: Melati."),
        ({"missed": ("mawar",)}, "Compulsory savings not paid: Mawar."),
        (
            {"pledged": {"melati": {"beras": 3, "kelapa": 0}, "mawar": {"beras": 5}}},
            "Pledged for the joint purchase, in packs: Beras 8.",
        ),
        (
            {"unpaid": {"mawar": {"beras": 5, "kelapa": 1}}},
            "Pledged but not paid: Mawar (Beras 5, Kelapa 1).",
        ),
        ({"advanced": {"mawar": 30_000}}, "Advanced by the cooperative: Mawar Rp 30.000."),
        ({"hired": {"mawar": 6}}, "Shared equipment, in hours: Mawar 6."),
        (
            {"contributed": {"mawar": 50_000}, "lift": {"sarapan": 123}},
            "Joint promotion: Mawar Rp 50.000. Sarapan: 12.3% more possible buyers.",
        ),
        (
            {"ballots": (BallotResult("margin", {"kecil": 2, "besar": 1}, "kecil"),)},
            "Vote: Berapa margin? 1% (2 votes), 5% (1 vote). Chosen: 1%.",
        ),
        (
            {"ballots": (BallotResult("margin", {"kecil": 1, "besar": 1}, None),)},
            "Vote: Berapa margin? 1% (1 vote), 5% (1 vote). A tie: nothing changes.",
        ),
        (
            {"ballots": (BallotResult("margin", {"kecil": 0, "besar": 0}, None),)},
            "Vote: Berapa margin? Nobody voted: nothing changes.",
        ),
        (
            {"surplus": 500_000, "shares": {"melati": 70_000, "mawar": 90_000}},
            "Surplus (SHU): Rp 500.000. The members' shares: Melati Rp 70.000, Mawar Rp 90.000.",
        ),
        ({"surplus": -9_000}, "The cooperative ends the season with a loss of Rp 9.000."),
    ],
)
def test_what_happened_in_the_cooperative_is_said_after_its_name(
    scenario: Scenario, quiet: GameState, week: dict[str, object], sentence: str
) -> None:
    assert told(scenario, quiet, ("melati",), **week) == ["Koperasi Warga: 1 member.", sentence]
    use("id")
    in_indonesian = told(scenario, quiet, ("melati",), **week)
    assert in_indonesian[0] == "Koperasi Warga: 1 anggota."
    assert in_indonesian[1] != sentence


@pytest.mark.parametrize(
    ("ballot", "said"),
    [
        ("shu", {"biasa": "25% by savings and 30% by trade",
                 "usaha": "20% by savings and 35% by trade"}),
        ("pintu", {"buka": "anybody", "suara": "whom the members vote in"}),
        ("kue", {"boleh": "the same is allowed", "tidak": "each her own product"}),
    ],
)  # fmt: skip
def test_an_option_is_told_by_what_it_means(
    scenario: Scenario, quiet: GameState, ballot: str, said: dict[str, str]
) -> None:
    first, second = said
    result = BallotResult(ballot, {first: 2, second: 0}, first)
    [_name, sentence] = told(scenario, quiet, ("melati",), ballots=(result,))
    assert sentence.endswith(
        f" {said[first]} (2 votes), {said[second]} (0 votes). Chosen: {said[first]}."
    )


def test_options_that_mean_the_same_are_told_by_their_names(quiet: GameState) -> None:
    alike = neighbourhood(
        cooperative__ballots__margin__options={"cukup_kecil": 10, "kecil_sekali": 10}
    )
    result = BallotResult("margin", {"cukup_kecil": 1, "kecil_sekali": 0}, "cukup_kecil")
    [_name, sentence] = told(alike, quiet, ("melati",), ballots=(result,))
    assert sentence.endswith("cukup kecil (1 vote), kecil sekali (0 votes). Chosen: cukup kecil.")


def test_pledges_are_told_in_one_order_whoever_pledged_first(
    scenario: Scenario, quiet: GameState
) -> None:
    pledged = {"mawar": {"kelapa": 2}, "melati": {"beras": 3}}
    turned = dict(reversed(pledged.items()))
    said = told(scenario, quiet, ("melati",), pledged=pledged)
    assert said[1].endswith("Beras 3, Kelapa 2.")
    assert told(scenario, quiet, ("melati",), pledged=turned) == said


def test_a_vote_without_members_is_none(scenario: Scenario, quiet: GameState) -> None:
    result = BallotResult("margin", {"kecil": 0, "besar": 0}, None)
    assert told(scenario, quiet, ballots=(result,)) == []


def test_who_waits_for_the_vote_is_named(scenario: Scenario, quiet: GameState) -> None:
    assert quiet.cooperative is not None
    asking = replace(quiet.cooperative, applicants=("kenanga",))
    news = bulletin(scenario, replace(quiet, cooperative=asking))
    assert "Waiting for the members' vote: Kenanga." in news


def changed(state: GameState, team: str, **fields: object) -> GameState:
    mine = replace(state.teams[team], **fields)
    return replace(state, teams={**state.teams, team: mine})


def test_programmes_are_told_in_the_week_they_take_effect(
    scenario: Scenario, quiet: GameState
) -> None:
    state = changed(quiet, "mawar", programmes={"nib": 1, "slhs": 2})
    state = changed(state, "melati", programmes={"nib": 1})
    assert set(bulletin(scenario, state)) == {"In effect from this week: NIB (Mawar, Melati)."}
    assert took_effect(state.teams["mawar"], 2) == ("slhs",)


def test_a_big_order_is_told_in_the_week_it_is_fetched(
    scenario: Scenario, quiet: GameState
) -> None:
    state = replace(quiet, week=3)
    state = changed(state, "mawar", contracts=(Accepted("pesanan_rt", 1, 12),))
    state = changed(state, "melati", contracts=(Accepted("pesanan_rt", 1, 0),))
    state = changed(state, "anggrek", contracts=(Accepted("pesanan_rt", 1),))
    assert bulletin(scenario, state) == (
        "Big order Pesanan RT: Mawar 12 short of 40, Melati all 40.",
    )
    assert fetched(scenario, state.teams["mawar"], 2) == {"pesanan_rt": 12}
    assert bulletin(scenario, replace(state, week=4)) == ()


def test_a_loan_in_default_is_told_once(scenario: Scenario, quiet: GameState) -> None:
    terms = scenario.loans["keliling"]
    debt = Debt("keliling", 500_000, 1, 600_000, 600_000, weeks_overdue=3, defaulted=True)
    assert debt.weeks_overdue == terms.default_weeks
    state = changed(quiet, "mawar", debts=(debt,))
    assert bulletin(scenario, state) == ("Loans now in default: Mawar (Bank keliling).",)
    later = changed(quiet, "mawar", debts=(replace(debt, weeks_overdue=4),))
    assert bulletin(scenario, later) == ()


def with_news(state: GameState, team: str, event: str, penalties: int) -> GameState:
    report = state.teams[team].history[-1]
    news = (replace(report.news[0], events=(event,)), *report.news[1:])
    figures = replace(report.figures, penalties=penalties)
    return changed(state, team, history=(replace(report, figures=figures, news=news),))


def test_a_fine_is_told_with_what_it_is_for(scenario: Scenario, quiet: GameState) -> None:
    state = replace(quiet, week=3)
    state = with_news(state, "mawar", "pemeriksaan", 150_000)
    state = with_news(state, "melati", "pemeriksaan", 150_000)
    state = with_news(state, "anggrek", "bazar", 12_000)
    short = (Accepted("pesanan_rt", 1, 12),)
    state = changed(state, "anggrek", contracts=short)
    assert [said for said in bulletin(scenario, state) if said.startswith("Fines")] == [
        "Fines and penalties (Pesanan RT): Anggrek Rp 12.000.",
        "Fines and penalties (Pemeriksaan): Mawar Rp 150.000, Melati Rp 150.000.",
    ]
    assert not [said for said in bulletin(scenario, state, kindly=True) if "Fines" in said]
    state = changed(state, "mawar", programmes={"slhs": 2}, contracts=short)
    assert "Fines and penalties (Pesanan RT): Anggrek Rp 12.000, Mawar Rp 150.000." in bulletin(
        scenario, state
    )


def test_the_pot_of_the_arisan_is_told(scenario: Scenario, quiet: GameState) -> None:
    report = quiet.teams["mawar"].history[-1]
    home = HomeWeek(300_000, 320_000, 0, 20_000, 80_000, 90_000)
    state = changed(quiet, "mawar", history=(replace(report, home=home),))
    assert bulletin(scenario, state) == ("Arisan: Mawar gets the pot of Rp 80.000.",)


def test_shares_are_written_as_each_language_does() -> None:
    assert [percent(share) for share in (123, 120, 0, 7)] == ["12.3%", "12%", "0%", "0.7%"]
    use("id")
    assert [percent(share) for share in (123, 120, 0, 7)] == ["12,3 %", "12 %", "0 %", "0,7 %"]
