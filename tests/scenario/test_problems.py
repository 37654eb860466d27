"""What may have been meant, and where a problem stands."""

from __future__ import annotations

from simpasar.scenario.problems import MOST_COMPARED, MOST_NAMES, closest, suggestion


def test_the_closest_name_is_suggested_and_only_where_it_is_close() -> None:
    assert closest("resp", ["harga", "resep"]) == "resep"
    assert closest("zzz", ["harga", "resep"]) == ""


def test_where_nothing_is_close_the_names_are_listed_but_not_without_end() -> None:
    assert suggestion("zzz", ["harga", "resep"]) == "Known are: harga, resep."
    assert suggestion("zzz", []) == "Known are: -."
    assert suggestion("zzz", [f"a{i}" for i in range(99)]).count(",") == MOST_NAMES


def test_comparing_stops_after_a_thousand_names() -> None:
    many = ["x"] * (MOST_COMPARED - 1)
    assert closest("resep", [*many, "resep"]) == "resep"
    assert closest("resep", [*many, "x", "resep"]) == ""
