"""The form of a decision sheet: what it asks, what it understands, the sheet it makes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games import begin
from neighbourhood import neighbourhood
from simpasar import i18n
from simpasar.classroom.fields import Field, echo, shown, stepped, text_of, value_of
from simpasar.classroom.filling import Problem, entries_of, findings, read
from simpasar.classroom.form import form_of
from simpasar.classroom.form_making import money_step
from simpasar.classroom.reading import NotUnderstood
from simpasar.firm.legality import GROUP_FIELDS
from simpasar.firm.sheet import DecisionSheet, Forecast
from simpasar.game.seats import play_bots
from simpasar.game.state import new_game
from simpasar.game.view import TeamView, team_view
from simpasar.scenario.model import Scenario
from towns import town


def first_view(scenario: Scenario, team: str = "melati") -> TeamView:
    return team_view(scenario, new_game(scenario), team)


def later_view(weeks: int) -> TeamView:
    """A member's view some weeks into a game of everything."""
    scenario = neighbourhood()
    game = begin(scenario, dict.fromkeys(scenario.teams, "koperasi"))
    for _week in range(weeks):
        play_bots(game)
        game.live_week()
    return team_view(scenario, game.state, "melati")


VIEW = first_view(neighbourhood())
FORM = form_of(VIEW)
PATHS = [field.path for field in FORM.fields]
TEXTS = st.text() | st.sampled_from(
    ["", "0", "12.500", "12,5 rb", "-5", "1e9", "yes", "no", "-", "pasar", "06:30", "9" * 400]
)


# -- what is asked ------------------------------------------------------------------------


def test_only_what_is_unlocked_is_asked() -> None:
    form = form_of(first_view(town()))
    asked = {field.path.split(".")[0] for field in form.fields}
    assert asked == {
        "prices", "batches", "suppliers", "safety", "grades", "drawings", "forecast", "reason",
    }  # fmt: skip
    locked = {field for group in ("promotion", "staff", "hours") for field in GROUP_FIELDS[group]}
    assert asked.isdisjoint(locked)


def test_the_groups_come_in_the_order_one_learns_them() -> None:
    assert [group.id for group in FORM.groups] == [
        "price", "production", "ingredients", "safety", "quality", "promotion", "staff",
        "equipment", "household", "programmes", "contracts", "finance", "cooperative", "forecast",
    ]  # fmt: skip


def test_a_choice_of_one_is_not_asked() -> None:
    form = form_of(first_view(town()))
    assert form.field("suppliers.beras") is not None
    assert "suppliers.kelapa" not in [field.path for field in form.fields]


def test_the_meeting_asks_members_only_and_only_what_is_up_this_week() -> None:
    form = form_of(later_view(1))
    votes = [field.path for field in form.fields if field.path.startswith("cooperative.votes.")]
    assert votes == ["cooperative.votes.kue", "cooperative.votes.shu"]
    assert not any(path.startswith("cooperative.votes.") for path in PATHS)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_field_has_a_name_and_a_sentence_of_help(language: i18n.Language) -> None:
    i18n.use(language)
    for field in form_of(later_view(2)).fields:
        assert field.label
        assert field.help.endswith((".", "?", "!", ")"))


def test_a_loan_shows_its_true_cost_beside_its_poster(english: None) -> None:
    field = next(field for field in form_of(VIEW).fields if field.path.startswith("borrow."))
    offer = VIEW.scenario.loans[field.path.removeprefix("borrow.")]
    assert offer.advertised.of("en") in field.note
    assert "Truly it costs" in field.note


# -- what is filled in --------------------------------------------------------------------


def test_left_as_it_is_the_form_is_last_weeks_sheet() -> None:
    for view in (VIEW, later_view(2)):
        sheet = read(form_of(view), {})
        assert isinstance(sheet, DecisionSheet)
        assert without_zeros(sheet) == without_zeros(view.sheet.carried())


def without_zeros(sheet: DecisionSheet) -> str:
    """A sheet as text; in a mapping, 0 says the same as a missing key."""
    form_parts = ("safety", "buy_equipment", "borrow")
    decisions, ours = sheet.decisions, sheet.decisions.cooperative
    bare = {name: {k: v for k, v in getattr(decisions, name).items() if v} for name in form_parts}
    coop = {
        name: {k: v for k, v in getattr(ours, name).items() if v}
        for name in ("pledges", "hire_hours")
    }
    plain = decisions.model_copy(update={**bare, "cooperative": ours.model_copy(update=coop)})
    return sheet.model_copy(update={"decisions": plain}).model_dump_json()


