"""The smallest scenario, in both vocabularies, and what tests do to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simpasar import i18n
from simpasar.i18n import Language
from simpasar.scenario.loader import load_text
from simpasar.scenario.problems import Place, Problem, ScenarioProblems

FILES: dict[Language, Path] = {
    "id": Path(__file__).with_name("lapak.id.yaml"),
    "en": Path(__file__).with_name("lapak.en.yaml"),
}
LAPAK = FILES["id"].read_text(encoding="utf-8")

LONTONG = """\
  lontong:
    nama: Lontong
    untuk_kebutuhan: sarapan
    satuan: buah
    hasil_adonan: 1
    resep: {beras: 90}
    layani_detik: 9
    harga_acuan: 3000
    mutu: {biasa: {nama: Biasa}}
"""


def spoilt(old: str, new: str, text: str = LAPAK) -> str:
    """The scenario with its first `old` written as `new`."""
    assert old in text, f"{old!r} is not in the scenario"
    return text.replace(old, new, 1)


def without(part: str, text: str = LAPAK) -> str:
    """The scenario without its first table of this key, whatever its depth."""
    found = re.search(rf"(?m)^( *){part}:.*\n(?:\1 .*\n)*", text)
    assert found, f"{part!r} is not in the scenario"
    return text[: found.start()] + text[found.end() :]


def with_lontong(text: str = LAPAK) -> str:
    """The scenario with a second product, which nobody sells."""
    return spoilt("peralatan:\n  kompor: {nama", f"{LONTONG}peralatan:\n  kompor: {{nama", text)


def problems(text: str) -> tuple[Problem, ...]:
    """All that is wrong with a scenario; nothing where it loads."""
    try:
        load_text(text, "lapak.yaml")
    except ScenarioProblems as refusal:
        return refusal.problems
    return ()


def place_of(mark: str, text: str) -> Place:
    """Where `mark` first stands in `text`."""
    before = text[: text.index(mark)].split("\n")
    return Place(len(before), len(before[-1]) + 1)


def assert_told(
    text: str, mark: str, code: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One finding, at its place, in both languages."""
    (problem,) = problems(text)
    assert problem.code == code
    assert said in problem.message
    assert problem.place == place_of(mark, text)
    monkeypatch.setattr(i18n, "language", lambda: "id")
    (indonesian,) = problems(text)
    assert (indonesian.code, indonesian.place) == (problem.code, problem.place)
    assert indonesian.message != problem.message
