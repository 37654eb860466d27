"""Learning in the game: slopes by hand, forecasts of a game, losses of a review."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games import begin, busy_town, finish
from simpasar.game.play import Game
from simpasar.review.progress import ReviewRefused, forecast_errors, trend, weekly_losses


def test_the_slope_is_the_mean_of_the_teams_slopes_with_students_interval() -> None:
    """Slopes -1, -2 and -3; the standard error is 1 / sqrt(3), t of 2 degrees is 4.3027."""
    found = trend({"a": {1: 4, 2: 3, 3: 2}, "b": {1: 6, 2: 4, 3: 2}, "c": {1: 9, 2: 6, 3: 3}})
    assert found.slope == pytest.approx(-2)
    half = 4.3027 / math.sqrt(3)
    assert found.low == pytest.approx(-2 - half, abs=1e-3)
    assert found.high == pytest.approx(-2 + half, abs=1e-3)
    assert found.weeks == {
        1: pytest.approx(19 / 3),
        2: pytest.approx(13 / 3),
        3: pytest.approx(7 / 3),
    }


def test_one_team_has_the_interval_of_its_own_line() -> None:
    """Points (1, 3), (2, 1), (3, 2): slope -0.5, left-over squares 1.5, t of 1 degree 12.706."""
    found = trend({"a": {1: 3, 2: 1, 3: 2}})
    assert found.slope == pytest.approx(-0.5)
    half = 12.7062 * math.sqrt(1.5 / 1 / 2)
    assert found.high == pytest.approx(-0.5 + half, abs=1e-2)


def test_too_few_weeks_have_no_direction() -> None:
    assert trend({}).slope is None
    assert trend({"a": {1: 3.0}, "b": {1: 2.0}}).slope is None
    two = trend({"a": {1: 3.0, 2: 1.0}})
    assert (two.slope, two.low, two.high) == (-2.0, None, None)


def test_a_team_that_missed_a_week_keeps_its_place_in_time() -> None:
    found = trend({"a": {1: 5, 3: 1}, "b": {1: 5, 2: 3, 3: 1}})
    assert found.slope == pytest.approx(-2)


@given(st.dictionaries(
    st.sampled_from("abcdef"),
    st.dictionaries(st.integers(1, 8), st.floats(-1e6, 1e6), max_size=8),
    max_size=6,
))  # fmt: skip
def test_whatever_the_values_the_interval_holds_the_slope(
    values: dict[str, dict[int, float]],
) -> None:
    found = trend(values)
    if found.low is not None and found.high is not None:
        assert found.slope is not None
        assert found.low <= found.slope <= found.high
    assert set(found.weeks) == {week for mine in values.values() for week in mine}


# -- from a record ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def game() -> Game:
    played = begin(busy_town(), {"melati": "par", "kenanga": "par"}, weeks=2)
    finish(played)
    return played


def test_forecast_errors_are_shares_of_the_forecast_and_of_the_weeks_sales(game: Game) -> None:
    found = forecast_errors(game)
    report = game.state.teams["melati"].history[1]
    assert report.forecast is not None
    off = abs(report.whole.sold - report.forecast.units) / report.forecast.units
    assert found["units"]["melati"][2] == off
    cash = abs(report.figures.cash - report.forecast.cash) / report.figures.revenue
    assert found["cash"]["melati"][2] == cash
    assert set(found["units"]) == {"melati", "kenanga"}


def test_where_people_play_their_forecasts_alone_count(game: Game) -> None:
    object.__setattr__(game.setup, "bots", {"melati": None, "kenanga": "par"})
    assert set(forecast_errors(game)["units"]) == {"melati"}


# -- from a review ------------------------------------------------------------------------


def team(*losses: int, bot: str | None = None) -> dict[str, Any]:
    weeks = [
        {"week": week, "loss": loss, "low": 0, "high": 2 * loss}
        for week, loss in enumerate(losses, start=1)
    ]
    return {"bot": bot, "weeks": weeks}


def test_losses_come_from_the_weeks_of_a_review() -> None:
    document = {"teams": {"a": team(300, 100), "b": team(500, 200)}}
    assert weekly_losses(document) == {"a": {1: 300, 2: 100}, "b": {1: 500, 2: 200}}
    assert trend(weekly_losses(document)).slope == -250


def test_losses_of_bots_are_left_out_where_people_played() -> None:
    document = {"teams": {"a": team(300, 100), "b": team(9, 9, bot="par")}}
    assert set(weekly_losses(document)) == {"a"}
    assert set(weekly_losses({"teams": {"b": team(9, bot="par")}})) == {"b"}


@pytest.mark.parametrize(
    "document",
    [None, [], {}, {"teams": []}, {"teams": {"a": 1}}, {"teams": {"a": {}}},
     {"teams": {"a": {"weeks": [{"week": "x", "loss": 1}]}}}],
)  # fmt: skip
def test_what_is_no_review_is_refused(document: Any) -> None:
    with pytest.raises(ReviewRefused):
        weekly_losses(document)