@pytest.mark.parametrize("bot", ["par", "koperasi", "penumpang", "utang", "acak", "mutu"])
def test_every_sheet_that_can_be_handed_in_can_be_typed(bot: str) -> None:
    scenario = neighbourhood()
    game = begin(scenario, dict.fromkeys(scenario.teams, bot))
    seen = 0
    while not game.finished:
        play_bots(game)
        for team, sheet in game.sheets.items():
            form = form_of(team_view(scenario, game.state, team))
            again = read(form, entries_of(form, sheet))
            assert isinstance(again, DecisionSheet)
            assert without_zeros(again) == without_zeros(sheet)
            seen += 1
        game.live_week()
    assert seen == 3 * len(scenario.teams)


def test_last_weeks_value_is_said_from_the_second_week_on() -> None:
    assert all(not field.last for field in FORM.fields)
    price = form_of(later_view(1)).field("prices.uduk")
    assert price is not None
    assert price.last.startswith("Rp ")


# -- what is typed ------------------------------------------------------------------------


def test_what_is_typed_becomes_the_sheet() -> None:
    sheet = read(
        FORM,
        {
            "prices.uduk": "12,5 rb",
            "batches.uduk.weekday": "3",
            "safety.beras": "1,5 kg",
            "suppliers.beras": "grosir",
            "drawings": "Rp 250.000",
            "cooperative.member": "yes",
            "cooperative.pledges.beras": "2",
            "forecast.units": "300",
            "forecast.cash": "-50.000",
            "reason": " Coba harga\tbaru\n",
        },
    )
    assert isinstance(sheet, DecisionSheet)
    decisions = sheet.decisions
    assert decisions.prices["uduk"] == 12_500
    assert decisions.batches["uduk"].weekday == 3
    assert decisions.safety == {"beras": 1_500}
    assert decisions.suppliers["beras"] == "grosir"
    assert decisions.drawings == 250_000
    assert decisions.cooperative.member
    assert decisions.cooperative.pledges == {"beras": 2}
    assert sheet.forecast == Forecast(units=300, cash=-50_000)
    assert sheet.reason == "Coba harga baru"


def test_a_text_that_means_nothing_is_a_problem_of_its_field() -> None:
    problems = read(FORM, {"prices.uduk": "dua belas", "drawings": ""})
    assert isinstance(problems, tuple)
    assert [problem.path for problem in problems] == ["prices.uduk", "drawings"]


def test_half_a_forecast_is_asked_to_be_whole() -> None:
    problems = read(FORM, {"forecast.units": "300"})
    assert isinstance(problems, tuple)
    assert [problem.path for problem in problems] == ["forecast.cash"]
    whole = read(FORM, {"forecast.units": "300", "forecast.cash": "0"})
    assert isinstance(whole, DecisionSheet)
    assert whole.forecast == Forecast(units=300, cash=0)


def test_a_closed_door_stays_closed_whatever_is_typed() -> None:
    closed = [field for field in FORM.fields if field.closed]
    assert closed
    sheet = read(FORM, {field.path: "yes" for field in closed})
    assert sheet == read(FORM, {})


def test_what_is_written_in_a_field_that_is_not_asked_changes_nothing() -> None:
    assert read(FORM, {"promosi": "1", "prices.tiada": "5", "": "x"}) == read(FORM, {})


@given(st.dictionaries(st.sampled_from(PATHS), TEXTS))
@settings(deadline=None, max_examples=200)
def test_whatever_is_typed_there_is_a_sheet_or_a_sentence(entries: dict[str, str]) -> None:
    result = read(FORM, entries)
    if isinstance(result, DecisionSheet):
        assert isinstance(findings(VIEW, result), tuple)
        assert DecisionSheet.model_validate_json(result.model_dump_json()) == result
    else:
        assert all(isinstance(problem, Problem) for problem in result)
        assert all(problem.path in PATHS and problem.sentence for problem in result)


