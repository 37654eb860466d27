"""Scenarios are found by name from any folder, or by path."""

from __future__ import annotations

from pathlib import Path

import pytest

from simpasar.scenario.library import find, shipped
from simpasar.scenario.loader import load
from simpasar.scenario.problems import ScenarioProblems


def test_the_scenarios_that_ship_are_found_by_name_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert {"pasar-pagi", "warung-pertama"} <= set(shipped())
    for name in shipped():
        assert load(find(name)).name == name


def test_a_path_is_taken_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("punyaku").write_text("nama: x")
    assert find("punyaku") == Path("punyaku")
    assert find(str(tmp_path / "a.yaml")) == tmp_path / "a.yaml"


def test_a_file_of_the_same_name_does_not_hide_what_ships(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pasar-pagi").mkdir()
    assert find("pasar-pagi").is_file()


@pytest.mark.parametrize("name", ["pasar-pgi", "xx", "", "pasar\0pagi", "a" * 5_000, "\ud800"])
def test_an_unknown_name_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(ScenarioProblems) as caught:
        load(find(name))
    (problem,) = caught.value.problems
    if name:
        assert problem.code == "no-scenario"
        assert "pasar-pagi, warung-pertama" in problem.message
    assert ("Did you mean `pasar-pagi`?" in problem.message) == name.startswith("pasar")
