"""The map of characters: every stall and every place is on it, wherever they lie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from papers import shipped_scenario
from simpasar.bench.stall_map import MIDDLE, stall_map

METRES = st.integers(-50_000, 50_000)


def test_north_is_up_and_east_is_right() -> None:
    scenario = shipped_scenario("warung-pertama")
    found = stall_map(scenario)
    at = {
        mark: (row, line.index(mark))
        for mark in found.marks.values()
        for row, line in enumerate(found.rows)
        if mark in line
    }
    marks = found.marks
    assert at[marks["mawar"]][0] < at[marks["melati"]][0]
    assert at[marks["mawar"]][1] < at[marks["kamboja"]][1]


@given(st.lists(st.tuples(METRES, METRES), min_size=3, max_size=3))
def test_every_stall_and_place_is_on_the_map(points: list[tuple[int, int]]) -> None:
    scenario = shipped_scenario("warung-pertama")
    teams = {
        name: seat.model_copy(update={"x": x, "y": y})
        for (name, seat), (x, y) in zip(scenario.teams.items(), points, strict=True)
    }
    found = stall_map(scenario.model_copy(update={"teams": teams}), 76, 15)
    drawn = "\n".join(found.rows)
    assert all(drawn.count(mark) == 1 for mark in found.marks.values())
    assert drawn.count(MIDDLE) == len(scenario.places)
    assert all(len(row) <= 76 for row in found.rows)
    assert len(found.rows) <= 15
