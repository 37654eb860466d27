"""The debrief: every figure of it is one of the class's own weeks."""

from __future__ import annotations

from typing import get_args

import pytest

from games import begin, busy_town
from neighbourhood import TEAMS, deciding, neighbourhood
from rooms import shipped
from simpasar.classroom.debrief import debrief, kinds_of
from simpasar.classroom.evidence import KINDS, MOST_WEEKS, Weeks, _spread
from simpasar.classroom.evidence_shared import borrowed, pooled
from simpasar.firm.sheet import DecisionSheet, Forecast
from simpasar.game.entries import canonical
from simpasar.game.play import Game
from simpasar.game.seats import play_bots
from simpasar.game.state import plain
from simpasar.money import grouped
from simpasar.scenario.library import shipped as shipped_names
from simpasar.scenario.model import Question, Scenario
from simpasar.scenario.parts import Text

pytestmark = pytest.mark.usefixtures("english")

BOTS = dict(zip(TEAMS, ("koperasi", "stok-penuh", "utang", "banting-harga"), strict=True))


def lived(scenario: Scenario, bots: dict[str, str | None], weeks: int) -> Game:
    game = begin(scenario, bots, weeks=weeks)
    while not game.finished:
        play_bots(game)
        game.live_week()
    return game


@pytest.fixture(scope="module")
def game() -> Game:
    return lived(neighbourhood(), BOTS, 4)


def number(cell: str) -> int:
    return int(cell.replace(".", "")) if cell else 0


# -- questions --------------------------------------------------------------------------------


def test_the_evidence_of_a_question_is_a_word_of_the_scenario() -> None:
    annotation = Question.model_fields["shows"].annotation
    words = {word for part in get_args(annotation) for word in get_args(part)}
    assert words == set(KINDS)


def test_a_question_that_shows_nothing_keeps_its_text_and_digest() -> None:
    assert canonical(plain(Question(id="Apa?"))) == canonical(plain(Text(id="Apa?")))
    assert plain(Question(id="Apa?", shows="waste"))["shows"] == "waste"


@pytest.mark.parametrize("name", shipped_names())
def test_shipped_questions_show_what_their_scenario_has(name: str) -> None:
    scenario = shipped(name)
    named = [question.shows for question in scenario.debrief if question.shows]
    assert named
    assert set(named) <= set(kinds_of(scenario))


def test_a_question_brings_its_evidence(game: Game) -> None:
    asked = (
        Question(id="Apa?"),
        Question(en="Who?", shows="waste"),
        Question(id="P", shows="price"),
    )
    scenario = neighbourhood().model_copy(update={"debrief": asked})
    talk = debrief(lived(scenario, BOTS, 1))
    assert [(t.question, t.shows) for t in talk.talks] == [
        ("Apa?", None), ("Who?", "waste"), ("P", "price"),
    ]  # fmt: skip


def test_a_scenario_shows_only_what_it_can() -> None:
    assert kinds_of(busy_town()) == ("price", "stockouts", "waste", "forecast")
    assert kinds_of(neighbourhood()) == KINDS


def test_a_question_about_what_a_scenario_has_not_shows_nothing() -> None:
    asked = (Question(id="Patungan?", shows="pooling"),)
    town = busy_town().model_copy(update={"debrief": asked})
    assert debrief(lived(town, {}, 1)).talks[0].shows is None


def test_before_the_first_week_there_is_nothing_to_show() -> None:
    with pytest.raises(ValueError, match="nothing to show"):
        debrief(begin(busy_town(), {}))


# -- prices -----------------------------------------------------------------------------------


def test_prices_show_the_lowest_and_the_highest_of_each_week(game: Game) -> None:
    grid = debrief(game).evidence["price"].grid
    assert grid is not None
    rows = {row[0]: row[1:] for row in grid.rows}
    for week in range(4):
        asked = [team.history[week].decisions.prices["uduk"] for team in game.state.teams.values()]
        assert number(rows["Nasi uduk, lowest"][week]) == min(asked)
        assert number(rows["Nasi uduk, highest"][week]) == max(asked)
    assert rows["Nasi uduk, highest"][-1] != rows["Nasi uduk, lowest"][-1]


def test_prices_that_met_are_told_as_met() -> None:
    said = debrief(lived(neighbourhood(), dict.fromkeys(TEAMS, "diam"), 2)).evidence["price"]
    assert said.sentences[1] == "Nasi uduk: in week 2 everybody asked Rp 12.000."


