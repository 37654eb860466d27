"""A scenario file is read in either language; each mistake is told once, at its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lapak import FILES, LAPAK, place_of, problems, spoilt

from simpasar.scenario.loader import load, load_text
from simpasar.scenario.model import Scenario
from simpasar.scenario.problems import MAX_PROBLEMS, ScenarioProblems

ENGLISH = FILES["en"].read_text(encoding="utf-8")


# -- what is right ------------------------------------------------------------------------


def test_both_vocabularies_give_the_same_scenario() -> None:
    assert load(FILES["id"]) == load(FILES["en"])


def test_a_file_without_a_head_is_indonesian() -> None:
    assert load_text(spoilt("bahasa: id\n", "")) == load(FILES["id"])


def test_a_record_keeps_what_the_file_said() -> None:
    scenario = load(FILES["id"])
    again = Scenario.model_validate_json(json.dumps(scenario.model_dump(mode="json")))
    assert again == scenario


def test_the_trainers_own_ids_are_never_translated() -> None:
    """Ids that happen to be key words of either language stay as they are."""
    for own in ("harga", "price", "batch", "weeks", "buah"):
        scenario = load_text(LAPAK.replace("beras:", f"{own}:").replace("beras_mahal", "mahal"))
        assert own in scenario.ingredients
        assert own in scenario.products["uduk"].recipe


def test_texts_keep_words_that_are_choices_elsewhere() -> None:
    assert load_text(spoilt("satuan: porsi", "satuan: buah")).products["uduk"].unit.id == "buah"


@pytest.mark.parametrize("name", ["pasar-pagi", "warung-pertama"])
def test_shipped_scenarios_load(name: str) -> None:
    path = Path(__file__).parents[2] / "scenarios" / f"{name}.yaml"
    assert load(path).name == name


# -- what is wrong ------------------------------------------------------------------------

MISTAKES = [
    # old, new, the mark at the place, code, what is said
    ("kas: 1000000", "kas: 1.000.000", "1.000.000", "number", "Write 1000000, without dots."),
    ("harga: 13000", "harga: 2.000", "2.000", "number", "Write 2000, without dots."),
    ("kas: 1000000", "kas: 1,000", "1,000", "number", "Write 1000, without commas."),
    ("harga: 13000", "harga: 0,7", "0,7", "number", "0,7 is 700"),
    ("harga: 13000", "harga: 0.7", "0.7", "number", "no fractions"),
    ("kas: 1000000", "kas: Rp 2.000", "Rp 2", "number", "Write 2000, without dots."),
    ("kas: 1000000", "kas: Rp 2000", "Rp 2", "number", "Write 2000, the number only."),
    ("kas: 1000000", "kas: 0123", "0123", "number", "Write 123, without leading zeros."),
    ("kas: 1000000", 'kas: "500"', '"500"', "number", "Write 500, without quotes."),
    ("kas: 1000000", "kas: 12 rb", "12 rb", "number", "`kas` is a whole number, not `12 rb`."),
    ("peluang: 500", "peluang: 6%", "6%", "number", "6% is 60."),
    ("kas: 1000000", f"kas: {'9' * 40}", "9" * 40, "number", "far too large"),
    ("kas: 1000000", "kas: true", "true\n    stok", "number", "not `true`"),
    ("kas: 1000000", "kas:", "\n    stok:", "number", "not nothing"),
    ("kas: 1000000", "kas: [1]", "kas:", "number", "not a list"),
    ("kas: 1000000", "kas: {a: 1}", "kas:", "number", "not a table"),
    ("kas: 1000000", "kas: -5", "-5", "range", "`kas` is at least 0, not `-5`."),
    ("peluang: 500", "peluang: 1001", "1001", "range", "`peluang` is at most 1.000"),
    ("jumlah_beli: {1: 8,", "jumlah_beli: {a: 8,", "a: 8", "number", "Each key of `jumlah_beli`"),
    ("bobot_bulan: {1: 6}", "bobot_bulan: {13: 6}", "13: 6", "range", "Each key of `bobot_bulan`"),
    ("{1: 8, 2: 2}", "{1: 0}", "jumlah_beli", "portions", "`jumlah_beli`: wanted is"),
    ("{06:00: 3, 7:00: 1}", "{06:00: 0}", "jam: {", "no-hours", "`jam`: wanted is"),
    ("{06:00: 3, 7:00: 1}", "{06:30: 3}", "06:30", "whole-hour", "a whole hour such as 06:00"),
    ("{06:00: 3, 7:00: 1}", "{06:00: 3, 6:00: 1}", "6:00: 1", "twice", "the first is in line"),
    ("buka: 06:00", "buka: 6", "6\n      tutup", "clock", "a time of day such as 06:30"),
    ("buka: 06:00", "buka: 25:00", "25:00", "clock", "`buka`"),
    ("mulai: 2027-01-04", "mulai: 2027-01-05", "2027-01-05", "monday", "`mulai`"),
    ("mulai: 2027-01-04", "mulai: 2027-02-30", "2027-02-30", "date", "a date such as"),
    ("mulai: 2027-01-04", "mulai: 4 Januari", "4 Jan", "date", "not `4 Januari`"),
    ("mulai: 2027-01-04", 'mulai: "1798416000"', '"1798', "date", "a date such as"),
    ("judul: Satu lapak", "judul: 2027", "2027\nket", "text", 'Put it in quotes: "2027"'),
    ("judul: Satu lapak", "judul: [a]", "judul", "text", "`judul` is a text, not a list."),
    ("judul: Satu lapak", "judul:", "\nketerangan", "text", "`judul` is a text, not nothing."),
    ("judul: Satu lapak", 'judul: ""', '""', "empty-text", "not an empty one"),
    ("judul: Satu lapak", "judul: {in: a}", "in: a", "unknown-key", "Known are: id, en."),
    ("lokasi: klender", "lokasi: 3", "3\n    x: 10", "text", 'Put it in quotes: "3"'),
    ("nama: lapak", "nama: Lapak Kita", "Lapak Kita", "name", "small letters, digits and -"),
    ("nama: lapak", f"nama: {'a' * 61}", "a" * 61, "too-long", "more than 60 characters"),
    ("  besar: {", "  Besar: {", "Besar: {", "id", "`Besar` is no id"),
    ("warga_setempat: false", "warga_setempat: tidak", "tidak\n", "yes-no", "true or false"),
    ("satuan: g,", "satuan: kg,", "kg,", "unknown-word", "Known are: g, ml, buah."),
    ("satuan: buah", "satuan: pcs", "pcs", "unknown-word", "Known are: g, ml, buah."),
    ("jenis: harga", "jenis: mahal", "mahal\n", "unknown-word", "harga, keramaian, banjir"),
    ("jenis: banjir", "jenis: [a]", "jenis: [a]", "unknown-word", "harga, keramaian, banjir"),
    ("    jenis: banjir\n", "", "banjir:\n", "kind", "`banjir` needs `jenis`"),
    ("{harga: 1,", "{hargaa: 1,", "hargaa", "unknown-word", "Did you mean `harga`?"),
    ("{harga: 1,", "{price: 1,", "price", "unknown-word", "Did you mean `harga`?"),
    ("    resep: {", "    resp: {", "resp: {", "unknown-key", "Did you mean `resep`?"),
    ("    resep: {", "    recipe: {", "recipe: {", "unknown-key", "Did you mean `resep`?"),
    ("    x: 10\n", "", "melati:", "missing", "`x` is missing in `melati`."),
    ("nama: lapak\n", "", "bahasa", "missing", "`nama` is missing."),
    (
        "{isi: 1, harga: 13000}", "{isi: 1}",
        "kelapa: {isi", "missing", "`harga` is missing in `kelapa`",
    ),
    ("produk: [uduk]", "produk: uduk", "uduk\n    pemain", "list", "a list such as [uduk]"),
    ("produk: [uduk]", "produk: []", "produk: []", "too-few", "`produk` needs at least one"),
    ("tempat: [klender]", "tempat: []", "tempat: []", "too-few", "`tempat` needs at least one"),
    (
        "stok: {beras: 5000}", "stok: 5000",
        "5000\n    peralatan", "table", "`stok` needs keys below",
    ),
    ("stok: {beras: 5000}", "stok: [beras]", "stok: [", "table", "`stok` needs keys below"),
    ("bahasa: id", "bahasa: jv", "jv", "language", "`bahasa` is `id` or `en`."),
    ("bahasa: id", "bahasa: [id]", "[id]", "language", "`bahasa` is `id` or `en`."),
    ("bahasa: id", "bahasa: id\nlanguage: en", "language", "language", "keep one of them"),
    ("bahasa: id", "language: en", "language", "language", "write `bahasa: id` at the top"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "mark", "code", "said"),
    MISTAKES,
    ids=[new[:40] or old for old, new, *_ in MISTAKES],
)
def test_one_mistake_gives_one_message_at_its_place(
    old: str, new: str, mark: str, code: str, said: str
) -> None:
    text = spoilt(old, new)
    (problem,) = problems(text)
    assert problem.code == code
    assert said in problem.message
    assert problem.place == place_of(mark, text)


def test_messages_name_keys_as_the_file_does() -> None:
    assert "`cash`" in problems(spoilt("cash: 1000000", "cash: 0,5", ENGLISH))[0].message
    assert "`weeks`" in problems(spoilt("weeks: 4\n", "", ENGLISH))[0].message
    (problem,) = problems(spoilt("kind: flood", "kind: banjir", ENGLISH))
    assert "price, footfall, flood" in problem.message


def test_a_key_of_the_other_language_is_translated_in_the_hint() -> None:
    (problem,) = problems(spoilt("    cash: 1", "    kas: 1", ENGLISH))
    assert "Did you mean `cash`?" in problem.message


def test_english_keys_without_a_head_get_one_message() -> None:
    (problem,) = problems(spoilt("language: en\n", "", ENGLISH))
    assert "`language: en`" in problem.message


def test_all_mistakes_are_told_in_the_order_of_the_file() -> None:
    text = spoilt("minggu: 4", "minggu: empat")
    text = spoilt("satuan: buah", "satuan: biji", text)
    text = spoilt("    lokasi: klender\n", "", text)
    text = spoilt("kelipatan_harga", "kelipatan", text)
    found = problems(text)
    assert [p.code for p in found] == ["number", "unknown-word", "missing", "unknown-key"]
    assert found == tuple(sorted(found, key=lambda problem: problem.place))  # type: ignore[arg-type,return-value]


def test_a_file_full_of_mistakes_is_answered_soon_and_in_brief() -> None:
    text = "\n".join(f"kunci{i}: 1" for i in range(60_000))
    assert len(problems(text)) == MAX_PROBLEMS


def test_the_refusal_reads_as_file_line_column_sentence() -> None:
    with pytest.raises(ScenarioProblems, match=r"^lapak\.yaml:\d+:\d+: `kas` is a whole number"):
        load_text(spoilt("kas: 1000000", "kas: x"), "lapak.yaml")
