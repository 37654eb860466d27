"""Uang rumah apart from uang usaha: the family's week, and the arisan of the households."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from season import IDLE, Season

from neighbourhood import TEAMS, neighbourhood
from simpasar.firm.checks import SheetRefused
from simpasar.firm.household import HomeWeek
from simpasar.firm.ledger import Account
from simpasar.scenario.model import Scenario

NEED = 320_000
IN: dict[str, Any] = {"arisan": True}


def homes(cash: int = 1_000_000, purse: int = 50_000, need: int = NEED, **changes: Any) -> Scenario:
    """Four families whose stalls stay empty, with so much in the till and in the purse."""
    scenario = neighbourhood(**{"events": {}, **changes})
    seats = {}
    for name, seat in scenario.teams.items():
        assert seat.household is not None
        family = seat.household.model_copy(update={"cash": purse, "weekly_need": need})
        start = seat.start.model_copy(update={"batches": IDLE, "drawings": 0})
        seats[name] = seat.model_copy(
            update={"cash": cash, "rent": 0, "overhead": 0, "start": start, "household": family}
        )
    return scenario.model_copy(update={"teams": seats})


def home(season: Season, team: str = "melati") -> HomeWeek:
    lived = season.team(team).history[-1].home
    assert lived is not None
    return lived


def purse(season: Season, team: str = "melati") -> int:
    mine = season.team(team).purse
    assert mine is not None
    return mine[Account.CASH]


# -- the family's week --------------------------------------------------------------------


def test_a_family_lives_on_drawings_and_its_purse() -> None:
    season = Season(homes()).play(melati={"drawings": 300_000})
    assert home(season) == HomeWeek(300_000, NEED, 0, 0, 0, 30_000)
    assert purse(season) == 30_000
    assert season.team().books.cash == 700_000


def test_a_shortfall_is_counted_and_not_hidden() -> None:
    season = Season(homes()).play(melati={"drawings": 200_000}).play()
    assert home(season) == HomeWeek(200_000, NEED, 120_000, 0, 0, 0)
    assert purse(season) == 0


def test_a_family_gets_no_more_than_the_till_holds() -> None:
    season = Season(homes(cash=150_000)).play(melati={"drawings": 400_000})
    assert home(season).received == 150_000
    assert home(season).short == NEED - 200_000
    assert season.team().history[-1].figures.drawings_short == 250_000


def test_what_is_drawn_is_no_cost_of_the_business_and_what_is_eaten_is_not_in_its_books() -> None:
    season = Season(homes()).play(melati={"drawings": 300_000})
    figures = season.team().history[-1].figures
    assert figures.profit == -figures.depreciation
    assert figures.drawings == 300_000
    assert season.team().books.balances[Account.LIVING] == 0
    at_home = season.team().purse
    assert at_home is not None
    assert at_home[Account.HOUSEHOLD_INCOME] == -300_000
    assert at_home[Account.LIVING] == NEED


def test_a_seat_without_a_household_has_no_home() -> None:
    scenario = homes()
    alone = scenario.teams["melati"].model_copy(update={"household": None})
    scenario = scenario.model_copy(update={"teams": {**scenario.teams, "melati": alone}})
    season = Season(scenario)
    with pytest.raises(SheetRefused):
        season.play(melati=IN)
    season.live(melati={"drawings": 100_000, "arisan": True}, mawar=IN)
    assert season.team().history[-1].home is None
    assert season.team().purse is None
    assert season.state.arisan is not None
    assert season.state.arisan.members == ("mawar",)
    assert set(season.outcome.homes) == set(TEAMS) - {"melati"}


# -- the arisan ---------------------------------------------------------------------------


def winners(season: Season) -> list[str]:
    return [team for team in TEAMS if home(season, team).pot]


def test_the_pot_is_what_all_have_paid() -> None:
    season = Season(homes(need=0)).play(**dict.fromkeys(TEAMS, IN))
    [winner] = winners(season)
    assert home(season, winner).pot == 80_000
    for team in TEAMS:
        assert home(season, team).paid_in == 20_000
        assert purse(season, team) == 30_000 + (80_000 if team == winner else 0)


@pytest.mark.parametrize("seed", range(6))
def test_each_gets_the_pot_once_in_a_turn_and_then_the_next_turn_begins(seed: int) -> None:
    scenario = homes(purse=1_000_000, need=0)
    season, got = Season(scenario, seed).play(**dict.fromkeys(TEAMS[:3], IN)), []
    for week in range(6):
        if week:
            season.play()
        got += winners(season)
    assert sorted(got[:3]) == sorted(got[3:]) == sorted(TEAMS[:3])
    assert purse(season, TEAMS[3]) == 1_000_000
    assert all(purse(season, team) == 1_000_000 for team in TEAMS[:3])


def test_the_lot_is_another_one_in_another_game() -> None:
    scenario = homes(need=0)
    first = {
        winners(Season(scenario, seed).play(**dict.fromkeys(TEAMS, IN)))[0] for seed in range(20)
    }
    assert first == set(TEAMS)


def test_everybody_pays_as_far_as_her_purse_goes() -> None:
    season = Season(homes(purse=5_000, need=0)).play(**dict.fromkeys(TEAMS, IN))
    assert sum(home(season, team).pot for team in TEAMS) == 4 * 5_000


def test_the_family_eats_before_it_pays_the_arisan() -> None:
    season = Season(homes()).play(melati=IN, mawar=IN | {"drawings": NEED})
    assert (home(season).paid_in, home(season).short) == (0, NEED - 50_000)
    assert (home(season, "mawar").paid_in, home(season, "mawar").short) == (20_000, 0)


def test_who_is_not_in_by_its_week_stays_out_and_who_is_in_stays_in() -> None:
    season = Season(homes(need=0)).play(melati=IN, kenanga=IN)
    with pytest.raises(SheetRefused):
        season.play(mawar=IN)
    with pytest.raises(SheetRefused):
        season.play(melati={"arisan": False})
    season.play()
    assert season.state.arisan is not None
    assert season.state.arisan.members == ("kenanga", "melati")


def test_a_later_arisan_begins_with_those_who_want_it_then() -> None:
    later = {"contribution": 20_000, "first_week": 2}
    season = Season(homes(need=0, arisan=later)).play(melati=IN, kenanga=IN)
    assert season.state.arisan is None
    assert not winners(season)
    season.play(melati={"arisan": False}, mawar=IN)
    assert season.state.arisan is not None
    assert season.state.arisan.members == ("kenanga", "mawar")


def test_without_members_there_is_no_draw() -> None:
    season = Season(homes(need=0)).play().play()
    assert not winners(season)
    assert season.state.arisan is not None
    assert season.state.arisan.members == ()


@settings(max_examples=15, deadline=None)
@given(
    st.sets(st.sampled_from(TEAMS), min_size=1),
    st.integers(0, 60_000),
    st.integers(1, 6),
    st.integers(0, 999),
)
def test_an_arisan_makes_nobodys_money_and_loses_none(
    members: set[str], cash: int, weeks: int, seed: int
) -> None:
    season = Season(homes(purse=cash, need=0), seed).play(**dict.fromkeys(sorted(members), IN))
    got = winners(season)
    for _week in range(weeks - 1):
        season.play()
        got += winners(season)
    assert sum(purse(season, team) for team in TEAMS) == 4 * cash
    if cash:
        assert len(set(got[: len(members)])) == min(weeks, len(members))
        assert set(got) <= members