def test_what_one_team_sells_is_shown_as_its_own_price() -> None:
    talk = debrief(
        lived(shipped("pasar-pagi"), dict.fromkeys(shipped("pasar-pagi").teams, "par"), 1)
    )
    evidence = talk.evidence["price"]
    assert evidence.sentences == ("No two teams sell the same: each has its own price.",)
    assert evidence.grid is not None
    assert 1 <= len(evidence.grid.rows) <= 8


# -- running out and throwing away ------------------------------------------------------------


def test_who_ran_out_is_shown_by_team_product_and_week(game: Game) -> None:
    evidence = debrief(game).evidence["stockouts"]
    assert evidence.grid is not None
    totals = [number(row[-1]) for row in evidence.grid.rows]
    assert totals == sorted(totals, reverse=True)
    for row in evidence.grid.rows:
        assert sum(map(number, row[1:-1])) == number(row[-1])
    lost = sum(
        report.whole.lost_stockout for team in game.state.teams.values() for report in team.history
    )
    assert sum(totals) == lost
    assert evidence.sentences[0].startswith(f"{grouped(lost)} units")


def test_the_day_on_which_most_ran_out_is_told(game: Game) -> None:
    by_day = [0] * 7
    for team in game.state.teams.values():
        for report in team.history:
            for day, counts in enumerate(report.days):
                by_day[day] += sum(count.lost_stockout for count in counts.values())
    told = debrief(game).evidence["stockouts"].sentences[2]
    worst = DAYS[by_day.index(max(by_day))]
    assert told == f"The day with most of it: {worst}, {grouped(max(by_day))} units."


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def test_waste_is_told_at_cost_for_each_team(game: Game) -> None:
    evidence = debrief(game).evidence["waste"]
    costs = [sum(r.figures.spoilage for r in team.history) for team in game.state.teams.values()]
    assert [bar.value for bar in evidence.bars] == costs
    assert sum(costs) > 0
    assert len(evidence.sentences) >= 2  # what the weather had to do with it


def test_a_class_that_wasted_nothing_hears_so() -> None:
    evidence = debrief(lived(neighbourhood(), dict.fromkeys(TEAMS, "diam"), 1)).evidence["waste"]
    total = sum(bar.value for bar in evidence.bars)
    assert (evidence.sentences[0] == "Nothing was thrown away.") == (total == 0)


# -- buying together, borrowing ---------------------------------------------------------------


def test_a_joint_purchase_is_reckoned_against_the_members_own_suppliers() -> None:
    game = begin(neighbourhood(cooperative__margin=0), {}, weeks=2)
    for team in ("anggrek", "kenanga"):
        ours = {"member": True, "pledges": {"beras": 4}}
        sheet = DecisionSheet(decisions=deciding(game.setup.scenario, team, cooperative=ours))
        game.decide({team: ("people", sheet)})
    game.live_week()
    [bought] = pooled(Weeks(game))
    # 8 packs of 5 kg at Rp 68.000 less 8 %, in whole hundreds; alone Rp 14.000 a kilo
    assert (bought.packs, bought.share) == (8, 920)
    assert bought.saved == 8 * (5 * 14_000 - 62_600)
    evidence = debrief(game).evidence["pooling"]
    assert evidence.sentences[0].startswith(f"Buying together saved Rp {grouped(bought.saved)}")


def test_who_could_not_pay_is_named_and_bought_nothing() -> None:
    scenario = neighbourhood(cooperative__purchase__unpaid="drop")
    game = begin(scenario, {}, weeks=2)
    for team, packs in (("anggrek", 4), ("kenanga", 400)):
        ours = {"member": True, "pledges": {"beras": packs}}
        sheet = DecisionSheet(decisions=deciding(scenario, team, cooperative=ours))
        game.decide({team: ("people", sheet)})
    game.live_week()
    [bought] = pooled(Weeks(game))
    assert bought.packs == 4
    said = debrief(game).evidence["pooling"].sentences
    assert any(s.startswith("Pledged and could not pay on the day: ") for s in said)


def test_who_paid_for_the_promotion_is_told(game: Game) -> None:
    paid = sum(
        amount
        for state in game.past
        for amount in state.cooperative.last.contributed.values()  # type: ignore[union-attr]
    )
    said = [s for s in debrief(game).evidence["pooling"].sentences if "joint promotion" in s]
    assert bool(said) == (paid > 0)


