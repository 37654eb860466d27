"""Many games together: what every figure means, and which verdict it carries."""

from __future__ import annotations

import random
from math import sqrt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews import UNIT, seat, the_review
from simpasar.review.reviewed_game import read_review
from simpasar.review.workshop import Lesson, Workshop, estimate, workshop
from simpasar.review.workshop_document import COLUMNS, workshop_document, workshop_rows

NOTHING: dict[str, int] = {}


def together(*documents: dict[str, Any]) -> Workshop:
    return workshop([read_review(document) for document in documents])


def lesson(found: Workshop, objective: str) -> Lesson:
    return next(each for each in found.whole.lessons if each.objective == objective)


def percent(of_unit: int) -> int:
    return of_unit * UNIT // 100


# -- intervals ----------------------------------------------------------------------------


def test_an_interval_is_that_of_the_tables_of_student() -> None:
    found = estimate([1.0, 2.0, 3.0])
    half = 4.302653 / sqrt(3)  # t(0.975; 2), standard deviation 1
    assert found.mean == 2
    assert found.low == pytest.approx(2 - half, abs=1e-5)
    assert found.high == pytest.approx(2 + half, abs=1e-5)


def test_95_of_100_intervals_hold_the_truth() -> None:
    chance, runs = random.Random(7), 2_000
    held = 0
    for _run in range(runs):
        found = estimate(chance.gauss(0.3, 0.1) for _team in range(4))
        assert found.low is not None
        assert found.high is not None
        held += found.low <= 0.3 <= found.high
    assert abs(held / runs - 0.95) < 3 * sqrt(0.95 * 0.05 / runs)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=12))
def test_an_interval_holds_its_mean(values: list[float]) -> None:
    found = estimate(values)
    assert found.mean is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.mean <= found.high


def test_of_one_team_there_is_no_interval_and_of_none_no_mean() -> None:
    assert (estimate([0.5]).mean, estimate([0.5]).low) == (0.5, None)
    assert (estimate([]).count, estimate([]).mean) == (0, None)


# -- losses -------------------------------------------------------------------------------


def test_a_loss_is_a_share_of_the_seats_own_week_and_every_team_counts_alike() -> None:
    rich = seat({"pricing": 400_000}, NOTHING, unit=2_000_000)  # 20 % and nothing: 10 % a week
    poor = seat({"pricing": 200_000}, {"pricing": 100_000}, unit=500_000)  # 40 and 20 %: 30 %
    found = together(the_review([rich]), the_review([poor]))
    assert lesson(found, "pricing").loss.mean == pytest.approx(0.2)
    assert lesson(found, "pricing").marked == 3


def test_the_objectives_add_up_to_what_is_said_of_all_together() -> None:
    seats = [seat({"pricing": percent(3), "money": percent(4)}, {"money": percent(6)}),
             seat(NOTHING, {"household": percent(11)})]  # fmt: skip
    found = together(the_review(seats))
    parts = sum(each.loss.mean or 0 for each in found.whole.lessons)
    assert parts == pytest.approx(found.whole.together.loss.mean)
    assert found.whole.together.marked == found.whole.marked == 3
    assert {each.objective for each in found.whole.lessons} == {"pricing", "money", "household"}


def test_the_costliest_objective_comes_first() -> None:
    found = together(the_review([seat({"money": percent(2), "pricing": percent(9)})]))
    assert [each.objective for each in found.whole.lessons] == ["pricing", "money"]


def test_what_is_not_clear_costs_nothing_but_is_counted() -> None:
    weeks = seat(NOTHING, {"pricing": percent(20)}, free="unclear")
    found = together(the_review([weeks]))
    assert (found.whole.decisions, found.whole.marked, found.whole.unclear) == (2, 1, 1)
    assert found.whole.together.loss.mean == pytest.approx(0.1)


def test_games_are_told_apart_by_scenario_and_all_add_up() -> None:
    found = together(
        the_review([seat(NOTHING)] * 2, "pagi"),
        the_review([seat(NOTHING)] * 3, "malam"),
        the_review([seat(NOTHING)] * 4, "pagi"),
    )
    told = [(part.scenario, part.title, part.games, part.teams) for part in found.parts]
    assert told == [("pagi", "Pagi", 2, 6), ("malam", "Malam", 1, 3)]
    assert (found.whole.games, found.whole.teams) == (3, 9)


def test_fewer_than_five_teams_are_few() -> None:
    assert together(the_review([seat(NOTHING)] * 4)).whole.small
    assert not together(the_review([seat(NOTHING)] * 5)).whole.small


# -- who counts ---------------------------------------------------------------------------


def test_seats_of_bots_do_not_count_beside_people() -> None:
    bot = seat({"pricing": percent(90)}, bot="acak")
    mixed = the_review([seat({"pricing": percent(10)}), bot])
    alone = the_review([bot, bot], "malam")
    found = together(mixed, alone)
    assert found.whole.together.loss.mean == pytest.approx(0.1)
    assert (found.bots, found.bots_only) == (3, False)
    assert [part.teams for part in found.parts] == [1, 0]
    assert found.parts[1].together.loss.mean is None


