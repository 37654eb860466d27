"""One verdict on a file: everything in one go, each mistake once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from lapak import place_of, problems, spoilt, without

from simpasar.scenario.check import check, check_source
from simpasar.scenario.library import find, shipped
from simpasar.scenario.problems import Place, Said, ScenarioProblems
from simpasar.scenario.source import Source
from simpasar.scenario.tree import tree_of


@pytest.mark.parametrize("name", shipped())
def test_what_ships_is_good(name: str) -> None:
    checked = check(find(name))
    assert (checked.problems, checked.silenced) == ((), ())
    assert checked.scenario is not None


def test_errors_of_text_type_name_and_meaning_are_told_in_one_go() -> None:
    text = spoilt("judul: Satu lapak", "judul: Satu: lapak")
    text = spoilt("kas: 1000000", "kas: 1.000.000", text)
    text = spoilt("kelapa: 1}", "klapa: 1}", text)
    text = spoilt("mulai: 2027-01-04", "mulai: 2027-01-05", text)
    text = spoilt("minggu_serah: 2", "minggu_serah: 9", text)
    text = spoilt("tutup: true", "tutup: true\n    tutup: false", text)
    found = [problem.code for problem in problems(text)]
    assert found == ["colon", "monday", "unknown-name", "twice", "after-the-end", "number"]


def test_what_follows_from_a_broken_value_is_not_told() -> None:
    for old, new in (
        ("harga_acuan: 12000", "harga_acuan: Rp 12.000"),
        ("minggu: 4", "minggu: empat"),
        ("kas: 1000000", "kas: sejuta"),
        ("produk: [uduk]\n    pemain", "produk: uduk\n    pemain"),
        ("jumlah_warga: {klender: 120}", "jumlah_warga: {klender: seratus}"),
        ("barang:\n      beras: {isi: 1000", "barang:\n      Beras: {isi: 1000"),
    ):
        assert len(problems(spoilt(old, new))) == 1, new


@pytest.mark.parametrize("part", ["bahan", "produk", "pemasok", "tempat", "kebutuhan", "tim"])
def test_a_part_that_is_missing_is_told_once(part: str) -> None:
    assert [problem.code for problem in problems(without(part))] == ["missing"]


def test_a_name_misspelt_where_it_is_defined_is_told_once_with_all_lines() -> None:
    text = spoilt("  beras: {nama", "  berass: {nama")
    told = [problem for problem in problems(text) if problem.code == "unknown-name"]
    (problem,) = told
    assert "`berass`" in problem.message
    assert "Also in lines" in problem.message


def test_a_misspelt_key_is_read_as_what_it_was_meant_to_be() -> None:
    text = spoilt("bahan:\n", "bahann:\n")
    assert [problem.code for problem in problems(text)] == ["unknown-key"]
    worse = spoilt("tahan_hari: 90", "tahan_hari: 9O", text)
    assert [problem.code for problem in problems(worse)] == ["unknown-key", "number"]


def test_warnings_come_only_where_there_is_no_error() -> None:
    sugar = spoilt("bahan:\n", "bahan:\n  gula: {nama: Gula, satuan: g, tahan_hari: 9}\n")
    warned = check_source(Source.of("f.yaml", sugar))
    assert [problem.level for problem in warned.problems] == ["warning"]
    assert warned.scenario is not None
    wrong = check_source(Source.of("f.yaml", spoilt("minggu: 4", "minggu: x", sugar)))
    assert [problem.level for problem in wrong.problems] == ["error"]
    assert wrong.scenario is None


def test_a_file_that_cannot_be_read_is_told_of_without_a_place(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.yaml", "no-file"), (tmp_path, "folder")):
        checked = check(path)
        assert checked.unreadable
        assert [(problem.code, problem.place) for problem in checked.problems] == [(code, None)]
    assert not check_source(Source.of("f.yaml", "")).unreadable


def test_problems_stand_in_the_order_of_the_file() -> None:
    source = Source.of("f.yaml", "a\nb\nc\n")
    told = [source.problem(Place(line, 1), Said("yaml", "x")) for line in (3, 1, 2)]
    placed = [problem.place for problem in ScenarioProblems(told).problems]
    assert placed == [Place(1, 1), Place(2, 1), Place(3, 1)]


@pytest.mark.parametrize(
    ("source", "column", "end"),
    [
        ("kas: 1.000.000 # x", 6, 15),
        ("buka: 06:00", 7, 12),
        ('judul: "a b" # x', 8, 13),
        ("jam: {6.00: 3}", 7, 11),
        ("kas: Rp 2.000 # x", 6, 14),
        ("{isi: 1 kg, harga: 2}", 7, 11),
        ("x: [", 4, 5),
        ("x", 2, 2),
    ],
)
def test_the_end_is_behind_the_word_at_the_place(source: str, column: int, end: int) -> None:
    whole = Source.of("f", source)
    with suppress(ScenarioProblems):
        tree_of(whole)
    assert whole.problem(Place(1, column), Said("number", "x")).end == end


def test_the_mend_of_a_dozen_mistakes_makes_them_good() -> None:
    """What `check` proposes is right: written in place of what stands there, all is well."""
    folder = Path(__file__).parent / "broken"
    text = (folder / "a-dozen-mistakes.yaml").read_text(encoding="utf-8")
    for _round in range(2):
        found = check_source(Source.of("f.yaml", text)).errors
        lines = text.split("\n")
        for problem in reversed(found):
            assert problem.place is not None
            assert problem.end is not None
            assert problem.mend is not None
            if problem.code == "colon":
                continue
            i, begin = problem.place.line - 1, problem.place.column - 1
            lines[i] = lines[i][:begin] + problem.mend + lines[i][problem.end - 1 :]
        text = "\n".join(lines).replace("judul: Satu: lapak", 'judul: "Satu: lapak"')
    assert check_source(Source.of("f.yaml", text)).errors == ()


def test_the_place_is_that_of_the_value() -> None:
    text = spoilt("kas: 1000000", "kas: sejuta")
    (problem,) = problems(text)
    assert problem.place == place_of("sejuta", text)
