"""Scenarios that are well written and make no sense are refused, at the place that makes none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lapak import FILES, LAPAK, place_of, problems, spoilt

from simpasar.firm.checks import verify_sheet
from simpasar.firm.sheet import DecisionSheet
from simpasar.scenario.loader import load

SHIPPED = Path(__file__).parents[2] / "scenarios"

MISTAKES = [
    # old, new, the mark at the place, code, what is said
    ("jumlah_warga: {klender", "jumlah_warga: {klendr", "klendr:", "unknown-name", "`klender`?"),
    ("selera: {uduk", "selera: {udk", "udk:", "unknown-name", "Did you mean `uduk`?"),
    ("      sarapan: {hari", "      sarapn: {hari", "sarapn:", "unknown-name", "`sarapan`?"),
    (
        "kelapa: {isi: 1,", "kelapa: {isi: 1, harga: 9}\n      gula: {isi: 1,",
        "gula:", "unknown-name", "`gula`",
    ),
    (
        "untuk_kebutuhan: sarapan", "untuk_kebutuhan: jajan",
        "jajan", "unknown-name", "Known are: sarapan.",
    ),
    (
        "resep: {beras: 1250,", "resep: {beras: 1250, gula: 5,",
        "gula", "unknown-name", "`gula` does not exist.",
    ),
    ("    peralatan: kompor", "    peralatan: oven", "oven", "unknown-name", "Known are: kompor."),
    ("faktor: {beras", "faktor: {bers", "bers:", "unknown-name", "Did you mean `beras`?"),
    (
        "    kebutuhan: {sarapan: 1", "    kebutuhan: {sarapn: 1",
        "sarapn", "unknown-name", "`sarapan`?",
    ),
    ("kelompok_warga: [ibu]", "kelompok_warga: [ibu, bapak]", "bapak", "unknown-name", "`bapak`"),
    ("tempat: [klender]", "tempat: [klender, klendr]", "klendr", "unknown-name", "`klender`?"),
    ("lokasi: klender", "lokasi: klendr", "klendr", "unknown-name", "Did you mean `klender`?"),
    ("produk: [uduk]", "produk: [uduk, uduk]", "uduk]", "twice", "named twice"),
    ("produk: [uduk]", "produk: [uduk, lontong]", "lontong", "unknown-name", "Known are: uduk."),
    ("stok: {beras", "stok: {bers", "bers:", "unknown-name", "Did you mean `beras`?"),
    ("peralatan: {kompor: 1}", "peralatan: {kompor: 1, oven: 1}", "oven", "unknown-name", "`oven`"),
    (
        "    tenaga: 2\n    peralatan", "    tenaga: 9\n    peralatan",
        "uduk]", "no-hands", "at most 4",
    ),
    (
        "harga_jual: {uduk: 12000}", "harga_jual: {}",
        "harga_jual", "missing", "missing in `harga_jual`",
    ),
    (
        "adonan: {uduk: {hari_kerja: 3, akhir_pekan: 4}}", "adonan: {}",
        "adonan: {", "missing", "`adonan`",
    ),
    ("mutu: {uduk: biasa}", "mutu: {}", "mutu: {}", "missing", "`uduk` is missing in `mutu`."),
    (
        "{beras: pasar, kelapa", "{kelapa",
        "pemasok: {", "missing", "`beras` is missing in `pemasok`.",
    ),
    ("{uduk: 12000}", "{uduk: 12000, lontong: 1}", "lontong", "unknown-name", "`lontong`"),
    ("{uduk: 12000}", "{uduk: 12000, beras: 1}", "beras: 1}", "not-its-own", "no use for `beras`"),
    ("mutu: {uduk: biasa}", "mutu: {uduk: bias}", "bias}", "unknown-name", "Did you mean `biasa`?"),
    ("{beras: pasar", "{beras: pasr", "pasr", "unknown-name", "Did you mean `pasar`?"),
    ("stok_cadangan: {beras", "stok_cadangan: {bers", "bers:", "unknown-name", "`beras`?"),
    ("harga_jual: {uduk: 12000}", "harga_jual: {uduk: 12250}", "12250", "price", "steps of 500"),
    (
        "harga_jual: {uduk: 12000}", "harga_jual: {uduk: 60000}",
        "60000", "price", "between 3600 and 36000, in steps of 500",
    ),
    ("hari_kerja: 3, akhir", "hari_kerja: 21, akhir", "uduk: {hari", "batches", "at most 20"),
    ("pembantu: 1", "pembantu: 3", "3\n      buka", "helpers", "at most 2"),
    ("pembantu: 1", "promosi: 1000001", "1000001", "no-cash", "Rp 1.120.001"),
    ("pembantu: 1", "beli_peralatan: {kompor: 2}", "beli_peralatan", "no-cash", "Rp 1.920.000"),
    ("pembantu: 1", "beli_peralatan: {oven: 1}", "oven", "unknown-name", "Known are: kompor."),
    ("buka: 06:00", "buka: 04:30", "04:30", "hours", "within 05:00 and 11:00"),
    ("buka: 06:00", "buka: 10:00", "10:00\n      tutup", "hours", "end after they begin"),
    ("tutup: 10:00", "tutup: 12:00", "12:00", "hours", "within 05:00 and 11:00"),
    ("dapur_mulai: 03:30", "dapur_mulai: 06:01", "06:01", "hours", "`dapur_mulai`"),
    ("sampai: 2027-01-17", "sampai: 2027-01-10", "2027-01-10", "dates", "before it begins"),
    ("rumah_tangga: 3", "rumah_tangga: 5", "5}\n  kelipatan", "never-unlocked", "after week 4"),
    (
        "  sarapan: {nama: Sarapan}", "  sarapan: {nama: Sarapan}\n  jajan: {nama: Jajan}",
        "jajan:", "unserved", "Nobody sells",
    ),
    (
        "jumlah_warga: {klender: 120}", "jumlah_warga: {klender: 0}",
        "kelompok_warga", "residents", "There are 0",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "mark", "code", "said"),
    MISTAKES,
    ids=[new[:40] for _old, new, *_ in MISTAKES],
)
def test_one_mistake_in_meaning_gives_one_message_at_its_place(
    old: str, new: str, mark: str, code: str, said: str
) -> None:
    text = spoilt(old, new)
    (problem,) = problems(text)
    assert problem.code == code
    assert said in problem.message
    assert problem.place == place_of(mark, text)


def test_a_supplier_must_sell_what_is_ordered_from_it() -> None:
    other = (
        "  warung: {nama: W, jam_antar: 13:00, barang: {kelapa: {isi: 1, harga: 15000}}}\nproduk:"
    )
    text = spoilt("{beras: pasar", "{beras: warung", spoilt("produk:", other))
    (problem,) = problems(text)
    assert problem.message == "`warung` does not sell `beras`."
    assert problem.place == place_of("warung, kelapa", text)


def test_stock_that_no_recipe_uses_has_no_price() -> None:
    text = spoilt("bahan:\n", "bahan:\n  gula: {nama: Gula, satuan: g, tahan_hari: 9}\n")
    text = spoilt("stok: {beras: 5000}", "stok: {beras: 5000, gula: 5}", text)
    (problem,) = problems(text)
    assert problem.code == "no-supplier"
    assert problem.place == place_of("gula: 5", text)


def test_some_weather_must_be_possible_in_every_month_of_the_game() -> None:
    """The game's 28 days from 4 January lie in January alone; five weeks reach February."""
    text = re.sub(r"bobot: \d", "bobot: 0", LAPAK)
    assert problems(text) == ()
    (problem,) = problems(spoilt("minggu: 4", "minggu: 5", text))
    assert problem.code == "no-weather"
    assert "month 2" in problem.message
    assert problem.place == place_of("cuaca", text)


def test_more_than_thirty_teams_are_refused() -> None:
    seat = LAPAK[LAPAK.index("  melati:") : LAPAK.index("\npasar:\n") + 1]
    text = LAPAK.replace(seat, "".join(seat.replace("melati", f"tim{i}") for i in range(31)))
    assert [p.code for p in problems(text)] == ["teams"]


@pytest.mark.parametrize(
    "path", [*FILES.values(), *sorted(SHIPPED.glob("*.yaml"))], ids=lambda p: p.name
)
def test_the_start_of_a_scenario_that_loads_is_a_sheet_that_may_be_handed_in(path: Path) -> None:
    scenario = load(path)
    for seat in scenario.teams.values():
        sheet = DecisionSheet(decisions=seat.start)
        findings = verify_sheet(scenario, seat, sheet, sheet, 1, seat.cash)
        assert [f for f in findings if f.level == "impossible"] == []