def test_where_only_bots_played_they_count_and_that_is_said() -> None:
    found = together(the_review([seat({"pricing": percent(10)}, bot="acak")] * 2))
    assert found.bots_only
    assert (found.bots, found.whole.teams, found.whole.marked) == (0, 2, 2)


# -- what was learned ---------------------------------------------------------------------


def test_halves_are_of_the_weeks_and_a_middle_week_belongs_to_neither() -> None:
    losses = [{"pricing": percent(each)} for each in (10, 20, 90, 4, 6)]
    found = lesson(together(the_review([seat(*losses)] * 2)), "pricing")
    assert found.early.mean == pytest.approx(0.15)
    assert found.late.mean == pytest.approx(0.05)
    assert found.change.mean == pytest.approx(-0.10)
    assert found.loss.mean == pytest.approx(0.26)


def test_a_change_is_paired_by_team() -> None:
    """Teams far apart that all lose 2 % less: unpaired, nothing could be told."""
    seats = [
        seat({"pricing": percent(level)}, {"pricing": percent(level) - percent(2) + wobble})
        for level, wobble in ((5, 300), (20, -200), (40, 100), (60, -500), (90, 0))
    ]
    found = lesson(together(the_review(seats)), "pricing")
    assert found.loss.low is not None
    assert found.loss.low < 0.05
    assert found.change.mean == pytest.approx(-0.02, abs=0.001)
    assert found.verdict == "fell"


@pytest.mark.parametrize(
    ("early", "late", "verdict"),
    [
        ((30, 31, 32, 33, 34), (1, 2, 1, 2, 1), "fell"),
        ((30, 31, 32, 33, 34), (30, 33, 31, 34, 32), "weak"),
        ((10, 11, 12, 11, 10), (30, 33, 31, 34, 32), "weak"),
        ((0, 90, 0, 0, 0), (0, 0, 0, 50, 0), "unclear"),
        ((2, 0, 1, 0, 2), (1, 1, 1, 0, 1), "unclear"),
    ],
)
def test_a_verdict_needs_an_interval_that_bears_it(
    early: tuple[int, ...], late: tuple[int, ...], verdict: str
) -> None:
    seats = [seat({"money": percent(a)}, {"money": percent(b)})
             for a, b in zip(early, late, strict=True)]  # fmt: skip
    assert lesson(together(the_review(seats)), "money").verdict == verdict


def test_a_game_of_one_week_tells_no_change() -> None:
    found = lesson(together(the_review([seat({"money": percent(50)})] * 6)), "money")
    assert (found.change.count, found.early.mean, found.verdict) == (0, None, "unclear")


def test_one_team_is_never_clear() -> None:
    found = lesson(together(the_review([seat({"money": percent(50)}, NOTHING)])), "money")
    assert found.verdict == "unclear"


def test_without_a_mark_there_is_nothing_to_judge() -> None:
    found = together(the_review([seat(NOTHING, NOTHING)] * 6))
    assert found.whole.lessons == ()
    assert found.whole.together.verdict == "none"


def test_of_teams_that_learn_nothing_hardly_any_are_said_to_have_learned() -> None:
    """A fall is claimed of at most one in forty: the interval has two sides."""
    chance, runs, fell = random.Random(11), 400, 0
    for _run in range(runs):
        seats = [
            seat(*({"pricing": chance.randrange(1, percent(30))} for _week in range(4)))
            for _team in range(6)
        ]
        fell += lesson(together(the_review(seats)), "pricing").verdict == "fell"
    assert fell / runs < 0.025 + 3 * sqrt(0.025 * 0.975 / runs)


# -- for programs -------------------------------------------------------------------------


def test_the_document_and_the_table_say_the_same_in_whole_numbers() -> None:
    seats = [seat({"pricing": percent(10 + n)}, {"pricing": percent(3)}) for n in range(5)]
    game = read_review(the_review(seats))
    found = workshop([game])
    document = workshop_document(found, {"kelas": game}, [("rusak", "putus")])
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in workshop_rows(found)]
    assert [(row["scenario"], row["objective"]) for row in rows] == [
        ("pagi", "pricing"), ("pagi", "all"), ("all", "pricing"), ("all", "all"),
    ]  # fmt: skip
    told = document["scenarios"]["pagi"]["objectives"]["pricing"]
    assert told["loss"] == {"teams": 5, "mean": 75, "low": rows[0]["low"], "high": rows[0]["high"]}
    assert (told["verdict"], rows[0]["verdict"]) == ("fell", "fell")
    assert (rows[0]["early"], rows[0]["late"], rows[0]["change"]) == (120, 30, -90)
    assert document["games"][0]["record"] == game.record
    assert document["left_out"] == [{"name": "rusak", "why": "putus"}]
    assert not any(isinstance(cell, float) for row in rows for cell in row.values())
