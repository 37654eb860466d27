"""Another neighbourhood and trade, written from the docs alone: what `check` said, what mended it.

`first-draft.yaml` is the file as it was first written: batik in Laweyan, Solo, with the mistakes of
a trainer who writes her first scenario. `batik-laweyan.yaml` is the same with each mistake mended
as `check` itself said, and nothing else.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_docs_pages import run

from simpasar.i18n import use
from simpasar.scenario.check import Checked, check_source
from simpasar.scenario.source import Source

FOLDER = Path(__file__).resolve().parent / "another-place"
DRAFT = (FOLDER / "first-draft.yaml").read_text(encoding="utf-8")
MENDED = (FOLDER / "batik-laweyan.yaml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def indonesian() -> None:
    use("id")


def looked_at(text: str) -> Checked:
    return check_source(Source.of("batik-laweyan.yaml", text))


def mended(text: str, found: Checked) -> str:
    """Each line that was complained of, as it stands in the scenario that is right."""
    lines, right = text.splitlines(keepends=True), MENDED.splitlines(keepends=True)
    for problem in found.errors:
        assert problem.place is not None
        at = problem.place.line - 1
        assert lines[at] != right[at], f"{problem} is no mistake of the draft"
        lines[at] = right[at]
    return "".join(lines)


def test_the_first_check_finds_every_mistake_of_the_draft_and_tells_the_mend_of_each() -> None:
    found = looked_at(DRAFT)
    told = {problem.place.line: problem for problem in found.errors if problem.place}
    mends = {
        83: "buah",
        126: "120000",
        158: '"Libur sekolah: wisatawan datang."',
        166: "500",
        169: "keramaian",
        193: "true",
        229: "syal_batik",
    }
    assert set(told) == set(mends)
    for line, mend in mends.items():
        assert mend in (told[line].mend or told[line].message), told[line]
        assert mend in MENDED.splitlines()[line - 1]


def test_after_the_mends_that_check_told_the_scenario_is_right_without_a_warning() -> None:
    text = mended(DRAFT, looked_at(DRAFT))
    assert text == MENDED
    assert looked_at(text).problems == ()


def test_the_scenario_passes_check_and_can_be_played_to_the_end(tmp_path: Path) -> None:
    file = tmp_path / "batik-laweyan.yaml"
    file.write_text(MENDED, encoding="utf-8")
    run("simpasar check batik-laweyan.yaml --strict", tmp_path, "id", 0)
    game = json.loads(run("simpasar run batik-laweyan.yaml --seed 7 --json", tmp_path, "id", 0))
    assert len(game["weeks"]) == 5
    assert all(row["score"] > 0 for row in game["ranking"])


@pytest.mark.slow
def test_the_scenario_has_no_red_light(tmp_path: Path) -> None:
    file = tmp_path / "batik-laweyan.yaml"
    file.write_text(MENDED, encoding="utf-8")
    found = json.loads(
        run("simpasar balance batik-laweyan.yaml --quick --strict --json", tmp_path, "id", 0)
    )
    lights = [answer["light"] for answer in found["answers"].values()]
    assert lights
    assert "red" not in lights
