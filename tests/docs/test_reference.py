"""The reference says what the models say, and is written anew whenever they change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pages import LANGUAGES

import reference
from simpasar.i18n import Language
from simpasar.scenario.codes import CODES
from simpasar.scenario.meanings import MEANINGS
from simpasar.scenario.meanings_parts import PARTS
from simpasar.scenario.vocabulary import field_word


def test_the_reference_is_fresh() -> None:
    assert reference.main(["--check"]) == 0, "run `make docs`"


def test_a_stale_reference_is_told_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files: dict[Language, Path] = {"id": tmp_path / "rujukan.md", "en": tmp_path / "reference.md"}
    monkeypatch.setattr(reference, "FILES", files)
    monkeypatch.setattr(reference, "ROOT", tmp_path)
    assert reference.main(["--check"]) == 1
    assert "rujukan.md, reference.md" in capsys.readouterr().err
    assert reference.main([]) == 0
    assert reference.main(["--check"]) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_has_every_part_field_and_code(language: Language) -> None:
    text = reference.FILES[language].read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)
    by_title = {section.partition("\n")[0]: section for section in sections}
    for model, fields in MEANINGS.items():
        section = by_title[PARTS[model].of(language)]
        for field, meaning in fields.items():
            row = f"| `{field_word(field, language)}` |"
            assert row in section, f"{model}.{field}"
            assert meaning.text(language) in section
    for word in CODES:
        assert f"| `{word}` |" in text, word


def test_bounds_defaults_and_clocks_are_those_of_the_models() -> None:
    text = reference.FILES["en"].read_text(encoding="utf-8")
    assert re.search(r"\| `weeks` \| whole number \| weeks \| 1 to 52 \| required \|", text)
    assert re.search(r'\| `collected_at` \| time \|  \|  \| `"18:00"` \|', text)
    assert re.search(
        r"\| `step` \| whole number \| rupiah \| 1 to 10000000000 \| `100000` \|", text
    )
    assert re.search(r"\| `made` \| \[fixed word\]\(#fixed-words\) \|  \|  \| `batch` \|", text)
    indonesian = reference.FILES["id"].read_text(encoding="utf-8")
    assert re.search(r"\| `cara_buat` \| .* \| `per_adonan` \|", indonesian)