@given(st.sampled_from(list(FORM.fields)), TEXTS)
@settings(deadline=None, max_examples=300)
def test_every_text_is_echoed(field: Field, text: str) -> None:
    assert echo(field, text) or not text.strip() or field.kind == "text"


@given(st.sampled_from(list(FORM.fields)), TEXTS, st.integers(min_value=-3, max_value=3))
@settings(deadline=None, max_examples=300)
def test_what_the_steps_leave_can_be_read(field: Field, text: str, steps: int) -> None:
    moved = stepped(field, text, steps)
    if field.kind == "text":
        assert moved == text
    else:
        assert text_of(field, value_of(field, moved)) == moved


@pytest.mark.parametrize(
    ("path", "text", "steps", "moved"),
    [
        ("prices.uduk", "12.000", 1, "12.500"),
        ("prices.uduk", "12.300", 1, "12.500"),
        ("prices.uduk", "12.300", -1, "12.000"),
        ("prices.uduk", "apa saja", 1, "12.500"),
        ("batches.uduk.weekday", "0", -1, "0"),
        ("batches.uduk.weekday", "20", 1, "20"),
        ("forecast.cash", "0", -1, "-50.000"),
        ("cooperative.member", "no", 1, "yes"),
        ("suppliers.beras", "pasar", -1, "grosir"),
    ],
)
def test_plus_and_minus_step_to_round_values(path: str, text: str, steps: int, moved: str) -> None:
    field = FORM.field(path)
    assert field is not None
    assert stepped(field, text, steps) == moved


def test_an_empty_forecast_is_stepped_from_what_one_knows() -> None:
    view = later_view(1)
    form = form_of(view)
    units, cash = form.field("forecast.units"), form.field("forecast.cash")
    assert units is not None
    assert cash is not None
    sold = view.history[-1].whole.sold
    moved = value_of(units, stepped(units, "", 1))
    assert isinstance(moved, int)
    assert sold < moved <= sold + 10
    assert value_of(cash, stepped(cash, "", -1)) == -(-view.cash // 50_000) * 50_000 - 50_000


@pytest.mark.parametrize(
    ("usual", "smallest", "step"),
    [(12_000, 100, 500), (1_500, 100, 100), (5_500, 100, 200), (60_000, 500, 2_500)],
)
def test_a_price_is_stepped_in_handy_amounts(usual: int, smallest: int, step: int) -> None:
    assert money_step(usual, smallest) == step


def test_a_reason_of_280_letters_is_the_longest() -> None:
    assert isinstance(read(FORM, {"reason": "a" * 280}), DecisionSheet)
    problems = read(FORM, {"reason": "a" * 281})
    assert isinstance(problems, tuple)
    assert problems[0].path == "reason"


def test_the_echo_says_what_was_understood() -> None:
    price, member = FORM.field("prices.uduk"), FORM.field("cooperative.member")
    assert price is not None
    assert member is not None
    assert echo(price, "12,5 rb") == "Rp 12.500"
    i18n.use("en")
    form = form_of(VIEW)
    member = form.field("cooperative.member")
    assert member is not None
    assert shown(member, True) == "yes"
    with pytest.raises(NotUnderstood):
        value_of(member, "maybe")


# -- what the checks say ------------------------------------------------------------------


def test_a_slip_names_a_field_of_the_form() -> None:
    sheet = read(FORM, {"prices.uduk": "12.000", "drawings": "3.000.000"})
    assert isinstance(sheet, DecisionSheet)
    (slip,) = [finding for finding in findings(VIEW, sheet) if finding.level == "slip"]
    assert FORM.field(slip.field) == FORM.field("drawings")


@pytest.mark.parametrize(
    ("finding", "path"),
    [
        ("batches", "batches.uduk.weekday"),
        ("batches.apem", "batches.apem.weekday"),
        ("suppliers", "suppliers.beras"),
        ("cooperative", "cooperative.member"),
        ("prices.uduk", "prices.uduk"),
        ("programmes.tiada", "programmes.bazar_rptra"),
        ("arisan.x", "arisan"),
    ],
)
def test_a_remark_leads_to_the_nearest_field(finding: str, path: str) -> None:
    found = FORM.field(finding)
    assert found is not None
    assert found.path == path


def test_a_remark_about_what_is_not_asked_leads_nowhere() -> None:
    assert form_of(first_view(town())).field("promotion") is None
