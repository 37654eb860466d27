"""A thousand shipped scenarios after slips of the hand: each is answered well.

`benchmarks/check_fuzz.py` tries twenty thousand, and takes their time.
"""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path

import pytest

from simpasar.scenario.check import check_source
from simpasar.scenario.library import find, shipped
from simpasar.scenario.problems import Place
from simpasar.scenario.source import Source

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "check_fuzz.py"
_spec = importlib.util.spec_from_file_location("check_fuzz", SCRIPT)
assert _spec is not None
assert _spec.loader is not None
fuzz = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(fuzz)

PARTS = 4
CASES = 1_000


@pytest.mark.parametrize("part", range(PARTS))
def test_a_scenario_after_slips_of_the_hand_is_answered_well(part: int) -> None:
    texts = [find(name).read_text(encoding="utf-8") for name in shipped()]
    for case in range(part, CASES, PARTS):
        rng = random.Random(f"ci/{case}")
        source = Source.of("f.yaml", fuzz.mutated(rng.choice(texts), rng))
        checked = check_source(source)
        assert fuzz.faults(checked) == [], case
        places = [problem.place for problem in checked.problems if problem.place is not None]
        assert places == sorted(places), case
        assert all(_inside(source, place) for place in places), case


def _inside(source: Source, place: Place) -> bool:
    return (
        1 <= place.line <= len(source.lines)
        and 1 <= place.column <= len(source.lines[place.line - 1]) + 1
    )