def test_loans_stand_with_their_true_cost_beside_the_poster(game: Game) -> None:
    evidence = debrief(game).evidence["finance"]
    loans = borrowed(Weeks(game))
    assert {loan.team for loan in loans} == {TEAMS[2]}
    assert evidence.grid is not None
    assert len(evidence.grid.rows) == len(loans)
    assert "“6 % setahun”, truly 0.5% a month" in " ".join(evidence.sentences)
    [bar] = evidence.bars
    assert bar.value == sum(r.figures.interest for r in game.state.teams[TEAMS[2]].history)


def test_a_loan_paid_back_is_still_shown_with_nothing_owed() -> None:
    game = begin(neighbourhood(), {}, weeks=3)
    team = TEAMS[0]
    borrowing = deciding(game.setup.scenario, team, borrow={"keliling": 500_000})
    game.decide({team: ("people", DecisionSheet(decisions=borrowing))})
    game.live_week()
    settling = deciding(game.setup.scenario, team, settle=("keliling",))
    game.decide({team: ("people", DecisionSheet(decisions=settling))})
    game.live_week()
    [loan] = borrowed(Weeks(game))
    assert (loan.principal, loan.owed, loan.week) == (500_000, 0, 1)


def test_nobody_who_borrowed_is_told_so() -> None:
    evidence = debrief(lived(neighbourhood(), dict.fromkeys(TEAMS, "diam"), 1)).evidence["finance"]
    assert evidence.sentences[0] == "Nobody borrowed."
    assert evidence.grid is None


# -- the family and the forecast --------------------------------------------------------------


def test_a_family_short_in_a_week_of_profit_is_told_with_both_numbers(game: Game) -> None:
    evidence = debrief(game).evidence["household"]
    short = [
        (week.home.short, week.figures.profit)
        for team in game.state.teams.values()
        for week in team.history
        if week.home and week.home.short and week.figures.profit > 0
    ]
    said = " ".join(evidence.sentences)
    assert short
    amount, _profit = max(short)
    assert f"Rp {grouped(amount)} short at home" in said
    assert evidence.grid is not None
    assert len(evidence.grid.rows) == len(TEAMS)


def test_a_family_short_in_a_week_of_loss_is_in_the_table_alone() -> None:
    game = begin(neighbourhood(), {}, weeks=1)
    spending = deciding(game.setup.scenario, "melati", drawings=0, promotion=1_400_000)
    game.decide({"melati": ("people", DecisionSheet(decisions=spending))})
    game.live_week()
    report = game.state.teams["melati"].history[-1]
    assert report.home is not None
    assert (report.home.short, report.figures.profit < 0) == (270_000, True)
    evidence = debrief(game).evidence["household"]
    assert evidence.sentences[0].startswith("No family was short")
    assert evidence.grid is not None
    assert [row[1] for row in evidence.grid.rows].count("270.000") == 1


def test_a_forecast_is_told_in_per_cent_of_what_was_expected() -> None:
    game = begin(neighbourhood(), {}, weeks=2)
    sheet = DecisionSheet(
        decisions=game.setup.scenario.teams["melati"].start,
        forecast=Forecast(units=100, cash=0),
    )
    game.decide({"melati": ("people", sheet)})
    game.live_week()
    sold = game.state.teams["melati"].history[0].whole.sold
    evidence = debrief(game).evidence["forecast"]
    assert evidence.grid is not None
    assert evidence.grid.rows == ((evidence.grid.rows[0][0], f"{sold - 100:+d}"),)
    assert evidence.sentences[0] == f"Week 1: off by {abs(sold - 100)}% on average."


def test_without_a_forecast_nobody_is_blamed() -> None:
    evidence = debrief(lived(neighbourhood(), dict.fromkeys(TEAMS, None), 1)).evidence["forecast"]
    assert evidence.sentences == ("Nobody wrote a forecast.",)


@pytest.mark.parametrize("count", [1, 2, 8, 9, 26, 52])
def test_of_too_many_weeks_some_are_shown_the_first_and_the_last_among_them(count: int) -> None:
    shown = _spread(count, MOST_WEEKS)
    assert shown[0] == 1
    assert shown[-1] == count
    assert len(set(shown)) == min(count, MOST_WEEKS)
    assert list(shown) == sorted(shown)
