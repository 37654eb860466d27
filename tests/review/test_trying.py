"""What a decision brings: alone what the team gains, in the cooperative what all members gain."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from games import begin
from neighbourhood import TEAMS, neighbourhood
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots.members import cooperator, free_rider
from simpasar.game.seats import play_bots
from simpasar.game.view import team_view
from simpasar.review.candidates import candidates
from simpasar.review.marks import QUICK, judge
from simpasar.review.rollout import JUDGE_SEEDS, Branch, Table, play_on
from simpasar.review.trying import Monday, Trials
from simpasar.scenario.community import Commitments

TEAM = "anggrek"


@cache
def monday() -> Monday:
    """The third Monday of a town whose four stalls all work together."""
    scenario = neighbourhood()
    game = begin(scenario, dict.fromkeys(TEAMS, "koperasi"), weeks=3)
    for _week in range(2):
        play_bots(game)
        game.live_week()
    sheets = {team: cooperator(team_view(scenario, game.state, team)) for team in TEAMS}
    return Monday(Table(scenario, 3, game.chance), game.state, sheets, TEAM)


def riding_free() -> DecisionSheet:
    """The team's own sheet, but for what it pays into the cooperative."""
    view = team_view(monday().table.scenario, monday().state, TEAM)
    return sheet(cooperative=free_rider(view).decisions.cooperative)


def sheet(**changes: object) -> DecisionSheet:
    return DecisionSheet(decisions=monday().own.decisions.model_copy(update=changes))


def played(of: DecisionSheet, seed: int = JUDGE_SEEDS) -> dict[str, int]:
    sheets = {**monday().sheets, TEAM: of}
    return play_on(monday().table, Branch(monday().state, sheets), seed)


def test_what_a_team_decides_for_itself_is_worth_what_it_gains() -> None:
    dearer = sheet(promotion=monday().own.decisions.promotion + 20_000)
    assert Trials(monday()).shares(dearer, JUDGE_SEEDS, None) == {TEAM: played(dearer)[TEAM]}


def test_what_it_decides_in_the_cooperative_is_worth_what_all_members_gain() -> None:
    with_it, without = played(riding_free()), played(monday().own)
    assert with_it != without
    shares = Trials(monday()).shares(riding_free(), JUDGE_SEEDS, None)
    assert shares[TEAM] == with_it[TEAM]
    for other in TEAMS[1:]:
        assert shares[other] == with_it[other] - without[other]


def test_who_is_no_member_gains_nothing_by_the_cooperative_of_others() -> None:
    together = monday().state.cooperative
    assert together is not None
    members = {name: member for name, member in together.members.items() if name != "mawar"}
    state = replace(monday().state, cooperative=replace(together, members=members))
    joining = replace(monday(), state=state)
    assert joining.pool == TEAMS
    alone = DecisionSheet(
        decisions=monday()
        .sheets["mawar"]
        .decisions.model_copy(update={"cooperative": Commitments()})
    )
    fewer = replace(joining, sheets={**monday().sheets, "mawar": alone})
    assert fewer.pool == ("anggrek", "kenanga", "melati")
    assert set(Trials(fewer).shares(riding_free(), JUDGE_SEEDS, None)) == set(fewer.pool)


def test_no_game_is_played_twice_and_none_that_is_known() -> None:
    known = ({TEAM: 1_234},)
    trials = Trials(monday(), as_it_was=known)
    assert trials.worth(monday().own, JUDGE_SEEDS, None) == 1_234
    assert trials.runs == 0
    once = trials.worth(riding_free(), JUDGE_SEEDS + 1, 1)
    assert trials.worth(riding_free(), JUDGE_SEEDS + 1, 1) == once
    assert trials.runs == 2


def test_a_loss_is_shared_out_to_the_rupiah_among_those_whom_it_cost() -> None:
    none = {name: plan.model_copy(update={"weekday": 0, "weekend": 0})
            for name, plan in monday().own.decisions.batches.items()}  # fmt: skip
    decision = judge(
        replace(monday(), sheets={**monday().sheets, TEAM: sheet(batches=none)}), 100_000, QUICK
    )
    assert decision.mark == "blunder"
    assert sum(decision.bearers.values()) == decision.loss
    assert decision.bearers[TEAM] > 0


@pytest.mark.parametrize("few", [False, True])
def test_candidates_in_a_cooperative_are_legal_and_differ(few: bool) -> None:
    view = team_view(monday().table.scenario, monday().state, TEAM)
    found = candidates(view, monday().own, few)
    texts = {each.decisions.model_dump_json() for each in found}
    assert len(texts) == len(found) > 0
    other = any(
        each.decisions.cooperative != monday().own.decisions.cooperative
        and each.decisions.batches == monday().own.decisions.batches
        for each in found
    )
    assert other or few
